import { wordsFor } from "../components/reader-error.js";
import { metFault, WorkerUnavailable } from "./errors.js";
import type { Answered, Asked, OnProgress } from "./messages.js";

/** The part of a Worker that is used, so that a test may pass another. */
export interface WorkerLike {
  postMessage: (message: unknown) => void;
  terminate: () => void;
  addEventListener: (
    type: "message" | "error" | "messageerror",
    listener: (event: { data?: unknown; message?: string; preventDefault?: () => void }) => void,
  ) => void;
}

interface Task extends Asked {
  newest: boolean;
  onProgress: OnProgress | undefined;
  resolve: (answer: unknown) => void;
  reject: (error: WorkerUnavailable) => void;
}

/**
 * The questions to one worker, which it gets one at a time, in order, so that one that nobody waits for any more
 * never begins. The worker is started by the first question, and again by the next after it has stopped.
 */
export class WorkerLine {
  readonly #start: () => Promise<WorkerLike>;
  #worker: Promise<WorkerLike> | undefined;
  #current: Task | undefined;
  #waiting: Task[] = [];
  #asked = 0;
  #closed = false;

  /** @param start makes a worker that has its model */
  constructor(start: () => Promise<WorkerLike>) {
    this.#start = start;
  }

  /**
   * @param newest whether earlier questions of the same name that were asked so are answered with null at once
   * @param onProgress is told how much is done, where the worker tells it
   * @returns the answer, as the worker sends it
   * @throws WorkerUnavailable when the worker cannot start, stops, or fails at this question
   */
  ask(
    question: string,
    args: readonly unknown[],
    newest: boolean,
    onProgress?: OnProgress,
  ): Promise<unknown> {
    if (this.#closed) return Promise.reject(new WorkerUnavailable("it was closed"));
    if (newest) this.#supersede(question);
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      this.#waiting.push({ kind: "ask", id, question, args, newest, onProgress, resolve, reject });
      void this.#next();
    });
  }

  /**
   * Nobody wants the answers to a question any more: who waits for the newest gets null, everyone else a
   * WorkerUnavailable. What has begun can only be stopped with its worker; the next question starts another.
   */
  stop(question: string): void {
    const ended = this.#waiting.filter((task) => task.question === question);
    this.#waiting = this.#waiting.filter((task) => task.question !== question);
    const running = this.#current;
    if (running?.question === question) {
      ended.push(running);
      this.#current = undefined;
      this.#drop();
    }
    for (const { newest, resolve, reject } of ended)
      if (newest) resolve(null);
      else reject(new WorkerUnavailable("it was stopped"));
    void this.#next();
  }

  /** Gives a worker that was started a message that is no question; what it works at is answered all the same. */
  tell(message: unknown): void {
    void this.#worker?.then((worker) => worker.postMessage(message)).catch(() => {});
  }

  /** Ends the worker. Who waits for the newest answer gets null, everyone else a WorkerUnavailable. */
  close(): void {
    this.#closed = true;
    const left = [...(this.#current ? [this.#current] : []), ...this.#waiting];
    this.#waiting = [];
    this.#current = undefined;
    for (const { newest, resolve, reject } of left)
      if (newest) resolve(null);
      else reject(new WorkerUnavailable("it was closed"));
    this.#drop();
  }

  #supersede(question: string): void {
    const old = (task: Task | undefined) => task?.newest === true && task.question === question;
    // What has begun cannot be called back, but nobody waits for it.
    if (old(this.#current)) {
      this.#current!.resolve(null);
      this.#current!.onProgress = undefined;
    }
    for (const task of this.#waiting.filter(old)) task.resolve(null);
    this.#waiting = this.#waiting.filter((task) => !old(task));
  }

  async #next(): Promise<void> {
    if (this.#current || this.#waiting.length === 0) return;
    const task = (this.#current = this.#waiting.shift()!);
    try {
      const worker = await (this.#worker ??= this.#begin());
      if (this.#current !== task) return;
      const { kind, id, question, args } = task;
      worker.postMessage({ kind, id, question, args } satisfies Asked);
    } catch (error) {
      this.#fail(task, wordsFor(error, "it could not be started"), error);
    }
  }

  async #begin(): Promise<WorkerLike> {
    const worker = await this.#start();
    if (this.#closed) worker.terminate();
    worker.addEventListener("message", ({ data }) => {
      const answered = data as Answered;
      const task = this.#current;
      if ("ready" in answered || task?.id !== answered.id) return;
      if ("done" in answered) return task.onProgress?.(answered.done, answered.of);
      // After a failure its memory cannot be trusted, least of all WebAssembly's.
      if ("failed" in answered) return this.#fail(task, answered.failed);
      this.#current = undefined;
      task.resolve(answered.answer);
      void this.#next();
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault?.();
      console.error(event.message);
      this.#fail(this.#current, metFault);
    });
    worker.addEventListener("messageerror", () => this.#fail(this.#current, "its answer could not be read"));
    return worker;
  }

  #fail(task: Task | undefined, detail: string, cause?: unknown): void {
    this.#drop();
    if (task !== this.#current) return;
    this.#current = undefined;
    task?.reject(new WorkerUnavailable(detail, { cause }));
    void this.#next();
  }

  #drop(): void {
    this.#worker?.then((worker) => worker.terminate()).catch(() => {});
    this.#worker = undefined;
  }
}
