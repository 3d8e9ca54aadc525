import { deviation, mean, median } from "d3-array";
import { describe, expect, it } from "vitest";
import { rateYear } from "../../loaders/check-exchange-rates.js";
import { dimensions } from "../../src/model/names.js";
import { assumptionIds, readAssumptions, withOverrides } from "../../src/model/assumptions.js";
import { drawAssumptions } from "../../src/model/draws.js";
import { readRegister } from "../../src/model/practice-register.js";
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

/** Where an assumption stands among those of the model. */
const place = (id: string) => model.assumptions.findIndex((one) => one.id === id);

const twoFigures = (value: number) => Number(value.toPrecision(2));
const threeDecimals = (value: number) => Number(value.toFixed(3));

describe("the table assumptions", () => {
  it("holds what the model needs and nothing else, low ≤ central ≤ high", () => {
    expect(rows.map((row) => row["assumption_id"]).sort()).toEqual(
      assumptionIds(model.baseline.cities, 2).sort(),
    );
    expect(readAssumptions(rows, model.baseline.cities).ok).toBe(true);
  });

  const logs = Object.values(budgets).map(Math.log);
  /** Standard deviation of the logarithms, and how far a triangle with the same one reaches: √6 times as far. */
  const spread = deviation(logs)!;
  const factor = Math.exp(spread * Math.sqrt(6));

  it("pools the five budgets: their geometric mean, and a range as wide as they lie apart", () => {
    expect(spread).toBeCloseTo(1.6, 2);
    const central = Math.exp(mean(logs)!);
    expect(row("cost-initiative")).toMatchObject({
      low: twoFigures(central / factor),
      central: twoFigures(central),
      high: twoFigures(central * factor),
      distribution: "log-triangular",
      evidence: "assumed",
    });
    for (const budget of Object.values(budgets))
      expect(row("cost-initiative")["reason"]).toContain(`€${Math.round(budget).toLocaleString("en")}`);
    const drawn = drawAssumptions([model.assumptions[0]!], 10_000, 1)[0]!;
    expect(deviation([...drawn].map(Math.log))).toBeCloseTo(1.6, 1);
  });

  it("reads a documented budget alike as the cost of a practice and as the base of a cost", () => {
    const costs = new Map(readRegister(rowsOf).map(({ id, cost }) => [id, cost?.euros]));
    expect(costs.get("barcelona-anti-rumour-strategy")).toBe(245_000);
    expect(costs.get("nebraska-appleseed")).toBe(Math.round(budgets.legal!));
    expect(costs.get("toronto-costi-syrian-professional-internships")).toBe(Math.round(budgets.economic!));
    expect(costs.get("breda-neighbourhood-contest")).toBe(budgets.political);
  });

  it.each(dimensions)(
    "has a cost of a %s initiative for who wants it by dimension, no surer than the pooled",
    (dimension) => {
      const central = Math.sqrt(budgets[dimension]! * median(Object.values(budgets))!);
      const {
        central: given,
        low,
        high,
      } = row(`cost-${dimension}`) as { central: number; low: number; high: number };
      expect(given).toBe(twoFigures(central));
      expect([low, high]).toEqual([twoFigures(given / factor), twoFigures(given * factor)]);
      expect(row(`cost-${dimension}`)).toMatchObject({ distribution: "log-triangular", evidence: "assumed" });
    },
  );

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
      // The figures of Tables 2 and 3 behind these are held by test/loaders/city-assumptions.test.ts.
      const fromTable = /^(?:found|migrant-share)-/.test(String(row["assumption_id"]));
      if (!own && !fromTable && row["evidence"] === "assumed")
        expect(row["funding_id"], "the one budget behind it").toBeTruthy();
      if (!own) continue;
      expect(row["evidence"], String(row["assumption_id"])).toBe("assumed");
      expect(row["reason"]).toMatch(/^Assumed: /);
    }
  });
});

describe("readAssumptions(rows, cities)", () => {
  it("names every row that is missing or out of order", () => {
    const broken = rows
      .filter((row) => row["assumption_id"] !== "pass-through")
      .map((row) => (row["assumption_id"] === "discount-rate-lisbon" ? { ...row, low: 0.2 } : row));
    const outcome = readAssumptions(broken, model.baseline.cities);
    expect(outcome.ok ? [] : outcome.faults.map(({ kind, field }) => [kind, field])).toEqual([
      ["missing-assumption", "pass-through"],
      ["range-not-rising", "discount-rate-lisbon"],
    ]);
  });
});

describe("readAssumptions(rows, cities), of what is drawn by ratio", () => {
  it("refuses a low value of 0", () => {
    const broken = rows.map((row) =>
      row["assumption_id"] === "discount-rate-lisbon"
        ? { ...row, low: 0, distribution: "log-triangular" }
        : row,
    );
    const outcome = readAssumptions(broken, model.baseline.cities);
    expect(outcome.ok ? [] : outcome.faults.map(({ field }) => field)).toEqual(["discount-rate-lisbon"]);
  });
});

describe("withOverrides(assumptions, overrides)", () => {
  const changed = (overrides: Parameters<typeof withOverrides>[1]) =>
    valueOf(withOverrides(model.assumptions, overrides));

  it("changes nothing without overrides", () => {
    expect(changed({})).toEqual(model.assumptions);
  });

  it("stretches the range to a central value beyond it, and keeps it otherwise", () => {
    const id = "discount-rate-lisbon";
    expect(changed({ [id]: { central: 0.02 } })[place(id)]).toMatchObject({
      low: 0.02,
      central: 0.02,
      high: 0.07,
    });
    expect(changed({ [id]: { central: 0.06 } })[place(id)]).toMatchObject({
      low: 0.03,
      central: 0.06,
      high: 0.07,
    });
  });

  it("moves the range of what is not drawn with its central value", () => {
    expect(changed({ "weight-social": { central: 2 } })[place("weight-social")]).toMatchObject({
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
