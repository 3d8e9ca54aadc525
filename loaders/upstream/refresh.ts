import { join } from "node:path";
import { asksForHelp, outliveReaders, UsageFault, usageWords } from "../command-line.js";
import { deriveTables } from "../derived/derive.js";
import { EvidenceError, formatFault } from "../evidence-fault.js";
import { dataFolder } from "../package.js";
import { withTemporaryFolder } from "../temporary-folder.js";
import { refuseWhileRunning, takeLock } from "../site/build-lock.js";
import { refuseUndocumented } from "./check-producers.js";
import { noteChecked, readChecked } from "./checked.js";
import { readCorrections, type Correction } from "./corrections.js";
import { dispatcherFor, usualLimits } from "./fetch-answer.js";
import { exitCodeOf, reviewLine, stoppedLines, type Derived } from "./outcome-lines.js";
import type { Outcome } from "./outcome.js";
import { producers } from "./producers.js";
import { readArguments, usage, type RefreshRequest } from "./read-arguments.js";
import { refreshAll } from "./refresh-all.js";
import { RefreshTongue } from "./refresh-tongue.js";
import type { WrittenReview } from "./review/write-review.js";
import { SnapshotFolder } from "./snapshot-folder.js";
import { stoppable } from "./stoppable.js";
import { tellSeconds } from "./tell-seconds.js";

/** `npm run refresh`: see `usage`. `ARRIVALS_UPSTREAM` puts another server in the place of all producers, for tests. */
const snapshotFolder = join(dataFolder, "snapshots");
outliveReaders();
process.exitCode = await main(process.argv.slice(2));

async function main(parameters: string[]): Promise<number> {
  if (asksForHelp(parameters)) {
    console.log(usage.trimEnd());
    return 0;
  }
  try {
    const request = readArguments(parameters, producers);
    refuseUndocumented(request.wanted.map(({ producer }) => producer));
    const corrections = readCorrections();
    // Read before anybody is asked: it is written once the snapshots are.
    readChecked(snapshotFolder);
    return request.dryRun ? await tried(request, corrections) : await locked(request, corrections);
  } catch (error) {
    if (error instanceof UsageFault) {
      console.error(usageWords(error, usage, "npm run refresh"));
      return 2;
    }
    // A lock, a correction, a producer's row or a list of days that is wrong says what to do; nothing was written.
    const fault = (error as Error).message;
    console.error(fault);
    if (parameters.includes("--json"))
      tellSummary({
        dryRun: parameters.includes("--dry-run"),
        outcomes: [],
        derived: nothingDerived(),
        review: null,
        fault,
      });
    return 1;
  }
}

/** What a refresh tells with --json, once and as one value; `fault` where it could not begin. */
function tellSummary(summary: {
  dryRun: boolean;
  outcomes: readonly Outcome[];
  derived: Derived;
  review: WrittenReview | null;
  fault?: string;
}): void {
  console.log(JSON.stringify(summary, null, 2));
}

/** Refreshes while no other refresh may. @returns the exit code */
async function locked(request: RefreshRequest, corrections: readonly Correction[]): Promise<number> {
  const folder = new SnapshotFolder(snapshotFolder);
  const unlock = takeLock(folder.runLock, "refresh");
  const tongue = new RefreshTongue(request);
  const outcomes: Outcome[] = [];
  return stoppable(
    () => refreshed(request, corrections, folder, tongue, outcomes),
    () => stopped(folder, tongue, outcomes),
    unlock,
  );
}

/** Does the same in a dry run, which writes nothing: answers lie outside of the data folder until it has ended. */
async function tried(request: RefreshRequest, corrections: readonly Correction[]): Promise<number> {
  refuseWhileRunning(new SnapshotFolder(snapshotFolder).runLock, "refresh");
  const tongue = new RefreshTongue(request);
  return stoppable(
    () =>
      withTemporaryFolder("arrivals-dry-run", (aside) =>
        refreshed(request, corrections, new SnapshotFolder(snapshotFolder, aside), tongue),
      ),
    () => Promise.resolve(tongue.stopped(["stopped    nothing was written"])),
    () => {},
  );
}

/**
 * Ends a refresh that was stopped so that data are whole: no snapshot is replaced any more, and the tables are made anew
 * that are worked out from those that were.
 * @param outcomes those that were known until then
 */
async function stopped(
  folder: SnapshotFolder,
  tongue: RefreshTongue,
  outcomes: readonly Outcome[],
): Promise<void> {
  folder.freeze();
  const replaced = outcomes.filter(({ kind }) => kind === "changed").map(({ source }) => source);
  tongue.stopped(replaced.length > 0 ? ["stopping   tables are made anew from what was fetched"] : []);
  noteAnswered(folder, outcomes);
  // What an earlier refresh left behind is made up for as well.
  tongue.stopped(stoppedLines(replaced, await derive()));
}

/** @param known takes each outcome as soon as it is known. @returns the exit code */
async function refreshed(
  request: RefreshRequest,
  corrections: readonly Correction[],
  folder: SnapshotFolder,
  tongue: RefreshTongue,
  known: Outcome[] = [],
): Promise<number> {
  const { json, dryRun } = request;
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
      begun: (source) => tongue.begun(source),
      waiting: (source, waiting) => tongue.waiting(source, waiting),
      progress: (source, bytes, all) => tongue.came(source, bytes, all),
    },
    (outcome) => {
      known.push(outcome);
      tongue.ended(outcome);
    },
  );
  tongue.allEnded();
  if (!dryRun && !folder.isFrozen) noteAnswered(folder, outcomes);
  const derived = dryRun || folder.isFrozen ? nothingDerived() : await derive();
  if (derived.made.length > 0) tongue.say(`made anew  ${derived.made.join(", ")}`);
  for (const problem of derived.problems) tongue.say(`failed     ${problem}`);
  const review = dryRun ? null : await reviewAfter(outcomes, derived, tongue);
  if (json) tellSummary({ dryRun, outcomes, derived, review });
  return derived.problems.length > 0 ? 1 : exitCodeOf(outcomes, derived.made);
}

/** Notes the day on which sources were asked with success. */
function noteAnswered(folder: SnapshotFolder, outcomes: readonly Outcome[]): void {
  const answered = outcomes.filter(({ kind }) => kind !== "failed").map(({ source }) => source);
  noteChecked(folder.folder, answered, new Date().toISOString().slice(0, 10));
}

function nothingDerived(): Derived {
  return { made: [], problems: [] };
}

/** Makes the tables anew that are worked out from the snapshots. */
async function derive(): Promise<Derived> {
  try {
    return { made: await deriveTables(dataFolder), problems: [] };
  } catch (error) {
    const problems =
      error instanceof EvidenceError ? error.problems.map(formatFault) : [(error as Error).message];
    return { made: [], problems };
  }
}

/** Writes the review of what changed since the last commit; a review that cannot be written stops nothing. */
async function reviewAfter(
  outcomes: readonly Outcome[],
  { made }: Derived,
  tongue: RefreshTongue,
): Promise<WrittenReview | null> {
  const faults = outcomes.flatMap(({ fault }) => fault ?? []);
  const isNews =
    made.length > 0 ||
    outcomes.some(({ kind }) => kind === "changed") ||
    faults.some(({ correction }) => correction !== undefined);
  if (!isNews) return null;
  try {
    // It brings every figure and the model along, which a refresh without news does not need.
    const { repositoryOf } = await import("./review/data-at.js");
    const repository = repositoryOf(dataFolder);
    if (!repository) {
      tongue.say("no review  the snapshots stand in no git repository: there is nothing to compare with");
      return null;
    }
    tongue.clear();
    const { reviewFolder, writeReview } = await import("./review/write-review.js");
    const review = await tellSeconds("Writing the review", process.stderr, () =>
      writeReview(repository, "HEAD", reviewFolder(), faults),
    );
    tongue.say(reviewLine(review));
    return review;
  } catch (error) {
    tongue.say(`no review  ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
