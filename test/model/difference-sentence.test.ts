import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDimensions } from "../../src/figures/compare-dimensions.js";
import { sentence } from "../../src/figures/difference-words.js";
import { difference, standings } from "../../src/model/coverage.js";

/** What is said of Lisbon with these counts, beside two cities with 4 and 8 in every dimension: median 4 or Lisbon's. */
function told(lisbon: Record<string, number>): string {
  const counts = Object.entries(lisbon).flatMap(([dimension, initiatives]) => [
    { city: "Lisbon", dimension, initiatives },
    { city: "Nairobi", dimension, initiatives: 4 },
    { city: "Chicago", dimension, initiatives: 8 },
    { city: "Auckland", dimension, initiatives: 5 },
  ]);
  return sentence(difference("Lisbon", standings(counts)));
}

describe("sentence(difference)", () => {
  it.each([
    [{ social: 9 }, "Lisbon has the most social (9) initiatives of the mapped cities."],
    [
      { social: 9, legal: 10 },
      "Lisbon has the most social (9) and legal (10) initiatives of the mapped cities.",
    ],
    [{ social: 7 }, "Lisbon is furthest above the median in social initiatives (7 against 6)."],
    [{ social: 1 }, "Lisbon is furthest below the median in social initiatives (1 against 4.5)."],
    [{ political: 0 }, "Lisbon has no political initiative."],
    [{ political: 0, legal: 0 }, "Lisbon has no political and legal initiative."],
    [
      { social: 9, legal: 7, cultural: 1, political: 0 },
      "Lisbon has the most social (9) initiatives of the mapped cities, is furthest above the median in legal initiatives (7 against 6), is furthest below the median in cultural initiatives (1 against 4.5) and has no political initiative.",
    ],
    [{ social: 2, legal: 1 }, "Lisbon is furthest below the median in legal initiatives (1 against 4.5)."],
  ])("%j → %s", (counts, words) => {
    expect(told(counts)).toBe(words);
  });

  it("says so where a city has the median in every dimension", () => {
    const all = standings(
      ["social", "legal"].flatMap((dimension) =>
        [3, 5, 7].map((initiatives, i) => ({ city: ["A", "B", "C"][i]!, dimension, initiatives })),
      ),
    );
    expect(sentence(difference("B", all))).toBe("B has the median in every dimension.");
  });

  it("is one sentence about the city named first, without a pronoun and with a verb to every part", () => {
    const numbers = fc.record({
      social: fc.nat(12),
      cultural: fc.nat(12),
      legal: fc.nat(12),
      political: fc.nat(12),
      economic: fc.nat(12),
    });
    fc.assert(
      fc.property(numbers, (counts) => {
        const words = told(counts);
        expect(words).toMatch(/^Lisbon (has|is) .+\.$/);
        expect(words).not.toMatch(/\b(it|its|they)\b|NaN|undefined|null| {2}| ,|\(\)|,\.|and\.|\. /);
        for (const part of words.slice("Lisbon ".length).split(/, (?=is |has )| and (?=is |has )/))
          expect(part).toMatch(/^(has the (most|median)|is furthest (above|below) the median in|has no) /);
      }),
    );
  });
});

describe("compareDimensions.words(rows)", () => {
  it("compares with the median and the most of all eight, which come with the rows", () => {
    const row = (city: string, initiatives: number) => ({
      city_id: city.toLowerCase(),
      city,
      dimension: "social",
      initiatives,
      actors: 1,
      median_initiatives: 10.5,
      most_initiatives: 21,
    });
    expect(compareDimensions.words!([row("Lisbon", 12), row("Rotterdam", 5)], {})).toEqual([
      "Lisbon is furthest above the median in social initiatives (12 against 10.5).",
      "Rotterdam is furthest below the median in social initiatives (5 against 10.5).",
    ]);
  });
});
