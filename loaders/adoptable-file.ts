import { readRates } from "../src/model/practice-cost.js";
import { readPractices } from "../src/model/practices.js";
import { toCells } from "../src/workbench/practices/practice-cells.js";
import type { Adoptable } from "../src/workbench/practices/read-adoptable.js";
import type { Table } from "./read-table.js";

/** The register as the workbench reads it, apart from its page: the first picture does not wait for it. */
export function adoptableFile(evidence: ReadonlyMap<string, Table>, version: string): string {
  const rates = readRates(evidence.get("exchange_rates")!.rows);
  const practices = toCells(
    readPractices((table) => evidence.get(table)!.rows),
    rates,
  );
  return JSON.stringify({ version, practices } satisfies Adoptable);
}
