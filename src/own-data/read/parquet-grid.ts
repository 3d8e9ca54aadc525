import { parquetMetadata, parquetReadObjects, parquetSchema, type SchemaElement } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { columnsGrid } from "./columns-grid.js";
import type { Grid } from "./grid.js";
import { UnreadableFile } from "./unreadable.js";

/** The rows of a Parquet file. @throws UnreadableFile where it is cut off, or of a form that cannot be read */
export async function parquetGrid(bytes: Uint8Array): Promise<Grid> {
  try {
    const file = bytes.slice().buffer;
    const elements = parquetSchema(parquetMetadata(file)).children.map(({ element }) => element);
    const names = elements.map(({ name }) => name);
    const steps = elements.map(stepsOfSecond);
    const rows = await parquetReadObjects({ file, compressors });
    return columnsGrid(names, rows.length, (column, row) => {
      const value: unknown = rows[row]![names[column]!];
      const step = steps[column];
      return step && (typeof value === "bigint" || typeof value === "number")
        ? timeText(Number(value) / step)
        : value;
    });
  } catch (cause) {
    throw new UnreadableFile({ kind: "damaged", detail: (cause as Error).message }, { cause });
  }
}

/** Into how many steps a column of times of day parts a second; null for a column of another kind. */
function stepsOfSecond({ converted_type, logical_type }: SchemaElement): number | null {
  if (converted_type === "TIME_MILLIS") return 1e3;
  if (converted_type === "TIME_MICROS") return 1e6;
  if (logical_type?.type !== "TIME") return null;
  return { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 }[logical_type.unit];
}

/** "10:30:00": seconds since midnight are an amount to nobody. What is no time of a day stays what it is. */
function timeText(seconds: number): string {
  if (!(seconds >= 0 && seconds < 86_400)) return String(seconds);
  return new Date(seconds * 1e3)
    .toISOString()
    .slice(11, -1)
    .replace(/\.000$/, "");
}
