import type { Ranked } from "./ranked.js";
import { shareOf, type FactIndex } from "./fact-index.js";
import type { Fact } from "./facts.js";
import type { Finding } from "./finding.js";
import { intervalOfText, isWithin } from "./interval.js";
import type { RankingForm } from "./ranking-forms.js";

/** What the evidence says of an order. */
export type RankingJudged = Pick<Finding, "verdict" | "facts" | "ranking">;

const descending = (a: Fact, b: Fact) => b.value - a.value;

/** The facts that are put in order: the cities', or the parts of one place. */
function ordered({ indicator, part, places, ofParts }: Ranked, index: FactIndex): Fact[] {
  const facts = ofParts
    ? index.all(places[0] ?? "all").filter((fact) => fact.indicator === indicator && fact.part !== undefined)
    : index.mapped.flatMap(({ id }) => index.of(id, [indicator], part));
  return facts.sort(descending);
}

/** Places that share a rank all have it: of two with the most each has the most. */
export function judgeRank(rank: number, ranked: Ranked, index: FactIndex): RankingJudged | null {
  const order = ordered(ranked, index);
  const named = ranked.ofParts
    ? order.filter(({ part }) => part !== undefined && ranked.others.includes(part))
    : order.filter(({ place }) => ranked.places.includes(place));
  if (!named.length || (!ranked.ofParts && named.length < ranked.places.length)) return null;
  const has = ({ value }: Fact) => {
    const ahead = order.filter((other) => (rank > 0 ? other.value > value : other.value < value)).length;
    const level = order.filter((other) => other.value === value).length;
    return Math.abs(rank) > ahead && Math.abs(rank) <= ahead + level;
  };
  return { verdict: named.every(has) ? "agrees" : "differs", facts: named, ranking: { rank, order } };
}

/** More than half: of a part in its place, of a city in all. */
export function judgeMajority({ indicator, part, places }: Ranked, index: FactIndex): RankingJudged | null {
  const [place = "all"] = places;
  const [some] = index.of(place, [indicator], part);
  const [whole] = index.of(part === null ? "all" : place, [indicator]);
  if (!some || !whole || some === whole) return null;
  const share = shareOf(some, whole);
  return share && { verdict: share.value > 50 ? "agrees" : "differs", facts: [share] };
}

/** More, fewer, as many, twice as many; with a difference that is told, exactly so many more. */
export function judgeTimes(
  { times, approximation }: Extract<RankingForm, { kind: "times" }>,
  ranked: Ranked,
  index: FactIndex,
): RankingJudged | null {
  const { indicator, part, places, others, ofParts, difference } = ranked;
  const [one] = ofParts
    ? index.of(places[0]!, [indicator], others[0])
    : index.of(places[0]!, [indicator], part);
  const [other] = ofParts
    ? index.of(places[0]!, [indicator], others[1])
    : index.of(others[0]!, [indicator], part);
  if (!one || !other) return null;
  const facts = [one, other];
  const ranking = { times, order: [...facts].sort(descending) };
  if (difference !== null) {
    const apart = approximation === "fewer" ? other.value - one.value : one.value - other.value;
    return { verdict: apart === difference ? "agrees" : "differs", facts, ranking };
  }
  const allowed = intervalOfText(times * other.value, {
    start: 0,
    end: 0,
    values: [],
    step: 0,
    unit: "count",
    form: times === 1 ? "words" : "fraction",
    approximation,
  });
  const right = isWithin({ low: one.value, high: one.value }, allowed);
  return { verdict: right ? "agrees" : "differs", facts, ranking };
}
