import { describe, expect, it } from "vitest";
import { faultOfPattern, linearPattern } from "../../loaders/linear-pattern.js";
import { hasWildcard, rowKeyMatcher } from "../../loaders/row-key.js";
import { problemsOf, replacing } from "../support/evidence/small-evidence.js";

const idPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

describe("linearPattern(pattern)", () => {
  it.each(["^(a+)+$", "(a|a)*", "(a|aa)+$", "(.*)*x", "([a-z]+)*[A-Z]", "(a?){30}a{30}"])(
    "answers %s at once, which keeps other engines busy for ever",
    (pattern) => expect(linearPattern(pattern)(`${"a".repeat(5000)}!`)).toBe(false),
  );

  it("is for the whole text, of any script, and not for its first line", () => {
    const matches = linearPattern("a|b\\p{L}+|😀.");
    for (const text of ["a", "bÉé", "😀😀"]) expect(matches(text)).toBe(true);
    for (const text of ["ab", "xa", "a\n", "", "😀"]) expect(matches(text)).toBe(false);
  });
});

describe("faultOfPattern(pattern)", () => {
  it("says why a text is no pattern that can be answered at once", () => {
    expect(faultOfPattern(idPattern)).toBeNull();
    expect(faultOfPattern("(")).toMatch(/missing closing \)/);
    expect(faultOfPattern("a)|(b")).toMatch(/unexpected \)/);
    expect(faultOfPattern("(?=a)b")).toMatch(/\(\?=/);
    expect(faultOfPattern("(a)\\1")).toMatch(/invalid escape/);
    expect(faultOfPattern("((a{1,1000}){1,1000}){1,1000}")).toMatch(/too large/);
    expect(faultOfPattern("(".repeat(450) + ")".repeat(600))).toMatch(/1050 characters, of 1000 at most/);
  });
});

describe("checkEvidence(folder), of patterns", () => {
  it("judges a pattern that would explode as any other", () => {
    const problems = problemsOf({
      "datapackage.json": replacing(
        '"constraints": { "required": true, "minLength": 2, "maxLength": 40 }',
        '"constraints": { "pattern": "^([A-Za-z0-9<>=()ã]+ ?)+$" }',
      ),
      "towns.csv": replacing("Aldmoor", `${"A".repeat(5000)}!`),
    });
    expect(problems).toEqual([expect.stringMatching(/^towns, row 2, name "A+…": must match \^\(/)]);
  });
});

describe("rowKeyMatcher(key, primaryKey), of many stars", () => {
  it("answers at once", () => {
    const key = `${"*a".repeat(60)}*b`;
    expect(hasWildcard(key)).toBe(true);
    expect(rowKeyMatcher(key, ["id"])({ id: "a".repeat(5000) })).toBe(false);
    expect(rowKeyMatcher(key, ["id"])({ id: `${"a".repeat(5000)}b` })).toBe(true);
    expect(rowKeyMatcher("a*a", ["id"])({ id: "a" })).toBe(false);
    expect(rowKeyMatcher("ab*ba", ["id"])({ id: "aba" })).toBe(false);
  });
});
