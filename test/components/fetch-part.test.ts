import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchPart, lateAfter, PartMissing, startPart } from "../../src/components/fetch-part.js";
import { followParts } from "../../src/components/page-notice.js";
import { emptyPage, said } from "../support/page/page.js";

let page: Document;
beforeEach(() => {
  page = emptyPage();
  page.body.innerHTML =
    '<main><h1>Practices</h1><div data-practices="v1"><input><button>Filters</button></div></main>';
  // The library's pages take no event but their own.
  vi.stubGlobal("CustomEvent", (page.defaultView as unknown as typeof globalThis).CustomEvent);
  followParts(page);
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const notice = () => page.querySelector<HTMLElement>(".page-notice");
const words = () => said(notice()?.querySelector("[role=alert]"));
const stopped = () =>
  [...page.querySelectorAll("[data-practices] :is(input, button)")].every((one) =>
    one.hasAttribute("disabled"),
  );
const start = (coming: Promise<object>, run: () => unknown = () => {}) =>
  startPart("Search and filters", coming as Promise<{ hydrate: () => void }>, "hydrate", run, page);

describe("fetchPart(coming, name)", () => {
  it("gives the export of that name", async () => {
    expect(await fetchPart(Promise.resolve({ one: 1 }), "one")).toBe(1);
  });

  it("takes a file that does not come, and one without the export, for missing", async () => {
    const missing: Promise<{ one: 1 }> = Promise.reject(new TypeError("Failed to fetch"));
    await expect(fetchPart(missing, "one")).rejects.toThrow(PartMissing);
    await expect(fetchPart(Promise.resolve({} as { one: 1 }), "one")).rejects.toThrow(PartMissing);
  });
});

describe("startPart(what, coming, name, start)", () => {
  it("starts the part and says nothing", async () => {
    const run = vi.fn();
    await start(Promise.resolve({ hydrate: "part" }), run);
    expect(run).toHaveBeenCalledWith("part");
    expect(notice()).toBeNull();
    expect(stopped()).toBe(false);
  });

  it.each([
    [
      "a chunk that is not there",
      () => Promise.reject(new TypeError("Failed to fetch dynamically imported module")),
    ],
    ["an empty chunk", () => Promise.resolve({})],
  ])(
    "says once under the heading that the part could not be loaded, and stops its controls: %s",
    async (_what, coming) => {
      await start(coming());
      expect(words()).toBe(
        "Search and filters could not be loaded. You can read the page all the same; to try again, reload it.",
      );
      expect(page.querySelector("h1")!.nextElementSibling).toBe(notice());
      expect(said(notice()!.querySelector("button"))).toBe("Reload");
      expect(stopped()).toBe(true);
    },
  );

  it("says that the part stopped where it fails at its work, in no words of the engine", async () => {
    await start(Promise.resolve({ hydrate: null }), () => {
      throw new TypeError("Cannot read properties of undefined (reading 'cities')");
    });
    expect(words()).toMatch(/^Search and filters stopped because of a fault in the page\. You can read/);
    expect(words()).not.toContain("undefined");
  });

  it("says that the part is late, and takes it back when it comes after all", async () => {
    let come: (module: object) => void = () => {};
    const done = start(new Promise((resolve) => (come = resolve)));
    await vi.advanceTimersByTimeAsync(lateAfter - 1);
    expect(notice()).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(words()).toMatch(/^Search and filters have not arrived yet; they start when they come\./);
    expect(stopped()).toBe(false);
    come({ hydrate: null });
    await done;
    expect(notice()).toBeNull();
  });

  it("keeps to one notice for several parts", async () => {
    await start(Promise.resolve({}));
    await startPart(
      "Buttons that sort the tables",
      Promise.resolve({} as { sort: 1 }),
      "sort",
      () => {},
      page,
    );
    expect(page.querySelectorAll(".page-notice")).toHaveLength(1);
    expect(words()).toMatch(/Search and filters could not be loaded\./);
    expect(words()).toMatch(/Buttons that sort the tables could not be loaded\./);
    expect(words().match(/You can read/g)).toHaveLength(1);
  });
});
