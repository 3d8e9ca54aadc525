import { practiceKinds } from "../model/names.js";
import { criteriaMet, type Rankable, type RankedPractice } from "../model/rank-practices.js";
import type { FinderPractice } from "./finder-data.js";
import type { Hits } from "./search.js";

/** Orders of the list: for a city, by the search, and three that need neither. */
export const sorts = ["relevance", "fit", "evidence", "name", "year"] as const;
export type Sort = (typeof sorts)[number];

const byName = new Intl.Collator("en-GB", { sensitivity: "base", numeric: true });

/**
 * How much stands behind a practice: more criteria met, then an evaluation told, then its kind; what is alike in all
 * stays in the order of the register.
 */
function byEvidence(a: FinderPractice, b: FinderPractice): number {
  return (
    criteriaMet(b) - criteriaMet(a) ||
    Number(b.evaluation !== null) - Number(a.evaluation !== null) ||
    practiceKinds.indexOf(a.kind) - practiceKinds.indexOf(b.kind)
  );
}

/** Orders that can be asked for now, the one in use without a wish first: "relevance" needs a search, "fit" a city. */
export function sortsOffered(searched: boolean, city: boolean): Sort[] {
  return sorts.filter((sort) => (sort === "fit" ? city : sort === "relevance" ? searched : true));
}

/**
 * Sorts practices. Without a wish, or with one that cannot be met, what a search found stands in the order of how well
 * it matches; else the order is for the city where one is chosen, else by evidence.
 * @param practices in the order of the register
 * @param ranked for the chosen city; null without one
 */
export function sortPractices<Of extends FinderPractice>(
  practices: readonly Of[],
  wish: Sort | null,
  hits: Hits | null,
  ranked: ReadonlyMap<string, RankedPractice<Rankable>> | null,
): { sorted: Of[]; sort: Sort } {
  const offered = sortsOffered(hits !== null, ranked !== null);
  const sort = wish !== null && offered.includes(wish) ? wish : offered[0]!;
  return { sorted: [...practices].sort(orders(hits, ranked)[sort]), sort };
}

type Order = (a: FinderPractice, b: FinderPractice) => number;

function orders(
  hits: Hits | null,
  ranked: ReadonlyMap<string, RankedPractice<Rankable>> | null,
): Record<Sort, Order> {
  const place = new Map([...(ranked?.keys() ?? [])].map((id, i) => [id, i]));
  const placeOf = ({ id }: FinderPractice) => place.get(id) ?? Number.MAX_SAFE_INTEGER;
  const score = ({ id }: FinderPractice) => hits?.get(id)?.score ?? 0;
  return {
    fit: (a, b) => placeOf(a) - placeOf(b) || byEvidence(a, b),
    relevance: (a, b) => score(b) - score(a) || byEvidence(a, b),
    evidence: byEvidence,
    name: (a, b) => byName.compare(a.name, b.name),
    // What no document dates comes last.
    year: (a, b) => (b.startYear ?? -Infinity) - (a.startYear ?? -Infinity) || byEvidence(a, b),
  };
}
