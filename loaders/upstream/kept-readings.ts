import { cityCodes, countriesOfEvidence, countryCodes } from "./country-codes.js";
import type { CodeList, Dataset, Reading } from "./producer.js";

/** What became of the readings of an answer: the four add up to `read`. */
export interface Account {
  read: number;
  kept: number;
  /** Of places that the evidence has no city in. */
  elsewhere: number;
  /** Without a value that is published, those held back left out. */
  empty: number;
  /** Left out by the dataset's own rule. */
  leftOut: number;
  /** Codes of places of the evidence of which nothing came. */
  absent: string[];
  /** Codes of countries in the answer that are in no list of codes; left out where there is none. */
  unknown?: string[];
  /** Ids of the corrections that were written in; left out where there is none. */
  corrected?: string[];
}

/** Codes by which a list names the places of the evidence, and the world where it has one; null for all. */
function wantedPlaces(codes: CodeList): Set<string> | null {
  const countries = countriesOfEvidence();
  switch (codes) {
    case "iso3":
      return new Set(countries.map(({ iso3 }) => iso3));
    case "m49":
      return new Set(["900", ...countries.map(({ m49 }) => m49)]);
    case "eurostat":
      return new Set(countries.flatMap(({ eurostat }) => eurostat ?? []));
    case "urban-audit":
    case "oecd-fua":
      return new Set(cityCodes(codes).keys());
    case "currency":
      return null;
  }
}

/** Those of the evidence's places, in the order of their keys, and what became of the others. */
export function keptReadings(
  readings: readonly Reading[],
  { codes, keep = () => true }: Pick<Dataset, "codes" | "keep">,
): { kept: Reading[]; account: Account } {
  const wanted = wantedPlaces(codes);
  const account: Account = { read: readings.length, kept: 0, elsewhere: 0, empty: 0, leftOut: 0, absent: [] };
  const kept: Reading[] = [];
  for (const reading of readings) {
    if (wanted && !wanted.has(reading.place)) account.elsewhere++;
    else if (reading.value === null && reading.status !== "suppressed") account.empty++;
    else if (!keep(reading)) account.leftOut++;
    else kept.push(reading);
  }
  account.kept = kept.length;
  const found = new Set(kept.map(({ place }) => place));
  account.absent = [...(wanted ?? [])].filter((place) => !found.has(place)).sort();
  const unknown = unknownPlaces(readings, codes);
  if (unknown.length) account.unknown = unknown;
  return { kept: kept.sort(inOrder), account };
}

/** The codes of a list of countries; null for other lists, which hold the evidence's own cities alone. */
function countriesIn(codes: CodeList): Set<string> | null {
  if (codes !== "iso3" && codes !== "m49" && codes !== "eurostat") return null;
  return new Set(countryCodes().flatMap((country) => country[codes] ?? []));
}

/** Codes of places and origins that are in no list, in their order. */
function unknownPlaces(readings: readonly Reading[], codes: CodeList): string[] {
  const known = countriesIn(codes);
  if (!known) return [];
  // From 900 on stand groups of countries.
  const isGroup = (code: string) => codes === "m49" && Number(code) >= 900;
  const found = new Set(readings.flatMap(({ place, origin }) => [place, origin]));
  return [...found].filter((code) => code !== "" && !known.has(code) && !isGroup(code)).sort();
}

const parts = ["series", "place", "origin", "period", "edition"] as const;

/** By series, places, period and edition. */
export function inOrder(a: Reading, b: Reading): number {
  for (const part of parts) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}
