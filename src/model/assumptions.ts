import { dimensions } from "./names.js";
import type { EvidenceRow } from "./baseline.js";
import { distributions, type DistributionName, type Spread } from "./distribution.js";
import type { Fault } from "./fault.js";
import { bad, good, type Outcome } from "./outcome.js";
import { outOfRange } from "./out-of-range.js";
import type { Range } from "./range.js";

/** How good an assumption is: a document has it, it was worked out, or nobody knows. */
export const evidenceGrades = ["documented", "derived", "assumed"] as const;

/** One figure the model uses, with its range and how good it is: a row of the table `assumptions`. */
export interface Assumption extends Spread {
  id: string;
  name: string;
  unit: string;
  evidence: (typeof evidenceGrades)[number];
  /** The city of the programme whose budget the values were worked out from; null where it is of no city there. Left out where no one budget stands behind them. */
  budgetCity?: string | null;
}

/** What a reader changed: parts of assumptions, by id. */
export type Overrides = Readonly<Record<string, Partial<Pick<Assumption, "low" | "central" | "high">>>>;

/** The versions of the formulas there ever were, the newest last. */
export const modelVersions = [1, 2] as const;
export type ModelVersion = (typeof modelVersions)[number];

/** Ids of the assumptions that a version of the model works with, in their order. */
export function assumptionIds(cities: readonly string[], version: ModelVersion): string[] {
  const each = (prefix: string) => cities.map((city) => `${prefix}${city}`);
  const byDimension = (prefix: string) => dimensions.map((dimension) => `${prefix}${dimension}`);
  if (version === 1)
    return [
      ...byDimension("cost-"),
      ...byDimension("weight-"),
      "pass-through",
      "private-share",
      "discount-rate",
      "breadth-threshold",
      "mapping-year",
      ...each("public-share-"),
    ];
  return [
    "cost-initiative",
    ...byDimension("cost-"),
    ...each("price-level-"),
    ...each("public-share-"),
    "pass-through",
    "co-funding",
    "crowding-out",
    "private-share",
    ...each("discount-rate-"),
    ...each("found-"),
    ...each("residents-"),
    ...each("migrant-share-"),
    "cost-correlation",
    "public-share-correlation",
    ...byDimension("weight-"),
    "breadth-threshold",
    "mapping-year",
  ];
}

/** Assumptions of which each city has its own: what stands before the city's id, in version 2. */
export const ofCities = ["price-level-", "public-share-", "discount-rate-"] as const;

/** Of the mapped cities alone: no one knows them of a city that a reader counted. */
export const ofMappedCities = ["found-", "residents-", "migrant-share-"] as const;
export const isOfMappedCity = (id: string): boolean => ofMappedCities.some((prefix) => id.startsWith(prefix));

/** The unit of what an initiative costs. */
export const costUnit = "EUR per initiative and year";

/** The unit that an assumption has to have: what its values are divided and multiplied by follows from it. */
export function unitOf(id: string): string {
  if (Object.hasOwn(ofOneAlone, id)) return ofOneAlone[id]!;
  if (id.startsWith("cost-")) return costUnit;
  if (id.startsWith("weight-")) return "weight";
  if (id.startsWith("public-share-")) return "share of initiatives";
  if (id.startsWith("price-level-")) return "euro-area prices";
  if (id.startsWith("discount-rate-")) return "a year";
  if (id.startsWith("found-")) return "share found";
  if (id.startsWith("residents-")) return "residents";
  if (id.startsWith("migrant-share-")) return "share of residents";
  return "";
}

const ofOneAlone: Readonly<Record<string, string>> = {
  "pass-through": "share of the cut",
  "private-share": "share of the cost",
  "co-funding": "share of what others pay",
  "crowding-out": "share of public money",
  "cost-correlation": "correlation",
  "public-share-correlation": "correlation",
  "discount-rate": "a year",
  "breadth-threshold": "initiatives",
  "mapping-year": "calendar year",
};

/** What values of a unit can be at all: arithmetic would break beyond. A judgement of what is likely is in the table. */
export const allowedByUnit: Readonly<Record<string, Omit<Range, "unit">>> = {
  // A cost of nothing would buy endless initiatives.
  [costUnit]: { minimum: 1, maximum: 1e9 },
  "share of initiatives": { minimum: 0, maximum: 1 },
  "share of the cut": { minimum: 0, maximum: 1 },
  "share of the cost": { minimum: 0, maximum: 1 },
  "share of what others pay": { minimum: 0, maximum: 1 },
  // Where all of it were pushed out, nothing could be bought.
  "share of public money": { minimum: 0, maximum: 0.9 },
  // Where next to nothing was found, what was missed has no end.
  "share found": { minimum: 0.05, maximum: 1 },
  residents: { minimum: 1000, maximum: 1e8 },
  "share of residents": { minimum: 0.001, maximum: 1 },
  correlation: { minimum: 0, maximum: 1 },
  "euro-area prices": { minimum: 0.05, maximum: 20 },
  "a year": { minimum: 0, maximum: 1 },
  weight: { minimum: 0, maximum: 100 },
  initiatives: { minimum: 0, maximum: 100 },
  "calendar year": { minimum: 1800, maximum: 2060 },
};

/**
 * The assumptions that the model needs for these cities, in the order of `assumptionIds`.
 * @param rows of the table `assumptions`; rows the model does not know are passed over
 * @param funding rows of that table: those that the assumptions name
 */
export function readAssumptions(
  rows: readonly EvidenceRow[],
  cities: readonly string[],
  funding: readonly EvidenceRow[] = [],
  version: ModelVersion = 2,
): Outcome<Assumption[]> {
  const budgets = new Map(funding.map((row) => [row["funding_id"], row["city_id"] as string | null]));
  const byId = new Map(rows.map((row) => [String(row["assumption_id"]), row]));
  const faults: Fault[] = [];
  const assumptions = assumptionIds(cities, version).flatMap((id): Assumption[] => {
    const row = byId.get(id);
    if (!row) {
      // Only some choices read it, and they say so.
      if (isOfMappedCity(id)) return [];
      faults.push({ kind: "missing-assumption", assumption: id, field: id });
      return [];
    }
    const assumption: Assumption = {
      id,
      name: String(row["name"]),
      unit: String(row["unit"]),
      low: row["low"] as number,
      central: row["central"] as number,
      high: row["high"] as number,
      distribution: row["distribution"] as DistributionName,
      evidence: row["evidence"] as Assumption["evidence"],
      ...(budgets.has(row["funding_id"]) && { budgetCity: budgets.get(row["funding_id"]) ?? null }),
    };
    faults.push(...faultsOf(assumption));
    return [assumption];
  });
  return faults.length > 0 ? bad(...faults) : good(assumptions);
}

/**
 * The assumptions with a reader's changes. A new central value outside the range stretches the range to itself;
 * a new end of the range that passes the central value is a fault. A `fixed` assumption keeps to its central
 * value, also in the range: another end is a fault, since nothing would draw it.
 */
export function withOverrides(
  assumptions: readonly Assumption[],
  overrides: Overrides,
): Outcome<Assumption[]> {
  const known = new Set(assumptions.map(({ id }) => id));
  const faults: Fault[] = Object.keys(overrides)
    .filter((id) => !known.has(id))
    .map((id) => ({ kind: "unknown-assumption", assumption: id, field: id }));
  const changed = assumptions.map((assumption): Assumption => {
    const override = Object.hasOwn(overrides, assumption.id) ? overrides[assumption.id] : undefined;
    if (!override) return assumption;
    const central = override.central ?? assumption.central;
    const fixed = assumption.distribution === "fixed";
    // What is no number is left as it is, for the check to refuse.
    const stretched = typeof central === "number" && !fixed;
    const result = {
      ...assumption,
      central,
      low: override.low ?? (stretched ? Math.min(assumption.low, central) : central),
      high: override.high ?? (stretched ? Math.max(assumption.high, central) : central),
    };
    const own = faultsOf(result);
    faults.push(...own);
    if (fixed && own.length === 0 && result.low !== result.high)
      faults.push({ kind: "range-of-fixed", assumption: assumption.id, field: assumption.id });
    return result;
  });
  const weights = changed.filter(({ unit }) => unit === "weight");
  if (!weights.some(({ central }) => central > 0)) faults.push({ kind: "no-weights" });
  return faults.length > 0 ? bad(...faults) : good(changed);
}

/** The central values, in the order given. */
export function centralValues(assumptions: readonly Assumption[]): Float64Array {
  return Float64Array.from(assumptions, ({ central }) => central);
}

function faultsOf({ id, unit, low, central, high, distribution }: Assumption): Fault[] {
  const allowed = Object.hasOwn(allowedByUnit, unit) ? allowedByUnit[unit] : undefined;
  if (!allowed) return [{ kind: "unknown-unit", assumption: id, unit, field: id }];
  if (!distributions.includes(distribution))
    return [{ kind: "unknown-distribution", assumption: id, distribution, field: id }];
  // Once each: a central value out of range may have stretched an end to itself.
  const values = [...new Set([low, central, high])];
  const faults = values.flatMap((value) => outOfRange(value, { ...allowed, unit }, id) ?? []);
  if (faults.length > 0) return faults;
  if (distribution === "log-triangular" && low === 0)
    return [{ kind: "ratio-from-zero", assumption: id, field: id }];
  if (low <= central && central <= high) return [];
  return [{ kind: "range-not-rising", assumption: id, low, central, high, field: id }];
}
