import { describe, expect, it } from "vitest";
import { pageAddress, wordPause } from "../../src/components/page-address.js";

/** A browser's history, with a clock that the test moves. */
function browser() {
  const entries = ["/funding"];
  let at = 0;
  let time = 0;
  let tell = () => {};
  const url = () => new URL(entries[at]!, "http://site");
  const returned: string[] = [];
  const window = {
    history: {
      pushState: (_: unknown, __: string, address: string) => void entries.splice(++at, Infinity, address),
      replaceState: (_: unknown, __: string, address: string) => void (entries[at] = address),
    } as unknown as History,
    location: {
      get pathname() {
        return url().pathname;
      },
      get search() {
        return url().search;
      },
      get hash() {
        return url().hash;
      },
    } as Location,
    addEventListener: (_: "popstate", run: () => void) => void (tell = run),
    performance: { now: () => time },
  };
  const address = pageAddress((search) => returned.push(search), window);
  const move = (steps: number) => {
    at += steps;
    tell();
  };
  return { address, entries, returned, move, wait: (ms: number) => void (time += ms), window };
}

describe("pageAddress(onReturn)", () => {
  it("a choice is a step; the way back and forward brings its query", () => {
    const { address, entries, returned, move } = browser();
    address.go("/funding?group=city", "choosing");
    address.go("/funding?group=level", "choosing");
    expect(entries).toEqual(["/funding", "/funding?group=city", "/funding?group=level"]);
    move(-1);
    move(-1);
    move(1);
    expect(returned).toEqual(["?group=city", "", "?group=city"]);
  });

  it("the same address again is no step, and a way to a part of the page is no other view", () => {
    const { address, entries, returned, move } = browser();
    address.go("/funding?group=city", "choosing");
    address.go("/funding?group=city", "choosing");
    expect(entries).toHaveLength(2);
    entries.push("/funding?group=city#sources");
    move(1);
    move(-1);
    expect(returned).toEqual([]);
  });

  it("the letters of a word are one step; a pause, a choice or a way back begins another", () => {
    const { address, entries, wait, move } = browser();
    for (const q of ["w", "wo", "work"]) {
      address.go(`/funding?q=${q}`, "typing");
      wait(wordPause - 1);
    }
    expect(entries).toEqual(["/funding", "/funding?q=work"]);
    wait(1);
    address.go("/funding?q=work+a", "typing");
    expect(entries).toHaveLength(3);
    address.go("/funding?q=work+a&group=city", "choosing");
    address.go("/funding?q=work+at&group=city", "typing");
    expect(entries).toHaveLength(5);
    move(-1);
    address.go("/funding?q=x", "typing");
    expect(entries.slice(-2)).toEqual(["/funding?q=work+a&group=city", "/funding?q=x"]);
  });

  it("throws nothing where the browser refuses", () => {
    const { address, window } = browser();
    window.history.pushState = () => {
      throw new DOMException("too often", "SecurityError");
    };
    expect(() => address.go("/funding?a=b", "choosing")).not.toThrow();
  });
});
