import { toArrowFile } from "../arrow.js";
import { bundleLibrary } from "../bundle-library.js";
import { bundleWorker } from "../bundle-worker.js";
import { checkableFactsFile } from "../checkable-facts-file.js";
import { citationsFile } from "../citations-file.js";
import { cityContextsFile } from "../city-contexts-file.js";
import type { Database } from "../database.js";
import { rowsOfFigures } from "../figure-files.js";
import { databaseWasm, databaseWorker, land, solverWasm } from "../library-files.js";
import { frameContext } from "./frame-context.js";
import { publishedPackage } from "../published-package.js";
import type { Table } from "../read-table.js";
import { registerFile } from "../register-file.js";
import { filesOfReports } from "../reports/report-files.js";
import type { ReportGround } from "../reports/report-values.js";
import { rowsOfCharts } from "../reports/chart-rows.js";
import { siteSearchFile } from "../site-search/search-file.js";
import { tablesToTakeAway } from "../table-files.js";
import { toZip } from "../zip.js";

/** Files of the site by their paths below its root: `data/cities.csv`. */
export type MadeFiles = ReadonlyMap<string, Uint8Array | string>;

/**
 * All that routed loaders make of the evidence, in one process: the evidence is read once and the database is opened
 * once, and not by each of fifty loaders. `src/data` makes the same files one by one, as a preview asks for them.
 */
export async function filesOfEvidence(
  evidence: ReadonlyMap<string, Table>,
  database: Database,
  version: string,
  ground: Pick<ReportGround, "written" | "answers">,
): Promise<MadeFiles> {
  const ofTables = await tablesToTakeAway(evidence, database);
  const ofFigures = await rowsOfFigures(evidence, database, version);
  const ofCharts = await rowsOfCharts(database, version);
  return new Map<string, Uint8Array | string>([
    ...[...evidence].map(([name, table]) => [`data/${name}.arrow`, toArrowFile(table, version)] as const),
    ...[...ofTables].map(([name, bytes]) => [`data/${name}`, bytes] as const),
    ...[...ofFigures].map(([name, bytes]) => [`data/figures/${name}`, bytes] as const),
    ...(await filesOfReports({ ...ground, database, context: frameContext(evidence) })),
    ...[...ofCharts].map(([name, bytes]) => [`data/charts/${name}`, bytes] as const),
    ["data/datapackage.json", `${JSON.stringify(publishedPackage(undefined, evidence), null, 2)}\n`],
    ["data/arrivals.zip", toZip(undefined, evidence)],
    ["data/adoptable.json", registerFile("adoptable", evidence, version)],
    ["data/practice-finder.json", registerFile("finder", evidence, version)],
    ["data/practice-texts.json", registerFile("texts", evidence, version)],
    ["data/citations.json", citationsFile(evidence)],
    ["data/city-contexts.json", cityContextsFile(evidence)],
    ["data/checkable-facts.json", checkableFactsFile(evidence)],
    ["data/site-search.json", siteSearchFile(evidence, version)],
  ]);
}

/** All that routed loaders make of libraries and of our own code. */
export async function filesOfCode(): Promise<MadeFiles> {
  return new Map<string, Uint8Array | string>(
    await Promise.all([
      named("database/duckdb-eh.wasm.gz", databaseWasm()),
      named("solver/highs.wasm.gz", solverWasm()),
      named("database/duckdb-browser-eh.worker.js", databaseWorker()),
      named("data/land-110m.json", land()),
      named("library/citation-formats.js", bundleLibrary("src/components/citation-formats.ts")),
      named("library/write-workbook.js", bundleLibrary("src/components/write-workbook.ts")),
      named("workers/model.worker.js", bundleWorker("src/workers/model-answers.ts")),
      named("workers/search.worker.js", bundleWorker("src/workers/search-answers.ts")),
    ]),
  );
}

async function named<Made>(path: string, made: Promise<Made>): Promise<[path: string, made: Made]> {
  return [path, await made];
}
