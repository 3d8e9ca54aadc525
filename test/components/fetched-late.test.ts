import { afterEach, describe, expect, it, vi } from "vitest";
import { FetchedLate } from "../../src/components/fetched-late.js";
import { ReaderError } from "../../src/components/reader-error.js";

afterEach(() => vi.restoreAllMocks());

describe("FetchedLate", () => {
  it("asks with the first need, and once", async () => {
    const fetch = vi.fn(() => Promise.resolve(7));
    const late = new FetchedLate(fetch, "the number");
    const states: string[] = [];
    late.subscribe(() => states.push(late.state.kind));
    expect([late.state.kind, fetch.mock.calls.length]).toEqual(["unasked", 0]);
    expect(await Promise.all([late.ask(), late.ask()])).toEqual([7, 7]);
    expect(await late.ask()).toBe(7);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(states).toEqual(["coming", "here"]);
    expect(late.state).toEqual({ kind: "here", content: 7 });
  });

  it("asks again for what failed, and says why it did", async () => {
    const fetch = vi
      .fn<() => Promise<number>>()
      .mockRejectedValueOnce(new ReaderError("the number could not be fetched"))
      .mockResolvedValue(7);
    const late = new FetchedLate(fetch, "the number");
    await expect(late.ask()).rejects.toThrow("could not be fetched");
    expect(late.state).toEqual({ kind: "missing", message: "the number could not be fetched" });
    expect(await late.ask()).toBe(7);
    expect(late.state.kind).toBe("here");
  });

  it("shows no words that are for developers", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const late = new FetchedLate(() => Promise.reject(new TypeError("x is not a function")), "the number");
    await expect(late.ask()).rejects.toThrow(TypeError);
    expect(late.state).toEqual({
      kind: "missing",
      message: "the number could not be read because of a fault in the page",
    });
    expect(logged).toHaveBeenCalledTimes(1);
  });
});
