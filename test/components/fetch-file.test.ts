import { afterEach, describe, expect, it, vi } from "vitest";
import { DamagedFile } from "../../src/components/damaged-file.js";
import { fetchFile, longestWait, readJson } from "../../src/components/fetch-file.js";

const read = (bytes: Uint8Array) => readJson(bytes, "the list");
const fetched = () => fetchFile("https://example.test/list.json", "the list", read);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("fetchFile(address, what, read)", () => {
  it("gives what the file holds", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("[1, 2]")));
    expect(await fetched()).toEqual([1, 2]);
  });

  it("waits so long and no longer for a file that hangs, at its beginning or in its midst", async () => {
    vi.useFakeTimers();
    const hangs = (signal: AbortSignal) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error)),
      );
    for (const answer of [
      (signal: AbortSignal) => hangs(signal),
      (signal: AbortSignal) => Promise.resolve({ ok: true, arrayBuffer: () => hangs(signal) }),
    ]) {
      vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => answer(signal));
      const said = expect(fetched()).rejects.toThrow("the list did not arrive within 30 seconds");
      await vi.advanceTimersByTimeAsync(longestWait);
      await said;
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it("asks once more, past the browser's cache, for a file that is damaged, and never more often", async () => {
    const asked = vi.fn<(address: string, options: RequestInit) => Promise<Response>>();
    vi.stubGlobal("fetch", asked);
    asked.mockResolvedValueOnce(new Response("[1,")).mockResolvedValueOnce(new Response("[1]"));
    expect(await fetched()).toEqual([1]);
    expect(asked.mock.calls.map(([, { cache }]) => cache)).toEqual([undefined, "reload"]);
    asked.mockReset().mockImplementation(() => Promise.resolve(new Response("[1,")));
    await expect(fetched()).rejects.toThrow(DamagedFile);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it("does not ask again for a file that is not there", async () => {
    const asked = vi.fn(() => Promise.resolve(new Response("", { status: 404 })));
    vi.stubGlobal("fetch", asked);
    await expect(fetched()).rejects.toThrow("the list could not be fetched (status 404)");
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe("readJson(bytes, what)", () => {
  it.each([
    ["", "the list did not arrive whole"],
    ['[{"a": 1}, {"a"', "the list did not arrive whole"],
    ["\n<!doctype html><title>Sign in</title>", "another file came in the place of the list"],
  ])("says of %j: %s", (text, words) => {
    expect(() => read(new TextEncoder().encode(text))).toThrow(words);
  });
});
