import { describe, expect, it } from "vitest";
import { problemsAfter, row, type Edit } from "../support/evidence/changed-evidence.js";

const round: Edit = (rows) => [...rows, { ...rows[0]!, round_id: "lisbon-2024", year: 2024 }];
/** The rows of Lisbon again in a newer round. */
const again =
  (change: (row: Record<string, unknown>) => void = () => {}): Edit =>
  (rows) => [
    ...rows,
    ...rows
      .filter((one) => one.city_id === "lisbon")
      .map((one) => {
        const copy = { ...one, round: "lisbon-2024", flag: null, note: null };
        change(copy);
        return copy;
      }),
  ];
const interviewed = (counts: Record<string, number | null>) =>
  problemsAfter({
    rounds: round,
    initiatives: again(),
    partnerships: again(),
    interviews: again((copy) => Object.assign(copy, counts)),
    interviewees: again(),
  })
    // How many interviews the groups of interviewees add up to is another check.
    .filter((line) => line.startsWith("interviews,") && !line.includes("in interviewees add up"));

describe("checkCounts(tables)", () => {
  it("accepts the study with what it prints otherwise, and a newer round that adds up or has gaps", () => {
    expect(interviewed({})).toEqual([]);
    expect(interviewed({ not_replied: null, rejected: null })).toEqual([]);
  });

  it("refuses a newer round in which more replied than were asked, and more were interviewed than replied", () => {
    expect(interviewed({ contacted: 5, replied: 50, rejected: 0, not_replied: 0, interviewed: 99 })).toEqual([
      expect.stringMatching(
        /^interviews, row \d+, not_replied "0": must be contacted less replied, which is -45: 5 were contacted and 50 replied → mend one of the three/,
      ),
      expect.stringMatching(
        /^interviews, row \d+, interviewed "99": must be at most 50: 50 replied, and 0 of them rejected an interview → mend/,
      ),
    ]);
  });

  it("refuses a printed slip that discrepancies do not record, and only that", () => {
    const problems = problemsAfter({
      discrepancies: (rows) =>
        rows.filter((one) => !/^thp-auckland-(non-replies|repliers)$/.test(String(one.discrepancy_id))),
    });
    expect(problems.filter((line) => line.includes("contacted less replied"))).toEqual([
      expect.stringMatching(/^interviews, row 2, not_replied "2": .* which is 5/),
    ]);
  });

  it("refuses initiatives that nobody runs", () => {
    const problems = problemsAfter({
      rounds: round,
      initiatives: again((copy) => {
        if (copy.dimension === "social") copy.actors = 0;
      }),
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^initiatives, row \d+, actors "0": must be more than 0 where there are initiatives, of which this row has \d+/,
      ),
    ]);
  });
});

describe("checkSameCities(tables)", () => {
  it("refuses two cities of one name in one country, whatever their accents", () => {
    const twin: Edit = (rows) => [
      ...rows,
      {
        ...rows.find((one) => one.city_id === "sao-paulo")!,
        city_id: "sao-paulo-2",
        name: "Sao Paulo",
        mapped: false,
      },
    ];
    expect(problemsAfter({ cities: twin }).filter((line) => line.includes("told apart"))).toEqual([
      expect.stringMatching(
        /^cities, row \d+, name "Sao Paulo": must be told apart from the city of row \d+/,
      ),
    ]);
  });
});

describe("a share of public money that was worked out from partnerships", () => {
  const counts = (change: (row: Record<string, unknown>) => void) => ({
    rounds: round,
    initiatives: again(),
    partnerships: again(change),
  });
  const allPublic = (copy: Record<string, unknown>) =>
    (copy.partnerships = copy.partnership_type === "third-public" ? 20 : 0);

  it("has to fit a newer round, with what it gives", () => {
    expect(problemsAfter(counts(allPublic))).toEqual([
      expect.stringMatching(
        /^assumptions, row \d+, central "0\.455": must fit the newest partnerships of the city: 20 of its 20 partnerships have a public partner, which gives low 0\.\d+, central 1, high 1, outside 0\.213 to 0\.72 → write those values/,
      ),
    ]);
    expect(problemsAfter(counts(() => {}))).toEqual([]);
  });

  it("may be another where it is called assumed", () => {
    const assumptions = row("assumption_id", "public-share-lisbon", { evidence: "assumed" });
    expect(problemsAfter({ ...counts(allPublic), assumptions })).toEqual([]);
  });
});
