import { mkdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Framework's client offers libraries from a CDN to pages that name them, and asks the package registry for their
 * newest versions at every clean build, used or not. Ours are bundled from node_modules; naming a version here, in the
 * folder where Framework remembers them, keeps a build off the network. None of these folders is ever filled.
 */
const neverUsed = [
  "@observablehq/dot", "@observablehq/duckdb", "@observablehq/inputs", "@observablehq/mermaid", "@observablehq/plot",
  "@observablehq/sample-datasets", "@observablehq/sqlite", "@observablehq/tex", "@uwdata/vgplot", "apache-arrow",
  "arquero", "d3", "d3-dsv", "echarts", "exceljs", "htl", "jszip", "katex", "leaflet", "lodash", "mapbox-gl", "mermaid",
  "parquet-wasm", "react", "react-dom", "sql.js", "topojson-client", "vega", "vega-lite", "vega-lite-api",
  "@viz-js/viz", "@uwdata/mosaic-core", "@uwdata/mosaic-sql",
]; // prettier-ignore

/** Makes the folders, under the source root's cache, that spare the registry. */
export function primeCache(root: string): void {
  for (const name of neverUsed) {
    mkdirSync(join(root, ".observablehq", "cache", "_npm", `${name}@1.0.0`), { recursive: true });
  }
}
