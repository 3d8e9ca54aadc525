import { beforeAll, describe, expect, it } from "vitest";
import { cityMap } from "../../src/figures/city-map.js";
import { compareContext } from "../../src/figures/compare-context.js";
import { comparePartnerships } from "../../src/figures/compare-partnerships.js";
import { coverage, measures } from "../../src/figures/coverage.js";
import { displacement } from "../../src/figures/displacement.js";
import type { Row } from "../../src/components/figure.js";
import { gaps } from "../../src/figures/gaps.js";
import { interviews } from "../../src/figures/interviews.js";
import { migrantsByRegion } from "../../src/figures/migrants-by-region.js";
import { urbanShare } from "../../src/figures/urban-share.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

/** What a number becomes when a program forgets that it may be missing. */
const slips = /NaN|undefined|null|Infinity|∞| {2}|\(\)/;

describe("coverage.title(rows, options)", () => {
  it.each([
    [
      "initiatives",
      "Rotterdam misses most: 12 initiatives short of the medians of the five dimensions; Auckland and Kuala Lumpur have none in politics",
    ],
    ["actors", "São Paulo's cultural and Auckland's social initiatives have the most actors (9)"],
    ["per-actor", "São Paulo runs most per actor: 3 social initiatives for each"],
    ["per-interview", "Per interview, Auckland comes first (6.6 initiatives) and Kuala Lumpur last (2.7)"],
  ])("of the evidence, %s: %s", async (measure, title) => {
    expect(coverage.title(await real.rows(coverage), { measure })).toBe(title);
  });

  it.each(Object.keys(measures))("without any number, %s: nothing made up", (measure) => {
    const row: Row = {
      city: "Lisbon",
      dimension: "legal",
      initiatives: null,
      actors: null,
      interviewed: null,
    };
    const bare = { ...row, initiatives_per_actor: null, initiatives_per_interview: null };
    for (const rows of [[], [bare]]) {
      expect(coverage.title(rows, { measure })).not.toMatch(slips);
      expect(coverage.description(rows, { measure })).not.toMatch(slips);
    }
  });

  it("per interview: leaves out a city whose interviews are not known or none", async () => {
    const rows = await real.rows(coverage);
    for (const interviewed of [null, 0]) {
      const holed = rows.map((row) => (row.city === "Auckland" ? { ...row, interviewed } : row));
      const title = coverage.title(holed, { measure: "per-interview" });
      expect(title).toMatch(/^Per interview, .+ comes first \(\d\.\d initiatives\) and Kuala Lumpur last/);
      expect(title).not.toContain("Auckland");
    }
  });

  it("per interview: does not compare a single city with itself", async () => {
    const rows = (await real.rows(coverage)).filter((row) => row.city === "Lisbon");
    expect(coverage.title(rows, { measure: "per-interview" })).toBe(
      "Per interview, Lisbon comes first (6.0 initiatives)",
    );
  });
});

describe("comparePartnerships.title(rows)", () => {
  const of = (...cities: [string, number, string?][]) =>
    comparePartnerships.title(
      cities.flatMap(([city, partnerships, flag]) => [
        { city, partnership_type: "public-private", partnerships, flag: flag ?? null },
        { city, partnership_type: "other", partnerships: 0, flag: "d" },
      ]),
      {},
    );

  it("names the cities without a partnership of government and business, in order", () => {
    expect(of(["Nairobi", 0], ["Chicago", 3, "d"], ["Lisbon", 0])).toBe(
      "No partnership of government and business in Lisbon and Nairobi",
    );
  });

  it("otherwise names all, and those whose count is doubtful", () => {
    expect(of(["Rotterdam", 1], ["Buenos Aires", 1])).toBe(
      "Government and business work together in Buenos Aires and Rotterdam",
    );
    expect(of(["Rotterdam", 1], ["Chicago", 3, "d"], ["Auckland", 4, "d"])).toBe(
      "Government and business work together in Auckland, Chicago and Rotterdam; doubtful in Auckland and Chicago",
    );
  });
});

describe("compareContext", () => {
  const rows = (...shares: (number | null)[]): Row[] =>
    shares.map((foreign_born_pct, i) => ({ city: `Town ${i + 1}`, foreign_born_pct }));

  it.each([
    [
      [1, 40, 8.1],
      "Shares of migrants in Town 1, Town 2 and Town 3 run from 1\u202f% to 40\u202f%; each city counts differently",
    ],
    [
      [null, 40, 8.1],
      "Shares of migrants in Town 1, Town 2 and Town 3 run from 8.1\u202f% to 40\u202f%; each city counts differently",
    ],
    [[10, 10], "Shares of migrants in Town 1 and Town 2 are 10\u202f% alike; each city counts differently"],
    [[null, null], "No share of migrants is known for Town 1 and Town 2"],
    [
      [1, 2, 3, 4, 5],
      "Shares of migrants in five cities run from 1\u202f% to 5\u202f%; each city counts differently",
    ],
  ])("title of shares %j: %s", (shares, title) => {
    expect(compareContext.title(rows(...shares), {})).toBe(title);
  });

  it("description: a missing share has no sign of percent", () => {
    expect(compareContext.description(rows(null, 0), {})).toBe(
      "Table of context: Town 1, foreign-born no figure; Town 2, foreign-born 0\u202f%.",
    );
  });
});

describe("cityMap", () => {
  it("title: counts all cities, the mapped, and those with a population or a share", async () => {
    const cities = real.tables.get("cities")!.rows;
    const mapped = cities.filter((row) => row.mapped).length;
    const known = cities.filter((row) => row.population !== null || row.foreign_born_pct !== null).length;
    expect(known).toBeLessThan(cities.length);
    expect(cityMap.title(await real.rows(cityMap), {})).toBe(
      `${cities.length} cities in the evidence: ${mapped} mapped, ${known} with a population or a share of migrants`,
    );
  });

  it("title: a population alone is enough, a zero is a number", () => {
    const row = { mapped: false, population: null, foreign_born_pct: null };
    expect(
      cityMap.title([row, { ...row, population: 1000 }, { ...row, mapped: true, foreign_born_pct: 0 }], {}),
    ).toBe("3 cities in the evidence: 1 mapped, 2 with a population or a share of migrants");
  });

  it("description: each city with its share, or with the lack of one", () => {
    const words = cityMap.description(
      [
        { city: "Lisbon", country: "Portugal", mapped: true, foreign_born_pct: 8.1 },
        { city: "Amman", country: "Jordan", mapped: false, foreign_born_pct: null },
      ],
      {},
    );
    expect(words).toContain("Mapped cities: Lisbon (Portugal, foreign-born 8.1\u202f%).");
    expect(words).toContain("Other cities: Amman (Jordan, no foreign-born share).");
  });

  it("rows: name each document in words", async () => {
    const names = real.tables.get("sources")!.rows.map((row) => row.short_name);
    for (const row of await real.rows(cityMap)) expect(names).toContain(row.document);
  });
});

describe("displacement.title(rows)", () => {
  const of = (...years: [number, number | null, string?][]) =>
    displacement.title(
      years.map(([year, persons, flag]) => ({
        indicator_id: "displaced-persons",
        year,
        persons,
        flag: flag ?? null,
      })),
      {},
    );

  it.each([
    [of([2015, 60e6], [2000, 30e6]), "grew 2.0-fold between 2000 and 2015, to 60.0 million people"],
    [
      of([2015, 60e6], [2000, 30e6, "e"]),
      "grew about 2.0-fold between 2000 and 2015, to 60.0 million people",
    ],
    [of([2015, 15e6], [2000, 30e6]), "fell 0.5-fold between 2000 and 2015, to 15.0 million people"],
    [
      of([2015, null], [2010, 45e6], [2000, 30e6]),
      "grew 1.5-fold between 2000 and 2010, to 45.0 million people",
    ],
    [of([2015, 60e6], [2000, 30e6], [1945, 40e6, "e"]), "grew 2.0-fold between 2000 and 2015"],
  ])("%s", (title, words) => {
    expect(title).toContain(words);
  });

  it("says no more than it knows without two numbers", () => {
    expect(of()).toBe("Forcibly displaced people");
    expect(of([2015, null], [1945, 40e6])).toBe("Forcibly displaced people");
  });
});

describe("migrantsByRegion.title(rows)", () => {
  it("takes no missing number for a rise from nothing", async () => {
    const rows = await real.rows(migrantsByRegion);
    expect(migrantsByRegion.title(rows, {})).toBe(
      "Asia gained the most migrants between 2000 and 2015: 26 million",
    );
    const holed = rows.map((row) =>
      row.place === "Europe" && row.year === 2000 ? { ...row, migrants_persons: null } : row,
    );
    expect(migrantsByRegion.title(holed, {})).toBe(migrantsByRegion.title(rows, {}));
  });
});

describe("urbanShare", () => {
  it("runs from the first to the last number there is, and calls projected what is", async () => {
    const rows = await real.rows(urbanShare);
    const title = (given: Row[]) => urbanShare.title(given, {});
    expect(title(rows)).toMatch(/^From 10\u202f% in 1900 to a projected 66\u202f% in 2050/);
    const holed = rows.map((row, i) => (i === 0 ? { ...row, urban_pct: null } : row));
    expect(title(holed)).toMatch(/^From 30\u202f% in 1950 to/);
    expect(urbanShare.description(holed, {})).toContain("1900: no figure;");
    const past = rows.filter((row) => Number(row.year) <= 2014);
    expect(title(past)).toMatch(/ to 54\u202f% in 2014/);
  });
});

describe("gaps.title(rows)", () => {
  it("says that nothing is missing where nothing is", () => {
    expect(gaps.title([], {})).toBe("Every city has political initiatives and public–private partnerships");
    expect(gaps.description([], {})).toBe("Matrix of gaps. None found: nowhere. One or two found: nowhere.");
  });
});

describe("interviews", () => {
  it("carry no flag of the column that is not shown", async () => {
    const flagged = real.tables.get("interviews")!.rows.filter((row) => row.flag);
    expect(flagged.filter((row) => String(row.note).startsWith("not_replied:")).length).toBeGreaterThan(0);
    const kept = flagged.filter((row) => !String(row.note).startsWith("not_replied:"));
    const shown = (await real.rows(interviews)).filter((row) => row.flag !== null || row.note !== null);
    expect(shown.map((row) => row.city_id).sort()).toEqual(kept.map((row) => row.city_id).sort());
  });

  it("carry a flag of a column that is", async () => {
    const sql = interviews.sql({});
    const flagged = sql.replace(
      "left join interviews v",
      "left join (select * replace ('u' as flag, 'contacted: about' as note) from interviews) v",
    );
    expect(flagged).not.toBe(sql);
    for (const row of await real.database.query(flagged))
      expect([row.flag, row.note]).toEqual(["u", "contacted: about"]);
  });
});
