import type { Baseline } from "./baseline.js";
import { gini } from "./gini.js";
import { bad, good, type Outcome } from "./outcome.js";
import type { Year } from "./run-year.js";

/** Every kind of measure. */
const measureKinds = ["coverage", "total", "public", "private", "inequality"] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** A single number of a year, for uncertainty, sensitivity and attribution. */
export interface Measure {
  /** `coverage`: K or K_c; the costs in EUR a year; `inequality`: the Gini coefficient of K_c, over all cities only. */
  kind: MeasureKind;
  /** A mapped city; left out, all of them: the mean of coverage, cities weighed as chosen; the sum of costs. */
  city?: string;
}

/** The index of the measure's city, −1 for all, or what is wrong with it. */
export function checkMeasure({ kind, city }: Measure, { cities, names }: Baseline): Outcome<number> {
  if (!measureKinds.includes(kind)) return bad({ kind: "unknown-measure", given: String(kind) });
  if (city === undefined) return good(-1);
  if (kind === "inequality") return bad({ kind: "inequality-of-city" });
  const index = cities.indexOf(city);
  if (index >= 0) return good(index);
  const name = names.get(city);
  return name === undefined
    ? bad({ kind: "unknown-city", given: city })
    : bad({ kind: "city-without-mapping", city: { id: city, name }, purpose: "measure" });
}

/**
 * The measure in a year that was run.
 * @param city index of the measure's city; −1 for all
 */
export function valueIn(year: Year, kind: MeasureKind, city: number): number {
  if (kind === "inequality") return gini(year.cityCoverage);
  if (kind === "coverage") return city < 0 ? meanCoverage(year) : year.cityCoverage[city]!;
  const publicCost = kind === "private" ? 0 : amount(year.publicCost, city);
  const privateCost = kind === "public" ? 0 : amount(year.privateCost, city);
  return publicCost + privateCost;
}

/** K: the mean of K_c, each city with its weight. */
function meanCoverage({ cityCoverage, cityWeight }: Year): number {
  let weighted = 0;
  for (let c = 0; c < cityCoverage.length; c++) weighted += cityWeight[c]! * cityCoverage[c]!;
  return weighted / total(cityWeight);
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
