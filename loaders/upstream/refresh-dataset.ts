import { performance } from "node:perf_hooks";
import type PQueue from "p-queue";
import { AnswersOf } from "./answers-of.js";
import type { Patience } from "./ask-in-parts.js";
import { checkAgainstLast, checkReadings, checkUpdated, keyOf } from "./check-readings.js";
import { refuseBeyondRange, withCorrections, type Correction } from "./corrections.js";
import type { Asking } from "./fetch-answer.js";
import { inOrder, keptReadings, type Account } from "./kept-readings.js";
import type { LockEntry } from "./lock.js";
import { movesBetween, noOutcome, type Outcome } from "./outcome.js";
import type { Contract, Dataset, Producer, Reading } from "./producer.js";
import { RefreshFault, type Fault } from "./refresh-fault.js";
import type { SnapshotFolder } from "./snapshot-folder.js";
import { snapshotText } from "./snapshot-text.js";
import { tryAgain, type Retry, type Waiting } from "./try-again.js";
import { sha256, type WorkFolder } from "./work-folder.js";

export interface RefreshOptions {
  folder: SnapshotFolder;
  asking: Omit<Asking, "known" | "progress">;
  /** First year that is asked for: earlier ones stay as they were; null for all. */
  since: number | null;
  dryRun: boolean;
  /** Known errors of all producers, which are mended before a snapshot is written. */
  corrections: readonly Correction[];
  /** Takes fewer numbers or another unit than last time as meant by the producer. */
  accept: boolean;
  /** Puts another server in the place of the producer, for tests: "http://127.0.0.1:4000/". */
  upstream: string | null;
  /** Milliseconds since 1970. */
  now: () => number;
  /** How long a producer that prepares an answer is waited for. */
  patience: Omit<Patience, "waiting">;
  retry: Retry;
  /** Is told which source is asked. */
  begun?: (source: string) => void;
  /** Is told what is tried again, and when. */
  waiting?: (source: string, waiting: Waiting) => void;
  progress?: (source: string, bytes: number, all: number | null) => void;
}

/**
 * Fetches a dataset, checks it, and puts it in the place of its last snapshot. Nothing is thrown: what fails changes
 * nothing, and the outcome says why.
 * @param queue of the producer, which keeps to its pace
 */
export async function refreshDataset(
  producer: Producer,
  dataset: Dataset,
  queue: PQueue,
  options: RefreshOptions,
): Promise<Outcome> {
  const source = `${producer.id}/${dataset.id}`;
  const begun = performance.now();
  options.begun?.(source);
  const outcome = noOutcome(source);
  const run = new DatasetRun(producer, dataset, source, queue, options);
  try {
    Object.assign(outcome, await run.refresh());
  } catch (error) {
    outcome.kind = "failed";
    outcome.fault = faultOf(error, source, dataset);
    if (!hasSnapshot(options.folder, source)) outcome.fault.isFirst = true;
  }
  return { ...outcome, fetched: run.answers.fetched, seconds: (performance.now() - begun) / 1000 };
}

/** A lock that cannot be read is what failed, and says so: its snapshots stay. */
function hasSnapshot(folder: SnapshotFolder, source: string): boolean {
  try {
    return folder.lock().snapshots[source] !== undefined;
  } catch {
    return true;
  }
}

function faultOf(error: unknown, source: string, { page }: Dataset): Fault {
  if (error instanceof RefreshFault) return { source, ...error.fault };
  const words = error instanceof Error ? error.message : String(error);
  return {
    source,
    address: page,
    expected: "a table that can be read",
    came: words,
    mend: "Mend it and run the refresh again.",
  };
}

class DatasetRun {
  readonly answers: AnswersOf;
  private readonly work: WorkFolder;
  /** Of this dataset. */
  private readonly corrections: readonly Correction[];
  private readonly waiting: (waiting: Waiting) => void;

  constructor(
    private readonly producer: Producer,
    private readonly dataset: Dataset,
    private readonly source: string,
    queue: PQueue,
    private readonly options: RefreshOptions,
  ) {
    this.work = options.folder.workOf(source, options.now);
    this.corrections = options.corrections.filter((one) => one.source === source);
    this.waiting = (waiting) => options.waiting?.(source, waiting);
    this.answers = new AnswersOf(producer, {
      ...options,
      queue,
      work: this.work,
      waiting: this.waiting,
      progress: (bytes, all) => options.progress?.(source, bytes, all),
    });
  }

  async refresh(): Promise<Partial<Outcome>> {
    const { producer, dataset, source, options, answers } = this;
    refuseUnlicensed(producer, dataset);
    const { folder, since, dryRun } = options;
    const last = folder.lock().snapshots[source];
    const before = folder.read(source);
    const mayStand = last && before && since === null && this.areCorrected(last, before);
    if (mayStand && (await answers.areUnchanged(last))) return { kind: "unchanged", rows: before.length };
    const { all, account, updated } = await this.sound(before);
    const text = snapshotText(all);
    // A correction that is no longer needed leaves the same numbers, and the lock has to forget it.
    const isSame =
      last !== undefined &&
      sha256(text) === last.sha256 &&
      String(account.corrected ?? []) === String(last.account.corrected ?? []);
    if (!dryRun && !isSame)
      folder.put(source, text, {
        retrieved: new Date(options.now()).toISOString(),
        updated,
        answers: answers.locked(),
        rows: all.length,
        account,
        unit: dataset.unit,
        page: dataset.page,
        licence: producer.licence,
        citation: producer.citation,
      });
    this.work.remove();
    return { kind: isSame ? "unchanged" : "changed", rows: all.length, ...movesBetween(before ?? [], all) };
  }

  /** The readings that the next snapshot holds, checked. What is found wrong is asked for anew next time. */
  private async sound(
    before: Reading[] | null,
  ): Promise<{ all: Reading[]; account: Account; updated: string | null }> {
    const { dataset, options, answers, waiting } = this;
    const { since, accept, patience, retry } = options;
    try {
      const { readings, updated } = await tryAgain(
        () => dataset.read(answers.get, since, { ...patience, waiting }),
        { ...retry, retries: Math.min(2, retry.retries) },
        (next) => {
          answers.forget();
          waiting(next);
        },
      );
      const { kept, account } = keptReadings(readings, dataset);
      const isSince = ({ period }: Reading) => since === null || Number(period.slice(0, 4)) >= since;
      const earlier = (before ?? []).filter((reading) => !isSince(reading));
      const asCame = [...earlier, ...kept.filter(isSince)].sort(inOrder);
      checkReadings(readings, this.contractFor(since), dataset.page);
      checkUpdated(updated, dataset.page);
      refuseBeyondRange(this.corrections, this.contractFor(since), dataset.page);
      const all = withCorrections(asCame, this.corrections, (one) => !isSince(one), dataset.page);
      const corrected = this.correctedIds(since);
      if (corrected.length) account.corrected = corrected;
      if (all.length === 0) throw noneOfTheEvidence(dataset, since);
      if (before && !accept) checkAgainstLast(all, before, this.source, dataset.page);
      return { all, account, updated };
    } catch (error) {
      if (!(error instanceof RefreshFault && error.isOfTransport)) this.work.remove();
      throw error;
    }
  }

  /** Corrections that the snapshot will hold: those of today, and of years that are not asked for those that it holds. */
  private correctedIds(since: number | null): string[] {
    const last = this.options.folder.lock().snapshots[this.source]?.account.corrected ?? [];
    const ids = this.corrections.map(({ id }) => id);
    return [...new Set(since === null ? ids : [...ids, ...last])].sort();
  }

  /** True where the last snapshot has the corrections of today, each of them: what did not change need not be read. */
  private areCorrected({ account }: LockEntry, before: readonly Reading[]): boolean {
    const values = new Map(before.map((reading) => [keyOf(reading), reading.value]));
    const ids = this.corrections.map(({ id }) => id).sort();
    return (
      ids.join(" ") === (account.corrected ?? []).join(" ") &&
      this.corrections.every((one) => values.get(keyOf(one)) === one.newValue)
    );
  }

  /** The declared contract; of some years alone, the rows and places of all of them cannot be asked for. */
  private contractFor(since: number | null): Contract {
    const contract = this.dataset.contract();
    if (since === null) return contract;
    const { range, series } = contract;
    return { range, series, atLeast: 1 };
  }
}

function refuseUnlicensed({ licence, citation, name, mayBePassedOn }: Producer, { page }: Dataset): void {
  if (!mayBePassedOn)
    throw new RefreshFault({
      address: page,
      expected: `a licence of ${name} that allows copies to be published`,
      came: "its file says that it does not (mayBePassedOn)",
      mend: "Leave it out: a snapshot is committed with the project, and its site offers it as a download.",
    });
  const lacks = [licence.trim() === "" && "licence", citation.trim() === "" && "citation"].filter(Boolean);
  if (lacks.length === 0) return;
  throw new RefreshFault({
    address: page,
    expected: `a licence and a citation of ${name}`,
    came: `its file names no ${lacks.join(" and no ")}`,
    mend: "Write it there: nobody may publish, or quote, what has none.",
  });
}

function noneOfTheEvidence({ page }: Dataset, since: number | null): RefreshFault {
  return new RefreshFault({
    address: page,
    expected: "a number of a place of the evidence",
    came: since === null ? "none came" : `none came from ${since} on`,
    mend:
      since === null
        ? "Compare the codes of the answer with the lists of codes."
        : "Ask for an earlier year.",
  });
}
