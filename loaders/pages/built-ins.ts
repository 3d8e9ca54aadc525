/**
 * Names that Framework offers every page and fetches from another host, which this site never asks. Ours come in their
 * place from `node_modules` and from the site itself.
 */

/** A cell that declares the names, to be added to a page that uses one of them. */
interface Offer {
  names: readonly string[];
  cell: string;
}

const sqlModule = "/database/sql.js";

/** What a page gets without naming it. */
const offers: readonly Offer[] = [
  { names: ["Plot"], cell: 'import * as Plot from "@observablehq/plot";' },
  { names: ["d3"], cell: 'import * as d3 from "d3";' },
  { names: ["topojson"], cell: 'import * as topojson from "topojson-client";' },
  { names: ["htl"], cell: 'import * as htl from "htl";' },
  { names: ["html", "svg"], cell: 'import {html, svg} from "htl";' },
  { names: ["sql"], cell: `import {sql} from "${sqlModule}";` },
];

/** Names of the above. */
export const offeredNames: readonly string[] = [...offers.flatMap(({ names }) => names), "Inputs"];

const inputs = {
  /** For rows of sql cells alone. */
  ofRows: `import {Inputs} from "${sqlModule}";`,
  all: 'import * as Inputs from "@observablehq/inputs";',
  /** Rows of a query in our table, which knows their types; all else as the library has it. */
  both: `const Inputs = await Promise.all([import("@observablehq/inputs"), import("${sqlModule}")]).then(
  ([library, { Inputs: ours }]) => ({
    ...library,
    table: (rows, options) => (rows?.columns && rows.elapsedMs !== undefined ? ours.table(rows) : library.table(rows, options)),
  }),
);`,
};

/** What a page's cells ask for that none of them declares. */
export interface FreeNames {
  /** In sql cells. */
  ofSql: ReadonlySet<string>;
  /** In all others. */
  ofCode: ReadonlySet<string>;
  /** Names that a cell declares. */
  declared: ReadonlySet<string>;
}

/** Cells that declare ours, for what a page asks for. */
export function cellsFor({ ofSql, ofCode }: Pick<FreeNames, "ofSql" | "ofCode">): string[] {
  const asked = (name: string) => ofSql.has(name) || ofCode.has(name);
  const cells = offers.flatMap(({ names, cell }) => {
    const used = names.filter(asked);
    // A cell that declares a name which another cell declares too would be a fault of both.
    return used.length ? [names.length > 1 ? cell.replace(names.join(", "), used.join(", ")) : cell] : [];
  });
  if (!asked("Inputs")) return cells;
  return [...cells, !ofCode.has("Inputs") ? inputs.ofRows : asked("sql") ? inputs.both : inputs.all];
}

const install = (name: string, line: string) => `run "npm install ${name}" and write in the cell: ${line}`;
const bySql = "ask in an sql cell, or in code: const rows = await sql`select * from cities`;";
const byPlot = "draw it with Plot, or put a picture file beside the page: ![What it shows](./picture.svg)";
const byFile =
  'put a file beside the page: const rows = d3.csvParse(await FileAttachment("./rows.csv").text(), d3.autoType);';

/** The other names of Framework's, and what to do instead. */
export const refusedNames: Readonly<Record<string, string>> = {
  _: install("lodash", 'import _ from "lodash";'),
  aq: install("arquero", 'import * as aq from "arquero";'),
  Arrow: install("apache-arrow", 'import * as Arrow from "apache-arrow";'),
  dot: byPlot,
  duckdb: bySql,
  DuckDBClient: bySql,
  echarts: install("echarts", 'import * as echarts from "echarts";'),
  L: install("leaflet", 'import * as L from "leaflet";'),
  mapboxgl: install("mapbox-gl", 'import mapboxgl from "mapbox-gl";'),
  mermaid: byPlot,
  React: install("react", 'import * as React from "react";'),
  ReactDOM: install("react-dom", 'import * as ReactDOM from "react-dom";'),
  SQLite: bySql,
  SQLiteDatabaseClient: bySql,
  tex: "write the formula in words, or put a picture of it beside the page: ![The formula](./formula.svg)",
  vg: byPlot,
  vl: byPlot,
  ...Object.fromEntries(
    "aapl alphabet cars citywages diamonds flare industries miserables olympians penguins pizza weather"
      .split(" ")
      .map((name) => [name, byFile]),
  ),
};

/** Ways to read a file that need a library of another host, and the line to write instead. */
export function readFileBy(method: string, name: string): string | null {
  const file = `FileAttachment(${JSON.stringify(name)})`;
  switch (method) {
    case "csv":
    case "tsv":
      return `write: d3.${method}Parse(await ${file}.text(), d3.autoType)`;
    case "arrow":
    case "parquet":
    case "arquero":
    case "arquero-parquet":
      return `keep the file as CSV and write: d3.csvParse(await ${file.replace(/\.\w+"/, '.csv"')}.text(), d3.autoType)`;
    case "xlsx":
    case "zip":
    case "sqlite":
      return "write its rows as CSV or JSON beside the page, and read that";
    default:
      return null;
  }
}
