import type { ContextVariable, Difference, Missing } from "../model/differences.js";
import { formatList, formatShort } from "./format.js";

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

/** Where the two cities of a comparison are: "here" and "there", or "in Lisbon" and "in Nairobi". */
export interface Where {
  own: string;
  there: string;
}

/** Where there is no room for the names of two cities. */
export const hereAndThere: Where = { own: "here", there: "there" };

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

/** What differs, and what could not be compared, with why; none where nothing could be. */
export function unlikeReasons(differences: readonly Difference[], where: Where = hereAndThere): string[] {
  if (differences.every(({ apart }) => apart === null)) return [];
  const different = differences.filter(({ apart }) => apart !== null && apart > differentFrom);
  const missing = differences.filter(({ apart }) => apart === null);
  const parts = [
    ...(different.length ? [`different: ${formatList(different.map(differenceWords))}`] : []),
    ...(missing.length
      ? [
          `not compared: ${formatList(missing.map((of) => `${variableNames[of.variable]} (${missingWords(of, where)})`))}`,
        ]
      : []),
  ];
  return parts.length ? [parts.join("; ")] : [];
}

/** Why a variable could not be compared: "not known here", "counted differently there: the second generation included". */
export function missingWords({ missing }: Pick<Difference, "missing">, { own, there }: Where): string {
  if (!missing) return "";
  if (missing.own === "not-known" && missing.there === "not-known") return `not known ${own} or ${there}`;
  const told = (why: Missing | null, where: string) =>
    why === null
      ? []
      : [why === "not-known" ? `not known ${where}` : `counted differently ${where}: ${groupWords[why]}`];
  return [...told(missing.own, own), ...told(missing.there, there)].join("; ");
}

/** Whom a share counts that is no share of people born abroad. */
export const groupWords: Readonly<Record<Exclude<Missing, "not-known">, string>> = {
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
