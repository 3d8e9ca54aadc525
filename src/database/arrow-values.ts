import type { Cell } from "../components/figure.js";
import { carried, id, type ArrowData, type ArrowField } from "./arrow-fields.js";
import { bitsOf, blobText, decimalText, integerOf, longIntegerOf, uuidOf } from "./binary.js";
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

/** Reads the values of a field; a missing one is `null`. */
export function reader(field: ArrowField, data: ArrowData): Read {
  const read = readerOfValid(field, data);
  return (i) => (data.getValid(i) ? read(i) : null);
}

function readerOfValid(field: ArrowField, data: ArrowData): Read {
  const { type } = field;
  const numbers = data.values as ArrayLike<number>;
  const wide = data.values as ArrayLike<bigint>;
  const child = (n: number) => reader(type.children![n]!, data.children[n]!);
  switch (type.typeId) {
    case id.int:
      // Named whole bytes, DuckDB writes its truth values as bits all the same.
      if (carried(field) === "bool8") return bitReader(numbers);
      return (i) => data.values[i]!;
    case id.float:
      return (i) => numbers[i]!;
    case id.bool:
      return bitReader(numbers);
    case id.text: {
      const decoder = new TextDecoder();
      return (i) => decoder.decode(bytesAt(data, i));
    }
    case id.binary: {
      const read = { bit: bitsOf, bignum: longIntegerOf }[carried(field)] ?? blobText;
      return (i) => read(bytesAt(data, i));
    }
    case id.fixedSizeBinary: {
      const width = type.byteWidth!;
      const read = fixedReader(carried(field));
      return (i) => read((data.values as Uint8Array).subarray(i * width, (i + 1) * width));
    }
    case id.decimal: {
      const bytes = bytesOf(data);
      const width = (type.bitWidth ?? 128) / 8;
      return (i) =>
        new Decimal(
          decimalText(integerOf(bytes.subarray(i * width, (i + 1) * width), true), type.scale ?? 0),
        );
    }
    case id.date:
      return (i) => dateText(numbers[i]!);
    case id.time:
      return (i) => timeText(BigInt(data.values[i]!), 1000n ** BigInt(type.unit ?? 2));
    case id.timestamp: {
      const zone = type.timezone ? "+00" : "";
      return (i) => {
        const text = timestampText(wide[i]!, 1000n ** BigInt(type.unit ?? 2));
        return text.endsWith("infinity") ? text : text + zone;
      };
    }
    case id.interval:
      return (i) => {
        const [months, days, low, high] = [0, 1, 2, 3].map((n) => numbers[4 * i + n]!);
        return intervalText(months!, days!, (BigInt(high!) << 32n) | BigInt(low! >>> 0));
      };
    case id.list: {
      const item = child(0);
      return (i) => range(data.valueOffsets[i]!, data.valueOffsets[i + 1]!).map((n) => jsonOf(item(n)));
    }
    case id.fixedSizeList: {
      const item = child(0);
      const size = type.listSize!;
      return (i) => range(i * size, (i + 1) * size).map((n) => jsonOf(item(n)));
    }
    case id.struct: {
      const parts = type.children!.map(({ name }, n) => [name, child(n)] as const);
      // A struct without names (`row(1, 'a')`) is a list.
      if (parts.every(([name]) => name === "")) return (i) => parts.map(([, read]) => jsonOf(read(i)));
      return (i) => Object.fromEntries(parts.map(([name, read]) => [name, jsonOf(read(i))]));
    }
    case id.map: {
      const [entries] = data.children;
      const [key, value] = type.children![0]!.type.children!.map((part, n) =>
        reader(part, entries!.children[n]!),
      );
      return (i) =>
        range(data.valueOffsets[i]!, data.valueOffsets[i + 1]!).map((n) => ({
          key: jsonOf(key!(n)),
          value: jsonOf(value!(n)),
        }));
    }
    case id.union: {
      const members = type.children!.map((_field, n) => child(n));
      return (i) => members[data.typeIds[i]!]!(i);
    }
    case id.dictionary:
      return (i) => data.dictionary!.get(numbers[i]!) as Value;
    default:
      throw new Error(`Not Implemented Error: Unsupported Arrow type ${type.typeId}`);
  }
}

function bitReader(bytes: ArrayLike<number>): Read {
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

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
