import { outcomeLine, unreachedLines, waitingLine } from "./outcome-lines.js";
import type { Outcome } from "./outcome.js";
import { Progress } from "./progress.js";
import type { RefreshRequest } from "./read-arguments.js";
import type { Waiting } from "./try-again.js";

/**
 * What a refresh says while it runs. Results go to the standard output, and with `--json` to the standard error; what it
 * does meanwhile goes to the standard error.
 */
export class RefreshTongue {
  private readonly progress = new Progress(process.stderr);
  /** Those that failed as their hosts were not reached: they may have one cause, which is told once. */
  private readonly unreached: Outcome[] = [];
  /** What was said last of each source that is asked again. */
  private readonly lastWaiting = new Map<string, string>();

  constructor(private readonly request: Pick<RefreshRequest, "json" | "dryRun" | "onlyChanged">) {}

  /** True once it was stopped: what is still on its way is of no account. */
  private isStopped = false;

  /** What is said where it is stopped; nothing else is from then on. */
  stopped(lines: readonly string[]): void {
    this.progress.clear();
    this.isStopped = true;
    for (const line of lines) console.error(line);
  }

  /** A result. */
  say(line: string): void {
    if (this.isStopped) return;
    this.progress.clear();
    if (this.request.json) console.error(line);
    else console.log(line);
  }

  /** What is being done. */
  meanwhile(line: string): void {
    if (this.isStopped) return;
    this.progress.clear();
    console.error(line);
  }

  begun(source: string): void {
    if (!this.request.onlyChanged) this.meanwhile(`asking     ${source}`);
  }

  waiting(source: string, waiting: Waiting): void {
    // Parts of one table are asked for side by side, and fail side by side.
    const said = `${waiting.fault.came} ${waiting.next}`;
    if (this.lastWaiting.get(source) === said) return;
    this.lastWaiting.set(source, said);
    this.meanwhile(waitingLine(source, waiting));
  }

  came(source: string, bytes: number, all: number | null): void {
    if (!this.isStopped) this.progress.tell(source, bytes, all);
  }

  ended(outcome: Outcome): void {
    const { json, dryRun, onlyChanged } = this.request;
    if (outcome.fault?.unreached && !json) this.unreached.push(outcome);
    else if (!onlyChanged || outcome.kind !== "unchanged") this.say(outcomeLine(outcome, dryRun));
  }

  /** After the last source. */
  allEnded(): void {
    this.progress.clear();
    for (const line of unreachedLines(this.unreached)) this.say(line);
  }

  /** Before something else is written. */
  clear(): void {
    this.progress.clear();
  }
}
