import type { Fact } from "./facts.js";
import type { FoundPlaces } from "./find-places.js";
import type { Finding } from "./finding.js";
import { judgeNumber } from "./judge-number.js";
import type { WrittenNumber } from "./written-number.js";

/** What the facts of one or several places say of a number. */
type Judgement = Pick<Finding, "verdict" | "facts" | "doubt" | "otherReading">;

/** One fact a place: the one that fits best. Several places are each set against the number, or their sum is. */
export function judgePlaces(
  number: WrittenNumber,
  { places, each }: FoundPlaces,
  facts: readonly Fact[],
): Judgement {
  const rank = { agrees: 0, "cannot-tell": 1, differs: 2 };
  const best = places.map(
    (place) =>
      facts
        .filter((fact) => fact.place === place)
        .map((fact) => ({ fact, ...judgeNumber(number, fact) }))
        .sort(
          (a, b) =>
            rank[a.verdict] - rank[b.verdict] ||
            Number(!a.otherReading) - Number(!b.otherReading) ||
            (b.fact.year ?? 0) - (a.fact.year ?? 0),
        )[0],
  );
  const known = best.filter((one) => one !== undefined);
  const shown = known.map(({ fact }) => fact);
  if (known.length < places.length) return { verdict: "cannot-tell", doubt: "not-held", facts: shown };
  const [first] = known;
  if (known.length === 1)
    return {
      verdict: first!.verdict,
      facts: shown,
      ...(first!.otherReading && { otherReading: first!.otherReading }),
      ...(first!.verdict === "cannot-tell" && { doubt: "bounds" as const }),
    };
  const sum: Fact = {
    ...first!.fact,
    value: shown.reduce((all, { value }) => all + value, 0),
    derived: "sum",
  };
  const eachAgrees = known.every(({ verdict }) => verdict === "agrees");
  const sumAgrees = number.unit !== "percent" && judgeNumber(number, sum).verdict === "agrees";
  const right = each === true ? eachAgrees : each === false ? sumAgrees : eachAgrees || sumAgrees;
  return { verdict: right ? "agrees" : "differs", facts: shown };
}
