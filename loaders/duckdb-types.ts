import { DuckDBTypeId, type Json } from "@duckdb/node-api";
import type { ColumnType } from "./arrow.js";
import type { Cell } from "./read-table.js";

const integers = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
]);

const numbers = new Set([DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DECIMAL]);

/** The type of a result column; dates, lists and whatever else DuckDB has are text. */
export function columnType(id: DuckDBTypeId): ColumnType {
  if (integers.has(id)) return "integer";
  if (numbers.has(id)) return "number";
  return id === DuckDBTypeId.BOOLEAN ? "boolean" : "string";
}

/**
 * A result value as a cell.
 * @param value as DuckDB's JSON converter gives it: wide numbers and decimals come as text
 */
export function toCell(value: Json, id: DuckDBTypeId): Cell {
  if (value === null) return null;
  if (integers.has(id) || numbers.has(id)) {
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  }
  return typeof value === "string" || typeof value === "boolean" ? value : JSON.stringify(value);
}
