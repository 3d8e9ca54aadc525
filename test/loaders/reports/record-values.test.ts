import { describe, expect, it } from "vitest";
import { changesSince, recorded } from "../../../loaders/reports/record-values.js";
import type { ReportValue } from "../../../loaders/reports/report-values.js";

const about = { date: "2026-11-30", dataVersion: "0a1b2c3d" };
const figure = (rows: number[], sentence = "Title"): ReportValue => ({
  ...{ id: "coverage", kind: "figure", sentence, value: rows.map((n) => ({ n })) },
  ...{ sql: null, sources: [], csv: null },
});
const claim = (sentence: string): ReportValue => ({
  ...{ id: "claim-a", kind: "claim", sentence, value: true, sql: "select true", sources: [], csv: null },
});

describe("recorded(value)", () => {
  it("is the sentence of a claim, and the title of a figure with its rows", () => {
    expect(recorded(claim("It has 56."))).toBe("It has 56.");
    expect(recorded(figure([1, 2]))).toMatch(/^Title #[0-9a-f]{12}$/);
    expect(recorded(figure([1, 2]))).toBe(recorded(figure([1, 2])));
  });

  it("is another where one cell of a figure is", () =>
    expect(recorded(figure([1, 2]))).not.toBe(recorded(figure([1, 3]))));
});

describe("changesSince(before, now, about)", () => {
  const before = { a: { one: "A", two: "B" }, gone: { one: "C" } };
  it.each([
    ["nothing where nothing changed", before, []],
    [
      "what is other than it was",
      { a: { one: "A2", two: "B" } },
      [{ ...about, report: "a", id: "one", was: "A", now: "A2" }],
    ],
    [
      "nothing of what a report has newly, or has no more",
      { a: { two: "B", three: "D" }, fresh: { one: "E" } },
      [],
    ],
  ])("is %s", (_, now, changes) =>
    expect(changesSince(before, now as typeof before, about)).toEqual(changes),
  );
});
