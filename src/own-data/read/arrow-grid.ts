import { tableFromIPC } from "@uwdata/flechette";
import { columnsGrid } from "./columns-grid.js";
import type { Grid } from "./grid.js";
import { UnreadableFile } from "./unreadable.js";

/** The rows of an Arrow file or stream. @throws UnreadableFile where it is cut off, or of a form that cannot be read */
export function arrowGrid(bytes: Uint8Array): Grid {
  try {
    // Long numbers keep their digits, and days are days.
    const table = tableFromIPC(bytes, { useBigInt: true, useDate: true });
    const columns = table.names.map((_, at) => table.getChildAt(at));
    return columnsGrid(table.names, table.numRows, (column, row) => columns[column]!.at(row) as unknown);
  } catch (cause) {
    throw new UnreadableFile({ kind: "damaged", detail: (cause as Error).message }, { cause });
  }
}
