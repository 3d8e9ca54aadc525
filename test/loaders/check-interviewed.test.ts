import { describe, expect, it } from "vitest";
import { problemsAfter, row, type Edit } from "../support/evidence/changed-evidence.js";

/** Rows of Lisbon again, for a round of 2024 that no printed total binds. */
const newer =
  (change: Edit = (rows) => rows): Edit =>
  (rows) => {
    const added = rows
      .filter((one) => one.city_id === "lisbon")
      .map((one) => ({ ...one, round: "lisbon-2024", flag: null, note: null }));
    return [...rows, ...(change(added) ?? added)];
  };

const round: Edit = (rows) => [...rows, { ...rows[0]!, round_id: "lisbon-2024", year: 2024 }];
const counted = { rounds: round, initiatives: newer() };
const sevenGroups = newer(row("stakeholder", "businesses", { interviewed: 2 }));

describe("checkInterviewed(tables)", () => {
  it("accepts interviews that are as many as the groups, and those without groups", () => {
    expect(problemsAfter({ ...counted, interviews: newer(), interviewees: newer() })).toEqual([]);
    expect(problemsAfter({ ...counted, interviews: newer() })).toEqual([]);
  });

  it("names the city, both numbers and the tables where one of them is wrong", () => {
    expect(problemsAfter({ ...counted, interviews: newer(), interviewees: sevenGroups })).toEqual([
      'interviews, row 10, interviewed "6": must be 7, to which the 5 groups of lisbon/lisbon-2024 in interviewees add up → mend the number here or in interviewees; if the document has both, record them in discrepancies, with table_name interviews, row_key lisbon/lisbon-2024 and column_name interviewed',
    ]);
  });

  it("adds no fault to that of half a round", () => {
    const half = newer((rows) => rows.filter((one) => one.stakeholder !== "businesses"));
    expect(problemsAfter({ ...counted, interviews: newer(), interviewees: half })).toEqual([
      expect.stringMatching(/needs lisbon in this round also for businesses/),
    ]);
  });

  it("accepts what a discrepancy records of the same number, and no other", () => {
    const recorded =
      (value_b: string): Edit =>
      (rows) => [
        ...rows,
        {
          ...rows.find((one) => one.discrepancy_id === "thp-sao-paulo-respondents")!,
          discrepancy_id: "lisbon-interviews",
          row_key: "lisbon/lisbon-2024",
          value_a: "6",
          value_b,
          used: "6",
        },
      ];
    const edits = { ...counted, interviews: newer(), interviewees: sevenGroups };
    expect(problemsAfter({ ...edits, discrepancies: recorded("7") })).toEqual([]);
    expect(problemsAfter({ ...edits, discrepancies: recorded("8") })).toHaveLength(1);
  });
});
