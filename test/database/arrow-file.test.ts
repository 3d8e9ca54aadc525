import { describe, expect, it } from "vitest";
import { rowsToArrowFile } from "../../loaders/arrow.js";
import { readTableFile } from "../../src/database/arrow-file.js";

const whole = rowsToArrowFile(
  Array.from({ length: 50 }, (_, i) => ({ name: `city ${i}`, n: i })),
  [
    { name: "name", type: "string" },
    { name: "n", type: "integer" },
  ],
);

describe("readTableFile(bytes)", () => {
  it("reads a whole file", () => {
    expect(readTableFile(whole).numRows).toBe(50);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["an empty file", new Uint8Array(), /^is empty$/],
    [
      "a host's own page",
      new TextEncoder().encode("\n<!DOCTYPE html><title>Not found</title>"),
      /^is a web page/,
    ],
    ["text", new TextEncoder().encode("moved"), /^is no Arrow file$/],
    ["bytes of another kind", new Uint8Array(4000).fill(7), /^is no Arrow file$/],
    ["a file of its greeting alone", new TextEncoder().encode("ARROW1ARROW1"), /^is cut short$/],
  ])("says in words what is wrong with %s", (_what, bytes, words) => {
    expect(() => readTableFile(bytes)).toThrow(words);
  });

  it("says that a file is cut short wherever it is cut", () => {
    for (let length = 6; length < whole.length; length += 7)
      expect(() => readTableFile(whole.subarray(0, length)), `${length} bytes`).toThrow(/^is cut short$/);
  });

  it("says that a file with a hole is damaged, in no reader's words", () => {
    const holed = whole.slice();
    holed.fill(0xff, 8, whole.length - 10);
    expect(() => readTableFile(holed)).toThrow(/^is damaged: its parts do not fit together$/);
  });
});
