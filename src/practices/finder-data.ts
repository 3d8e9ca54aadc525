import { readCityContexts, type CityContext } from "../model/city-contexts.js";
import { readPractices, type Practice } from "../model/practices.js";
import { readTopics, type Topic } from "../model/vocabulary.js";
import type { EvidenceRow } from "../model/baseline.js";

/** A practice as the finder filters and ranks it: its summary comes with the first need. */
export type FinderPractice = Omit<Practice, "summary">;

/** Everything that the page of practices is made of: the register in its order, and every city of the evidence. */
export interface Register<Of extends FinderPractice = FinderPractice> {
  practices: Of[];
  cities: CityContext[];
  /** The vocabulary; its phrases may be on their way. */
  topics: readonly Topic[];
}

/** Reads practices and cities from the tables of the evidence. */
export function readRegister(rowsOf: (table: string) => readonly EvidenceRow[]): Register<Practice> {
  return {
    practices: readPractices(rowsOf),
    cities: readCityContexts(rowsOf),
    topics: readTopics(rowsOf("topics")),
  };
}
