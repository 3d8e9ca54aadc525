import * as v from "valibot";
import { allowedByUnit } from "../model/assumptions.js";
import { heads } from "../model/heads.js";
import { dimensions, partnershipTypes } from "../model/names.js";
import { distributions } from "../model/distribution.js";
import { mostLevers } from "../model/levers/lever-kinds.js";
import { startYearRange } from "./document.js";
import { modelVersion } from "./versions.js";
import { id, number } from "./told-levers/fields.js";
import { leverShape } from "./told-levers/lever-shape.js";
import { longestName, mostCounted } from "../model/own-city.js";
import { tidyText } from "../model/tidy-text.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { firstFaults, shownText, type ToldFault } from "../components/told-fault.js";

// Shape alone: whether a city exists or an amount is in range is for the model to say. Fields that nobody knows are
// refused, since passing one over could change what the scenario means; in `view` they are passed over.

const whole = v.pipe(number, v.integer("a whole number"));
const list = <S extends v.GenericSchema>(item: S) => v.array(item, "a list");
/** EUR a year of a practice: beyond it sums would lose their cents. */
const mostCost = 1e12;
const amount = v.pipe(number, v.minValue(0, "0 or more"));
/** Most of one kind in one city: a thousand times what any city of the evidence has. */
const mostCount = 1_000_000;
const count = v.pipe(amount, v.maxValue(mostCount, `at most ${mostCount}`));
/** No assumption has a higher figure, whatever its unit: those that the model knows are held to their own ranges. */
const mostAssumed = Math.max(...Object.values(allowedByUnit).map(({ maximum }) => maximum));
const assumed = v.pipe(amount, v.maxValue(mostAssumed, `at most ${mostAssumed}`));
/** A mean of shares may come out a hair above 1. */
const share = v.pipe(amount, v.maxValue(1 + 1e-9, "at most 1"));
const formulas = v.pipe(
  whole,
  v.minValue(1, "1 or more"),
  v.maxValue(modelVersion, `at most ${modelVersion}, unless a newer Arrivals made it: reload this page then`),
);

const startYear = v.pipe(
  whole,
  v.minValue(startYearRange.minimum, `${startYearRange.minimum} or later`),
  v.maxValue(startYearRange.maximum, `${startYearRange.maximum} or earlier`),
);

const perHeads = v.picklist(heads, "either left out, or residents or migrants");
const target = v.variant(
  "kind",
  [
    v.strictObject({ kind: v.picklist(["median", "upper-quartile", "best"]), per: v.optional(perHeads) }),
    v.strictObject({
      kind: v.literal("own"),
      initiatives: v.strictObject(Object.fromEntries(dimensions.map((d) => [d, number])), "fields"),
      cities: v.optional(
        v.record(
          id,
          v.strictObject(Object.fromEntries(dimensions.map((d) => [d, v.optional(number)])), "fields"),
          "fields",
        ),
      ),
      per: v.optional(perHeads),
    }),
  ],
  "a known target (median, upper-quartile, best, own)",
);

const ownCount = v.nullable(
  v.pipe(
    number,
    v.integer("a whole number"),
    v.minValue(0, "0 or more"),
    v.maxValue(mostCounted, `at most ${mostCounted}`),
  ),
);
const named = v.pipe(
  v.string("text"),
  v.maxLength(longestName, `text of at most ${longestName} letters`),
  v.transform((text) => tidyText(text, longestName)),
);
const ownCity = v.strictObject(
  {
    name: v.pipe(named, v.nonEmpty("a name")),
    country: named,
    initiatives: v.strictObject(Object.fromEntries(dimensions.map((d) => [d, ownCount])), "fields"),
    partnerships: v.strictObject(
      Object.fromEntries(partnershipTypes.map((type) => [type, ownCount])),
      "fields",
    ),
  },
  "fields",
);

const document = v.strictObject(
  {
    levers: v.pipe(list(leverShape), v.maxLength(mostLevers, `a list of at most ${mostLevers} levers`)),
    horizon: whole,
    target,
    overrides: v.record(
      id,
      v.strictObject(
        { low: v.optional(number), central: v.optional(number), high: v.optional(number) },
        "fields",
      ),
      "fields",
    ),
    costing: v.optional(v.literal("by-dimension", 'either left out or "by-dimension"')),
    weighting: v.optional(perHeads),
    counts: v.optional(v.literal("uncertain", 'either left out or "uncertain"')),
    seed: whole,
    draws: whole,
    view: v.object({ city: id, startYear: v.optional(startYear) }, "fields"),
    ownCity: v.optional(ownCity),
    preset: v.optional(id),
  },
  "fields",
);

const rows = (length: number) => list(v.pipe(list(count), v.length(length, `a list of ${length} numbers`)));

const practice = v.strictObject(
  {
    dimensions: v.pipe(
      list(v.picklist(dimensions, "a known dimension")),
      v.minLength(1, "a list of one dimension or more"),
      v.check((given) => new Set(given).size === given.length, "a list of different dimensions"),
    ),
    cost: v.optional(v.pipe(amount, v.maxValue(mostCost, `at most ${mostCost}`))),
    city: v.optional(id),
  },
  "fields",
);

const basis = v.pipe(
  v.strictObject(
    {
      cities: list(id),
      initiatives: rows(dimensions.length),
      actors: rows(dimensions.length),
      partnerships: rows(partnershipTypes.length),
      assumptions: v.record(
        id,
        v.strictTuple(
          [assumed, assumed, assumed, v.picklist(distributions, "a known distribution")],
          "low, central, high and distribution",
        ),
        "fields",
      ),
      practices: v.optional(v.record(id, practice, "fields")),
    },
    "fields",
  ),
  v.check(
    ({ cities, ...tables }) =>
      new Set(cities).size === cities.length &&
      [tables.initiatives, tables.actors, tables.partnerships].every((d) => d.length === cities.length),
    "made of as many rows as it has different cities",
  ),
);

const record = v.strictObject(
  {
    schemaVersion: whole,
    modelVersion: formulas,
    dataVersion: v.pipe(v.string("text"), v.regex(/^[\w.-]{1,64}$/, "a version of the data")),
    name: v.optional(v.string("text")),
    coverage: v.nullable(share),
    document,
    basis,
  },
  "a record of a scenario",
);

/** A record of the present version by its shape. */
export type RecordShape = v.InferOutput<typeof record>;

/** The record, or what of its shape is wrong, field by field; many are counted. */
export function readShape(value: unknown): Outcome<RecordShape, ToldFault> {
  // The library's own words repeat whatever they met, of any length.
  const found = v.safeParse(record, value, { message: "of another form" });
  if (found.success) return good(found.output);
  return bad(...firstFaults(found.issues, faultOf));
}

function faultOf(issue: v.BaseIssue<unknown>): ToldFault {
  const path = (issue.path ?? []).map(({ key }) => shownText(key));
  const field = path.join(".");
  const name = field || "the whole";
  const index = path[0] === "document" && path[1] === "levers" ? Number(path[2]) : Number.NaN;
  const about = { ...(field ? { field } : {}), ...(Number.isInteger(index) ? { lever: index } : {}) };
  if (issue.expected === "never")
    return { message: `the field ${name} is not known to this version`, ...about };
  if (issue.input === undefined) return { message: `the field ${name} is missing`, ...about };
  return { message: `the field ${name} must be ${issue.message}, not ${valueText(issue)}`, ...about };
}

function valueText({ input, kind }: v.BaseIssue<unknown>): string {
  if (typeof input === "string") return `"${shownText(input)}"`;
  if (typeof input === "number" || typeof input === "boolean" || input === null) return String(input);
  if (!Array.isArray(input)) return "fields";
  // Where a list may stand, its length is at fault, or what is in it.
  return kind === "validation" ? `a list of ${input.length}` : "a list";
}
