/**
 * What is read of an Arrow type. Described here because DuckDB-Wasm brings an Arrow of its own, older than the site's.
 */
export interface ArrowType {
  typeId: number;
  scale?: number;
  unit?: number;
  timezone?: string | null;
  bitWidth?: number;
  byteWidth?: number;
  listSize?: number;
  children?: ArrowField[] | null;
}

export interface ArrowField {
  name: string;
  type: ArrowType;
  /** Names a type of DuckDB's where Arrow has none of its own. */
  metadata?: ReadonlyMap<string, string>;
}

/** Values of a field as Arrow holds them. */
export interface ArrowData {
  values: ArrayLike<number> | ArrayLike<bigint>;
  valueOffsets: Int32Array;
  typeIds: Int8Array;
  children: ArrowData[];
  dictionary?: { get(i: number): unknown };
  getValid(i: number): boolean;
}

/** Arrow's own numbers for its types. */
export const id = {
  dictionary: -1,
  int: 2,
  float: 3,
  binary: 4,
  text: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11,
  list: 12,
  struct: 13,
  union: 14,
  fixedSizeBinary: 15,
  fixedSizeList: 16,
  map: 17,
} as const;

/** The type of DuckDB's that a field carries as bytes, such as "hugeint", "bit"; empty where Arrow knows the type. */
export function carried({ metadata }: ArrowField): string {
  const name = metadata?.get("ARROW:extension:name") ?? "";
  if (name !== "arrow.opaque") return name.replace(/^arrow\./, "");
  const { type_name } = JSON.parse(metadata?.get("ARROW:extension:metadata") ?? "{}") as {
    type_name?: string;
  };
  return type_name ?? "";
}
