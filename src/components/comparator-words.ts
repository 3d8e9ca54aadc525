import { sharesOfWeight, type Weights } from "../model/comparators.js";
import {
  contextVariables,
  type ContextVariable,
  type Difference,
  type Missing,
} from "../model/differences.js";
import { formatList, formatNumber, formatShort } from "./format.js";

/** What a variable is called inside a sentence. */
export const variableNames: Readonly<Record<ContextVariable, string>> = {
  "foreign-born": "share of foreign-born residents",
  arrivals: "who arrives",
  "policy-level": "level of integration policy",
  region: "world region",
  challenges: "challenges named",
};

/** From here on two cities are called different in something. */
const differentFrom = 0.5;
/** Up to here they are called similar, and partly similar in between. */
const similarTo = 0.25;

/** What is alike between two cities, and what partly: "similar: world region"; none where nothing is. */
export function likenessReasons(differences: readonly Difference[]): string[] {
  const between = (from: number, to: number) =>
    differences.filter(({ apart }) => apart !== null && apart > from && apart <= to).map(differenceWords);
  const similar = between(-Infinity, similarTo);
  const partly = between(similarTo, differentFrom);
  return [
    ...(similar.length ? [`similar: ${formatList(similar)}`] : []),
    ...(partly.length ? [`partly similar: ${formatList(partly)}`] : []),
  ];
}

/**
 * What differs, and what could not be compared: "different: world region; not known of both: who arrives"; none where
 * nothing could be.
 */
export function unlikeReasons(differences: readonly Difference[]): string[] {
  if (differences.every(({ apart }) => apart === null)) return [];
  const different = differences.filter(({ apart }) => apart !== null && apart > differentFrom);
  const missing = differences.filter(({ apart }) => apart === null);
  const otherwise = missing.flatMap((difference) => countedDifferently(difference) ?? []);
  const neither = missing.flatMap((difference) => neitherFirst(difference) ?? []);
  const unknown = missing.filter(
    (difference) => countedDifferently(difference) === null && neitherFirst(difference) === null,
  );
  const parts = [
    ...(different.length ? [`different: ${formatList(different.map(differenceWords))}`] : []),
    ...(otherwise.length ? [`counted differently: ${formatList(otherwise)}`] : []),
    ...(neither.length ? [`no group put first: ${formatList(neither)}`] : []),
    ...(unknown.length
      ? [`not known of both: ${formatList(unknown.map(({ variable }) => variableNames[variable]))}`]
      : []),
  ];
  return parts.length ? [parts.join("; ")] : [];
}

/** "share of foreign-born residents (there the second generation included)"; null where it is just not known. */
function countedDifferently({ variable, missing }: Difference): string | null {
  const told = ([where, why]: readonly [string, Missing | null | undefined]) =>
    !why || why === "not-known" || why === "neither-first" ? [] : [`${where} ${groupWords[why]}`];
  const why = [...told(["here", missing?.own]), ...told(["there", missing?.there])];
  return why.length ? `${variableNames[variable]} (${why.join("; ")})` : null;
}

/** "who arrives (there)"; null where it is known of both, or of one not at all. */
function neitherFirst({ variable, missing }: Difference): string | null {
  const [here, there] = [missing?.own === "neither-first", missing?.there === "neither-first"];
  if (!here && !there) return null;
  return `${variableNames[variable]} (${here && there ? "here and there" : here ? "here" : "there"})`;
}

/** Whom a share counts that is no share of people born abroad. */
export const groupWords: Readonly<Record<Exclude<Missing, "not-known" | "neither-first">, string>> = {
  "with-second-generation": "the second generation included",
  migrants: "migrants, not people born abroad",
  "not-stated": "nobody says whom it counts",
};

function differenceWords({ variable, shares, challenges }: Difference): string {
  const name = variableNames[variable];
  if (shares) return `${name} (${percent(shares.own)} here, ${percent(shares.there)} there)`;
  if (challenges) return `${name} (${challenges.both} of ${challenges.either} in common)`;
  return name;
}

const percent = (share: number) => `${formatShort(share)} %`;

/** The weights in proportion: "share of foreign-born residents 20 %, who arrives 40 % …". */
export function weightWords(weights: Weights): string {
  const shares = sharesOfWeight(weights);
  return formatList(
    contextVariables.map((variable) => `${variableNames[variable]} ${shareWords(shares[variable])}`),
  );
}

/** A share of all weights. */
export const shareWords = (share: number): string => `${formatNumber(share * 100, 0)}\u202f%`;
