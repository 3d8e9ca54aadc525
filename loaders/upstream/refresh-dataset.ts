import { performance } from "node:perf_hooks";
import pRetry from "p-retry";
import type PQueue from "p-queue";
import type { Answer } from "./answer.js";
import { checkAgainstLast, checkReadings, keyOf, saysTheSame } from "./check-readings.js";
import type { Patience } from "./ask-in-parts.js";
import { withCorrections, type Correction } from "./corrections.js";
import { fetchAnswer, type Asking, type Known } from "./fetch-answer.js";
import { inOrder, keptReadings, type Account } from "./kept-readings.js";
import type { LockEntry } from "./lock.js";
import type { Contract, Dataset, Get, GetOptions, Producer, Reading } from "./producer.js";
import { NotModified, RefreshFault, type Fault } from "./refresh-fault.js";
import type { SnapshotFolder } from "./snapshot-folder.js";
import { snapshotText } from "./snapshot-text.js";
import { sha256, type WorkFolder } from "./work-folder.js";

/** What a refresh did to one dataset. */
export interface Outcome {
  /** Producer and dataset: "worldbank/population". */
  source: string;
  kind: "changed" | "unchanged" | "failed";
  rows: number;
  added: number;
  removed: number;
  changed: number;
  /** Bytes that came. */
  fetched: number;
  seconds: number;
  fault: Fault | null;
}

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
  patience: Patience;
  retry: { retries: number; minTimeout: number; maxWaitSeconds: number };
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
  const outcome: Outcome = {
    source,
    kind: "unchanged",
    rows: 0,
    added: 0,
    removed: 0,
    changed: 0,
    fetched: 0,
    seconds: 0,
    fault: null,
  };
  const run = new DatasetRun(producer, dataset, source, queue, options);
  try {
    Object.assign(outcome, await run.refresh());
  } catch (error) {
    outcome.kind = "failed";
    outcome.fault = faultOf(error, source, dataset);
  }
  return { ...outcome, fetched: run.fetched, seconds: (performance.now() - begun) / 1000 };
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
  fetched = 0;
  private readonly answers = new Map<string, Answer>();
  private readonly work: WorkFolder;
  /** Of this dataset. */
  private readonly corrections: readonly Correction[];

  constructor(
    private readonly producer: Producer,
    private readonly dataset: Dataset,
    private readonly source: string,
    private readonly queue: PQueue,
    private readonly options: RefreshOptions,
  ) {
    this.work = options.folder.workOf(source, options.now);
    this.corrections = options.corrections.filter((one) => one.source === source);
  }

  async refresh(): Promise<Partial<Outcome>> {
    const { producer, dataset, source, options } = this;
    refuseUnlicensed(producer, dataset);
    const { folder, since, dryRun } = options;
    const last = folder.lock().snapshots[source];
    const before = folder.read(source);
    if (last && before && since === null && this.areCorrected(last, before) && (await this.isUnchanged(last)))
      return { kind: "unchanged", rows: before.length };
    const { all, account, updated } = await this.sound(before);
    const text = snapshotText(all);
    const isSame = last !== undefined && sha256(text) === last.sha256;
    if (!dryRun) {
      if (!isSame)
        folder.put(source, text, {
          retrieved: new Date(options.now()).toISOString(),
          updated,
          answers: [...this.answers.values()].map(lockedAnswer),
          rows: all.length,
          account,
          unit: dataset.unit,
          page: dataset.page,
          licence: producer.licence,
          citation: producer.citation,
        });
      this.work.remove();
    }
    return { kind: isSame ? "unchanged" : "changed", rows: all.length, ...movesBetween(before ?? [], all) };
  }

  /** The readings that the next snapshot holds, checked. What is found wrong is asked for anew next time. */
  private async sound(
    before: Reading[] | null,
  ): Promise<{ all: Reading[]; account: Account; updated: string | null }> {
    const { dataset, options } = this;
    const { since, accept } = options;
    try {
      const { readings, updated } = await this.again(
        () => dataset.read(this.get, since, options.patience),
        Math.min(2, options.retry.retries),
        () => {
          // What came is not what it should be: all of it is asked for again.
          this.answers.clear();
          this.work.remove();
        },
      );
      const { kept, account } = keptReadings(readings, dataset);
      const isSince = ({ period }: Reading) => since === null || Number(period.slice(0, 4)) >= since;
      const earlier = (before ?? []).filter((reading) => !isSince(reading));
      const asCame = [...earlier, ...kept.filter(isSince)].sort(inOrder);
      checkReadings(readings, this.contractFor(since), dataset.page);
      const all = withCorrections(asCame, this.corrections, (one) => !isSince(one), dataset.page);
      if (this.corrections.length) account.corrected = this.corrections.map(({ id }) => id).sort();
      if (all.length === 0)
        throw new RefreshFault({
          address: dataset.page,
          expected: "a number of a place of the evidence",
          came: since === null ? "none came" : `none came from ${since} on`,
          mend:
            since === null
              ? "Compare the codes of the answer with the lists of codes."
              : "Ask for an earlier year.",
        });
      if (before && !accept) checkAgainstLast(all, before, dataset.page);
      return { all, account, updated };
    } catch (error) {
      if (!(error instanceof RefreshFault && error.isOfTransport)) this.work.remove();
      throw error;
    }
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

  private readonly get: Get = async (address, asked) => {
    const at = this.addressOf(address);
    // What is asked for again in one refresh was not what it should be.
    const kept = this.answers.has(at) ? null : this.work.read(at);
    const answer = kept ?? (await this.whole(at, asked));
    if (!kept) this.work.keep(answer);
    this.answers.set(at, answer);
    return answer;
  };

  /** A whole answer; when it has not come after all tries, the dataset is not begun anew. */
  private async whole(address: string, asked: GetOptions): Promise<Answer> {
    try {
      return await this.again(() => this.ask(address, asked), this.options.retry.retries);
    } catch (error) {
      if (error instanceof RefreshFault) Object.assign(error, { passing: false, isOfTransport: true });
      throw error;
    }
  }

  private addressOf(address: string): string {
    const { producer, options } = this;
    return options.upstream === null
      ? address
      : address.replace(producer.base, `${options.upstream}${producer.id}/`);
  }

  private async ask(address: string, asked: GetOptions, known?: Known): Promise<Answer> {
    const { asking, progress } = this.options;
    let counted = 0;
    const tell = (bytes: number, all: number | null) => {
      this.fetched += bytes - counted;
      counted = bytes;
      progress?.(this.source, bytes, all);
    };
    return this.queue.add(() =>
      fetchAnswer(address, asked, { ...asking, progress: tell, ...(known && { known }) }),
    );
  }

  /** True where the producer says of every answer behind the last snapshot that it did not change. */
  private async isUnchanged({ answers }: LockEntry): Promise<boolean> {
    if (answers.length === 0 || answers.some((one) => !one.etag && !one["last-modified"])) return false;
    for (const { address, ...known } of answers)
      try {
        await this.ask(address, { expected: "an answer", kind: "json" }, known);
        return false;
      } catch (error) {
        if (!(error instanceof NotModified)) return false;
      }
    return true;
  }

  /** Tries again what may go better in a while, after as long as the producer wants. */
  private async again<Value>(
    run: () => Promise<Value>,
    retries: number,
    beforeNext: () => void = () => {},
  ): Promise<Value> {
    const { minTimeout, maxWaitSeconds } = this.options.retry;
    return pRetry(run, {
      retries,
      minTimeout,
      randomize: true,
      shouldRetry: ({ error }) =>
        error instanceof RefreshFault && error.passing && (error.waitSeconds ?? 0) <= maxWaitSeconds,
      onFailedAttempt: async ({ error }) => {
        if (!(error instanceof RefreshFault) || error.isOfTransport) return;
        beforeNext();
        if (error.waitSeconds !== null && error.waitSeconds <= maxWaitSeconds)
          await new Promise((resolve) => setTimeout(resolve, error.waitSeconds! * 1000));
      },
    });
  }
}

function refuseUnlicensed({ licence, citation, name }: Producer, { page }: Dataset): void {
  const lacks = [licence.trim() === "" && "licence", citation.trim() === "" && "citation"].filter(Boolean);
  if (lacks.length === 0) return;
  throw new RefreshFault({
    address: page,
    expected: `a licence and a citation of ${name}`,
    came: `its file names no ${lacks.join(" and no ")}`,
    mend: "Write it there: nobody may publish, or quote, what has none.",
  });
}

const lockedAnswer = ({ address, bytes, headers }: Answer): LockEntry["answers"][number] => ({
  address,
  ...(headers.etag !== undefined && { etag: headers.etag }),
  ...(headers["last-modified"] !== undefined && { "last-modified": headers["last-modified"] }),
  bytes: bytes.length,
  sha256: sha256(bytes),
});

/** How many readings came, went and have another value, flag or status. */
function movesBetween(
  before: readonly Reading[],
  after: readonly Reading[],
): Pick<Outcome, "added" | "removed" | "changed"> {
  const known = new Map(before.map((reading) => [keyOf(reading), reading]));
  let [added, changed] = [0, 0];
  for (const reading of after) {
    const was = known.get(keyOf(reading));
    if (was === undefined) added++;
    else if (!saysTheSame(was, reading)) changed++;
    known.delete(keyOf(reading));
  }
  return { added, removed: known.size, changed };
}
