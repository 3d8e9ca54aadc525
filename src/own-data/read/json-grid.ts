import { isLosslessNumber, parse, stringify } from "lossless-json";
import type { CellKind, Grid } from "./grid.js";
import { mostDigits } from "./number-text.js";
import { UnreadableFile } from "./unreadable.js";

/**
 * Records of a JSON file as rows below a row of their names: a list of records, of lists, of a map's features, a record
 * with one such list somewhere in it, or a record a line. Numbers keep their digits as they are written; lists and records
 * inside a record stay JSON.
 * @throws UnreadableFile where it is no such file
 */
export function jsonGrid(text: string): Grid {
  const list = readList(text);
  if (list.length > 0 && list.every((value) => Array.isArray(value))) return listsGrid(list as unknown[][]);
  const records = list.map((value, i) => recordOf(value, i + 1));
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (names.length === 0) throw new UnreadableFile({ kind: "shape", detail: "no record has a field" });
  return {
    height: records.length + 1,
    width: names.length,
    row: (at) => (at === 0 ? names : names.map((name) => cellText(records[at - 1]![name]))),
    kindsOf: (at) => names.map((name) => (at === 0 ? "text" : kindOf(records[at - 1]![name]))),
    placeOf: (at) => at,
  };
}

/** A list of lists has its names in the first of them, as a text file has. */
function listsGrid(lists: readonly (readonly unknown[])[]): Grid {
  return {
    height: lists.length,
    width: lists.reduce((most, { length }) => Math.max(most, length), 0),
    row: (at) => lists[at]!.map(cellText),
    kindsOf: (at) => lists[at]!.map(kindOf),
    placeOf: (at) => at + 1,
  };
}

type JsonRecord = Record<string, unknown>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

function readList(text: string): unknown[] {
  const lines = text.trim().split("\n");
  // A record a line is told from one record by its second line.
  if (lines.length > 1 && lines.slice(0, 2).every((line) => parsed(line) !== undefined))
    return lines.flatMap((line, i) => {
      if (line.trim() === "") return [];
      const value = parsed(line);
      if (value === undefined) throw new UnreadableFile({ kind: "damaged", detail: `line ${i + 1}` });
      return [value];
    });
  const whole = parsed(text);
  if (whole === undefined) throw new UnreadableFile({ kind: "damaged", detail: jsonFault(text) });
  const list = Array.isArray(whole) ? (whole as unknown[]) : listIn(whole, 0);
  if (!list) throw new UnreadableFile({ kind: "shape", detail: "it holds no list of records" });
  return isRecord(whole) && whole.type === "FeatureCollection" ? list.map(featureRecord) : list;
}

/** Records inside records in which a list is looked for: portals wrap their answers. */
const deepest = 4;

/** The only list of records that a record holds, in itself or in the records of it; null where there are none or several. */
function listIn(value: unknown, depth: number): unknown[] | null {
  if (!isRecord(value) || depth > deepest) return null;
  const values = Object.values(value);
  const own = values.filter((one): one is unknown[] => Array.isArray(one) && one.some(isRecord));
  const found =
    own.length > 0
      ? own
      : values.flatMap((one) => [listIn(one, depth + 1) ?? []].filter((l) => l.length > 0));
  return found.length === 1 ? found[0]! : null;
}

/** What a map's feature says is its properties; where it lies stays beside them. */
function featureRecord(feature: unknown): unknown {
  if (!isRecord(feature) || !isRecord(feature.properties)) return feature;
  const { properties, geometry } = feature;
  return "geometry" in properties ? properties : { ...properties, geometry };
}

function recordOf(value: unknown, place: number): JsonRecord {
  if (isRecord(value)) return value;
  throw new UnreadableFile({ kind: "shape", detail: `record ${place} is no record of names and values` });
}

/** Numbers as they are written: a number of JavaScript would lose digits of a long id. */
function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function jsonFault(text: string): string {
  try {
    parse(text);
    return "";
  } catch (error) {
    // What is nested without end is no table, whatever the engine calls it.
    return error instanceof RangeError ? "nested too deeply" : (error as Error).message;
  }
}

const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  if (isLosslessNumber(value)) return value.value;
  return typeof value === "object" ? (stringify(value) ?? "") : String(value);
};

/** The point of a JSON number is a decimal one. What has more digits than a number holds is a code, or too large. */
function kindOf(value: unknown): CellKind {
  if (!isLosslessNumber(value)) return typeof value === "boolean" ? "truth" : "text";
  const digits = value.value
    .replace(/[eE].*$/, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");
  return digits.length <= mostDigits && Number.isFinite(Number(value.value)) ? "number" : "text";
}
