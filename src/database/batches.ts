import type { ArrowData, ArrowField } from "./arrow-fields.js";
import { CellRoom } from "./cell-room.js";
import { cellReader, columnType, type ColumnType, type ResultRow } from "./cells.js";

/** What a query's record batches hold. */
export interface Batches {
  columns: { name: string; type: ColumnType }[];
  rows: ResultRow[];
}

/** What was read of record batches. */
export interface ReadBatches extends Batches {
  /** True when there were more rows than were read. */
  truncated: boolean;
  /** True when cells hold less than the query gives, and say how much more there is. */
  cellsCut: boolean;
}

/** What is read of record batches, as far as it is the same in every version of Arrow. */
export interface Stream {
  schema: { fields: ArrowField[] };
  batches: AsyncIterable<Batch> | Iterable<Batch>;
}

interface Batch {
  numRows: number;
  data: { children: ArrowData[] };
}

/** Opens what DuckDB-Wasm answers to a query that is sent. */
export async function openStream(reader: unknown): Promise<Stream> {
  const opened = await (reader as { open(): Promise<Pick<Stream, "schema"> & AsyncIterable<Batch>> }).open();
  return { schema: opened.schema, batches: opened };
}

/** A result that has come whole. */
export function whole(table: unknown): Stream {
  return table as Stream;
}

/** Whether a column has the words of an ENUM, or holds one. */
export function hasDictionary({ schema }: Stream): boolean {
  const has = ({ type }: ArrowField): boolean => type.typeId === -1 || (type.children ?? []).some(has);
  return schema.fields.some(has);
}

/** Most values read of a result that is only shown in part: thousands of columns leave room for fewer rows. */
const valuesRead = 2e6;

/**
 * Reads one row more than the limit, to know whether there are more; fewer where a row has thousands of values. With a
 * limit, long lists and texts are cut: see `CellRoom`.
 */
export async function readBatches({ schema, batches }: Stream, most: number): Promise<ReadBatches> {
  const { fields } = schema;
  const room = most === Infinity ? undefined : new CellRoom();
  const limit =
    most === Infinity ? most : Math.min(most, Math.max(1, Math.floor(valuesRead / fields.length)));
  const names = distinct(fields.map((field) => field.name));
  const columns = fields.map((field, i) => ({ name: names[i]!, type: columnType(field) }));
  const rows: ResultRow[] = [];
  for await (const batch of batches) {
    const read = fields.map((field, i) => cellReader(field, batch.data.children[i]!, room));
    for (let r = 0; r < batch.numRows && rows.length <= limit; r++)
      rows.push(Object.fromEntries(names.map((name, i) => [name, read[i]!(r)])));
    if (rows.length > limit) break;
  }
  const truncated = rows.length > limit;
  if (truncated) rows.length = limit;
  return { columns, rows, truncated, cellsCut: room?.cut ?? false };
}

/** Names a second column of the same name as the Node side does: "n", "n:1". */
function distinct(names: string[]): string[] {
  const taken = new Set<string>();
  const seen = new Map<string, number>();
  return names.map((name) => {
    let unique = name;
    for (let i = seen.get(name) ?? 1; taken.has(unique); i++) {
      unique = `${name}:${i}`;
      seen.set(name, i);
    }
    taken.add(unique);
    return unique;
  });
}
