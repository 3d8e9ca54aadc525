import type { Baseline } from "./baseline.js";
import { gini } from "./gini.js";
import { bad, good, type Outcome } from "./outcome.js";
import type { Year } from "./run-year.js";

/** A single number of a year, for uncertainty, sensitivity and attribution. */
export interface Measure {
  /** `coverage`: K or K_c; the costs in EUR a year; `inequality`: the Gini coefficient of K_c, over all cities only. */
  of: "coverage" | "total" | "public" | "private" | "inequality";
  /** A mapped city; left out, all of them: the mean of coverage, the sum of costs. */
  city?: string;
}

/** Every kind of measure. */
const measureKinds = ["coverage", "total", "public", "private", "inequality"] as const;

/** The place of the measure's city, −1 for all, or what is wrong with it. */
export function checkMeasure({ of, city }: Measure, { cities, names }: Baseline): Outcome<number> {
  if (!measureKinds.includes(of)) return bad({ kind: "unknown-measure", given: String(of) });
  if (city === undefined) return good(-1);
  if (of === "inequality") return bad({ kind: "inequality-of-city" });
  const place = cities.indexOf(city);
  if (place >= 0) return good(place);
  const name = names.get(city);
  return name === undefined
    ? bad({ kind: "unknown-city", given: city })
    : bad({ kind: "city-without-mapping", city: { id: city, name }, purpose: "measure" });
}

/**
 * The measure in a year that was run.
 * @param city place of the measure's city; −1 for all
 */
export function valueIn(year: Year, of: Measure["of"], city: number): number {
  if (of === "inequality") return gini(year.cityCoverage);
  if (of === "coverage")
    return city < 0 ? total(year.cityCoverage) / year.cityCoverage.length : year.cityCoverage[city]!;
  const publicCost = of === "private" ? 0 : amount(year.publicCost, city);
  const privateCost = of === "public" ? 0 : amount(year.privateCost, city);
  return publicCost + privateCost;
}

function amount(cost: Float64Array, city: number): number {
  return city < 0 ? total(cost) : cost[city]!;
}

/** Plain sum in order: the same additions on every machine. */
function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
