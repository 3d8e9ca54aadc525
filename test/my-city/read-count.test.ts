import { describe, expect, it } from "vitest";
import { readCount } from "../../src/my-city/read-count.js";

describe("readCount(typed)", () => {
  it.each([
    ["12", 12],
    [" 0 ", 0],
    ["999", 999],
    ["", null],
    ["?", null],
    ["not known", null],
    ["1000", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e2", undefined],
    ["twelve", undefined],
  ])("reads %j as %j", (typed, count) => {
    expect(readCount(typed)).toBe(count);
  });
});
