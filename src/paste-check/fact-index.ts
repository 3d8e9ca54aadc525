import type { CheckableFacts, Fact, Place } from "./facts.js";

/** What numbers of one kind may be asked for. */
export interface FactIndex {
  places: readonly Place[];
  mapped: readonly Place[];
  /** Facts of a place; with a part those of it, else those without one. */
  of(place: string, indicators: readonly string[], part?: string | null): Fact[];
  /** All facts of a place. */
  all(place: string): readonly Fact[];
  /** Every amount of the table `funding`. */
  amounts: readonly Fact[];
}

/** Makes facts findable by place. */
export function indexFacts({ facts, places }: CheckableFacts): FactIndex {
  const byPlace = new Map<string, Fact[]>();
  for (const fact of facts) byPlace.set(fact.place, [...(byPlace.get(fact.place) ?? []), fact]);
  const all = (place: string) => byPlace.get(place) ?? [];
  return {
    places,
    mapped: places.filter(({ mapped }) => mapped),
    all,
    of: (place, indicators, part = null) =>
      all(place).filter((fact) => indicators.includes(fact.indicator) && (fact.part ?? null) === part),
    amounts: facts.filter(({ indicator }) => indicator === "funding"),
  };
}

/** A share of one count in another, in per cent; null where the whole is nothing. */
export function shareOf(part: Fact, whole: Fact): Fact | null {
  if (whole.value === 0) return null;
  const readings = part.readings?.filter(({ unit, value }) => unit === "percent" || value === undefined);
  const made: Fact = {
    ...part,
    value: (part.value / whole.value) * 100,
    unit: "percent",
    derived: "share",
    what: `${part.value} of ${whole.value}`,
  };
  delete made.readings;
  return readings?.length ? { ...made, readings } : made;
}
