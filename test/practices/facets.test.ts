import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facetCounts, facetsOf, passes, type FacetChoices } from "../../src/practices/facets.js";
import { anyPractices, practice } from "../support/model/any-register.js";

const topics = [{ id: "housing", title: "Housing" }];
const name = (id: string) => `Document ${id}`;
const valueOf = (told: Parameters<typeof practice>[1], facet: string) => {
  const one = practice("one", told);
  return facetsOf([one], topics, name)
    .find((of) => of.name === facet)!
    .of(one);
};

describe("facetsOf(practices, sourceName)", () => {
  it("names what is not stated in every facet, and drops no practice", () => {
    for (const facet of ["lead", "partner", "region", "criterion", "decade"])
      expect(valueOf({}, facet), facet).toEqual(["not-stated"]);
    fc.assert(
      fc.property(anyPractices, (practices) => {
        for (const facet of facetsOf(practices, topics, name))
          for (const one of practices) {
            const values = facet.of(one);
            expect(values.length).toBeGreaterThan(0);
            for (const value of values) expect(facet.values.map((of) => of.value)).toContain(value);
          }
      }),
    );
  });

  it("tells criteria that none meets from criteria that nobody speaks of", () => {
    const told = (stated: "met" | "partly" | "not-met") => ({
      criteria: [{ criterion: "innovation" as const, stated }],
    });
    expect(valueOf(told("met"), "criterion")).toEqual(["innovation"]);
    expect(valueOf(told("partly"), "criterion")).toEqual(["none-met"]);
  });

  it("has decades, regions as an address can hold them, each sector of partners once", () => {
    expect(valueOf({ startYear: 1998 }, "decade")).toEqual(["1990s"]);
    expect(valueOf({ region: "Northern America" }, "region")).toEqual(["northern-america"]);
    const partners = ["public", "third", "public"].map((sector, i) => ({
      name: `P${i}`,
      sector: sector as "public",
    }));
    expect(valueOf({ partners }, "partner")).toEqual(["public", "third"]);
    expect(valueOf({ multidimensional: true, dimensions: ["legal"] }, "dimension")).toEqual([
      "legal",
      "multidimensional",
    ]);
  });

  it("offers no value that nothing has", () => {
    const kinds = facetsOf([practice("one")], topics, name).find((of) => of.name === "kind")!;
    expect(kinds.values).toEqual([{ value: "example", label: "example" }]);
  });
});

describe("facetCounts(practices, facets, choices)", () => {
  const list = [
    practice("a", { dimensions: ["social"], leadSector: "public" }),
    practice("b", { dimensions: ["social", "legal"], leadSector: "third" }),
    practice("c", { dimensions: ["legal"], leadSector: "third" }),
  ];

  it("counts each facet under the choices of the others, not under its own", () => {
    const counts = facetCounts(list, facetsOf(list, topics, name), { dimension: ["legal"] });
    expect(Object.fromEntries(counts.get("dimension")!)).toEqual({ social: 2, legal: 2 });
    expect(Object.fromEntries(counts.get("lead")!)).toEqual({ public: 0, third: 2 });
  });

  it("promises what is found once the value alone is chosen in its facet", () => {
    const choices: fc.Arbitrary<FacetChoices> = fc.record({
      dimension: fc.subarray(["social", "legal", "political"]),
      lead: fc.subarray(["public", "not-stated"]),
      criterion: fc.subarray(["innovation", "none-met"]),
    });
    fc.assert(
      fc.property(anyPractices, choices, (practices, choices) => {
        const facets = facetsOf(practices, topics, name);
        for (const [facet, values] of facetCounts(practices, facets, choices))
          for (const [value, count] of values) {
            const chosen = { ...choices, [facet]: [value] };
            expect(practices.filter((one) => passes(one, facets, chosen))).toHaveLength(count);
          }
      }),
    );
  });
});
