import type { EvidenceRow } from "../model/baseline.js";

/** How a document bounds a number: about, more than, at least, less than, at most; none where it gives the number itself. */
export type Qualifier = "≈" | ">" | "≥" | "<" | "≤";

/** What a number is written in: things, per cent, or a currency by its code; `?` for an amount without a currency. */
export type Unit = "count" | "percent" | "EUR" | "USD" | "CAD" | "NZD" | "?";

/** Another value that a document gives for the same thing, from the table `discrepancies`. */
export interface Reading {
  /** Id of the discrepancy, which is its place on the page of documents. */
  id: string;
  /** As the table has it: "13", "the majority". */
  said: string;
  /** Its number where it is one, in `unit`. */
  value?: number;
  /** Per cent where it is a share of what the fact counts. */
  unit?: "percent";
  locator: string;
}

/** A number that the evidence holds, or a sum or mean of such numbers. Fields that do not apply are left out. */
export interface Fact {
  /** `initiatives`, `contacted`, …; `funding`; of statistics the id of the indicator. */
  indicator: string;
  /** Dimension, type of partnership, stakeholder or kind of practice. */
  part?: string;
  /** Id of a place; `all` for the mapped cities together. */
  place: string;
  value: number;
  qualifier?: Qualifier;
  /** The upper end where the document gives a range from `value` on. */
  upTo?: number;
  unit: Unit;
  /** The year that it speaks of; left out where the document states none. */
  year?: number;
  /** How it was worked out, where no document prints it as such. */
  derived?: "sum" | "mean" | "share";
  /** What an amount pays for. */
  what?: string;
  source: string;
  locator: string;
  flag?: string;
  note?: string;
  /** Where it stands on this site, from "/…". */
  link: string;
  readings?: Reading[];
}

/** A place that numbers are about. */
export interface Place {
  id: string;
  name: string;
  /** Names besides, in small letters without accents. */
  others: string[];
  kind: "city" | "country" | "elsewhere" | "programme";
  /** Whether its initiatives were counted. */
  mapped: boolean;
}

/** The name and unit of an indicator of the table `statistics`. */
export interface Indicator {
  id: string;
  name: string;
  unit: string;
}

/** All that a text is checked against; the content of `/data/checkable-facts.json`. */
export interface CheckableFacts {
  places: Place[];
  indicators: Indicator[];
  facts: Fact[];
  /** Short names of documents by id. */
  sources: Record<string, string>;
}

/** Rows of a table of the evidence. */
export type RowsOf = (table: string) => readonly EvidenceRow[];
