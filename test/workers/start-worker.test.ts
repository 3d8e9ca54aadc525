import { afterEach, expect, it, vi } from "vitest";
import { longestStart, startWorker } from "../../src/workers/start-worker.js";
import { model } from "../support/model/real-model.js";

/** A worker that says what it is told to, once it has been given its model. */
class TestWorker extends EventTarget {
  static says: (worker: TestWorker) => void = () => {};
  ended = false;
  postMessage = () => TestWorker.says(this);
  terminate = () => (this.ended = true);
}

const start = () => startWorker("https://example.test/", "workers/model.worker.js", model);
const answer = (text: string, status = 200) =>
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(text, { status })));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it.each([
  ["what the server said", () => answer("no", 404), "model.worker.js could not be fetched (status 404)"],
  ["that it came empty", () => answer(""), "model.worker.js did not arrive whole"],
  [
    "that a page came in its place",
    () => answer("<!doctype html>"),
    "another file came in the place of model.worker.js",
  ],
  [
    "that the connection was lost",
    () => vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed"))),
    "model.worker.js could not be fetched (the connection was lost or refused)",
  ],
])("startWorker names the script and says %s", async (_what, prepare, words) => {
  vi.stubGlobal("Worker", TestWorker);
  prepare();
  await expect(start()).rejects.toThrow(words);
});

it("startWorker says of a browser without workers that it has none", async () => {
  vi.stubGlobal("Worker", undefined);
  await expect(start()).rejects.toThrow("this browser has no workers");
});

it("startWorker waits until the worker has its model, and for another script no longer than that may take", async () => {
  vi.stubGlobal("Worker", TestWorker);
  answer("self.onmessage = () => {};");
  TestWorker.says = (worker) =>
    void worker.dispatchEvent(new MessageEvent("message", { data: { ready: true } }));
  const worker = (await start()) as unknown as TestWorker;
  expect(worker.ended).toBe(false);
  vi.useFakeTimers();
  TestWorker.says = () => {};
  const said = expect(start()).rejects.toThrow(
    "model.worker.js does not answer; another file may have come in its place",
  );
  await vi.advanceTimersByTimeAsync(longestStart);
  await said;
});

it("startWorker says that half a script is damaged, in no words of the engine", async () => {
  vi.stubGlobal("Worker", TestWorker);
  answer("self.onmessage = (");
  TestWorker.says = (worker) =>
    void worker.dispatchEvent(
      Object.assign(new Event("error"), { message: "Uncaught SyntaxError: Unexpected end of input" }),
    );
  await expect(start()).rejects.toThrow(/^model\.worker\.js is damaged, or another file came in its place$/);
});
