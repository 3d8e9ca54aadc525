import { zipSync, type Zippable } from "fflate";
import { briefFigures } from "../src/briefs/figures.js";
import { figures } from "../src/figures/registry.js";
import { rowsToArrowFile } from "./arrow.js";
import { openDatabase } from "./database.js";
import { dataVersion } from "./version.js";

/**
 * The rows of every figure at first view, those of city briefs for all cities, one Arrow file each, in a ZIP archive from which Framework takes
 * `/data/figures/<id>.arrow`: one loader, so that the database is opened once for all of them. Each says in its schema
 * which figure's rows it holds and from which version of the data, and the page believes no other.
 */
export async function figureFiles(): Promise<Uint8Array> {
  const database = await openDatabase();
  const version = dataVersion();
  const files: Zippable = {};
  try {
    for (const figure of [...Object.values(figures), ...Object.values(briefFigures)]) {
      const { rows, columns } = await database.result(figure.sql(figure.options ?? {}));
      files[`${figure.id}.arrow`] = rowsToArrowFile(rows, columns, { figure: figure.id, version });
    }
  } finally {
    await database.close();
  }
  // A fixed time, of the local clock as ZIP has it, keeps the bytes the same for the same data.
  return zipSync(files, { mtime: new Date(2020, 0, 1) });
}
