import { describe, expect, it } from "vitest";
import { comparatorsOf, equalWeights } from "../../src/model/comparators.js";
import { besideWords } from "../../src/start/beside-words.js";
import { city, counts } from "../support/model/any-register.js";

const initiatives = counts(1, 1, 1, 1, 1);
const known = {
  foreignBornPct: 10,
  shareGroup: "foreign-born",
  policyLevel: "local",
  arrivals: "mostly-economic",
  challenges: ["housing"],
  initiatives,
} as const;

describe("besideWords(name, beside, weights)", () => {
  const own = city("a", known);
  const others = [
    city("near", { ...known, name: "NEAR" }),
    city("far", { name: "FAR", region: "There", foreignBornPct: 1, initiatives }),
  ];

  it("says what is alike, where little is known to be, and that it was weighed", () => {
    const beside = comparatorsOf(own, others);
    expect(besideWords("A", beside)).toBe(
      "A is shown with the mapped cities most like it: NEAR (similar: share of foreign-born residents (10 % here, 10 % there), who arrives, level of integration policy, world region and challenges named (1 of 1 in common)) and FAR (little is known to be similar). That is with equal weights; others may name other cities.",
    );
    const region = { ...equalWeights, region: 4 };
    expect(besideWords("A", comparatorsOf(own, others, region), region)).toMatch(
      /That is with the weights of the link; others may name other cities\.$/,
    );
  });

  it("claims no likeness where none is known", () => {
    const named = (id: string, initiatives = counts(1, 1, 1, 1, 1)) =>
      city(id, { name: id.toUpperCase(), initiatives });
    const mapped = [named("b"), named("c"), named("d", counts(1, 1, 9, 1, 1))];
    const unlike = { ...city("a"), region: "", country: "" };
    const nearest = (of: Parameters<typeof comparatorsOf>[0]) => comparatorsOf(of, mapped).slice(0, 2);
    expect(besideWords("A", nearest(unlike))).toBe(
      "A is shown with B and C, the first mapped cities by name: no document says which are most like it.",
    );
    const some = { ...counts(1, 1, 8, 1, 1), social: null };
    expect(besideWords("A", nearest({ ...unlike, initiatives: some }))).toBe(
      "A is shown with D and B, the mapped cities whose initiatives are nearest to it in number: no document says which are most like it.",
    );
  });
});
