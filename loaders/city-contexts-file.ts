import { readCityContexts } from "../src/model/city-contexts.js";
import type { Table } from "./read-table.js";

/** `/data/city-contexts.json`: what is known of every city, for the pages that speak of the reader's own. */
export function cityContextsFile(evidence: ReadonlyMap<string, Table>): string {
  return JSON.stringify(readCityContexts((table) => evidence.get(table)?.rows ?? []));
}
