import { median } from "d3-array";
import { describe, expect, it } from "vitest";
import { rateYear } from "../../loaders/check-exchange-rates.js";
import { dimensions } from "../../src/model/names.js";
import { at, parameterIds, readAssumptions, withOverrides } from "../../src/model/assumptions.js";
import { evidence } from "../support/evidence/real-evidence.js";
import { model, rowsOf, valueOf } from "../support/model/real-model.js";

const rows = rowsOf("assumptions");
const row = (id: string) => rows.find((found) => found["assumption_id"] === id)!;

/** An amount of the table `funding` in euros, at the rate of its year. */
function inEuros(id: string): number {
  const found = rowsOf("funding").find((row) => row["funding_id"] === id)!;
  if (found["currency"] === "EUR") return found["amount"] as number;
  const year = rateYear(found, evidence.get("sources")!);
  const rate = rowsOf("exchange_rates").find(
    (row) => row["currency"] === found["currency"] && row["year"] === year,
  );
  return (found["amount"] as number) / (rate!["units_per_eur"] as number);
}

/** The five budgets of single programmes, one a dimension, EUR. Appleseed's is for four fields. */
const budgets: Record<string, number> = {
  social: inEuros("barcelona-anti-rumour-strategy"),
  cultural: inEuros("erlangen-equal-opportunity-unit"),
  legal: inEuros("nebraska-appleseed-2017") / 4,
  political: inEuros("breda-neighbourhood-contest-prize"),
  economic: inEuros("costi-internships-2016-2017"),
};

const twoFigures = (value: number) => Number(value.toPrecision(2));
const threeDecimals = (value: number) => Number(value.toFixed(3));

describe("the table assumptions", () => {
  it("holds what the model needs and nothing else, low ≤ central ≤ high", () => {
    expect(rows.map((row) => row["assumption_id"]).sort()).toEqual(
      parameterIds(model.baseline.cities).sort(),
    );
    expect(readAssumptions(rows, model.baseline.cities).ok).toBe(true);
  });

  it.each(dimensions)("derives the cost of a %s initiative from the budgets", (dimension) => {
    const values = Object.values(budgets);
    const central = Math.sqrt(budgets[dimension]! * median(values)!);
    const ratio = Math.sqrt(Math.max(...values) / Math.min(...values));
    expect(row(`cost-${dimension}`)).toMatchObject({
      low: twoFigures(central / ratio),
      central: twoFigures(central),
      high: twoFigures(central * ratio),
      distribution: "log-triangular",
      evidence: "derived",
    });
  });

  it("names in the reason of each cost its budget, in euros, and the median", () => {
    for (const [dimension, budget] of Object.entries(budgets)) {
      const reason = String(row(`cost-${dimension}`)["reason"]);
      expect(reason).toContain(`€${Math.round(budget).toLocaleString("en")}`);
      expect(reason).toContain(`€${median(Object.values(budgets))!.toLocaleString("en")}`);
    }
  });

  it.each(model.baseline.cities.map((city) => [city]))(
    "derives the publicly paid share of %s from its partnerships, with Wilson's interval",
    (city) => {
      const own = rowsOf("partnerships").filter((row) => row["city_id"] === city);
      const count = (types: string[]) =>
        own
          .filter((row) => types.includes(row["partnership_type"] as string))
          .reduce((sum, row) => sum + (row["partnerships"] as number), 0);
      const n = count(["public-private", "third-private", "third-public", "other"]);
      const k = count(["public-private", "third-public"]);
      const [share, z] = [k / n, 1.96];
      const middle = (k + z ** 2 / 2) / (n + z ** 2);
      const half = (z / (n + z ** 2)) * Math.sqrt((k * (n - k)) / n + z ** 2 / 4);
      expect(row(`public-share-${city}`)).toMatchObject({
        low: threeDecimals(middle - half),
        central: threeDecimals(share),
        high: threeDecimals(middle + half),
        evidence: "derived",
      });
      expect(row(`public-share-${city}`)["reason"]).toContain(`${k} of the city's ${n} partnerships`);
    },
  );

  it("says of what nobody measured that it is assumed, and cites no document for it", () => {
    for (const row of rows) {
      const own = row["source_id"] === "arrivals";
      expect(row["evidence"] === "assumed", String(row["assumption_id"])).toBe(own);
      if (own) expect(row["reason"]).toMatch(/^Assumed: /);
    }
  });
});

describe("readAssumptions(rows, cities)", () => {
  it("names every row that is missing or out of order", () => {
    const broken = rows
      .filter((row) => row["assumption_id"] !== "pass-through")
      .map((row) => (row["assumption_id"] === "discount-rate" ? { ...row, low: 0.2 } : row));
    const outcome = readAssumptions(broken, model.baseline.cities);
    expect(outcome.ok ? [] : outcome.faults.map(({ kind, field }) => [kind, field])).toEqual([
      ["missing-assumption", "pass-through"],
      ["range-not-rising", "discount-rate"],
    ]);
  });
});

describe("readAssumptions(rows, cities), of what is drawn by ratio", () => {
  it("refuses a low value of 0", () => {
    const broken = rows.map((row) =>
      row["assumption_id"] === "discount-rate" ? { ...row, low: 0, distribution: "log-triangular" } : row,
    );
    const outcome = readAssumptions(broken, model.baseline.cities);
    expect(outcome.ok ? [] : outcome.faults.map(({ field }) => field)).toEqual(["discount-rate"]);
  });
});

describe("withOverrides(assumptions, overrides)", () => {
  const changed = (overrides: Parameters<typeof withOverrides>[1]) =>
    valueOf(withOverrides(model.assumptions, overrides));

  it("changes nothing without overrides", () => {
    expect(changed({})).toEqual(model.assumptions);
  });

  it("stretches the range to a central value beyond it, and keeps it otherwise", () => {
    expect(changed({ "pass-through": { central: 0.2 } })[at.passThrough]).toMatchObject({
      low: 0.2,
      central: 0.2,
      high: 1,
    });
    expect(changed({ "pass-through": { central: 0.8 } })[at.passThrough]).toMatchObject({
      low: 0.5,
      central: 0.8,
      high: 1,
    });
  });

  it("moves the range of what is not drawn with its central value", () => {
    expect(changed({ "weight-social": { central: 2 } })[at.weight]).toMatchObject({
      low: 2,
      central: 2,
      high: 2,
    });
  });

  it.each([
    [{ "pass-through": { central: 1.2 } }, "out-of-range"],
    [{ "pass-through": { low: 0.9 } }, "range-not-rising"],
    [{ "pass-through": { high: Number.NaN } }, "out-of-range"],
    [{ "cost-social": { low: 0 } }, "out-of-range"],
    // What is not drawn has no range: else the tornado would show one that the draws do not know.
    [{ "weight-social": { low: 0 } }, "range-of-fixed"],
    [{ "weight-social": { central: 2, high: 3 } }, "range-of-fixed"],
    [{ "cost-housing": { central: 5 } }, "unknown-assumption"],
    [JSON.parse('{"__proto__": {"central": 1}}') as object, "unknown-assumption"],
    [Object.fromEntries(dimensions.map((d) => [`weight-${d}`, { central: 0 }])), "no-weights"],
  ])("refuses %j", (overrides, kind) => {
    const outcome = withOverrides(model.assumptions, overrides as Parameters<typeof withOverrides>[1]);
    expect(outcome.ok ? [] : outcome.faults.map(({ kind }) => kind)).toEqual([kind]);
  });
});
