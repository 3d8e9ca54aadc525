import { variableNames } from "../../components/comparator-words.js";
import { formatList, inWords } from "../../components/format.js";
import { ordinal } from "../../components/ordinal.js";
import { areEqual, type Comparator, type Weights } from "../../model/comparators.js";
import { contextVariables, type ContextVariable } from "../../model/differences.js";
import type { RankRange } from "../../model/rank-ranges.js";

/** The place of a city with the present weights: "2nd", "equal 6th". */
export function placeWords({ rank, isShared }: Comparator): string {
  if (rank === null) return "no place";
  return isShared ? `equal ${ordinal(rank)}` : ordinal(rank);
}

/** Between which places a city moves: "1st to 4th", "1st or 2nd", "always 1st", "1st where it has a place". */
export function rangeWords({ best, worst, unplaced }: RankRange): string {
  if (best === worst)
    return unplaced > 0 ? `${ordinal(best)} where it has a place` : `always ${ordinal(best)}`;
  return `${ordinal(best)} ${worst - best === 1 ? "or" : "to"} ${ordinal(worst)}`;
}

/** How often a city is among the three nearest, and how often it has no place: "nearest three in 84 %, no place in 16 %". */
export function nearestThreeWords({ nearestThree, unplaced }: RankRange): string {
  const near = `nearest three in ${shareOfWeightings(nearestThree)}`;
  return unplaced > 0 ? `${near}, no place in ${shareOfWeightings(unplaced)}` : near;
}

/** What is not nothing never reads as 0 %, nor what is not all as 100 %. */
function shareOfWeightings(share: number): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return "under 1\u202f%";
  return share < 1 && percent === 100 ? "over 99\u202f%" : `${percent}\u202f%`;
}

/** Which cities are nearest, as a finding. */
export function nearestTitle(name: string, comparators: readonly Comparator[], weights: Weights): string {
  if (nothingCounts(weights)) return "Nothing counts, so that no city is nearer than another";
  const [first] = comparators;
  if (!first || first.rank === null)
    return comparators.some(({ differences }) => differences.some(({ apart }) => apart !== null))
      ? `Nothing that counts with these weights is known of both ${name} and another city`
      : `No document tells what could be compared with ${name}`;
  const how = areEqual(weights) ? "with equal weights" : "with these weights";
  const level = comparators.filter(({ rank }) => rank === 1).map(({ city }) => city.name);
  if (level.length === comparators.length && level.length > 1)
    return `All cities are equally near to ${name} ${how}`;
  return level.length > 1
    ? `${formatList(level)} are equally near to ${name} ${how}`
    : `${level[0]} is nearest to ${name} ${how}`;
}

export const nothingCounts = (weights: Weights): boolean =>
  contextVariables.every((variable) => weights[variable] === 0);

/** Who comes next, on how little that rests, and what other weights would do. */
export function nearestWords(
  comparators: readonly Comparator[],
  ranges: ReadonlyMap<string, RankRange>,
  weights: Weights,
): string[] {
  const placed = comparators.filter(({ rank }) => rank !== null);
  const nearest = placed.filter(({ rank }) => rank === 1);
  return [
    ...nextWords(placed),
    ...thinWords(placed, weights),
    ...otherWeightings(nearest.length === 1 ? nearest[0]! : null, comparators, ranges),
  ];
}

/** Names of more level cities than this are counted. */
const mostNamed = 3;

/** The two places after the first, each with all the cities that are level in it. */
function nextWords(placed: readonly Comparator[]): string[] {
  const after = placed.filter(({ rank }) => rank! > 1);
  const groups = [...new Set(after.map(({ rank }) => rank))].map((rank) =>
    after.filter((of) => of.rank === rank).map(({ city }) => city.name),
  );
  const [second, third] = groups;
  if (!second) return [];
  const level = (names: readonly string[], isLast: boolean) => {
    if (names.length <= mostNamed) return `${formatList([...names])}, which are level`;
    return `${isLast ? "the other " : ""}${inWords(names.length)}, which are level`;
  };
  if (second.length > 1) {
    if (groups.length === 1 && second.length > mostNamed)
      return [`The other ${inWords(second.length)} are level.`];
    return [`Then come ${level(second, false)}.`];
  }
  if (!third) return [`Then comes ${second[0]}.`];
  if (third.length === 1) return [`Then come ${second[0]} and ${third[0]}.`];
  return [`Then comes ${second[0]}, then ${level(third, groups.length === 2)}.`];
}

/** Where fewer things than this are compared, they are named. */
const fewThings = 3;

/** That distances rest on little, where they do: on all that could be compared, or those of the nearest. */
function thinWords(placed: readonly Comparator[], weights: Weights): string[] {
  const comparedIn = (comparators: readonly Comparator[]) =>
    contextVariables.filter(
      (variable) =>
        weights[variable] > 0 &&
        comparators.some(({ differences }) =>
          differences.some((of) => of.variable === variable && of.apart !== null),
        ),
    );
  const named = (variables: readonly ContextVariable[]) =>
    formatList(variables.map((of) => variableNames[of]));
  const all = comparedIn(placed);
  if (all.length === 0) return [];
  if (all.length < fewThings) return [`Only ${named(all)} could be compared.`];
  return placed
    .filter(({ rank }) => rank === 1)
    .flatMap((of) => {
      const own = comparedIn([of]);
      return own.length < fewThings ? [`The distance to ${of.city.name} rests on ${named(own)} alone.`] : [];
    });
}

/** @param first the one nearest city; null where several are level */
function otherWeightings(
  first: Comparator | null,
  comparators: readonly Comparator[],
  ranges: ReadonlyMap<string, RankRange>,
): string[] {
  const range = first && ranges.get(first.city.id);
  // Another city may still be level with it.
  if (range?.worst === 1 && range.unplaced === 0)
    return [`No weights make another city nearer than ${first!.city.name}.`];
  const others = comparators
    .filter(({ rank, city }) => rank !== 1 && ranges.get(city.id)?.best === 1)
    .map(({ city }) => city.name);
  const told = range ? [`Over all weightings ${first.city.name} is ${rangeWords(range)}.`] : [];
  if (others.length === 0) return told;
  return [
    ...told,
    others.length === 1
      ? `Other weights put ${others[0]} first.`
      : `Other weights put one of these first: ${formatList(others)}.`,
  ];
}
