import { readPackage } from "../package.js";
import { readBlocks } from "./blocks.js";

/** Files that keep their names: downloads, and what the page's scripts fetch by name. From "/…". */
export function stableFiles(): string[] {
  return [
    ...readBlocks().known.figures.map(({ id }) => `/data/figures/${id}.arrow`),
    ...readPackage().resources.flatMap(({ name }) =>
      ["arrow", "csv", "parquet"].map((format) => `/data/${name}.${format}`),
    ),
    "/data/datapackage.json",
    "/data/arrivals.zip",
    "/data/adoptable.json",
    "/data/citations.json",
    "/data/city-contexts.json",
    "/data/land-110m.json",
    "/data/practice-finder.json",
    "/data/practice-texts.json",
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
