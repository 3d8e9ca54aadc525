import { readPackage } from "./loaders/package.js";
import { blockRule, readBlocks } from "./loaders/site/blocks.js";
import { anyCity, readBriefs } from "./loaders/site/city-briefs.js";
import { endWithStarter } from "./loaders/site/framework.js";
import { footer, head, header } from "./loaders/site/page-parts.js";

endWithStarter();

const tables = readPackage().resources.map((resource) => resource.name);

function figureIds(): string[] {
  const ofPages = Object.keys(readBlocks().html).flatMap((name) =>
    name.startsWith("figure ") ? [name.slice("figure ".length)] : [],
  );
  return [...ofPages, ...readBriefs().figures];
}

export default {
  title: "Arrivals",
  root: "src",
  // A build is made aside and moved to dist/ when it is whole.
  output: process.env.ARRIVALS_OUTPUT ?? "dist",
  style: "style.css",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  typographer: false,
  preserveIndex: false,
  duckdb: { extensions: {} },
  head,
  header,
  footer,
  markdownIt: (md: import("markdown-it").default) => md.use(blockRule),
  // Files that keep their names: downloads, and what the page's scripts fetch by name.
  dynamicPaths: () => [
    ...figureIds().map((id) => `/data/figures/${id}.arrow`),
    ...tables.flatMap((name) => ["arrow", "csv", "parquet"].map((format) => `/data/${name}.${format}`)),
    "/data/datapackage.json",
    "/data/arrivals.zip",
    "/data/adoptable.json",
    "/data/city-contexts.json",
    "/data/land-110m.json",
    "/data/practice-finder.json",
    "/data/practice-texts.json",
    "/data/site-search.json",
    "/database/duckdb-eh.wasm.gz",
    "/database/duckdb-browser-eh.worker.js",
    "/workers/model.worker.js",
    "/workers/search.worker.js",
    "/solver/highs.wasm.gz",
    `/cities/${anyCity.id}`,
  ],
};
