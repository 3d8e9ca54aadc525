import type { OwnColumn } from "../read/read-table.js";
import { listFieldNames, listFields, type ListField } from "./list-fields.js";
import { matchValue, plain } from "./match-values.js";
import { codeLists, type CodedField } from "./value-names.js";

/** A column that is taken for a field, and what speaks for it. */
export interface MatchedColumn {
  field: ListField;
  /** Place of the column in the table. */
  column: number;
  ground:
    /** Its name is one of the field's names, or begins or ends with one. */
    | { kind: "name"; name: string }
    | { kind: "part of name"; name: string }
    /** So many of its different values are codes of the field. */
    | { kind: "values"; matched: number; of: number };
}

const isCoded = (field: ListField): field is CodedField => field in codeLists;

/** How well a column fits a field, the best first; null where nothing speaks for it. */
function fitOf(
  field: ListField,
  { name, profile, type }: OwnColumn,
): { weight: number; ground: MatchedColumn["ground"] } | null {
  const own = plain(name);
  const names = listFieldNames[field];
  const at = names.indexOf(own);
  if (at >= 0) return { weight: 100 - at / names.length, ground: { kind: "name", name } };
  const texts = [...profile.texts.keys()];
  if (isCoded(field) && texts.length > 0) {
    const matched = texts.filter((text) => matchValue(field, text)?.ground === "word").length;
    if (matched * 2 > texts.length)
      return { weight: 60 + matched / texts.length, ground: { kind: "values", matched, of: texts.length } };
  }
  const part = names.find((one) => one.length > 3 && new RegExp(`(^| )${escaped(one)}( |$)`).test(own));
  if (part === undefined || !fitsType(field, type.kind)) return null;
  return { weight: 40 + part.length / 100, ground: { kind: "part of name", name: part } };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A field of numbers takes no column of words by a part of its name, and the other way round. */
function fitsType(field: ListField, kind: OwnColumn["type"]["kind"]): boolean {
  if (field === "budget") return kind === "number";
  if (field === "start") return kind === "year" || kind === "date";
  return kind === "text";
}

/**
 * Which column is which field of a list of initiatives: each field has one column at most and each column one field, the
 * best fits first. What nothing speaks for is left to the reader.
 */
export function matchColumns(columns: readonly OwnColumn[]): MatchedColumn[] {
  const fits = listFields.flatMap((field, order) =>
    columns.flatMap((column) => {
      const fit = fitOf(field, column);
      return fit ? [{ field, order, column: column.at, ...fit }] : [];
    }),
  );
  fits.sort((a, b) => b.weight - a.weight || a.order - b.order || a.column - b.column);
  const found: MatchedColumn[] = [];
  for (const { field, column, ground } of fits)
    if (!found.some((one) => one.field === field || one.column === column))
      found.push({ field, column, ground });
  return found.sort((a, b) => listFields.indexOf(a.field) - listFields.indexOf(b.field));
}
