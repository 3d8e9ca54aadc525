import { zipSync } from "fflate";
import { briefFigures } from "../src/briefs/figures.js";
import { knowPriceYears, priceYearsOf } from "../src/figures/price-years.js";
import { figures } from "../src/figures/registry.js";
import { rowsToArrowFile } from "./arrow.js";
import { openTables, type Database } from "./database.js";
import { readEvidence } from "./evidence.js";
import type { Table } from "./read-table.js";
import { dataVersion } from "./version.js";

/**
 * The rows that are sent with every figure, those of city briefs for all cities, one Arrow file each, in a ZIP archive
 * from which Framework takes `/data/figures/<id>.arrow`: one loader, so that the database is opened once for all of them. Each says in its schema
 * which figure's rows it holds and from which version of the data, and the page believes no other.
 */
export async function figureFiles(): Promise<Uint8Array> {
  const evidence = readEvidence();
  const database = await openTables(evidence);
  try {
    const files = await rowsOfFigures(evidence, database, dataVersion());
    // A fixed time, of the local clock as ZIP has it, keeps the bytes the same for the same data.
    return zipSync(Object.fromEntries(files), { mtime: new Date(2020, 0, 1) });
  } finally {
    await database.close();
  }
}

/** The rows of every figure as `<id>.arrow`, by name of the file. @param database holds `evidence` */
export async function rowsOfFigures(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "result">,
  version: string,
): Promise<Map<string, Uint8Array>> {
  knowPriceYears(priceYearsOf(evidence));
  const files = new Map<string, Uint8Array>();
  for (const figure of [...Object.values(figures), ...Object.values(briefFigures)]) {
    const { rows, columns } = await database.result(figure.sql(figure.sent ?? figure.options ?? {}));
    files.set(`${figure.id}.arrow`, rowsToArrowFile(rows, columns, { figure: figure.id, version }));
  }
  return files;
}
