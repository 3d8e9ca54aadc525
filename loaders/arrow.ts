import {
  batchType,
  bool,
  Column,
  columnFromArray,
  dictionary,
  Endianness,
  float64,
  int32,
  Table as ArrowTable,
  tableToIPC,
  utf8,
  Version,
  type DataType,
  type Field as ArrowField,
} from "@uwdata/flechette";
import type { Field, Resource } from "./package.js";
import type { Cell, Row, Table } from "./read-table.js";

/** Types of a query's result columns. */
export type ColumnType = "integer" | "number" | "string" | "boolean";

/** A column of a query's result. */
export interface ResultColumn {
  name: string;
  type: ColumnType;
  /** Text about the column that travels with it, such as `title`, `unit`. Default: none. */
  metadata?: Record<string, string>;
}

/**
 * Makes an Arrow table of a checked table. Whole numbers and years become Int32, numbers Float64, true and false
 * Bool, text Utf8; text that repeats (ids, keys, allowed values, codes) becomes a dictionary of Utf8 with Int32
 * indices. A missing value is null. Each field carries `title`, `description`, `unit` and `flagColumn`; the
 * schema carries `table`, `title`, `source` ("arrivals") and, if given, `version`.
 * @param version of the data, from `dataVersion`
 * @throws RangeError if a value does not fit its type, which checked tables rule out
 */
export function toArrow(table: Table, version?: string): ArrowTable {
  const { resource, rows, name } = table;
  const keys = keyFields(resource);
  const columns = resource.schema.fields.map((field, index) => ({
    name: field.name,
    type: typeOf(field, keys, index),
    metadata: metadataOf({
      title: field.title,
      description: field.description,
      unit: field.unit,
      flagColumn: field.flagColumn,
    }),
  }));
  return build(
    rows,
    columns,
    metadataOf({ table: name, title: resource.title, source: "arrivals", version }),
  );
}

/**
 * Writes a checked table as an Arrow IPC file, with the types of `toArrow`. Behind the first 8 bytes the file
 * reads as an IPC stream too, so `file.subarray(8)` suits readers that know streams only.
 * @param version of the data, from `dataVersion`
 */
export function toArrowFile(table: Table, version?: string): Uint8Array {
  return write(toArrow(table, version));
}

/**
 * Writes the rows of a query as an Arrow IPC file: integer as Int32, number as Float64, boolean as Bool, string
 * as Utf8, or where it repeats in many rows as a dictionary of it. An integer column with a value beyond 32 bits becomes Float64: to JavaScript both are numbers.
 * @param rows by column name; a value left out is null
 * @param about text about the file that its schema carries beside `source` ("arrivals"), such as `version`
 * @throws TypeError if a value is not of its column's type
 */
export function rowsToArrowFile(
  rows: readonly Row[],
  columns: readonly ResultColumn[],
  about: Record<string, string> = {},
): Uint8Array {
  const typed = columns.map(({ name, type, metadata = {} }, index) => {
    for (const row of rows) {
      const value = row[name] ?? null;
      if (value !== null && typeof value !== scriptTypes[type])
        throw new TypeError(`Column ${name} holds ${JSON.stringify(value)}, which is not of type ${type}.`);
      if (type === "integer" && value !== null && !Number.isInteger(value))
        throw new TypeError(`Column ${name} holds ${value}, which is no integer.`);
    }
    return { name, type: resultType(name, type, rows, index), metadata: metadataOf(metadata) };
  });
  return write(build(rows, typed, metadataOf({ source: "arrivals", ...about })));
}

const scriptTypes = { integer: "number", number: "number", string: "string", boolean: "boolean" } as const;

interface TypedColumn {
  name: string;
  type: DataType;
  metadata: Map<string, string>;
}

function build(
  rows: readonly Row[],
  columns: readonly TypedColumn[],
  metadata: Map<string, string>,
): ArrowTable {
  const fields: ArrowField[] = columns.map((column) => ({ ...column, nullable: true }));
  const children = columns.map(({ name, type }) =>
    rows.length === 0
      ? emptyColumn(type)
      : columnFromArray(
          rows.map((row) => fitting(row[name] ?? null, type, name)),
          type,
        ),
  );
  return new ArrowTable({ version: Version.V5, endianness: Endianness.Little, fields, metadata }, children);
}

function write(table: ArrowTable): Uint8Array {
  // The result is null only where bytes go to a sink of the caller's.
  return tableToIPC(table, { format: "file" })!;
}

/** A typed array would wrap a number that does not fit, and truncate one with decimals. */
function fitting(value: Cell, type: DataType, name: string): Cell {
  if (typeof value === "number" && type.typeId === int32().typeId && (value | 0) !== value)
    throw new RangeError(`Column ${name} holds ${value}, which is no 32-bit integer.`);
  return value;
}

/** One batch without rows: a file without any batch has no dictionaries either, which some readers ask for. */
function emptyColumn(type: DataType): Column<unknown> {
  const none = new Uint8Array(0);
  const parts = { length: 0, nullCount: 0, type, validity: none };
  const Batch = batchType(type) as unknown as new (parts: object) => never;
  if ("dictionary" in type) {
    const batch = new Batch({ ...parts, values: new Int32Array(0) }) as {
      setDictionary(values: unknown): void;
    };
    batch.setDictionary(emptyColumn(type.dictionary));
    return new Column([batch as never], type);
  }
  return new Column([new Batch({ ...parts, offsets: new Int32Array(1), values: none })], type);
}

function keyFields({ schema }: Resource): Set<string> {
  return new Set([
    ...(schema.primaryKey ?? []),
    ...(schema.foreignKeys ?? []).flatMap((key) => key.fields),
    ...schema.fields.flatMap((field) => field.flagColumn ?? []),
  ]);
}

function typeOf({ name, type, constraints }: Field, keys: Set<string>, index: number): DataType {
  switch (type) {
    case "integer":
    case "year":
      return int32();
    case "number":
      return float64();
    case "boolean":
      return bool();
    case "string":
      return keys.has(name) || constraints?.enum || constraints?.pattern
        ? dictionary(utf8(), int32(), false, index)
        : utf8();
  }
}

/** Rows from which text that repeats is worth a dictionary, and how often each text must stand there on average. */
const manyRows = 500;
const oftenRepeated = 10;

function resultType(name: string, type: ColumnType, rows: readonly Row[], index: number): DataType {
  if (type === "string") {
    const repeats =
      rows.length >= manyRows && new Set(rows.map((row) => row[name])).size * oftenRepeated <= rows.length;
    return repeats ? dictionary(utf8(), int32(), false, index) : utf8();
  }
  if (type === "boolean") return bool();
  const fits = (value: Cell | undefined) => value == null || (Number(value) | 0) === value;
  return type === "integer" && rows.every((row) => fits(row[name])) ? int32() : float64();
}

function metadataOf(entries: Record<string, string | undefined>): Map<string, string> {
  return new Map(
    Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
