import { describe, expect, it } from "vitest";
import { rowsToArrowFile } from "../../loaders/arrow.js";
import { readArrow, type Expected } from "../../src/components/read-arrow.js";
import { ReaderError } from "../../src/components/reader-error.js";

const whole = rowsToArrowFile(
  Array.from({ length: 50 }, (_, i) => ({ city: `city ${i}`, n: i })),
  [
    { name: "city", type: "string" },
    { name: "n", type: "integer" },
  ],
  { figure: "coverage", version: "v1" },
);
const expected: Expected = { holds: ["figure", "coverage"], version: "v1", columns: ["city", "n"] };
const read = (bytes: Uint8Array, other: Partial<Expected> = {}) =>
  readArrow(bytes, "the figure's data", { ...expected, ...other });
const text = (words: string) => new TextEncoder().encode(words);

describe("readArrow(bytes, what, expected)", () => {
  it("gives the rows of the file that it has to be", () => {
    expect(read(whole)).toHaveLength(50);
    expect(read(whole)[7]).toEqual({ city: "city 7", n: 7 });
  });

  it("gives none where the file holds none", () => {
    const none = rowsToArrowFile(
      [],
      [
        { name: "city", type: "string" },
        { name: "n", type: "integer" },
      ],
      { figure: "coverage", version: "v1" },
    );
    expect(read(none)).toEqual([]);
  });

  it("says that an empty file, and one cut anywhere, did not arrive whole", () => {
    for (let length = 0; length < whole.length; length += length < 16 ? 1 : 37) {
      const cut = () => read(whole.subarray(0, length));
      expect(cut, `${length} bytes`).toThrow(ReaderError);
      if (length === 0 || length > 6) expect(cut).toThrow("the figure's data did not arrive whole");
    }
  });

  it("says so too where the middle of it is rubbish, in no words of the library", () => {
    const damaged = whole.slice();
    damaged.fill(0x7c, 8, whole.length - 6);
    expect(() => read(damaged)).toThrow("the figure's data did not arrive whole");
  });

  it.each([
    ["a page", text("<!doctype html><title>Sign in</title>")],
    ["JSON", text("[]")],
    ["rubbish", text("rubbish rubbish rubbish")],
  ])("says that %s came in its place", (_what, bytes) => {
    expect(() => read(bytes)).toThrow("another file came in the place of the figure's data");
  });

  it.each<[string, Partial<Expected>, string]>([
    ["another figure", { holds: ["figure", "gaps"] }, "another file"],
    ["a table of that name", { holds: ["table", "coverage"] }, "another file"],
    ["another version", { version: "v2" }, "another version"],
    ["a column less", { columns: ["city", "cost"] }, "another version"],
  ])("refuses the rows of %s", (_what, other, words) => {
    expect(() => read(whole, other)).toThrow(words);
  });
});
