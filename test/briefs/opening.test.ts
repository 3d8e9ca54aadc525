import { beforeAll, describe, expect, it } from "vitest";
import { openingSql } from "../../src/briefs/opening-query.js";
import { openingSentences } from "../../src/briefs/opening.js";
import { unsaid } from "../../src/briefs/unsaid.js";
import { openRealBriefs, type RealBriefs } from "../support/evidence/real-briefs.js";

let real: RealBriefs;
beforeAll(async () => {
  real = await openRealBriefs();
});

const of = (id: string) => real.briefs.find(({ city }) => city.id === id)!.opening;

describe("openingSentences(row)", () => {
  it("each city: five to seven sentences without a slip, each with an end", () => {
    for (const { city, opening } of real.briefs) {
      const sentences = openingSentences(opening);
      expect(sentences.length, city.id).toBeGreaterThanOrEqual(5);
      expect(sentences.length, city.id).toBeLessThanOrEqual(7);
      for (const sentence of sentences) {
        expect(sentence).toMatch(/^[A-ZÀ-Ž0-9].*\.$/);
        expect(sentence).not.toMatch(/NaN|undefined|null|Infinity| {2}/);
      }
    }
  });

  it("each city: every number is one of its query, shown under it", async () => {
    for (const { city, opening } of real.briefs) {
      expect(await real.query(openingSql({ city: city.id })), city.id).toEqual([opening]);
      const known = new Set(Object.values(opening).map(String));
      // The other mapped cities are one fewer; the mapping's year stands in words of the site.
      const told = [...known, String(Number(opening.mapped_cities) - 1), "2013"];
      const words = openingSentences(opening).join(" ").replaceAll(city.name, "");
      for (const [number] of words.matchAll(/\d[\d,]*(\.\d+)?/g))
        expect(told, `${city.id}: ${words}`).toContain(number.replaceAll(",", ""));
    }
  });

  it("Nairobi: counts as the tables have them, and says that no document gives its population", () => {
    const words = openingSentences(of("nairobi")).join(" ");
    expect(words).toContain("found 30 initiatives, above all social ones (13)");
    expect(words).toContain("Of its 12 partnerships, none joins government and business.");
    expect(words).toContain("No document gives its population");
    expect(words).toContain("1.75");
    expect(words).toContain("large groups of refugees arrive.");
    expect(words).toContain("in two of five dimensions (cultural and economic).");
  });

  it("Auckland: names the gap, and calls it not found rather than absent", () => {
    expect(openingSentences(of("auckland")).at(-1)).toBe(
      "It stands below the median of the mapped cities in three of five dimensions (social, legal and political); no political initiative was found.",
    );
  });

  it("Barcelona: what is rounded is its population, not the share beside it", () => {
    expect(openingSentences(of("barcelona"))[1]).toMatch(
      /It has about 1,600,000 residents \(no year given\), and one report counts 21\u202f% of residents as foreign-born or migrants \(2018\)/,
    );
    const context = real.briefs.find(({ city }) => city.id === "barcelona")!.rows["brief-context"]!;
    const noted = context.filter((row) => row.note !== null).map((row) => row.item);
    expect(noted).toEqual(["population"]);
  });

  it("a city without a mapping says so, and is told no zero for what was not counted", () => {
    for (const { city, opening } of real.briefs.filter(({ gaps }) => gaps === null)) {
      const words = openingSentences(opening).join(" ");
      expect(words, city.id).toContain("is not among the");
      expect(words).not.toMatch(/no initiative|no partnership|below the median/i);
    }
  });
});

describe("unsaid(row)", () => {
  it("names what is missing, and nothing that is there", () => {
    for (const { city, opening } of real.briefs) {
      const words = unsaid(opening).join("; ");
      expect(words.includes("how many people live there"), city.id).toBe(opening.population === null);
      expect(words.includes("it was not mapped")).toBe(opening.initiatives === null);
      const rows = (table: string) =>
        real.tables.get(table)!.rows.filter((row) => row.city_id === city.id).length;
      expect(words.includes("which groups arrive"), city.id).toBe(rows("migration_profiles") === 0);
      expect(words.includes("what is hard there"), city.id).toBe(rows("challenges") === 0);
      expect(words.includes("business"), city.id).toBe(rows("partnership_conditions") === 0);
    }
  });

  it("a population without a year is named: Barcelona's", () => {
    expect(unsaid(of("barcelona"))).toContain("in which year its population was counted");
  });
});
