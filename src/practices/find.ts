import { rankPractices, type RankedPractice } from "../model/rank-practices.js";
import type { Weights } from "../model/comparators.js";
import type { AskingCity } from "../model/city-contexts.js";
import type { Choices } from "./choices.js";
import { facetCounts, passes, type Facet, type FacetName } from "./facets.js";
import type { FinderPractice, Register } from "./finder-data.js";
import { sortPractices, type Sort } from "./sort.js";
import type { Hits } from "./search.js";

/** What the page shows for a reader's choices. */
export interface Found<Of extends FinderPractice = FinderPractice> {
  /** Practices of other places, or all where no city is chosen, in the order shown. */
  listed: Of[];
  /** Those of the chosen city itself, in the same order. */
  own: Of[];
  /** Why each practice stands where it does for the chosen city, by id. */
  ranked: ReadonlyMap<string, RankedPractice<Of>>;
  /** What the search found; null where nothing is searched, or the search cannot answer yet. */
  hits: Hits | null;
  /** Practices that each value of a facet would show. */
  counts: Map<FacetName, Map<string, number>>;
  /** The order that is in use. */
  sort: Sort;
}

/** What a register needs besides itself to be searched. */
export interface FinderParts<Of extends FinderPractice> extends Omit<Register<Of>, "topics"> {
  /** A city that practices can be ranked for, by its id; default those of the evidence. */
  cityOf?: (id: string | null) => AskingCity | null;
  facets: readonly Facet[];
  search: (query: string) => Hits | null;
}

/** Answers the choices; a ranking is worked out once for a city and weights. */
export function finder<Of extends FinderPractice>({
  practices,
  cities,
  facets,
  search,
  cityOf = (asked) => cities.find(({ id }) => id === asked) ?? null,
}: FinderParts<Of>): (choices: Choices) => Found<Of> {
  // By what is known of the city: a reader may change the counts of her own.
  const rankings = new WeakMap<AskingCity, Map<string, ReadonlyMap<string, RankedPractice<Of>>>>();
  const unranked = new Map<string, RankedPractice<Of>>();
  const rankedFor = (city: AskingCity | null, weights: Weights) => {
    if (!city) return unranked;
    const ofCity = rankings.get(city) ?? new Map<string, ReadonlyMap<string, RankedPractice<Of>>>();
    rankings.set(city, ofCity);
    const key = JSON.stringify(weights);
    const known = ofCity.get(key);
    if (known) return known;
    const ranked = new Map(
      rankPractices(city, practices, cities, weights).map((ranked) => [ranked.practice.id, ranked]),
    );
    ofCity.set(key, ranked);
    return ranked;
  };
  return (choices) => {
    const hits = search(choices.q);
    const ranked = rankedFor(cityOf(choices.city), choices.weights);
    const matching = hits ? practices.filter(({ id }) => hits.has(id)) : practices;
    const passing = matching.filter((practice) => passes(practice, facets, choices.facets));
    const { sorted, sort } = sortPractices(passing, choices.sort, hits, choices.city ? ranked : null);
    const isOwn = ({ city }: Of) => choices.city !== null && city === choices.city;
    return {
      listed: sorted.filter((practice) => !isOwn(practice)),
      own: sorted.filter(isOwn),
      ranked,
      hits,
      counts: facetCounts(matching, facets, choices.facets),
      sort,
    };
  };
}
