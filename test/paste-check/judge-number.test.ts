import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/paste-check/facts.js";
import { judgeNumber } from "../../src/paste-check/judge-number.js";
import { plainText } from "../../src/paste-check/plain-text.js";
import { readNumbers } from "../../src/paste-check/read-numbers.js";

const fact = (value: number, more: Partial<Fact> = {}): Fact => ({
  indicator: "people",
  place: "lisbon",
  value,
  unit: "count",
  source: "a",
  locator: "Table 1",
  link: "/",
  ...more,
});

const judge = (words: string, of: Fact) => judgeNumber(readNumbers(plainText(words)).numbers[0]!, of).verdict;

describe("judgeNumber", () => {
  it.each([
    ["36", fact(36), "agrees"],
    ["35", fact(36), "differs"],
    ["about 35", fact(36), "agrees"],
    ["about 30", fact(36), "differs"],
    ["7 %", fact(7.19, { unit: "percent" }), "agrees"],
    ["7.1 %", fact(7.19, { unit: "percent" }), "differs"],
    ["477,000", fact(476_649), "agrees"],
    ["476,000", fact(476_649), "differs"],
    ["65 million", fact(65_300_000), "agrees"],
    ["more than 35", fact(36), "agrees"],
    ["more than 36", fact(36), "differs"],
    ["up to 36", fact(36), "agrees"],
    ["30–40", fact(36), "agrees"],
    ["60", fact(60, { qualifier: ">" }), "differs"],
    ["more than 60", fact(60, { qualifier: ">" }), "agrees"],
    ["more than 70", fact(60, { qualifier: ">" }), "cannot-tell"],
    ["less than 50", fact(60, { qualifier: ">" }), "differs"],
    ["2,000", fact(2000, { qualifier: "≈" }), "agrees"],
    ["2,050", fact(2000, { qualifier: "≈" }), "cannot-tell"],
    ["25,000 to 30,000", fact(25_000, { upTo: 30_000 }), "agrees"],
    ["27,500", fact(25_000, { upTo: 30_000 }), "cannot-tell"],
    ["33", fact(32.875, { derived: "mean" }), "agrees"],
  ])("%s against %o: %s", (words, of, expected) => {
    expect(judge(words, of)).toBe(expected);
  });

  it("says which other reading of the document a number follows", () => {
    const twice = fact(12, { readings: [{ id: "twice", said: "13", value: 13, locator: "text" }] });
    const number = readNumbers("13").numbers[0]!;
    expect(judgeNumber(number, twice)).toMatchObject({ verdict: "differs", otherReading: { id: "twice" } });
  });
});
