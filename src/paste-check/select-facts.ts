import type { Fact } from "./facts.js";
import { shareOf, type FactIndex } from "./fact-index.js";
import type { FoundTopic } from "./found-topic.js";
import type { WrittenNumber } from "./written-number.js";

/** Facts that may be what a number is about. */
export interface Selected {
  facts: Fact[];
  /** Set where they count another group of people than the text does, or another currency. */
  doubt?: "other-group" | "other-currency";
}

/** Indicators of the mapping, whose shares are worked out. */
const counted = new Set(["initiatives", "actors", "partnerships"]);
const ofContacted = new Set(["replied", "rejected", "not-replied", "interviewed"]);
const mapping = new Set([...counted, ...ofContacted, "contacted", "practices"]);

/** Whether the mapping counted it: its facts are whole, and a place without one has none to be compared with. */
export const isCounted = (indicators: readonly string[]): boolean =>
  indicators.some((indicator) => mapping.has(indicator.replace(/-mean$/, "")));

/**
 * The facts of a place that fit a number: of the same unit, and of shares the one that the words ask for.
 * @param ofAll whether the text speaks of a share of all: "20 % of all legal initiatives"
 */
export function selectFacts(
  place: string,
  { topic: { indicators }, part }: FoundTopic,
  { unit }: Pick<WrittenNumber, "unit">,
  index: FactIndex,
  ofAll: boolean,
): Selected {
  const ids = indicators.flatMap((indicator) => [indicator, `${indicator}-low`]);
  const own = index.of(place, ids, part);
  const fitting = own.filter((fact) => fact.unit === unit);
  if (unit === "percent" && isCounted(indicators)) {
    const shares = sharesOf(place, indicators[0]!, part, index, ofAll);
    return { facts: shares };
  }
  if (fitting.length) return { facts: fitting };
  const money = own.filter((fact) => fact.unit !== "count" && fact.unit !== "percent");
  if (unit !== "percent" && unit !== "count" && money.length)
    return { facts: money, doubt: "other-currency" };
  if (unit === "percent" && indicators.includes("foreign-born-pct")) {
    const others = index
      .of(place, ["migrant-background-pct", "international-migrants-pct", "foreign-born-pct"])
      .filter((fact) => fact.unit === "percent");
    if (others.length) return { facts: others, doubt: "other-group" };
  }
  return { facts: [] };
}

function sharesOf(
  place: string,
  indicator: string,
  part: string | null,
  index: FactIndex,
  ofAll: boolean,
): Fact[] {
  const one = (where: string, which: string | null, what = indicator) => index.of(where, [what], which)[0];
  const share = (some: Fact | undefined, whole: Fact | undefined) => {
    const made = some && whole && shareOf(some, whole);
    return made ? [made] : [];
  };
  if (ofContacted.has(indicator) && part === null)
    return share(one(place, null), one(place, null, "contacted"));
  if (part === null || (ofAll && place !== "all"))
    return place === "all" ? [] : share(one(place, part), one("all", part));
  return share(one(place, part), one(place, null));
}
