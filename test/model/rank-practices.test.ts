import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankingReasons } from "../../src/components/ranking-words.js";
import { whyNotAdoptable } from "../../src/model/adoptable.js";
import { equalWeights } from "../../src/model/comparators.js";
import { readCityContexts, type CityContext } from "../../src/model/city-contexts.js";
import { readPractices } from "../../src/model/practices.js";
import {
  criteriaMet,
  rankPractices,
  rankWeights,
  type RankedPractice,
} from "../../src/model/rank-practices.js";
import { anyCities, anyPractices, city, counts, practice } from "../support/model/any-register.js";
import { rowsOf } from "../support/model/real-model.js";

/** Below the median in political and cultural. */
const here = city("here", {
  name: "Here",
  country: "A",
  foreignBornPct: 40,
  policyLevel: "national-and-local",
  arrivals: "mostly-economic",
  challenges: ["housing"],
  initiatives: counts(10, 3, 6, 0, 9),
});
const there = city("there", {
  name: "There",
  country: "B",
  foreignBornPct: 20,
  policyLevel: "local",
  arrivals: "mostly-economic",
  challenges: ["housing", "language"],
  initiatives: counts(10, 6, 6, 4, 3),
});
const third = city("third", {
  name: "Third",
  country: "A",
  region: "Asia",
  initiatives: counts(10, 6, 6, 2, 3),
});
const unmapped = city("unmapped", { name: "Unmapped" });
const cities = [here, there, third, unmapped];
const only = (told: Parameters<typeof practice>[1], of = here) =>
  rankPractices(of, [practice("one", told)], cities)[0]!;

const takesTurns = ({ practice, gaps }: RankedPractice) =>
  gaps.length > 0 &&
  (gaps.some(({ dimension }) => dimension === "political") || whyNotAdoptable(practice) !== null);

describe("rankPractices(city, practices, cities)", () => {
  it("scores 0.7 gap + 0.2 context + 0.1 transferability", () => {
    const ranked = only({
      city: "there",
      region: "Europe",
      dimensions: ["political"],
      criteria: [{ criterion: "transferability", stated: "met" }],
    });
    expect(ranked.gap).toBe(1);
    // Shares at both ends of the range, the same groups, one of two levels, the same region, one of two challenges.
    expect(ranked.context).toBeCloseTo((0 + 1 + 0.5 + 1 + 0.5) / 5, 12);
    expect(ranked.transferability).toBe(1);
    expect(ranked.score).toBeCloseTo(0.7 + 0.2 * 0.6 + 0.1, 12);
    expect(rankWeights.gap + rankWeights.context + rankWeights.transferability).toBeCloseTo(1, 12);
  });

  it("takes the mean gap of a practice's dimensions, and names the widest first", () => {
    const ranked = only({ dimensions: ["social", "cultural", "political"] });
    expect(ranked.gap).toBeCloseTo((0 + 0.5 + 1) / 3, 12);
    expect(ranked.gaps.map(({ dimension, own, median }) => [dimension, own, median])).toEqual([
      ["political", 0, 2],
      ["cultural", 3, 6],
    ]);
  });

  it("gives no gap where the city is at the median or above, and none where the median is zero", () => {
    expect(only({ dimensions: ["economic", "social"] })).toMatchObject({ gap: 0, gaps: [] });
    const none = city("none", { initiatives: counts(0, 0, 0, 0, 0) });
    expect(rankPractices(none, [practice("one")], [none])[0]).toMatchObject({ gap: 0, gaps: [] });
  });

  it("knows no gap of a city without a mapping, and gives no point for one", () => {
    const ranked = only({ dimensions: ["political"], region: "Europe" }, unmapped);
    expect(ranked).toMatchObject({ gap: null, gaps: [] });
    expect(ranked.score).toBeCloseTo(0.2 * 0.2, 12);
  });

  it("weighs what is alike as it is told to", () => {
    const region = { ...equalWeights, "foreign-born": 0, arrivals: 0, "policy-level": 0, challenges: 0 };
    const of = (city: string) => rankPractices(here, [practice("one", { city })], cities, region)[0]!.context;
    expect([of("there"), of("third")]).toEqual([1, 0]);
    const none = { ...region, region: 0 };
    expect(rankPractices(here, [practice("one", { city: "there" })], cities, none)[0]!.context).toBe(0);
  });

  it("takes what no document tells for neither alike nor unlike, and gives no point for it", () => {
    const ranked = only({ city: "unmapped" });
    expect(ranked.differences.map(({ apart }) => apart)).toEqual([null, null, null, 0, null]);
    expect(only({}).differences.every(({ apart }) => apart === null)).toBe(true);
    expect(only({}).context).toBe(0);
    expect(only({}).transferability).toBeNull();
  });

  it.each([
    ["met", 1],
    ["partly", 0.5],
    ["not-met", 0],
  ] as const)("takes transferability that is %s as %d", (stated, value) => {
    expect(only({ criteria: [{ criterion: "transferability", stated }] }).transferability).toBe(value);
  });

  it("leaves the city's own practices out, and says which are of its country alone", () => {
    const ranked = rankPractices(
      here,
      [
        practice("own", { city: "here", country: "A" }),
        practice("country", { country: "A" }),
        practice("other-city", { city: "third", country: "A" }),
        practice("nowhere"),
      ],
      cities,
    );
    expect(new Map(ranked.map((of) => [of.practice.id, of.ownCountry]))).toEqual(
      new Map([
        ["country", true],
        ["other-city", false],
        ["nowhere", false],
      ]),
    );
  });

  it("breaks ties by criteria met, then by the order of the register", () => {
    const met = [{ criterion: "innovation", stated: "met" }] as const;
    const list = [practice("a"), practice("b"), practice("c", { criteria: met }), practice("d")];
    expect(rankPractices(here, list, cities).map((of) => of.practice.id)).toEqual(["c", "a", "b", "d"]);
  });

  it("takes scores that differ by how a computer adds for a tie", () => {
    const weights = { gap: 0.7, context: 0.2, transferability: 1e-13 };
    const list = [
      practice("a"),
      practice("b", { criteria: [{ criterion: "transferability", stated: "met" }] }),
    ];
    const met = { ...list[0]!, criteria: [{ criterion: "innovation", stated: "met" }] as const };
    expect(
      rankPractices(here, [met, list[1]!], cities, equalWeights, weights).map((of) => of.practice.id),
    ).toEqual(["a", "b"]);
  });

  it("ranks every practice of another place once, from 0 to 1, best first, the same every time", () => {
    fc.assert(
      fc.property(anyCities, anyPractices, (cities, practices) => {
        const [of] = cities;
        const ranked = rankPractices(of!, practices, cities);
        const others = practices.filter(({ city }) => city !== of!.id);
        expect(ranked.map(({ practice }) => practice.id).sort()).toEqual(others.map(({ id }) => id).sort());
        ranked.forEach(({ score, context }, i) => {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-12);
          expect(context).toBeLessThanOrEqual(1);
          const before = ranked[i - 1];
          if (!before) return;
          // Those that answer a political gap, or cannot be adopted, have a place of their own among those of their gap.
          if ([before, ranked[i]!].some(takesTurns)) return;
          expect(before.score).toBeGreaterThanOrEqual(score - 1e-9);
          if (Math.abs(before.score - score) < 1e-12)
            expect(criteriaMet(before.practice)).toBeGreaterThanOrEqual(criteriaMet(ranked[i]!.practice));
        });
        expect(rankPractices(of!, practices, cities)).toEqual(ranked);
      }),
    );
  });

  it("never ranks a practice lower for an initiative less in its dimension", () => {
    fc.assert(
      fc.property(anyCities, anyPractices, (cities, practices) => {
        const [of, ...rest] = cities;
        if (!of!.initiatives || of!.initiatives.political === 0) return fc.pre(false);
        // The median stays what it was: only the city's own count is another one, of a city outside the eight.
        const less = {
          ...of!,
          id: "less",
          initiatives: { ...of!.initiatives, political: of!.initiatives.political - 1 },
        };
        const gapsOf = (city: CityContext) =>
          new Map(rankPractices(city, practices, [of!, ...rest]).map((d) => [d.practice.id, d.gap!]));
        const before = gapsOf({ ...of!, id: "less" });
        for (const [id, gap] of gapsOf(less)) expect(gap).toBeGreaterThanOrEqual(before.get(id)! - 1e-12);
      }),
    );
  });
});

describe("rankingReasons(ranked, city)", () => {
  it("names each gap with both cities and the median, what is alike, and what its document says", () => {
    expect(
      rankingReasons(
        only({
          city: "there",
          dimensions: ["cultural", "political"],
          criteria: [{ criterion: "transferability", stated: "partly" }],
        }),
        here,
      ),
    ).toEqual([
      "political: Here has none; There has 4 (median of the mapped cities: 2)",
      "cultural: Here has 3; There has 6 (median of the mapped cities: 6)",
      "similar: who arrives and world region",
      "partly similar: level of integration policy and challenges named (1 of 2 in common)",
      "its report says it can be used elsewhere in part",
      "different: share of foreign-born residents (40 % here, 20 % there)",
    ]);
  });

  it("names what could not be compared, and why", () => {
    const second = city("second", { shareGroup: "with-second-generation", region: "Asia" });
    const [ranked] = rankPractices(here, [practice("one", { city: "second" })], [...cities, second]);
    expect(rankingReasons(ranked!, here)).toEqual([
      "different: world region; counted differently: share of foreign-born residents (there the second generation included); not known of both: who arrives, level of integration policy and challenges named",
    ]);
  });

  it("names the median alone where the practice's place is not mapped, and its country where it is the same", () => {
    expect(rankingReasons(only({ dimensions: ["political"], country: "A" }), here)).toEqual([
      "political: Here has none; the median of the mapped cities is 2",
      "from the same country: it may reach Here already",
    ]);
  });

  it("says of a city that has none of it either just that", () => {
    const empty = city("empty", { name: "Empty", region: "Africa", initiatives: counts(1, 1, 1, 0, 1) });
    const all = [...cities, empty, city("more", { initiatives: counts(9, 9, 9, 9, 9) })];
    const [ranked] = rankPractices(
      here,
      [practice("one", { city: "empty", dimensions: ["political"] })],
      all,
    );
    expect(rankingReasons(ranked!, here)[0]).toContain("Here has none; Empty has none either");
  });

  it("says nothing where there is nothing to say", () => {
    expect(rankingReasons(only({}), here)).toEqual([]);
  });

  it("says of any city only what its counts and the practice's bear out", () => {
    fc.assert(
      fc.property(anyCities, anyPractices, (cities, practices) => {
        const [of] = cities;
        for (const ranked of rankPractices(of!, practices, cities)) {
          for (const { dimension, own, median, there } of ranked.gaps) {
            expect(ranked.practice.dimensions).toContain(dimension);
            expect(own).toBe(of!.initiatives![dimension]);
            expect(own).toBeLessThan(median);
            const other = cities.find(({ id }) => id === ranked.practice.city);
            expect(there?.initiatives ?? null).toBe(other?.initiatives?.[dimension] ?? null);
          }
          expect(rankingReasons(ranked, of!).join()).not.toMatch(/null|undefined|NaN/);
        }
      }),
    );
  });
});

describe("the evidence", () => {
  const contexts = readCityContexts(rowsOf);
  const register = readPractices(rowsOf);
  const auckland = contexts.find(({ id }) => id === "auckland")!;

  it("ranks political practices first for Auckland, with a true reason", () => {
    const first = rankPractices(auckland, register, contexts).slice(0, 10);
    expect(first).toHaveLength(10);
    for (const ranked of first) {
      expect(ranked.practice.dimensions).toContain("political");
      expect(rankingReasons(ranked, auckland)[0]).toMatch(/^political: Auckland has none; /);
    }
    const icirr = first.find(({ practice }) => practice.id === "chicago-icirr")!;
    expect(rankingReasons(icirr, auckland)[0]).toBe(
      "political: Auckland has none; Chicago has 6 (median of the mapped cities: 1)",
    );
  });

  it("ranks for every city without losing a practice", () => {
    for (const of of contexts)
      expect(rankPractices(of, register, contexts)).toHaveLength(
        register.filter(({ city }) => city !== of.id).length,
      );
  });
});
