import { describe, expect, it } from "vitest";
import { problemsAfter, row, type Edit } from "../support/evidence/changed-evidence.js";

/** Another round of the evidence. */
const round =
  (round_id: string, year: number): Edit =>
  (rows) => [...rows, { ...rows[0]!, round_id, year }];

/** The rows of a city again, for another round. */
const again =
  (city: string, of: string): Edit =>
  (rows) => [
    ...rows,
    ...rows
      .filter((one) => one.city_id === city)
      .map((one) => ({ ...one, round: of, flag: null, note: null })),
  ];

describe("checkRounds(tables)", () => {
  it("accepts a newer round of one city, and leaves the study's totals alone", () => {
    const edits = {
      rounds: round("lisbon-2024", 2024),
      initiatives: again("lisbon", "lisbon-2024"),
      partnerships: again("lisbon", "lisbon-2024"),
      interviews: again("lisbon", "lisbon-2024"),
      interviewees: again("lisbon", "lisbon-2024"),
    };
    expect(problemsAfter(edits)).toEqual([]);
    expect(problemsAfter({ rounds: edits.rounds, initiatives: edits.initiatives })).toEqual([]);
  });

  it("says where a newer count belongs that was put in place of the study's", () => {
    const edit: Edit = (rows) => {
      Object.assign(
        rows.find((one) => one.city_id === "lisbon" && one.dimension === "political")!,
        {
          initiatives: 4,
        },
      );
    };
    const problems = problemsAfter({ initiatives: edit });
    expect(problems.length).toBeGreaterThan(2);
    for (const line of problems.filter((line) => line.startsWith("initiatives")))
      expect(line).toMatch(
        /a count that is not of round thp-2013 stands in rows of its own, with another round$/,
      );
  });

  it("refuses two rounds of a city in one year: the newest could not be told", () => {
    const problems = problemsAfter({
      rounds: round("other-2013", 2013),
      initiatives: again("lisbon", "other-2013"),
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^initiatives, row 42, round "other-2013": must be of another year than thp-2013, which counted lisbon in 2013 as well: pages show the newest → mend the year in rounds\.csv/,
      ),
    ]);
  });

  it("refuses interviews of a round that counted nothing, and groups without the city's interviews", () => {
    expect(
      problemsAfter({
        rounds: round("lisbon-2024", 2024),
        interviews: again("lisbon", "lisbon-2024"),
      }),
    ).toEqual([
      expect.stringMatching(
        /^interviews, row 10, round "lisbon-2024": must be a round that counted initiatives or partnerships of lisbon → /,
      ),
    ]);
    expect(
      problemsAfter({
        rounds: round("lisbon-2024", 2024),
        initiatives: again("lisbon", "lisbon-2024"),
        interviewees: again("lisbon", "lisbon-2024"),
      }),
    ).toEqual([
      expect.stringMatching(
        /^interviewees, row 42, round "lisbon-2024": needs a row of this round in interviews for lisbon → add it/,
      ),
    ]);
  });

  it("refuses a year of the mapping in which nobody counted", () => {
    const change = { low: 2020, central: 2020, high: 2020 };
    expect(problemsAfter({ assumptions: row("assumption_id", "mapping-year", change) })).toEqual([
      expect.stringMatching(
        /^assumptions, row \d+, central "2020": must be the year of a round: scenarios count their years from there → write one of 2013$/,
      ),
    ]);
  });
});
