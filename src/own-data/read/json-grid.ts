import { isLosslessNumber, parse, stringify } from "lossless-json";
import type { Grid } from "./grid.js";
import { UnreadableFile } from "./unreadable.js";

/**
 * Records of a JSON file as rows below a row of their names: a list of records, a record with one such list, or a record a
 * line. Numbers keep their digits as they are written; lists and records inside a record stay JSON.
 * @throws UnreadableFile where it is no such file
 */
export function jsonGrid(text: string): Grid {
  const records = readRecords(text);
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (names.length === 0) throw new UnreadableFile({ kind: "shape", detail: "no record has a field" });
  return {
    height: records.length + 1,
    width: names.length,
    row: (at) => (at === 0 ? names : names.map((name) => cellText(records[at - 1]![name]))),
    placeOf: (at) => at,
  };
}

type JsonRecord = Record<string, unknown>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

function readRecords(text: string): JsonRecord[] {
  const lines = text.trim().split("\n");
  // A record a line is told from one record by its second line.
  if (lines.length > 1 && lines.slice(0, 2).every((line) => parsed(line) !== undefined))
    return lines.flatMap((line, i) => (line.trim() === "" ? [] : [recordOf(parsed(line), `line ${i + 1}`)]));
  const whole = parsed(text);
  if (whole === undefined) throw new UnreadableFile({ kind: "damaged", detail: jsonFault(text) });
  const list = listOf(whole);
  if (!list) throw new UnreadableFile({ kind: "shape", detail: "it holds no list of records" });
  return list.map((value, i) => recordOf(value, `record ${i + 1}`));
}

/** The list, or the only one that a record holds. */
function listOf(whole: unknown): unknown[] | null {
  if (Array.isArray(whole)) return whole as unknown[];
  if (!isRecord(whole)) return null;
  const lists = Object.values(whole).filter((value) => Array.isArray(value) && value.some(isRecord));
  return lists.length === 1 ? (lists[0] as unknown[]) : null;
}

function recordOf(value: unknown, where: string): JsonRecord {
  if (isRecord(value)) return value;
  throw new UnreadableFile({ kind: "shape", detail: `${where} is no record of names and values` });
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
    return (error as Error).message;
  }
}

const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  if (isLosslessNumber(value)) return value.value;
  return typeof value === "object" ? (stringify(value) ?? "") : String(value);
};
