import type { Cell } from "../components/figure.js";
import { withoutEnd } from "../components/without-end.js";
import { carried, id, type ArrowData, type ArrowField } from "./arrow-fields.js";
import { Decimal, reader } from "./arrow-values.js";
import type { CellRoom } from "./cell-room.js";

/**
 * A value of a result. Whole numbers that a JavaScript number cannot hold exactly are bigints, decimals that it cannot
 * hold are their digits as text: no digit is lost. Numbers may be infinite or NaN.
 */
export type ResultCell = Cell | bigint;

/** A row of a result. */
export type ResultRow = Record<string, ResultCell>;

/** Types of a result's columns: dates, lists and whatever else DuckDB has are text. */
export type ColumnType = "integer" | "number" | "string" | "boolean";

/** The column's type, as the Node side names it. */
export function columnType(field: ArrowField): ColumnType {
  switch (carried(field)) {
    case "hugeint":
    case "uhugeint":
    case "bignum":
      return "integer";
    case "bool8":
      return "boolean";
  }
  switch (field.type.typeId) {
    case id.int:
      return "integer";
    case id.decimal:
    case id.float:
      return "number";
    case id.bool:
      return "boolean";
    default:
      return "string";
  }
}

/**
 * Reads a column's values as cells: dates, times and spans as DuckDB writes them, lists, structs and maps as JSON text,
 * a union's value as it is, bits as 0 and 1.
 * @param room how much of a long value is read; default all
 */
export function cellReader(field: ArrowField, data: ArrowData, room?: CellRoom): (i: number) => ResultCell {
  const read = reader(field, data, room);
  return (i) => {
    room?.next();
    const value = read(i);
    if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    if (value instanceof Decimal) return numberOrDigits(value.text);
    return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
  };
}

/** The number, where it has no digit less than the text. */
function numberOrDigits(text: string): Cell {
  const number = Number(text);
  const [whole = "", decimals = ""] = text.split(".");
  const kept = withoutEnd(decimals, (digit) => digit === "0");
  const short = kept === "" ? whole : `${whole}.${kept}`;
  return String(number) === short ? number : text;
}
