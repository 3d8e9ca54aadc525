import { formatList } from "../../components/format.js";
import { areEqual, type Comparator, type Weights } from "../../model/comparators.js";
import { contextVariables } from "../../model/differences.js";
import type { RankRange } from "../../model/rank-ranges.js";

/** "1st", "2nd", "11th". */
export function ordinal(place: number): string {
  const ending = [11, 12, 13].includes(place % 100) ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}

/** The place of a city with the present weights: "2nd", "6th, level with another". */
export function placeWords({ rank, isShared }: Comparator): string {
  if (rank === null) return "no place";
  return isShared ? `${ordinal(rank)}, level` : ordinal(rank);
}

/** Between which places a city moves: "1st to 4th", "1st or 2nd", "always 1st". */
export function rangeWords({ best, worst }: RankRange): string {
  if (best === worst) return `always ${ordinal(best)}`;
  return `${ordinal(best)} ${worst - best === 1 ? "or" : "to"} ${ordinal(worst)}`;
}

/** How often a city is among the three nearest: "nearest three: 98 % of weightings". */
export function nearestThreeWords({ nearestThree }: RankRange): string {
  const percent = Math.round(nearestThree * 100);
  const share =
    nearestThree > 0 && percent === 0
      ? "under 1\u202f%"
      : nearestThree < 1 && percent === 100
        ? "over 99\u202f%"
        : `${percent}\u202f%`;
  return `nearest three in ${share}`;
}

/** Which cities are nearest, as a finding. */
export function nearestTitle(name: string, comparators: readonly Comparator[], weights: Weights): string {
  if (contextVariables.every((variable) => weights[variable] === 0))
    return "Nothing counts, so that no city is nearer than another";
  const [first] = comparators;
  if (!first || first.rank === null) return `No document tells what could be compared with ${name}`;
  const how = areEqual(weights) ? "with equal weights" : "with these weights";
  const level = comparators.filter(({ rank }) => rank === 1).map(({ city }) => city.name);
  if (level.length === comparators.length && level.length > 1)
    return `All cities are equally near to ${name} ${how}`;
  return level.length > 1
    ? `${formatList(level)} are equally near to ${name} ${how}`
    : `${level[0]} is nearest to ${name} ${how}`;
}

/** Who comes next, and what other weights would do. */
export function nearestWords(
  comparators: readonly Comparator[],
  ranges: ReadonlyMap<string, RankRange>,
): string[] {
  const placed = comparators.filter(({ rank }) => rank !== null);
  const next = placed.filter(({ rank }) => rank! > 1).slice(0, 2);
  const nearest = placed.filter(({ rank }) => rank === 1);
  const others = placed
    .filter(({ rank, city }) => rank !== 1 && ranges.get(city.id)?.best === 1)
    .map(({ city }) => city.name);
  const sentences = next.length ? [`Then come ${formatList(next.map(({ city }) => city.name))}.`] : [];
  if (next.length === 1) sentences[0] = `Then comes ${next[0]!.city.name}.`;
  const [first] = nearest;
  // Another city may still be level with it.
  const range = first && ranges.get(first.city.id);
  if (nearest.length === 1 && range && range.worst > 1)
    sentences.push(`Over all weightings ${first.city.name} is ${rangeWords(range)}.`);
  if (nearest.length === 1 && range?.worst === 1)
    sentences.push(`No weights make another city nearer than ${first!.city.name}.`);
  else if (others.length === 1) sentences.push(`Other weights put ${others[0]} first.`);
  else if (others.length) sentences.push(`Other weights put one of these first: ${formatList(others)}.`);
  return sentences;
}
