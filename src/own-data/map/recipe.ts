import * as v from "valibot";
import { dimensions, partnershipTypes, sectors } from "../../model/names.js";
import { listFields } from "./list-fields.js";

/** Longest text of a file that a recipe keeps. */
const longest = 500;
const text = v.pipe(v.string(), v.maxLength(longest));

/** What a value of the file stands for: a code, or nothing that is counted. */
const choicesOf = <Code extends string>(codes: readonly Code[]) =>
  v.record(text, v.union([v.picklist(codes), v.literal("left out")]));

const shape = v.strictObject({
  version: v.literal(1),
  /** Columns by the name that they have in the file, for each field that has one. */
  columns: v.partial(
    v.strictObject(
      Object.fromEntries(listFields.map((field) => [field, text])) as Record<
        (typeof listFields)[number],
        typeof text
      >,
    ),
  ),
  /** What values stand for, by the text in the file as it is compared. */
  values: v.strictObject({
    dimension: choicesOf(dimensions),
    lead_sector: choicesOf(sectors),
    partnership_type: choicesOf(partnershipTypes),
  }),
});

/** What an analyst decided once of her office's list, and applies to the next one. */
export type Recipe = v.InferOutput<typeof shape>;

export const emptyRecipe: Recipe = {
  version: 1,
  columns: {},
  values: { dimension: {}, lead_sector: {}, partnership_type: {} },
};

/** @returns null where the text is no recipe, or one of a later version */
export function readRecipe(written: string): Recipe | null {
  try {
    const read = v.safeParse(shape, JSON.parse(written));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** A recipe as a file, its fields in one order, so that the same choices are the same bytes. */
export function writeRecipe({ columns, values }: Recipe): string {
  const inOrder = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const sorted = {
    version: 1,
    columns: inOrder(columns),
    values: Object.fromEntries(Object.entries(values).map(([field, choices]) => [field, inOrder(choices)])),
  };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
