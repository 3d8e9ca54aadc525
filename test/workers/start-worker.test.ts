import { afterEach, expect, it, vi } from "vitest";
import { longestWait, startWorker } from "../../src/workers/start-worker.js";
import { model } from "../model/real-model.js";

const start = () => startWorker("https://example.test/", "workers/model.worker.js", model);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("startWorker says that a script did not arrive in time, and was not waited for longer", async () => {
  const ended = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(ended.signal);
  vi.stubGlobal("fetch", (_: URL, { signal }: RequestInit) => {
    return new Promise((_, reject) =>
      signal!.addEventListener("abort", () => reject(signal!.reason as Error)),
    );
  });
  const begun = start();
  ended.abort(new DOMException("late", "TimeoutError"));
  await expect(begun).rejects.toThrow("model.worker.js: it did not arrive within 20 seconds");
  expect(timeout).toHaveBeenCalledWith(longestWait);
});

it("startWorker names the script and what the server said, or that the connection was lost", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("no", { status: 404 })));
  await expect(start()).rejects.toThrow(/^model\.worker\.js: 404$/);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  await expect(start()).rejects.toThrow("model.worker.js: the connection was lost or refused");
});
