import { describe, expect, it } from "vitest";
import { ReaderError } from "../../src/components/reader-error.js";
import type { Asked } from "../../src/workers/messages.js";
import { WorkerLine, type WorkerLike } from "../../src/workers/worker-line.js";

type Listener = (event: { data?: unknown; message?: string }) => void;

/** A worker that answers when it is told to. */
class TestWorker implements WorkerLike {
  readonly asked: Asked[] = [];
  ended = false;
  readonly #listeners = new Map<string, Listener>();
  postMessage = (message: unknown) => void this.asked.push(message as Asked);
  terminate = () => void (this.ended = true);
  addEventListener = (type: string, listener: Listener) => void this.#listeners.set(type, listener);
  answer = (answer: unknown) =>
    this.#listeners.get("message")!({ data: { id: this.asked.at(-1)!.id, answer } });
  tell = (done: number, of: number) =>
    this.#listeners.get("message")!({ data: { id: this.asked.at(-1)!.id, done, of } });
  fail = (failed: string) => this.#listeners.get("message")!({ data: { id: this.asked.at(-1)!.id, failed } });
  crash = (message: string) => this.#listeners.get("error")!({ message });
}

function lineOfWorkers() {
  const workers: TestWorker[] = [];
  const line = new WorkerLine(() => {
    workers.push(new TestWorker());
    return Promise.resolve(workers.at(-1)!);
  });
  return { workers, line };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const questionsOf = (worker: TestWorker) => worker.asked.map(({ question, args }) => [question, ...args]);

describe("WorkerLine", () => {
  it("starts no worker before the first question, and one for all that follow", async () => {
    const { workers, line } = lineOfWorkers();
    expect(workers).toHaveLength(0);
    const answers = [line.ask("a", [1], false), line.ask("b", [2], false)];
    await settled();
    expect(questionsOf(workers[0]!)).toEqual([["a", 1]]);
    workers[0]!.answer("one");
    await settled();
    workers[0]!.answer("two");
    expect(await Promise.all(answers)).toEqual(["one", "two"]);
    expect(workers).toHaveLength(1);
  });

  it("answers the newest of a name, null to those before it, and never begins what nobody waits for", async () => {
    const { workers, line } = lineOfWorkers();
    const first = line.ask("drag", [1], true);
    await settled();
    const [second, other, third] = [
      line.ask("drag", [2], true),
      line.ask("else", [], true),
      line.ask("drag", [3], true),
    ];
    expect(await first).toBeNull();
    expect(await second).toBeNull();
    workers[0]!.answer("too late");
    await settled();
    workers[0]!.answer("other");
    await settled();
    workers[0]!.answer("newest");
    expect(await Promise.all([other, third])).toEqual(["other", "newest"]);
    expect(questionsOf(workers[0]!)).toEqual([["drag", 1], ["else"], ["drag", 3]]);
  });

  it("leaves alone what was asked for itself", async () => {
    const { workers, line } = lineOfWorkers();
    const kept = line.ask("drag", [1], false);
    await settled();
    const newest = line.ask("drag", [2], true);
    workers[0]!.answer("kept");
    await settled();
    workers[0]!.answer("newest");
    expect(await Promise.all([kept, newest])).toEqual(["kept", "newest"]);
  });

  it.each(["crash", "fail"] as const)(
    "rejects the question at a %s, and goes on with a new worker",
    async (how) => {
      const { workers, line } = lineOfWorkers();
      const [lost, next] = [line.ask("a", [], true), line.ask("b", [], false)];
      const caught = lost.catch((error: Error) => error);
      await settled();
      workers[0]![how]("out of memory");
      expect(await caught).toMatchObject({
        name: "WorkerUnavailable",
        message: expect.stringContaining(
          how === "fail" ? ": out of memory." : ": it met a fault of its own.",
        ),
      });
      await settled();
      expect(workers[0]!.ended).toBe(true);
      workers[1]!.answer("well");
      expect(await next).toBe("well");
    },
  );

  it("rejects where no worker can be started, and tries again with the next question", async () => {
    let starts = 0;
    const worker = new TestWorker();
    const line = new WorkerLine(() =>
      starts++ === 0 ? Promise.reject(new ReaderError("no such file")) : Promise.resolve(worker),
    );
    await expect(line.ask("a", [], false)).rejects.toThrow("stopped: no such file.");
    const again = line.ask("a", [], false);
    await settled();
    worker.answer(1);
    expect(await again).toBe(1);
  });

  it("tells a worker that was started, before what is asked later, and starts none for it", async () => {
    const { workers, line } = lineOfWorkers();
    line.tell("nobody hears this");
    const first = line.ask("a", [], false);
    await settled();
    line.tell({ kind: "start" });
    const second = line.ask("b", [], false);
    await settled();
    expect(workers).toHaveLength(1);
    expect(workers[0]!.asked).toMatchObject([{ question: "a" }, { kind: "start" }]);
    workers[0]!.asked.pop();
    workers[0]!.answer(1);
    await settled();
    workers[0]!.answer(2);
    expect(await Promise.all([first, second])).toEqual([1, 2]);
  });

  it("tells how far a question is to whoever still waits for it", async () => {
    const { workers, line } = lineOfWorkers();
    const [told, late] = [[] as number[][], [] as number[][]];
    const first = line.ask("long", [1], true, (...progress) => void told.push(progress));
    await settled();
    workers[0]!.tell(10, 300);
    workers[0]!.tell(20, 300);
    const second = line.ask("long", [2], true, (...progress) => void late.push(progress));
    workers[0]!.tell(30, 300);
    workers[0]!.answer("nobody waits");
    expect(await first).toBeNull();
    await settled();
    workers[0]!.tell(10, 300);
    workers[0]!.answer("new");
    expect(await second).toBe("new");
    expect(told).toEqual([
      [10, 300],
      [20, 300],
    ]);
    expect(late).toEqual([[10, 300]]);
    // A question without a listener hears nothing, and takes no harm.
    const silent = line.ask("short", [], false);
    await settled();
    workers[0]!.tell(1, 2);
    workers[0]!.answer(1);
    expect(await silent).toBe(1);
  });

  it("stops what runs with its worker, and goes on with what else was asked in another", async () => {
    const { workers, line } = lineOfWorkers();
    const [search, more, other] = [
      line.ask("search", [1], true),
      line.ask("search", [2], false).catch((error: Error) => error.message),
      line.ask("else", [], true),
    ];
    await settled();
    line.stop("search");
    expect(await search).toBeNull();
    expect(await more).toContain("it was stopped");
    await settled();
    expect(workers[0]!.ended).toBe(true);
    expect(questionsOf(workers[1]!)).toEqual([["else"]]);
    workers[1]!.answer("well");
    expect(await other).toBe("well");
    line.stop("search");
    expect(workers[1]!.ended).toBe(false);
  });

  it("once closed ends the worker, gives null to whoever wants the newest, and rejects the rest", async () => {
    const { workers, line } = lineOfWorkers();
    const [newest, asked] = [line.ask("a", [], true), line.ask("b", [], false)];
    const caught = asked.catch((error: Error) => error.name);
    await settled();
    line.close();
    expect(await newest).toBeNull();
    expect(await caught).toBe("WorkerUnavailable");
    await expect(line.ask("a", [], true)).rejects.toThrow("closed");
    await settled();
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
  });
});
