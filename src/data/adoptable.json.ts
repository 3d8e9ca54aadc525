import { readEvidence } from "../../loaders/evidence.js";
import { dataVersion } from "../../loaders/version.js";
import { writeOutput } from "../../loaders/write-output.js";
import { readRates } from "../model/practice-cost.js";
import { readPractices } from "../model/practices.js";
import { toCells } from "../workbench/practices/practice-cells.js";
import type { Adoptable } from "../workbench/practices/read-adoptable.js";

// The register as the workbench reads it, apart from its page: the first picture does not wait for it.
await writeOutput(() => {
  const evidence = readEvidence();
  const rates = readRates(evidence.get("exchange_rates")!.rows);
  const practices = toCells(readPractices((table) => evidence.get(table)!.rows), rates);
  return JSON.stringify({ version: dataVersion(), practices } satisfies Adoptable);
});
