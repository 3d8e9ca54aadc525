import { describe, expect, it } from "vitest";
import { problemsAfter, row, type Edit } from "../support/evidence/changed-evidence.js";

const without =
  (city: string, ...values: string[]): Edit =>
  (rows) =>
    rows.filter((one) => one.city_id !== city || !values.some((value) => Object.values(one).includes(value)));

/** Totals of the study and other tables have more to say; here the mapping is asked for. */
const ofMapping = (lines: string[]) =>
  lines.filter((line) => / mapped| in this round/.test(line) && !/^assumptions/.test(line));

describe("checkMappedCities(tables)", () => {
  it("accepts the cities of the evidence", () => {
    expect(problemsAfter({ cities: (rows) => rows })).toEqual([]);
  });

  it("names what a mapped city needs, one line each, with the file and how many rows", () => {
    const paris = problemsAfter({ cities: row("city_id", "paris", { mapped: true }) });
    expect(paris).toEqual([
      expect.stringMatching(
        /^cities, row \d+, mapped "true": needs paris in initiatives: social, cultural, legal, political, economic → add these 5 rows to initiatives\.csv, also where a count is 0, with a round of rounds\.csv; or write false$/,
      ),
      expect.stringMatching(
        /^cities, row \d+, mapped "true": needs paris in partnerships: public-private, third-private, third-public, other → add these 4 rows to partnerships\.csv/,
      ),
      expect.stringMatching(
        /^assumptions, assumption_id "price-level-paris": .* take the range of the other cities/,
      ),
      expect.stringMatching(
        /^assumptions, assumption_id "public-share-paris": must be in the table: cities, row \d+, calls paris mapped, and the model needs it → add the row to assumptions\.csv, once its partnerships are there$/,
      ),
      expect.stringMatching(
        /^assumptions, assumption_id "discount-rate-paris": .* take the range of the other cities/,
      ),
    ]);
  });

  it("asks for no interviews: whom a mapping asked may be unknown", () => {
    const ofLisbon: Edit = (rows) => rows.filter((one) => one.city_id !== "lisbon");
    const problems = problemsAfter({ interviews: ofLisbon, interviewees: ofLisbon });
    expect(problems.filter((line) => !/\(thp-2014, /.test(line))).toEqual([
      // A discrepancy may point at a row that is gone; of Lisbon none does.
    ]);
  });

  it("refuses half a round: a count that is missing is not zero", () => {
    expect(ofMapping(problemsAfter({ initiatives: without("lisbon", "legal", "social") }))).toEqual([
      expect.stringMatching(
        /^initiatives, row \d+, round "thp-2013": needs lisbon in this round also for social, legal: a count that is missing is not zero → add the rows/,
      ),
    ]);
    const newer: Edit = (rows) => [
      ...rows,
      { ...rows[0]!, city_id: "lisbon", dimension: "social", round: "lisbon-2024" },
    ];
    expect(ofMapping(problemsAfter({ initiatives: newer }))).toEqual([
      expect.stringMatching(
        /round "lisbon-2024": needs lisbon in this round also for cultural, legal, political, economic: .* → add the rows, also where the count is 0; for what this round did not count, carry the older count over with flag e and a note that says so$/,
      ),
    ]);
    expect(ofMapping(problemsAfter({ interviewees: without("lisbon", "practitioners") }))).toEqual([
      expect.stringMatching(
        /^interviewees, .*needs lisbon in this round also for practitioners: a count that is missing/,
      ),
    ]);
  });

  it("offers an older count only where the city has one", () => {
    const half: Edit = (rows) => [
      ...rows,
      { ...rows[0]!, city_id: "toronto", dimension: "social", round: "toronto-2025" },
    ];
    expect(ofMapping(problemsAfter({ initiatives: half }))).toContainEqual(
      expect.stringMatching(
        /round "toronto-2025": needs toronto in this round also for cultural, .* → add the rows, also where the count is 0; a round that did not count them all cannot be shown: then remove its rows$/,
      ),
    );
    // The rows of 2013 that Lisbon lacks are no newer round's to carry.
    const older = problemsAfter({
      initiatives: (rows) => [
        ...without("lisbon", "economic")(rows)!,
        ...rows.filter((one) => one.city_id === "lisbon").map((one) => ({ ...one, round: "lisbon-2024" })),
      ],
      rounds: (rows) => [...rows, { ...rows[0]!, round_id: "lisbon-2024", year: 2024 }],
    });
    expect(ofMapping(older)).toEqual([
      expect.stringMatching(/round "thp-2013": .*economic.* then remove its rows$/),
    ]);
  });

  it("refuses counts of a city that is not mapped", () => {
    const problems = ofMapping(problemsAfter({ cities: row("city_id", "lisbon", { mapped: false }) }));
    expect(problems).toHaveLength(5 + 4 + 1 + 5);
    expect(problems[0]).toMatch(
      /^initiatives, row \d+, city_id "lisbon": must be a city that cities calls mapped → write true in its column mapped/,
    );
  });
});
