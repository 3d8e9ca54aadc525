import { checkStrayFiles } from "./check-stray-files.js";
import { checkTable } from "./check-table.js";
import { checkDerived } from "./derived/check-derived.js";
import { checkSnapshots } from "./derived/check-snapshots.js";
import { checkCorrections } from "./upstream/check-corrections.js";
import { readPackage } from "./package.js";
import { EvidenceError, type EvidenceFault } from "./evidence-fault.js";
import { readTable, type Table } from "./read-table.js";

export { formatFault, type EvidenceFault } from "./evidence-fault.js";

/** What the checks found: the tables that could be read, and all that is wrong with them. */
export interface CheckedEvidence {
  /** By name, in the order of the package. Fit for use only where `problems` is empty. */
  tables: Map<string, Table>;
  /** Names of the tables that have a problem of their own, or could not be read at all. */
  unsound: Set<string>;
  /** In the order of the package's tables. */
  problems: EvidenceFault[];
}

/**
 * Checks a folder's tables against its `datapackage.json` and nothing else: files, header, types, required,
 * ranges, lengths, patterns, allowed values, addresses, keys, foreign keys, ids that become addresses; a range runs
 * from low to high; derived tables are what their inputs give; a correction names a source; a flag has each letter once, and a flagged row says why in its note.
 * @param folder absolute path of the data folder
 * @returns every problem; none is thrown
 */
export function checkEvidence(folder: string): CheckedEvidence {
  const tables = new Map<string, Table>();
  const problems: EvidenceFault[] = [];
  let pkg;
  try {
    pkg = readPackage(folder);
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return { tables, unsound: new Set(), problems: [...error.problems] };
  }

  const reads = new Map(pkg.resources.map((resource) => [resource.name, readTable(folder, resource)]));
  for (const [name, { table }] of reads) if (table) tables.set(name, table);
  // A key that points into a table with rows left out proves nothing.
  const complete = new Map([...tables].filter(([name]) => reads.get(name)?.complete));

  for (const { problems: unread, table } of reads.values()) {
    for (const problem of unread) problems.push(problem);
    if (!table) continue;
    const found = [
      ...checkTable(table, complete),
      ...(table.name === "corrections" ? checkCorrections(table) : []),
    ];
    // One by one: a spread of 100,000 problems would overflow the stack.
    for (const problem of found) problems.push(problem);
  }
  const paths = pkg.resources.map((resource) => resource.path);
  for (const problem of checkStrayFiles(folder, paths)) problems.push(problem);
  const ofSnapshots = checkSnapshots(folder);
  // Where snapshots are wrong, what is made of them cannot be judged.
  const ofDerived = ofSnapshots.length > 0 ? [] : checkDerived(folder, new Set(reads.keys()));
  for (const problem of [...ofSnapshots, ...ofDerived]) problems.push(problem);

  const unsound = new Set(problems.map((problem) => problem.table));
  for (const name of reads.keys()) if (!tables.has(name)) unsound.add(name);
  return { tables, unsound, problems };
}
