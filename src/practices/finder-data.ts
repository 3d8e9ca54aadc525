import { readCityContexts, type CityContext } from "../model/city-contexts.js";
import { readPractices, type Practice } from "../model/practices.js";
import type { EvidenceRow } from "../model/baseline.js";

/** Everything that the page of practices is made of: the register in its order, and every city of the evidence. */
export interface Register {
  practices: Practice[];
  cities: CityContext[];
}

/** Reads practices and cities from the tables of the evidence. */
export function readRegister(rowsOf: (table: string) => readonly EvidenceRow[]): Register {
  return { practices: readPractices(rowsOf), cities: readCityContexts(rowsOf) };
}
