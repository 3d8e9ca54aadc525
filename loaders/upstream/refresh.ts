import { join } from "node:path";
import { deriveTables } from "../derived/derive.js";
import { EvidenceError, formatFault } from "../evidence-fault.js";
import { dataFolder } from "../package.js";
import { takeLock } from "../site/build-lock.js";
import { noteChecked } from "./checked.js";
import { dispatcherFor, usualLimits } from "./fetch-answer.js";
import { exitCodeOf, outcomeLine } from "./outcome-lines.js";
import { producers } from "./producers.js";
import { Progress } from "./progress.js";
import { readArguments, usage, type RefreshRequest } from "./read-arguments.js";
import { refreshAll } from "./refresh-all.js";
import { SnapshotFolder } from "./snapshot-folder.js";

/** `npm run refresh`: see `usage`. `ARRIVALS_UPSTREAM` puts another server in the place of all producers, for tests. */
process.exitCode = await main();

async function main(): Promise<number> {
  let request: RefreshRequest;
  try {
    request = readArguments(process.argv.slice(2), producers);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const folder = new SnapshotFolder(join(dataFolder, "snapshots"));
  let unlock: () => void;
  try {
    unlock = takeLock(folder.runLock, "refresh");
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  try {
    return await refreshed(request, folder);
  } finally {
    unlock();
  }
}

/** @returns the exit code */
async function refreshed(request: RefreshRequest, folder: SnapshotFolder): Promise<number> {
  const { json, dryRun, onlyChanged } = request;
  const progress = new Progress(process.stderr);
  const say = (line: string) => {
    progress.clear();
    if (json) console.error(line);
    else console.log(line);
  };
  const outcomes = await refreshAll(
    request,
    {
      ...request,
      folder,
      asking: { dispatcher: dispatcherFor(usualLimits), limits: usualLimits },
      upstream: process.env["ARRIVALS_UPSTREAM"] ?? null,
      now: Date.now,
      patience: { wait: 10_000, tries: 12 },
      retry: { retries: 4, minTimeout: 1000, maxWaitSeconds: 300 },
      progress: (source, bytes, all) => progress.tell(source, bytes, all),
    },
    (outcome) => {
      if (!onlyChanged || outcome.kind !== "unchanged") say(outcomeLine(outcome, dryRun));
    },
  );
  progress.clear();
  const answered = outcomes.filter(({ kind }) => kind !== "failed").map(({ source }) => source);
  if (!dryRun) noteChecked(folder.folder, answered, new Date().toISOString().slice(0, 10));
  const derived = dryRun ? { made: [], problems: [] } : await derive();
  if (derived.made.length > 0) say(`made anew  ${derived.made.join(", ")}`);
  for (const problem of derived.problems) say(`failed     ${problem}`);
  if (json) console.log(JSON.stringify({ dryRun, outcomes, derived }, null, 2));
  return derived.problems.length > 0 ? 1 : exitCodeOf(outcomes);
}

/** Makes the tables anew that are worked out from the snapshots. */
async function derive(): Promise<{ made: string[]; problems: string[] }> {
  try {
    return { made: await deriveTables(dataFolder), problems: [] };
  } catch (error) {
    const problems = error instanceof EvidenceError ? error.problems.map(formatFault) : [String(error)];
    return { made: [], problems };
  }
}
