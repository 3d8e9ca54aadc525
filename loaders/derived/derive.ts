import { join } from "node:path";
import { toCsv } from "../csv.js";
import { openTables } from "../database.js";
import { EvidenceError } from "../evidence-fault.js";
import { readPackage, resource, type DataPackage, type Field } from "../package.js";
import { readTable, type Row, type Table } from "../read-table.js";
import { makeFile } from "../write-output.js";
import type { Lock } from "../upstream/lock.js";
import { SnapshotFolder } from "../upstream/snapshot-folder.js";
import { sha256 } from "../upstream/work-folder.js";
import { appliedCorrections, correctionsTable } from "./applied-corrections.js";
import { snapshotList, type DerivedTable } from "./derived-table.js";
import { derivedLockFile, derivedLockText, readDerivedLock, type DerivedLock } from "./derived-lock.js";
import { derivedTables } from "./derived-tables.js";
import { madeOf, stateOf } from "./made-of.js";
import { snapshotRows } from "./snapshot-list.js";

/**
 * Makes the derived tables anew of which something has changed, each after those that it is made of, and those that do not
 * wait for one another side by side. Each is written whole, and the lock names it afterwards.
 * @param folder of the evidence
 * @returns names of the tables that were made
 * @throws EvidenceError where an input is wrong; Error where a snapshot is not the one that its lock names
 */
export async function deriveTables(folder: string): Promise<string[]> {
  const pkg = readPackage(folder);
  const snapshots = new SnapshotFolder(join(folder, "snapshots"));
  const lock = snapshots.lock();
  const stray = snapshots.stray();
  if (stray.length > 0)
    throw new Error(
      `${stray.join(", ")}: in no entry of snapshots.lock.json, and would be left out; take the lock back from git, or run npm run refresh`,
    );
  const before = readDerivedLock(folder) ?? {};
  const described = derivedTables.filter(({ name }) => pkg.resources.some((one) => one.name === name));
  const stale = described.filter((table) => stateOf(table, folder, lock, before) !== "fresh");
  const made = new Map<string, Table>();
  for (const level of inLevels(stale))
    for (const table of await Promise.all(
      level.map((one) => build(one, { folder, pkg, lock, snapshots, made })),
    ))
      made.set(table.name, table);
  const next: DerivedLock = {};
  for (const table of described) {
    const built = made.get(table.name);
    if (!built) {
      next[table.name] = before[table.name]!;
      continue;
    }
    const csv = toCsv(built);
    makeFile(folder, `${table.name}.csv`, csv);
    next[table.name] = { made_of: madeOf(table, folder, lock), sha256: sha256(csv) };
  }
  if (stale.length > 0) makeFile(folder, derivedLockFile, derivedLockText(next));
  return stale.map(({ name }) => name);
}

/** What a derived table is made from. */
interface Ground {
  folder: string;
  pkg: DataPackage;
  lock: Lock;
  snapshots: SnapshotFolder;
  /** Derived tables that were made before. */
  made: ReadonlyMap<string, Table>;
}

async function build({ name, inputs, sql }: DerivedTable, ground: Ground): Promise<Table> {
  const database = await openTables(new Map(inputs.map((input) => [input, inputTable(input, ground)])));
  try {
    const rows = await database.query(sql);
    return { name, resource: resource(ground.pkg, name), rows, lines: rows.map((_, i) => i + 2) };
  } finally {
    await database.close();
  }
}

function inputTable(input: string, { folder, pkg, lock, snapshots, made }: Ground): Table {
  const before = made.get(input);
  if (before) return before;
  if (input === snapshotList) {
    const { schema } = resource(pkg, "upstream_datasets");
    return ofRows(input, schema.fields, snapshotRows(lock));
  }
  if (input.includes("/")) {
    const rows = (snapshots.read(input) ?? []).map((reading): Row => ({ ...reading }));
    return ofRows(input, readingFields, rows);
  }
  const { table, problems } = readTable(folder, resource(pkg, input));
  if (!table || problems.length > 0) throw new EvidenceError(problems);
  return input === correctionsTable ? { ...table, ...ofLock(table, lock) } : table;
}

/** The corrections that stand in snapshots, with their lines. */
function ofLock({ rows, lines }: Table, lock: Lock): Pick<Table, "rows" | "lines"> {
  const applied = appliedCorrections(rows, lock);
  return { rows: applied, lines: lines.filter((_, at) => applied.includes(rows[at]!)) };
}

const readingFields: Field[] = (
  ["series", "place", "origin", "period", "value", "qualifier", "status", "flag", "edition"] as const
).map((name) => ({ name, type: name === "value" ? "number" : "string", title: name, description: name }));

const ofRows = (name: string, fields: Field[], rows: Row[]): Table => ({
  name,
  resource: { name, path: name, title: name, description: name, schema: { fields } },
  rows,
  lines: rows.map((_, i) => i + 2),
});

/**
 * Tables in the order in which they can be made: each level waits for those before it alone.
 * @throws Error where two wait for one another
 */
export function inLevels(tables: readonly DerivedTable[]): DerivedTable[][] {
  const levels: DerivedTable[][] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const level = left.filter(({ inputs }) => !inputs.some((input) => waiting.has(input)));
    if (level.length === 0)
      throw new Error(`${[...waiting].sort().join(" and ")} are made of one another: no order is possible`);
    levels.push(level);
    left = left.filter((table) => !level.includes(table));
  }
  return levels;
}
