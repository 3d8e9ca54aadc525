import type { Answer } from "./answer.js";
import type { Patience } from "./ask-in-parts.js";

/** One number of a producer, as one row. */
export interface Reading {
  /** What is counted, by the producer's own name: "refugees", "SM.POP.TOTL", "migr_pop3ctb FOR". */
  series: string;
  /** The place by the code of the list that the dataset names; never by its name. */
  place: string;
  /** Place of origin by the same list; "" where all are counted together. */
  origin: string;
  /** "2024"; of a month "2024-07", of a day "2024-07-01". */
  period: string;
  /** Null where the producer publishes none: `status` says why. */
  value: number | null;
  /** "<" where the producer prints less than the value, ">" for more; "" otherwise. */
  qualifier: string;
  /** The producer's own letters: "b" for a break in the series, "p" for provisional, "ep" for both of two. */
  flag: string;
  /** "suppressed", "not applicable" or "missing" where there is no value; "" otherwise. */
  status: Status;
  /** What tells two readings of the same year apart: the edition or revision that the producer names; "" for none. */
  edition: string;
}

export type Status = "" | "missing" | "suppressed" | "not applicable";

/** What one answer of a producer holds. */
export interface Read {
  readings: Reading[];
  /** When the producer last changed it, ISO date; null where it does not say. */
  updated: string | null;
}

/** Asks for an address of the producer. Answers are complete, decoded and of status 200. @throws RefreshFault */
export type Get = (address: string, options: GetOptions) => Promise<Answer>;

export type FileKind = "json" | "csv" | "workbook";

export interface GetOptions {
  /** What the address gives, in words of a message: "JSON with a list of rows". */
  expected: string;
  /** Kind of file; an answer that says it is another is refused. */
  kind: FileKind;
  headers?: Record<string, string>;
}

/** What must hold of the readings of a dataset; a refresh that breaks it changes nothing. */
export interface Contract {
  /** Fewest readings with a value. */
  atLeast: number;
  /** Least and greatest value, in the unit. */
  range: readonly [least: number, greatest: number];
  /** Codes of places that must be there. */
  places?: readonly string[];
  /** Series that must be there, and no other may be. */
  series: readonly string[];
  /** A total that the producer gives, and its parts: the sum of the readings of `parts` is that of `whole`, by period. */
  totals?: readonly { whole: (reading: Reading) => boolean; parts: (reading: Reading) => boolean }[];
}

/** What one series measures, in the words of the evidence. */
export interface Measure {
  /** The producer's name of the series. */
  series: string;
  /** Row of the table `indicators`. */
  indicatorId: string;
  /** Where a reader finds it at the producer's. */
  locator: string;
}

/** What a letter of a producer means: `ours` is the evidence's letter for it, "" for none. */
export interface FlagMeaning {
  theirs: string;
  ours: string;
  words: string;
}

/** One table of a producer that is kept as a snapshot. */
export interface Dataset {
  /** Name of its file: "population". */
  id: string;
  title: string;
  unit: string;
  /** Moment or span of a period that its numbers are of: "1 January", "average of the year". */
  moment: string;
  /** List of codes that its places are named by. */
  codes: CodeList;
  /** Its address for people. */
  page: string;
  contract: () => Contract;
  /** Readings that are kept, of those of the evidence's places; default all. What is left out is counted. */
  keep?: (reading: Reading) => boolean;
  /** Series that pages show, by indicator; default none: the snapshot is kept for queries alone. */
  measures?: readonly Measure[];
  /** True where each reading is of one country of origin: pages show their sum. */
  byOrigin?: true;
  /** Fetches and reads all of it. @param since first year that is wanted; null for all */
  read: (get: Get, since: number | null, patience: Patience) => Promise<Read>;
}

/** Codes of countries or cities, kept in `data/country_codes.csv` and `data/city_codes.csv`. */
export type CodeList = "iso3" | "m49" | "eurostat" | "urban-audit" | "oecd-fua" | "currency";

/** Who publishes, and on which terms. */
export interface Producer {
  id: string;
  /** Its row of the table `sources`. */
  sourceId: string;
  name: string;
  /** Where all of its addresses begin; the tests put a server of their own in its place. */
  base: string;
  /** A producer without one of these two is refused, and so is one whose figures may not be passed on. */
  licence: string;
  citation: string;
  /** True where the licence allows that others publish copies: a snapshot is committed and downloaded as it is. */
  mayBePassedOn: boolean;
  /** What its flags mean; default the letters that statistical offices of Europe share, see `usualFlags`. */
  flags?: readonly FlagMeaning[];
  /** When newer figures are to be expected, in words. */
  updates: string;
  /** Requests at once, and most of them in so many milliseconds. */
  pace: { atOnce: number; most: number; within: number };
  datasets: readonly Dataset[];
}
