import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Topology } from "topojson-specification";
import type { Table } from "../../../loaders/read-table.js";
import { landOf } from "../../../src/components/land-shape.js";
import { emptyPage } from "../page/page.js";
import { marksOf } from "../../../src/components/marks.js";
import type { Canvas, Figure, Options, Row } from "../../../src/components/figure.js";
import { evidence, realDatabase, type SharedDatabase } from "./real-evidence.js";

/** The land that maps stand on, as the site sends it. */
const land = landOf(
  JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve("world-atlas/land-110m.json"), "utf8"),
  ) as Topology,
);

/** The evidence of this project and its database, with what a figure asks of them. */
export interface RealFigures {
  tables: ReadonlyMap<string, Table>;
  database: SharedDatabase;
  /** The rows of a figure for a choice; the first view when left out. */
  rows(figure: Figure, options?: Options): Promise<Row[]>;
  /** What a picture needs at a width in CSS pixels, with the marks of every discrepancy. */
  canvas(width: number): Canvas;
}

/** Opens the evidence; its database is that of all tests of a worker. */
export async function openRealFigures(): Promise<RealFigures> {
  const tables = evidence;
  const database = await realDatabase();
  const marks = marksOf(tables.get("discrepancies")!.rows);
  const document = emptyPage();
  return {
    tables,
    database,
    rows: (figure, options = {}) => database.query(figure.sql({ ...figure.options, ...options })),
    canvas: (width) => ({ document, width, marks, land }),
  };
}
