import { eurostatCsvAnswer } from "./good-answers.js";
import type { Answering } from "./upstream-server.js";

/** What Eurostat answers while it prepares a table. */
export const asynchronous =
  '{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously."}}';

/** Eurostat's table comes as CSV, as it is never ready in JSON-stat. */
export const asCsv =
  (change: (body: string) => string, csvType = "text/csv"): Answering =>
  (_request, response, url) => {
    const isCsv = url.pathname.includes("/sdmx/");
    response
      .writeHead(200, { "Content-Type": isCsv ? csvType : "application/json" })
      .end(isCsv ? change(eurostatCsvAnswer(url).body as string) : asynchronous);
  };
