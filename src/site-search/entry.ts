import type { Topic } from "../model/vocabulary.js";

/** What can be found, in the order in which the results of the bar's search are grouped. */
export const entryKinds = [
  "city",
  "page",
  "figure",
  "practice",
  "indicator",
  "recommendation",
  "discrepancy",
  "document",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Something of the site that a reader may look for. */
export interface Entry {
  kind: EntryKind;
  /** What it is called where it stands. */
  title: string;
  /** What tells it from others of its name: a country, the page it stands on. Empty where nothing has to. */
  note: string;
  /** Its address in the site, from "/…". */
  address: string;
  /** Further words that find it and are not shown. */
  words: string;
  /** Ids of the topics that it is about, the first the most; left out where it is about none. */
  topics?: readonly string[];
}

/** `/data/site-search.json`. */
export interface SearchFile {
  /** Hash of the data that the entries were read from. */
  version: string;
  entries: Entry[];
  /** The vocabulary. */
  topics: Topic[];
}
