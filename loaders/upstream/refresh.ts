import { join } from "node:path";
import { deriveTables } from "../derived/derive.js";
import { EvidenceError, formatFault } from "../evidence-fault.js";
import { dataFolder } from "../package.js";
import { takeLock } from "../site/build-lock.js";
import { noteChecked } from "./checked.js";
import { readCorrections, type Correction } from "./corrections.js";
import { dispatcherFor, usualLimits } from "./fetch-answer.js";
import { exitCodeOf, outcomeLine, reviewLine } from "./outcome-lines.js";
import { producers } from "./producers.js";
import { Progress } from "./progress.js";
import { readArguments, usage, type RefreshRequest } from "./read-arguments.js";
import { refreshAll } from "./refresh-all.js";
import type { Outcome } from "./refresh-dataset.js";
import type { WrittenReview } from "./review/write-review.js";
import { SnapshotFolder } from "./snapshot-folder.js";

/** `npm run refresh`: see `usage`. `ARRIVALS_UPSTREAM` puts another server in the place of all producers, for tests. */
process.exitCode = await main();

/** Writes the review of what changed since the last commit; a review that cannot be written stops nothing. */
async function reviewAfter(
  outcomes: readonly Outcome[],
  say: (line: string) => void,
): Promise<WrittenReview | null> {
  const faults = outcomes.flatMap(({ fault }) => fault ?? []);
  const isNews =
    outcomes.some(({ kind }) => kind === "changed") ||
    faults.some(({ correction }) => correction !== undefined);
  if (!isNews) return null;
  try {
    // It brings every figure and the model along, which a refresh without news does not need.
    const { repositoryOf } = await import("./review/data-at.js");
    const repository = repositoryOf(dataFolder);
    if (!repository) {
      say("no review  the snapshots stand in no git repository: there is nothing to compare with");
      return null;
    }
    const { reviewFolder, writeReview } = await import("./review/write-review.js");
    const review = await writeReview(repository, "HEAD", reviewFolder(), faults);
    say(reviewLine(review));
    return review;
  } catch (error) {
    say(`no review  ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function main(): Promise<number> {
  let request: RefreshRequest;
  let corrections: Correction[];
  try {
    request = readArguments(process.argv.slice(2), producers);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  try {
    corrections = readCorrections();
  } catch (error) {
    console.error((error as Error).message);
    return 1;
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
    return await refreshed(request, corrections, folder);
  } catch (error) {
    // A lock or a list of days that cannot be read says what to do; nothing was written.
    console.error((error as Error).message);
    return 1;
  } finally {
    unlock();
  }
}

/** @returns the exit code */
async function refreshed(
  request: RefreshRequest,
  corrections: readonly Correction[],
  folder: SnapshotFolder,
): Promise<number> {
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
      corrections,
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
  const review = dryRun ? null : await reviewAfter(outcomes, say);
  if (json) console.log(JSON.stringify({ dryRun, outcomes, derived, review }, null, 2));
  return derived.problems.length > 0 ? 1 : exitCodeOf(outcomes);
}

/** Makes the tables anew that are worked out from the snapshots. */
async function derive(): Promise<{ made: string[]; problems: string[] }> {
  try {
    return { made: await deriveTables(dataFolder), problems: [] };
  } catch (error) {
    const problems =
      error instanceof EvidenceError ? error.problems.map(formatFault) : [(error as Error).message];
    return { made: [], problems };
  }
}
