import type { Cell } from "../components/figure.js";
import { carried, id, type ArrowData, type ArrowField } from "./arrow-fields.js";
import { bitsOf, blobText, decimalText, integerOf, longIntegerOf, uuidOf } from "./binary.js";
import type { CellRoom } from "./cell-room.js";
import { dateText, intervalText, timeText, timestampText, zoneText } from "./moments.js";

/** A value as it stands in a list or a struct, where wide numbers and decimals keep their digits as text. */
type Json = Cell | Json[] | { [name: string]: Json };

/** Reads the i-th value; exact, before it is made a cell. */
type Read = (i: number) => Value;
export type Value = Json | bigint | Decimal;

/** Digits of a decimal. */
export class Decimal {
  constructor(readonly text: string) {}
}

/**
 * Reads the values of a field; a missing one is `null`.
 * @param room how much of long values is read; default all
 */
export function reader(field: ArrowField, data: ArrowData, room?: CellRoom): Read {
  const read = readerOfValid(field, data, room);
  return (i) => (data.getValid(i) ? read(i) : null);
}

function readerOfValid(field: ArrowField, data: ArrowData, room: CellRoom | undefined): Read {
  const { typeId } = field.type;
  const make = readers.get(typeId);
  if (!make) throw new Error(`Not Implemented Error: Unsupported Arrow type ${typeId}`);
  return make(field, data, room);
}

/** By type, how its values are read where they are not missing. */
const readers = new Map<number, (field: ArrowField, data: ArrowData, room?: CellRoom) => Read>([
  [
    id.int,
    // Named whole bytes, DuckDB writes its truth values as bits all the same.
    (field, data) => (carried(field) === "bool8" ? bitReader(data) : (i) => data.values[i]!),
  ],
  [id.float, (_, data) => (i) => numbersOf(data)[i]!],
  [id.bool, (_, data) => bitReader(data)],
  [
    id.text,
    (_, data, room) => {
      const decoder = new TextDecoder();
      const decode = (bytes: Uint8Array) => decoder.decode(bytes);
      return (i) => (room ? room.text(bytesAt(data, i), decode) : decode(bytesAt(data, i)));
    },
  ],
  [
    id.binary,
    (field, data, room) => {
      if (carried(field) === "bignum") return (i) => longIntegerOf(bytesAt(data, i));
      const read = carried(field) === "bit" ? bitsOf : blobText;
      return (i) => (room ? room.bytes(bytesAt(data, i), read) : read(bytesAt(data, i)));
    },
  ],
  [
    id.fixedSizeBinary,
    (field, data) => {
      const width = field.type.byteWidth!;
      const read = fixedReader(carried(field));
      return (i) => read((data.values as Uint8Array).subarray(i * width, (i + 1) * width));
    },
  ],
  [
    id.decimal,
    ({ type }, data) => {
      const bytes = bytesOf(data);
      const width = (type.bitWidth ?? 128) / 8;
      return (i) =>
        new Decimal(
          decimalText(integerOf(bytes.subarray(i * width, (i + 1) * width), true), type.scale ?? 0),
        );
    },
  ],
  [id.date, (_, data) => (i) => dateText(numbersOf(data)[i]!)],
  [
    id.time,
    ({ type }, data) =>
      (i) =>
        timeText(BigInt(data.values[i]!), 1000n ** BigInt(type.unit ?? 2)),
  ],
  [
    id.timestamp,
    ({ type }, data) => {
      const zone = type.timezone ? "+00" : "";
      return (i) => {
        const text = timestampText((data.values as ArrayLike<bigint>)[i]!, 1000n ** BigInt(type.unit ?? 2));
        return text.endsWith("infinity") ? text : text + zone;
      };
    },
  ],
  [
    id.interval,
    (_, data) => (i) => {
      const [months, days, low, high] = [0, 1, 2, 3].map((n) => numbersOf(data)[4 * i + n]!);
      return intervalText(months!, days!, (BigInt(high!) << 32n) | BigInt(low! >>> 0));
    },
  ],
  [
    id.list,
    (field, data, room) => {
      const item = childReader(field, data, 0, room);
      return (i) => list(data.valueOffsets[i]!, data.valueOffsets[i + 1]!, (n) => jsonOf(item(n)), room);
    },
  ],
  [
    id.fixedSizeList,
    (field, data, room) => {
      const item = childReader(field, data, 0, room);
      const size = field.type.listSize!;
      return (i) => list(i * size, (i + 1) * size, (n) => jsonOf(item(n)), room);
    },
  ],
  [
    id.struct,
    (field, data, room) => {
      const parts = field.type.children!.map(
        ({ name }, n) => [name, childReader(field, data, n, room)] as const,
      );
      // A struct without names (`row(1, 'a')`) is a list.
      if (parts.every(([name]) => name === "")) return (i) => parts.map(([, read]) => jsonOf(read(i)));
      return (i) => Object.fromEntries(parts.map(([name, read]) => [name, jsonOf(read(i))]));
    },
  ],
  [
    id.map,
    ({ type }, data, room) => {
      const [entries] = data.children;
      const [key, value] = type.children![0]!.type.children!.map((part, n) =>
        reader(part, entries!.children[n]!, room),
      );
      const entry = (n: number) => ({ key: jsonOf(key!(n)), value: jsonOf(value!(n)) });
      return (i) => list(data.valueOffsets[i]!, data.valueOffsets[i + 1]!, entry, room);
    },
  ],
  [
    id.union,
    (field, data, room) => {
      const members = field.type.children!.map((_, n) => childReader(field, data, n, room));
      return (i) => members[data.typeIds[i]!]!(i);
    },
  ],
  [id.dictionary, (_, data) => (i) => data.dictionary!.get(numbersOf(data)[i]!) as Value],
]);

const numbersOf = ({ values }: ArrowData) => values as ArrayLike<number>;

const childReader = ({ type }: ArrowField, data: ArrowData, n: number, room?: CellRoom): Read =>
  reader(type.children![n]!, data.children[n]!, room);

function bitReader(data: ArrowData): Read {
  const bytes = numbersOf(data);
  return (i) => ((bytes[i >> 3]! >> (i & 7)) & 1) === 1;
}

function fixedReader(name: string): (bytes: Uint8Array) => Value {
  switch (name) {
    case "hugeint":
      return (bytes) => integerOf(bytes, true);
    case "uhugeint":
      return (bytes) => integerOf(bytes, false);
    case "uuid":
      return uuidOf;
    case "time_tz":
      return (bytes) => {
        const bits = integerOf(bytes, false);
        // Its lowest 24 bits count down from the farthest zone, so that times sort by their place in the day.
        return timeText(bits >> 24n, 1_000_000n) + zoneText(57_599 - Number(bits & 0xffffffn));
      };
    default:
      return blobText;
  }
}

function jsonOf(value: Value): Json {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Decimal) return value.text;
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}

function bytesAt(data: ArrowData, i: number): Uint8Array {
  return (data.values as Uint8Array).subarray(data.valueOffsets[i], data.valueOffsets[i + 1]);
}

function bytesOf({ values }: ArrowData): Uint8Array {
  const { buffer, byteOffset, byteLength } = values as Uint32Array;
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Values from one place to another, as many as there is room for. */
function list(from: number, to: number, read: (n: number) => Json, room: CellRoom | undefined): Json[] {
  return room ? room.list(from, to, read) : Array.from({ length: to - from }, (_, i) => read(from + i));
}
