import { describe, expect, it } from "vitest";
import { unboundComparisons } from "../../../loaders/reports/comparisons.js";
import { boundSign, citedSign } from "../../../loaders/reports/report-text.js";

const found = (text: string, claims: [number, number][] = []) =>
  unboundComparisons({ text, claims, line: 3 }).map(({ found }) => found);

describe("unboundComparisons(text)", () => {
  it.each([
    ["Lisbon has the most initiatives.", ["the most"]],
    ["Rotterdam has fewer than Chicago.", ["fewer than"]],
    ["The number fell.", ["fell"]],
    ["None of the cities has a plan.", ["None"]],
    ["No city has a plan.", ["No city"]],
    ["Every city has one.", ["Every"]],
    ["Only two have one.", ["Only"]],
    ["It pays half of it.", ["half"]],
    ["Three of the cities have one.", ["Three of the"]],
    ["It is the second largest. It is cheaper than that.", ["second largest", "cheaper than"]],
  ])("names in %j %j", (text, words) => expect(found(text)).toEqual(words));

  it.each([
    "Lisbon has a plan.",
    "A third-party country and the third sector.",
    "It takes at least a year.",
    "Not only that.",
    "The study says “the most active city”.",
    `Lisbon has more than ${boundSign}.`,
    `It has the most ${citedSign}.`,
    "A mosaic of almost everything.",
  ])("none in %j", (text) => expect(found(text)).toEqual([]));

  it("leaves a sentence of a claim, and names the one beside it, in its line", () => {
    const text = "It has the most. It\nhas the least.";
    expect(found(text, [[0, 15]])).toEqual(["the least"]);
    expect(unboundComparisons({ text, claims: [], line: 3 })).toEqual([
      { found: "the most", sentence: "It has the most.", line: 3 },
      { found: "the least", sentence: "It has the least.", line: 3 },
    ]);
  });
});
