import { dimensions, partnershipTypes, type Dimension } from "../model/names.js";
import type { Adoptable, Adoptables } from "../model/adoptable.js";
import {
  assumptionIds,
  isOfMappedCity,
  unitOf,
  type Assumption,
  type ModelVersion,
} from "../model/assumptions.js";
import { acts, type Choices } from "../model/choices.js";
import type { DistributionName } from "../model/distribution.js";
import type { Lever } from "../model/levers/lever-kinds.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import type { Model } from "../model/model.js";

/** Low, central, high and distribution of an assumption. */
export type BasisSpread = readonly [
  low: number,
  central: number,
  high: number,
  distribution: DistributionName,
];

/** What a scenario reads of a practice that it adopts. What the register does not say is left out. */
export interface BasisPractice {
  dimensions: readonly Dimension[];
  /** EUR a year, as documented. */
  cost?: number;
  /** Where it comes from, by the city's id. */
  city?: string;
}

/** The evidence a scenario was made on, as plain data: all that the model reads, without names and reasons. */
export interface Basis {
  /** Ids of the mapped cities. */
  cities: readonly string[];
  /** A row a city; in each the five dimensions in the order of `dimensions`. */
  initiatives: readonly (readonly number[])[];
  actors: readonly (readonly number[])[];
  /** A row a city; in each the four types in the order of `partnershipTypes`. */
  partnerships: readonly (readonly number[])[];
  /** By id. */
  assumptions: Readonly<Record<string, BasisSpread>>;
  /** The adopted practices, by id; left out where none is adopted, as in all records before there were any. */
  practices?: Readonly<Record<string, BasisPractice>>;
}

/**
 * The basis of a scenario with these levers and choices that is made on this model. What only some choices read is in
 * it where they were made: residents, migrants, and what the mapping found.
 */
export function basisOf(
  { baseline, assumptions, practices, version = 1 }: Model,
  levers: readonly Lever[],
  choices: Choices = {},
): Basis {
  const { cities } = baseline;
  const rows = (counts: Float64Array, kinds: number) =>
    cities.map((_, c) => Array.from(counts.subarray(c * kinds, (c + 1) * kinds)));
  return {
    cities: [...cities],
    initiatives: rows(baseline.initiatives, dimensions.length),
    actors: rows(baseline.actors, dimensions.length),
    partnerships: rows(baseline.partnerships, partnershipTypes.length),
    assumptions: Object.fromEntries(
      assumptions
        .filter(({ id }) => !isOfMappedCity(id) || acts(id, version, choices))
        .map(({ id, low, central, high, distribution }) => [id, [low, central, high, distribution]]),
    ),
    ...adoptedIn(levers, practices),
  };
}

function adoptedIn(levers: readonly Lever[], practices: Adoptables): Pick<Basis, "practices"> {
  const ids = new Set(levers.flatMap((lever) => (lever.kind === "practice" ? [lever.practice] : [])));
  if (ids.size === 0) return {};
  const told = [...ids].sort().flatMap((id): [string, BasisPractice][] => {
    const practice = practices.get(id);
    return practice ? [[id, basisPractice(practice)]] : [];
  });
  return { practices: Object.fromEntries(told) };
}

/**
 * The same basis with its fields in the one order that we write: assumptions as the model has them, those that it does
 * not know and the practices by id.
 */
export function basisInOrder(basis: Basis, version: ModelVersion): Basis {
  const { cities, initiatives, actors, partnerships, assumptions, practices } = basis;
  const known = assumptionIds(cities, version).filter((id) => Object.hasOwn(assumptions, id));
  const isKnown = new Set(known);
  const others = Object.keys(assumptions).filter((id) => !isKnown.has(id));
  const adopted = Object.keys(practices ?? {}).sort();
  return {
    ...{ cities, initiatives, actors, partnerships },
    assumptions: Object.fromEntries([...known, ...others.sort()].map((id) => [id, assumptions[id]!])),
    ...(practices && {
      practices: Object.fromEntries(adopted.map((id) => [id, practiceInOrder(practices[id]!)])),
    }),
  };
}

function practiceInOrder({ dimensions, cost, city }: BasisPractice): BasisPractice {
  return { dimensions, ...(cost === undefined ? {} : { cost }), ...(city === undefined ? {} : { city }) };
}

/** What a basis holds of a practice. */
export function basisPractice({ dimensions, cost, city }: Adoptable): BasisPractice {
  return { dimensions, ...(cost === null ? {} : { cost }), ...(city === null ? {} : { city }) };
}

/**
 * The model as it was. Names, units and grades are today's; a city that is no longer known goes by its id. An
 * assumption that the model did not have then has today's value, for a run needs one, and so has a practice of which
 * the basis does not tell.
 */
export function modelOfBasis(
  basis: Basis,
  today: Model,
  version: ModelVersion = today.version ?? 1,
): Outcome<Model> {
  const known = new Map(today.assumptions.map((assumption) => [assumption.id, assumption]));
  const missing: string[] = [];
  const assumptions = assumptionIds(basis.cities, version).flatMap((id): Assumption[] => {
    const now = known.get(id);
    if (!Object.hasOwn(basis.assumptions, id)) {
      if (!now && !isOfMappedCity(id)) missing.push(id);
      return now ? [now] : [];
    }
    const [low, central, high, distribution] = basis.assumptions[id]!;
    const told = now ?? { id, name: id, unit: unitOf(id), evidence: "assumed" as const };
    return [{ ...told, low, central, high, distribution }];
  });
  if (missing.length > 0)
    return bad({ kind: "missing-assumptions-then", assumptions: missing, field: missing[0]! });
  const names = new Map(today.baseline.names);
  for (const city of basis.cities) if (!names.has(city)) names.set(city, city);
  return good({
    baseline: {
      cities: basis.cities,
      names,
      initiatives: Float64Array.from(basis.initiatives.flat()),
      actors: Float64Array.from(basis.actors.flat()),
      partnerships: Float64Array.from(basis.partnerships.flat()),
      // A basis tells of no document; those of today are of the same mappings, or of newer ones of the same cities.
      ...(today.baseline.sources && { sources: today.baseline.sources }),
    },
    practices: practicesOfBasis(basis, today.practices),
    assumptions,
    version,
  });
}

function practicesOfBasis({ practices = {} }: Basis, today: Adoptables): Adoptables {
  const then = Object.entries(practices).map(([id, { dimensions, cost, city }]): [string, Adoptable] => [
    id,
    { name: today.get(id)?.name ?? id, dimensions, cost: cost ?? null, city: city ?? null },
  ]);
  return then.length === 0 ? today : new Map([...today, ...then]);
}
