import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slipsBetween, spelling } from "../../src/model/spelling.js";

describe("slipsBetween(a, b)", () => {
  it.each([
    ["housing", "housing", 0],
    ["huosing", "housing", 1],
    ["shleter", "shelter", 1],
    ["migante", "migrante", 1],
    ["paolo", "paulo", 1],
    ["amerikanz", "americans", 2],
    ["", "abc", 3],
    ["ab", "ba", 1],
  ])("counts from %s to %s: %d", (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
    expect(slipsBetween(b, a)).toBe(slips);
  });

  it("is the same with a bound up to it, and more than the bound above it", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const slips = slipsBetween(a, b);
        if (slips <= most) expect(slipsBetween(a, b, most)).toBe(slips);
        else expect(slipsBetween(a, b, most)).toBeGreaterThan(most);
      }),
    );
  });
});

describe("spelling(counts, fewest)", () => {
  const near = spelling(
    new Map([
      ["housing", 5],
      ["hosting", 1],
      ["note", 9],
      ["recognition", 2],
      ["2012", 3],
    ]),
    5,
  );

  it.each([
    ["huosing", "housing"],
    ["hoсsing", "housing"],
    ["HOUSSING", "housing"],
    ["recongitoin", "recognition"],
    ["housign", "housing"],
  ])("takes %s for %s", (typed, meant) => {
    expect(near(typed)).toBe(meant);
    expect(near(typed)).toBe(meant);
  });

  it("takes of words as near the one that stands most often", () => {
    expect(near("hoxting")).toBe("hosting");
    expect(near("hoxxing")).toBeNull();
    expect(
      spelling(
        new Map([
          ["hosting", 1],
          ["housing", 2],
        ]),
        5,
      )("hosing"),
    ).toBe("housing");
  });

  it("takes no short word, no number and nothing far for another", () => {
    for (const typed of ["vote", "2010", "12012", "zeppelin", ""]) expect(near(typed)).toBeNull();
  });

  it("finds every word that is a slip away, whatever is left out before a closer look", () => {
    const words = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom("a", "é", "z", "k"), minLength: 4, maxLength: 9 }),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: fc.constantFrom("a", "e", "z", "k"), minLength: 5, maxLength: 9 }),
        (words, typed) => {
          const found = spelling(new Map(words.map((word) => [word, 1])), 5)(typed);
          const least = Math.min(...words.map((word) => slipsBetween(typed, word)));
          if (least <= Math.round(typed.length / 5)) expect(slipsBetween(typed, found!)).toBe(least);
          else expect(found).toBeNull();
        },
      ),
    );
  });
});
