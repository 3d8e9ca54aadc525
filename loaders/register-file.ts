import { readCityContexts } from "../src/model/city-contexts.js";
import { readRegister } from "../src/model/practice-register.js";
import { readTopics } from "../src/model/vocabulary.js";
import { encodePart, type RegisterPart } from "../src/model/register-codec.js";
import type { Table } from "./read-table.js";

/** A part of the register of practices as JSON; the finder's with every city of the evidence. */
export function registerFile(
  part: RegisterPart,
  evidence: ReadonlyMap<string, Table>,
  version: string,
): string {
  const rowsOf = (table: string) => evidence.get(table)!.rows;
  const cities = part === "finder" ? { cities: readCityContexts(rowsOf) } : {};
  const topics = readTopics(rowsOf("topics"));
  // What a search needs comes with what it looks through.
  const vocabulary = {
    adoptable: {},
    finder: { topics: topics.map(({ id, title }) => ({ id, title, phrases: [], reaches: [] })) },
    texts: { topics },
  }[part];
  return JSON.stringify(encodePart(part, readRegister(rowsOf), version, { ...cities, ...vocabulary }));
}
