import type PQueue from "p-queue";
import type { Answer } from "./answer.js";
import { fetchAnswer, type Asking, type Known } from "./fetch-answer.js";
import type { LockEntry } from "./lock.js";
import type { Get, GetOptions, Producer } from "./producer.js";
import { NotModified, RefreshFault } from "./refresh-fault.js";
import { tryAgain, type Retry, type Waiting } from "./try-again.js";
import { sha256, type WorkFolder } from "./work-folder.js";

/** How a producer is asked. */
export interface Ways {
  /** Of the producer, which keeps to its pace. */
  queue: PQueue;
  asking: Omit<Asking, "known" | "progress">;
  retry: Retry;
  /** Another server in the place of the producer; null for none. */
  upstream: string | null;
  /** Answers of a refresh that was stopped are taken from there. */
  work: WorkFolder;
  progress: (bytes: number, all: number | null) => void;
  waiting: (waiting: Waiting) => void;
}

/** The answers of a producer that one dataset is read from. */
export class AnswersOf {
  /** Bytes that came. */
  fetched = 0;
  private readonly answers = new Map<string, Answer>();

  constructor(
    private readonly producer: Producer,
    private readonly ways: Ways,
  ) {}

  readonly get: Get = async (address, asked) => {
    const { work } = this.ways;
    const at = this.addressOf(address);
    // What is asked for again in one refresh was not what it should be.
    const kept = this.answers.has(at) ? null : work.read(at);
    const answer = kept ?? (await this.whole(at, asked));
    if (!kept) work.keep(answer);
    this.answers.set(at, answer);
    return answer;
  };

  /** What came is not what it should be: all of it is asked for again. */
  forget(): void {
    this.answers.clear();
    this.ways.work.remove();
  }

  /** What the lock says of the answers. */
  locked(): LockEntry["answers"] {
    return [...this.answers.values()].map(lockedAnswer);
  }

  /** True where the producer says of every answer behind the last snapshot that it did not change. */
  async areUnchanged({ answers }: LockEntry): Promise<boolean> {
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

  /** A whole answer; when it has not come after all tries, the dataset is not begun anew. */
  private async whole(address: string, asked: GetOptions): Promise<Answer> {
    const { retry, waiting } = this.ways;
    try {
      return await tryAgain(() => this.ask(address, asked), retry, waiting);
    } catch (error) {
      if (error instanceof RefreshFault) Object.assign(error, { passing: false, isOfTransport: true });
      throw error;
    }
  }

  private addressOf(address: string): string {
    const { upstream } = this.ways;
    const { base, id } = this.producer;
    return upstream === null ? address : address.replace(base, `${upstream}${id}/`);
  }

  private async ask(address: string, asked: GetOptions, known?: Known): Promise<Answer> {
    const { asking, progress, queue } = this.ways;
    let counted = 0;
    const tell = (bytes: number, all: number | null) => {
      this.fetched += bytes - counted;
      counted = bytes;
      progress(bytes, all);
    };
    return queue.add(() =>
      fetchAnswer(address, asked, { ...asking, progress: tell, ...(known && { known }) }),
    );
  }
}

const lockedAnswer = ({ address, bytes, headers }: Answer): LockEntry["answers"][number] => ({
  address,
  ...(headers.etag !== undefined && { etag: headers.etag }),
  ...(headers["last-modified"] !== undefined && { "last-modified": headers["last-modified"] }),
  bytes: bytes.length,
  sha256: sha256(bytes),
});
