import { statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { tell, type Measurement } from "./bench.js";
import { beforeAll, promised } from "./in-page.js";
import { withProfile } from "./profile-folder.js";
import { watchTraffic } from "./traffic.js";

const how =
  "/guide/sql on a local line and a full-speed processor, from asking for the page to the first rows of its SQL cell. The second visit has the HTTP cache of the first; there is no service worker yet, so it still asks the host whether files without a hash in their name changed.";

interface Visit {
  seconds: number;
  megabytes: number;
  /** The requests. */
  detail: unknown;
}

/** The one download, and the time to the first rows on a first and a second visit. */
export const sqlReady: Measurement = async ({ folder, url, runs }) => {
  const first: Visit[] = [];
  const second: Visit[] = [];
  for (let run = 0; run < runs; run++) {
    await withProfile(async (context) => {
      first.push(await visit(context, url));
      second.push(await visit(context, url));
    });
    tell(`first ${first.at(-1)!.seconds.toFixed(2)} s, second ${second.at(-1)!.seconds.toFixed(2)} s`);
  }
  return [
    {
      what: "SQL: the one download (duckdb-eh.wasm.gz)",
      unit: "MB",
      values: [statSync(join(folder, "database", "duckdb-eh.wasm.gz")).size / 1e6],
      budget: { atMost: 8 },
      judge: "max",
    },
    {
      what: "SQL: first rows, first visit",
      unit: "s",
      values: first.map(({ seconds }) => seconds),
      note: how,
      detail: first[0]!.detail,
    },
    {
      what: "SQL: sent, first visit, page included",
      unit: "MB",
      values: first.map(({ megabytes }) => megabytes),
    },
    {
      what: "SQL: first rows, second visit",
      unit: "s",
      values: second.map(({ seconds }) => seconds),
      budget: { atMost: 2 },
      detail: second[0]!.detail,
    },
    { what: "SQL: sent, second visit", unit: "MB", values: second.map(({ megabytes }) => megabytes) },
  ];
};

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const traffic = watchTraffic(session);
  await beforeAll(page, watchRows);
  await page.goto(`${url}guide/sql`, { waitUntil: "commit" });
  const ms = await promised<number>(page, "rowsSeenByBench", 120_000);
  await page.close();
  return { seconds: ms / 1000, megabytes: traffic.bytesUntil(ms) / 1e6, detail: traffic.transfersUntil(ms) };
}

declare global {
  /** Milliseconds from asking for the page to the first rows of a result in it. */
  var rowsSeenByBench: Promise<number>;
}

/** Runs in the page before anything of its own. */
function watchRows(): void {
  globalThis.rowsSeenByBench = new Promise((resolve) => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector("[role=region][aria-label=Result] tbody tr")) return;
      observer.disconnect();
      resolve(performance.now());
    }).observe(document, { subtree: true, childList: true });
  });
}
