import { readPackage } from "../package.js";
import { saidClaims } from "../reports/claim-sentences.js";
import { publishedReports, type Report } from "../reports/published.js";
import { figuresOfReport } from "../reports/report-places.js";
import { readBlocks, readWritten } from "./blocks.js";

/** Files about a report: its tables, and the JSON of each figure and claim. */
function filesOfReport(report: Report): string[] {
  const claims = saidClaims(report.page, () => undefined).map(({ id }) => `claim-${id}`);
  const values = [...figuresOfReport(report).map(({ id }) => id), ...claims, "values"];
  return [`${report.path}.zip`, ...values.map((id) => `${report.path}/${id}.json`)];
}

/** Files that keep their names: downloads, and what the page's scripts fetch by name. From "/…". */
export function stableFiles(): string[] {
  return [
    ...readBlocks().known.figures.map(({ id }) => `/data/figures/${id}.arrow`),
    ...new Set(
      Object.values(readWritten().blocks).flatMap(({ rowsFile }) =>
        rowsFile === null ? [] : [`/data/charts/${rowsFile}.arrow`],
      ),
    ),
    ...readPackage().resources.flatMap(({ name }) =>
      ["arrow", "csv", "parquet"].map((format) => `/data/${name}.${format}`),
    ),
    "/feed.xml",
    ...publishedReports().flatMap(filesOfReport),
    "/data/datapackage.json",
    "/data/arrivals.zip",
    "/data/adoptable.json",
    "/data/checkable-facts.json",
    "/data/citations.json",
    "/data/city-contexts.json",
    "/data/land-110m.json",
    "/data/practice-finder.json",
    "/data/practice-texts.json",
    "/data/report-search.json",
    "/data/site-search.json",
    "/database/duckdb-eh.wasm.gz",
    "/database/duckdb-browser-eh.worker.js",
    "/library/citation-formats.js",
    "/library/write-workbook.js",
    "/workers/model.worker.js",
    "/workers/search.worker.js",
    "/solver/highs.wasm.gz",
  ];
}
