import { checkAssertions, checkReadings } from "./assertions.js";
import { checkEvidence, formatFault } from "./check.js";
import { dataFolder } from "./package.js";
import { EvidenceError, type EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";

export { EvidenceError } from "./evidence-fault.js";

/**
 * Reads every table of the evidence, checked.
 * @param folder absolute path; default `dataFolder`
 * @returns the tables by name, in the order of the package
 * @throws EvidenceError if a check or an assertion fails; it lists every problem
 */
export function readEvidence(folder: string = dataFolder): Map<string, Table> {
  const { tables, unsound, problems: ofTables } = checkEvidence(folder);
  // A list of two: `push` with a spread of 100,000 problems would overflow the stack.
  const problems = [...ofTables, ...checkAssertions(tables, unsound)];
  if (problems.length > 0 && !(process.env.ARRIVALS_READ_MISPRINTS && onlyMisprints(problems, tables)))
    throw new EvidenceError(problems);
  return tables;
}

/**
 * True where nothing is wrong but that cells differ from what documents print. `npm run check` reads pages on such
 * evidence, to name the sentences that are no longer true (`ARRIVALS_READ_MISPRINTS`); nothing is built on it.
 */
export function onlyMisprints(
  problems: readonly EvidenceFault[],
  tables: ReadonlyMap<string, Table>,
): boolean {
  const readings = new Set(checkReadings(tables).map(formatFault));
  return problems.every((problem) => readings.has(formatFault(problem)));
}
