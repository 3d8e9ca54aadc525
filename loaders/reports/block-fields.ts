import * as v from "valibot";
import { marks } from "../../src/charts/chart-spec.js";

const text = v.pipe(
  v.union([v.string(), v.number()], "write a text"),
  v.transform(String),
  v.trim(),
  v.nonEmpty("write a text"),
);
/** A column of the query. */
const column = text;
/** Words by column. */
const byColumn = v.pipe(
  v.custom<object>((given) => !Array.isArray(given), "write it as { column: words }"),
  v.record(v.string(), text, "write it as { column: words }"),
);

/** One document with its place, or several. */
const sources = v.union(
  [
    v.pipe(
      v.strictTuple([text, text]),
      v.transform((one) => [one]),
    ),
    v.pipe(v.array(v.strictTuple([text, text])), v.minLength(1)),
  ],
  "write [document, place], such as [thp-2014, Table 7]",
);

/** What every table of rows has. */
const ofRows = {
  title: text,
  sql: text,
  columns: v.optional(byColumn),
  units: v.optional(byColumn),
  formats: v.optional(byColumn),
  source: v.optional(sources),
  note: v.optional(text),
};

const sort = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^-?[xy]( (ascending|descending))?$|^none$/, 'write "x", "-x", "y", "-y" or "none"'),
  ),
);

/** Fields of each block that has some, and what its sentences call it. */
export const blockFields = {
  chart: v.strictObject({
    ...ofRows,
    words: text,
    mark: v.picklist(marks),
    x: column,
    y: column,
    colour: v.optional(column),
    facet: v.optional(column),
    label: v.optional(column),
    value: v.optional(column),
    sort,
  }),
  map: v.strictObject({
    ...ofRows,
    words: text,
    latitude: column,
    longitude: column,
    size: v.optional(column),
    colour: v.optional(column),
    label: v.optional(column),
  }),
  table: v.strictObject(ofRows),
  number: v.strictObject({ sql: text, says: text, format: v.optional(text) }),
  compare: v.strictObject({
    says: text,
    format: v.optional(text),
    values: v.pipe(
      v.array(v.strictObject({ label: text, sql: text }), "write a list of { label: …, sql: … }"),
      v.minLength(2, "give two values at least"),
      v.maxLength(8, "give eight values at most"),
    ),
  }),
  scenario: v.strictObject({
    shows: v.optional(
      v.picklist([
        "coverage-by-city",
        "cost-by-year",
        "partnership-mix",
        "inequality",
        "breadth",
        "everything",
      ]),
    ),
    title: v.optional(text),
  }),
} as const;

export type FieldKind = keyof typeof blockFields;
export type FieldsOf<Kind extends FieldKind> = v.InferOutput<(typeof blockFields)[Kind]>;
