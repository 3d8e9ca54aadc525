import type { Cell } from "../figures/figure.js";

/**
 * What is read of an Arrow type. Described here because DuckDB-Wasm brings an Arrow of its own, older than the site's.
 */
export interface ArrowType {
  typeId: number;
  /** Digits of a decimal, and those after its point. */
  precision?: number;
  scale?: number;
  unit?: number;
  timezone?: string | null;
  children?: { name: string; type: ArrowType }[] | null;
}

/** Arrow's own numbers for its types. */
const id = {
  int: 2,
  float: 3,
  binary: 4,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  list: 12,
  struct: 13,
  fixedSizeBinary: 15,
  fixedSizeList: 16,
  map: 17,
} as const;

/** Types of a result's columns: dates, lists and whatever else DuckDB has are text. */
export type ColumnType = "integer" | "number" | "string" | "boolean";

/** The column's type, as the Node side names it. DuckDB's widest integer travels as a decimal. */
export function columnType(type: ArrowType): ColumnType {
  switch (type.typeId) {
    case id.int:
      return "integer";
    case id.decimal:
      return type.precision === 38 && type.scale === 0 ? "integer" : "number";
    case id.float:
      return "number";
    case id.bool:
      return "boolean";
    default:
      return "string";
  }
}

/**
 * A value of a result as a cell, the same as the Node side makes of it: numbers of every width are numbers, NaN and
 * infinite ones null, dates and times ISO text, lists and structs JSON text.
 */
export function cellOf(value: unknown, type: ArrowType): Cell {
  if (value === null || value === undefined) return null;
  if (type.typeId === id.decimal) return Number(decimal(value as Uint32Array, type.scale ?? 0));
  if (typeof value === "bigint" && type.typeId === id.int) return Number(value);
  if (typeof value === "number" && type.typeId === id.float) return Number.isFinite(value) ? value : null;
  const json = jsonOf(value, type);
  return typeof json === "object" ? JSON.stringify(json) : json;
}

type Json = Cell | Json[] | { [name: string]: Json };

/** A value as it stands in JSON, where wide numbers and decimals keep their digits as text. */
function jsonOf(value: unknown, type: ArrowType): Json {
  if (value === null || value === undefined) return null;
  switch (type.typeId) {
    case id.decimal:
      return decimal(value as Uint32Array, type.scale ?? 0);
    case id.date:
      return new Date(Number(value)).toISOString().slice(0, 10);
    case id.timestamp:
      return timestamp(Number(value)) + (type.timezone ? "+00" : "");
    case id.time:
      return time(BigInt(value as bigint | number), type.unit ?? 2);
    case id.list:
    case id.fixedSizeList:
      return [...(value as Iterable<unknown>)].map((item) => jsonOf(item, type.children![0]!.type));
    case id.struct: {
      const struct = value as Record<string, unknown>;
      return Object.fromEntries(type.children!.map(({ name, type: of }) => [name, jsonOf(struct[name], of)]));
    }
    case id.map: {
      const [key, of] = type.children![0]!.type.children!;
      const entries = [...(value as Iterable<[unknown, unknown]>)];
      return entries.map(([k, v]) => ({ key: jsonOf(k, key!.type), value: jsonOf(v, of!.type) }));
    }
    case id.binary:
    case id.fixedSizeBinary:
      return [...(value as Uint8Array)].map(byteText).join("");
  }
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

/** A byte as DuckDB writes it: letters as they are, the rest as "\\xE9". */
function byteText(byte: number): string {
  const plain = byte >= 0x20 && byte < 0x7f && !`\\'"`.includes(String.fromCharCode(byte));
  return plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Digits of four 32-bit words, the lowest first, in two's complement: "-1.50". */
function decimal(words: Uint32Array, scale: number): string {
  let bits = 0n;
  for (let i = words.length - 1; i >= 0; i--) bits = (bits << 32n) | BigInt(words[i]!);
  const unscaled = BigInt.asIntN(words.length * 32, bits);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const point = digits.length - scale;
  const sign = unscaled < 0n ? "-" : "";
  return sign + digits.slice(0, point) + (scale ? `.${digits.slice(point)}` : "");
}

/** "2013-06-01 12:00:00", with fractions of a second only where there are any: DuckDB's own writing. */
function timestamp(milliseconds: number): string {
  const micros = Math.round(milliseconds * 1000);
  const seconds = Math.floor(micros / 1e6);
  const fraction = String(micros - seconds * 1e6)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ") + (fraction && `.${fraction}`);
}

/** "12:30:00.5"; `unit` is Arrow's: 0 seconds, 1 milli-, 2 micro-, 3 nanoseconds. */
function time(value: bigint, unit: number): string {
  return timestamp(Number(value) / 1000 ** (unit - 1)).slice(11);
}
