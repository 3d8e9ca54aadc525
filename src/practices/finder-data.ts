import { readCityContexts, type CityContext } from "../model/city-contexts.js";
import { readPractices, type Practice } from "../model/practices.js";
import type { EvidenceRow } from "../model/baseline.js";

/** What stands in words on a card, and so is read from there. */
const onCard = [
  "name",
  "place",
  "leadActor",
  "summary",
  "fundedBy",
  "evaluation",
  "locator",
  "note",
] as const;

/** What of a practice its card does not hold in a form that a script could read. */
export type PracticeCodes = Omit<Practice, (typeof onCard)[number] | "partners"> & {
  /** Sectors of the partners, in the order of the card. */
  partners: Practice["partners"][number]["sector"][];
  /** A note that qualifies no value, as in the table; one that does stands on the card. */
  remark: string | null;
};

/** What the finder fetches: practices in the order of the register, and every city of the evidence. */
export interface FinderData {
  /** Hash of the data package. */
  version: string;
  practices: PracticeCodes[];
  cities: CityContext[];
}

/** Everything of the register that the page of practices is made of. */
export interface Register {
  practices: Practice[];
  cities: CityContext[];
}

/** Reads practices and cities from the tables of the evidence. */
export function readRegister(rowsOf: (table: string) => readonly EvidenceRow[]): Register {
  return { practices: readPractices(rowsOf), cities: readCityContexts(rowsOf) };
}

/** The part of the register that is sent beside the page. */
export function finderData({ practices, cities }: Register, version: string): FinderData {
  return { version, practices: practices.map(codesOf), cities };
}

function codesOf(practice: Practice): PracticeCodes {
  const rest = Object.entries(practice).filter(([name]) => !(onCard as readonly string[]).includes(name));
  return {
    ...(Object.fromEntries(rest) as Omit<Practice, (typeof onCard)[number]>),
    partners: practice.partners.map(({ sector }) => sector),
    remark: practice.flag === null ? practice.note : null,
  };
}
