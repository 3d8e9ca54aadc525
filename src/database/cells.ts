import type { Cell } from "../figures/figure.js";

/**
 * What is read of an Arrow type. Described here because DuckDB-Wasm brings an Arrow of its own, older than the site's.
 */
export interface ArrowType {
  typeId: number;
  /** Width of integers; precision of decimals is `precision`, digits after the point `scale`. */
  bitWidth?: number;
  isSigned?: boolean;
  precision?: number;
  scale?: number;
  unit?: number;
  timezone?: string | null;
  dictionary?: ArrowType;
  children?: { name: string; type: ArrowType }[] | null;
}

/** Arrow's own numbers for its types. */
const id = {
  dictionary: -1,
  null: 1,
  int: 2,
  float: 3,
  binary: 4,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11,
  list: 12,
  struct: 13,
  fixedSizeBinary: 15,
  fixedSizeList: 16,
  map: 17,
  largeUtf8: 20,
} as const;

/** DuckDB's name of a column's type, as Arrow lets it be known: a HUGEINT arrives as DOUBLE. */
export function typeName(type: ArrowType): string {
  const inner = (i: number) => (type.children?.[i] ? typeName(type.children[i].type) : "NULL");
  switch (type.typeId) {
    case id.dictionary:
      return type.dictionary ? typeName(type.dictionary) : "VARCHAR";
    case id.null:
      return '"NULL"';
    case id.int: {
      const name =
        { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" }[type.bitWidth ?? 32] ?? "INTEGER";
      return type.isSigned === false ? `U${name}` : name;
    }
    case id.float:
      return type.precision === 2 ? "DOUBLE" : "FLOAT";
    case id.binary:
    case id.fixedSizeBinary:
      return "BLOB";
    case id.bool:
      return "BOOLEAN";
    case id.decimal:
      return `DECIMAL(${type.precision},${type.scale})`;
    case id.date:
      return "DATE";
    case id.time:
      return "TIME";
    case id.timestamp:
      return type.timezone ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
    case id.interval:
      return "INTERVAL";
    case id.list:
    case id.fixedSizeList:
      return `${inner(0)}[]`;
    case id.struct:
      return `STRUCT(${type.children!.map((child) => `${quoted(child.name)} ${typeName(child.type)}`).join(", ")})`;
    case id.map: {
      const [key, value] = type.children?.[0]?.type.children ?? [];
      return key && value ? `MAP(${typeName(key.type)}, ${typeName(value.type)})` : "MAP";
    }
    default:
      return "VARCHAR";
  }
}

/**
 * A value of a result as a cell: numbers of every width are numbers, dates and times ISO text, lists and structs
 * JSON text. The Node side gives the same.
 */
export function cellOf(value: unknown, type: ArrowType): Cell {
  const plain = plainOf(value, type);
  return typeof plain === "object" && plain !== null ? JSON.stringify(plain) : plain;
}

type Plain = Cell | Plain[] | { [name: string]: Plain };

function plainOf(value: unknown, type: ArrowType): Plain {
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
      return [...(value as Iterable<unknown>)].map((item) => plainOf(item, type.children![0]!.type));
    case id.struct: {
      const struct = value as Record<string, unknown>;
      return Object.fromEntries(
        type.children!.map(({ name, type: of }) => [name, plainOf(struct[name], of)]),
      );
    }
    case id.map: {
      const [key, of] = type.children![0]!.type.children!;
      const entries = [...(value as Iterable<[unknown, unknown]>)];
      return entries.map(([k, v]) => ({ key: plainOf(k, key!.type), value: plainOf(v, of!.type) }));
    }
    case id.binary:
    case id.fixedSizeBinary:
      return [...(value as Uint8Array)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

/** Four 32-bit words, the lowest first, in two's complement; read by way of text, so that 0.1 is 0.1. */
function decimal(words: Uint32Array, scale: number): number {
  let unscaled = 0n;
  for (let i = words.length - 1; i >= 0; i--) unscaled = (unscaled << 32n) | BigInt(words[i]!);
  return Number(`${BigInt.asIntN(words.length * 32, unscaled)}e-${scale}`);
}

/** "2013-06-01 12:00:00", with fractions of a second only where there are any: DuckDB's own writing. */
function timestamp(milliseconds: number): string {
  const date = new Date(milliseconds);
  const micros = Math.round((milliseconds - Math.floor(milliseconds)) * 1000);
  const fraction = String(date.getUTCMilliseconds() * 1000 + micros)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return date.toISOString().slice(0, 19).replace("T", " ") + (fraction && `.${fraction}`);
}

/** "12:30:00.5"; `unit` is Arrow's: 0 seconds, 1 milli-, 2 micro-, 3 nanoseconds. */
function time(value: bigint, unit: number): string {
  const micros = unit === 3 ? value / 1000n : value * 1000n ** BigInt(2 - unit);
  return timestamp(Number(micros) / 1000).slice(11);
}

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
