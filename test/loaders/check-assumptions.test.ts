import { describe, expect, it } from "vitest";
import { checkAssumptions } from "../../loaders/check-assumptions.js";
import { checkOrder } from "../../loaders/check-order.js";
import { allowedByUnit, assumptionIds, readAssumptions, unitOf } from "../../src/model/assumptions.js";
import { changedEvidence, problemsAfter, row } from "../support/evidence/changed-evidence.js";

const assumption = (id: string, change: Parameters<typeof row>[2]) =>
  problemsAfter({ assumptions: row("assumption_id", id, change) });

describe("checkAssumptions(tables)", () => {
  it("accepts those of the evidence", () => {
    expect(problemsAfter({ assumptions: (rows) => rows })).toEqual([]);
  });

  it("refuses low above central and central above high", () => {
    expect(assumption("pass-through", { low: 0.9, central: 0.8, high: 0.7 })).toEqual([
      expect.stringMatching(
        /^assumptions, row \d+, central "0\.8": must not be less than low, which is 0\.9 → mend one of the two/,
      ),
      expect.stringMatching(
        /^assumptions, row \d+, high "0\.7": must not be less than central, which is 0\.8/,
      ),
    ]);
  });

  it("refuses a cost of 0, a share of 5, and 0 where the distribution is one of ratios", () => {
    expect(assumption("cost-legal", { low: 0 })).toEqual([
      expect.stringMatching(/, low "0": must lie between 1 and 1000000000 \(EUR per initiative and year\)/),
    ]);
    expect(assumption("public-share-lisbon", { high: 5 })).toEqual([
      expect.stringMatching(/, high "5": must lie between 0 and 1 \(share of initiatives\) → mend it/),
    ]);
    expect(assumption("private-share", { low: 0, distribution: "log-triangular" })).toEqual([
      expect.stringMatching(/, low "0": must be more than 0: the distribution is one of ratios/),
    ]);
  });

  it("refuses another unit, under which other values would pass", () => {
    expect(assumption("public-share-lisbon", { unit: "weight", high: 5 })).toEqual([
      expect.stringMatching(/, unit "weight": must be "share of initiatives"/),
      expect.stringMatching(/, high "5": must lie between 0 and 1/),
    ]);
  });

  it("refuses a range that nothing draws, half a year, and no weight at all", () => {
    expect(assumption("mapping-year", { low: 2012, high: 2014 })).toHaveLength(2);
    expect(assumption("mapping-year", { low: 2013.5, central: 2013.5, high: 2013.5 })).toHaveLength(3);
    const nothing = problemsAfter({
      assumptions: (rows) => {
        for (const one of rows)
          if (one.unit === "weight") Object.assign(one, { low: 0, central: 0, high: 0 });
      },
    });
    expect(nothing).toEqual([expect.stringMatching(/must give one dimension at least a weight above 0/)]);
  });

  it("names each assumption that the model needs and each that it does not know", () => {
    const problems = problemsAfter({
      assumptions: (rows) => [
        ...rows.filter(
          ({ assumption_id }) => assumption_id !== "cost-social" && assumption_id !== "public-share-lisbon",
        ),
        { ...rows[0]!, assumption_id: "cost-spiritual" },
        {
          ...rows[0]!,
          assumption_id: "public-share-paris",
          unit: "share of initiatives",
          low: 0,
          central: 0,
          high: 0,
        },
      ],
    });
    expect(problems.filter((line) => line.includes("assumption_id"))).toEqual([
      expect.stringMatching(/row 67, assumption_id "cost-spiritual": must be an assumption of the model/),
      expect.stringMatching(/row 68, assumption_id "public-share-paris": must be an assumption of the model/),
      expect.stringMatching(
        /assumption_id "cost-social": must be in the table: the model needs it → add the row/,
      ),
      expect.stringMatching(/assumption_id "public-share-lisbon": must be in the table/),
    ]);
  });

  it("lets through nothing that the model refuses, whatever one value is", () => {
    const tables = changedEvidence({});
    const cities = tables.get("cities")!.rows.filter((city) => city.mapped === true);
    const mapped = cities.map((city) => String(city.city_id));
    for (const id of assumptionIds(mapped, 2)) {
      expect(Object.hasOwn(allowedByUnit, unitOf(id)), id).toBe(true);
      for (const column of ["low", "central", "high"])
        for (const value of [0, 0.5, 1, 5, 101, 2013, 1e9, 1e10]) {
          const changed = changedEvidence({ assumptions: row("assumption_id", id, { [column]: value }) });
          const table = changed.get("assumptions")!;
          if (readAssumptions(table.rows, mapped).ok) continue;
          const found = [...checkOrder(table), ...checkAssumptions(changed)];
          expect(found, `${id}, ${column} ${value}`).not.toEqual([]);
        }
    }
  });

  it("judges rows of a table with other problems too, and does not miss what may be in them", () => {
    const tables = changedEvidence({
      assumptions: (rows) => rows.slice(0, 1).map((one) => ({ ...one, low: 0 })),
    });
    expect(checkAssumptions(tables, new Set(["assumptions"]))).toHaveLength(1);
  });
});
