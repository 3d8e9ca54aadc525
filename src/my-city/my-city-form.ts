import * as v from "valibot";
import type { KeptForm } from "../kept/kept.js";
import { dimensions, partnershipTypes } from "../model/names.js";
import { noCity, type MyCity } from "./my-city.js";
import { longestName, mostCounted, ownCityId } from "../model/own-city.js";
import { tidyText } from "../model/tidy-text.js";

/** Where it is kept in the browser. */
export const storageKey = "arrivals-my-city";

/** Longest text that is looked into; what is written has a tenth of it. */
const longestText = 10_000;

const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted)));
const counts = <Name extends string>(names: readonly Name[]) =>
  v.strictObject(Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>);
const name = v.pipe(
  v.string(),
  v.maxLength(longestName),
  v.transform((text) => tidyText(text, longestName)),
);

const shape = v.strictObject({
  version: v.literal(1),
  chosen: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/))),
  own: v.nullable(
    v.strictObject({
      name: v.pipe(name, v.minLength(1)),
      country: name,
      initiatives: counts(dimensions),
      partnerships: counts(partnershipTypes),
    }),
  ),
});

/** My city as the browser keeps it. A later form says a higher `version`. */
export const myCityForm: KeptForm<MyCity> = {
  write: ({ chosen, own }) =>
    chosen === null && own === null ? null : JSON.stringify({ version: 1, chosen, own }),
  read(text) {
    let value: unknown = null;
    try {
      if (text.length <= longestText) value = JSON.parse(text);
    } catch {
      // No JSON: damaged.
    }
    const read = v.safeParse(shape, value);
    if (!read.success) return { value: null, fault: isNewer(value) ? "newer" : "damaged" };
    const { chosen, own } = read.output;
    // Nothing can be shown of a city of her own that is not there.
    if (chosen === ownCityId && own === null) return { value: noCity, fault: "damaged" };
    return { value: { chosen, own }, fault: null };
  },
};

const isNewer = (value: unknown) =>
  typeof value === "object" && value !== null && Number((value as { version?: unknown }).version) > 1;
