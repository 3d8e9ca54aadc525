import { afterEach, describe, expect, it, vi } from "vitest";
import { keepAddress } from "../../src/components/address.js";
import { followWidth, whenNear } from "../../src/components/watch-place.js";
import { emptyPage } from "../support/page/page.js";

afterEach(() => vi.unstubAllGlobals());

describe("in a browser without observers", () => {
  it("a place counts as near at once, and its width is not followed", () => {
    vi.stubGlobal("IntersectionObserver", undefined);
    vi.stubGlobal("ResizeObserver", undefined);
    const run = vi.fn();
    whenNear(emptyPage().body, run);
    expect(run).toHaveBeenCalledTimes(1);
    followWidth(emptyPage().body, run);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("keepAddress(address, history)", () => {
  it("writes the address, and throws nothing where the browser refuses", () => {
    const replaceState = vi.fn();
    keepAddress("/compare?cities=lisbon", { replaceState } as unknown as History);
    expect(replaceState).toHaveBeenCalledWith(null, "", "/compare?cities=lisbon");
    replaceState.mockImplementation(() => {
      throw new DOMException("too often", "SecurityError");
    });
    expect(() => keepAddress("/compare", { replaceState } as unknown as History)).not.toThrow();
  });
});
