import { checkAssertions } from "./assertions.js";
import { checkEvidence } from "./check.js";
import { dataFolder } from "./package.js";
import { EvidenceError } from "./evidence-fault.js";
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
  if (problems.length > 0) throw new EvidenceError(problems);
  return tables;
}
