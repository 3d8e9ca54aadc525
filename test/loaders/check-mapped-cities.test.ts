import { describe, expect, it } from "vitest";
import { problemsAfter, row, type Edit } from "../support/evidence/changed-evidence.js";

const without =
  (city: string, ...values: string[]): Edit =>
  (rows) =>
    rows.filter((one) => one.city_id !== city || !values.some((value) => Object.values(one).includes(value)));

/** Totals of the study and other tables have more to say; here the mapping is asked for. */
const ofMapping = (lines: string[]) =>
  lines.filter((line) => / mapped/.test(line) && !/^assumptions/.test(line));

describe("checkMappedCities(tables)", () => {
  it("accepts the cities of the evidence", () => {
    expect(problemsAfter({ cities: (rows) => rows })).toEqual([]);
  });

  it("refuses a mapped city without its rows, and says which are missing", () => {
    const paris = problemsAfter({ cities: row("city_id", "paris", { mapped: true }) });
    expect(ofMapping(paris)).toEqual([
      expect.stringMatching(
        /^cities, row \d+, mapped "true": needs paris in initiatives: social, cultural, legal, political, economic → add the rows, also where a count is 0, or write false$/,
      ),
      expect.stringMatching(
        /needs paris in partnerships: public-private, third-private, third-public, other/,
      ),
      expect.stringMatching(/needs paris in interviews → add/),
      expect.stringMatching(/needs paris in interviewees: policy-makers, /),
    ]);
    expect(paris).toContainEqual(
      expect.stringMatching(/assumption_id "public-share-paris": must be in the table: the model needs it/),
    );
    expect(ofMapping(problemsAfter({ initiatives: without("lisbon", "legal", "social") }))).toEqual([
      expect.stringMatching(/mapped "true": needs lisbon in initiatives: social, legal →/),
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
