import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { columnsGrid } from "./columns-grid.js";
import type { Grid } from "./grid.js";
import { UnreadableFile } from "./unreadable.js";

/** The rows of a Parquet file. @throws UnreadableFile where it is cut off, or of a form that cannot be read */
export async function parquetGrid(bytes: Uint8Array): Promise<Grid> {
  try {
    const file = bytes.slice().buffer;
    const names = parquetSchema(parquetMetadata(file)).children.map(({ element }) => element.name);
    const rows = await parquetReadObjects({ file, compressors });
    return columnsGrid(names, rows.length, (column, row) => rows[row]![names[column]!]);
  } catch (cause) {
    throw new UnreadableFile({ kind: "damaged", detail: (cause as Error).message }, { cause });
  }
}
