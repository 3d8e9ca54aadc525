import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreements, cohensKappa, judgedTables } from "../../src/model/agreement.js";
import { rowsOf } from "../support/model/real-model.js";

const coding = (table: string, key: string, column: string, a: string, b: string) => [
  { table_name: table, row_key: key, column_name: column, coder: "a", value: a },
  { table_name: table, row_key: key, column_name: column, coder: "b", value: b },
];

describe("cohensKappa(decisions)", () => {
  it("is that of the textbook: 20 and 15 agreed of 50, 25 and 30 said yes, 0.4", () => {
    const many = (count: number, a: string, b: string) =>
      Array.from({ length: count }, (): [string, string] => [a, b]);
    // p_o = 35/50, p_e = 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
    const decisions = [
      ...many(20, "yes", "yes"),
      ...many(5, "yes", "no"),
      ...many(10, "no", "yes"),
      ...many(15, "no", "no"),
    ];
    expect(cohensKappa(decisions)).toBeCloseTo(0.4, 12);
  });

  it("is 1 where all agree on several codes, and undefined where chance alone would do as well", () => {
    expect(
      cohensKappa([
        ["a", "a"],
        ["b", "b"],
      ]),
    ).toBe(1);
    expect(cohensKappa([["a", "a"]])).toBeNull();
    expect(cohensKappa([])).toBeNull();
  });

  it("never exceeds 1, and is the same whoever is called the first reader", () => {
    const code = fc.constantFrom("a", "b", "c");
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { minLength: 1 }), (decisions) => {
        const kappa = cohensKappa(decisions);
        const other = cohensKappa(decisions.map(([a, b]): [string, string] => [b, a]));
        if (kappa === null) expect(other).toBeNull();
        else {
          expect(kappa).toBeLessThanOrEqual(1);
          expect(other).toBeCloseTo(kappa, 12);
        }
      }),
    );
  });
});

describe("agreements(codings, practices)", () => {
  it("decides each dimension of a set by itself", () => {
    const [dimensions] = agreements(
      [
        ...coding("practice_dimensions", "x", "dimension", "social legal", "social"),
        ...coding("practice_dimensions", "y", "dimension", "none", "none"),
      ],
      2,
    );
    expect(dimensions).toMatchObject({ units: 2, decisions: 12, settled: 1 });
    expect(dimensions!.agreedPct).toBeCloseTo((100 * 11) / 12, 12);
  });

  it("counts what neither reader found of a practice's six criteria as agreed", () => {
    const criteria = agreements(
      coding("practice_criteria", "x/innovation", "stated", "met", "partly"),
      2,
    ).find(({ table }) => table === "practice_criteria")!;
    expect(criteria).toMatchObject({ units: 2, decisions: 12, settled: 1 });
    expect(criteria.agreedPct).toBeCloseTo((100 * 11) / 12, 12);
  });

  it("takes the codes of a set in any order", () => {
    const [dimensions] = agreements(
      coding("practice_dimensions", "x", "dimension", "social cultural", "cultural social"),
      1,
    );
    expect(dimensions).toMatchObject({ agreedPct: 100, settled: 0 });
  });

  it("tells criteria with silence and without, and each by itself", () => {
    const criteria = agreements(
      [
        ...coding("practice_criteria", "x/innovation", "stated", "met", "partly"),
        ...coding("practice_criteria", "x/practicality", "stated", "met", "met"),
        ...coding("practice_criteria", "y/practicality", "stated", "none", "partly"),
      ],
      5,
    ).find(({ table }) => table === "practice_criteria")!;
    expect(criteria).toMatchObject({ decisions: 30, stated: { decisions: 3 } });
    expect(criteria.stated!.agreedPct).toBeCloseTo(100 / 3, 12);
    const practicality = { code: "practicality", decisions: 5, agreedPct: 80 };
    expect(criteria.byCode[0]).toMatchObject(practicality);
    expect(criteria.byCode).toHaveLength(6);
    expect(criteria.stated!.byCode).toMatchObject([
      { code: "practicality", decisions: 2, agreedPct: 50 },
      { code: "innovation", decisions: 1, agreedPct: 0 },
    ]);
  });

  it("tells each dimension, sector and column by itself", () => {
    const all = agreements(
      [
        ...coding("practice_dimensions", "x", "dimension", "social legal", "social"),
        ...coding("practice_partners", "x/A", "sector", "public", "third"),
        ...coding("practice_partners", "x/B", "sector", "private", "private"),
        ...coding("city_policies", "a", "policy_level", "none", "none"),
        ...coding("city_policies", "a", "arrivals", "none", "mostly-economic"),
      ],
      1,
    );
    const of = (table: string) => all.find((of) => of.table === table)!;
    expect(of("practice_dimensions").byCode.map(({ code, agreedPct }) => [code, agreedPct])).toEqual([
      ["social", 100],
      ["cultural", 100],
      ["legal", 0],
      ["political", 100],
      ["economic", 100],
      ["multidimensional", 100],
    ]);
    expect(of("practice_partners").byCode.map(({ code, agreedPct }) => [code, agreedPct])).toEqual([
      ["public", 50],
      ["private", 100],
      ["third", 50],
      ["international", 100],
    ]);
    expect(of("city_policies").byCode.map(({ code, agreedPct }) => [code, agreedPct])).toEqual([
      ["policy_level", 100],
      ["arrivals", 0],
    ]);
  });

  it("adds up: the decisions by code are those of the whole", () => {
    for (const { table, decisions, byCode, stated } of agreements(
      rowsOf("codings"),
      rowsOf("practices").length,
    )) {
      const sum = (codes: typeof byCode) => codes.reduce((all, of) => all + of.decisions, 0);
      expect(sum(byCode), table).toBe(table === "practice_partners" ? 4 * decisions : decisions);
      if (stated) {
        expect(sum(stated.byCode)).toBe(stated.decisions);
        expect(stated.agreedPct).toBeLessThan(100);
      }
    }
  });

  it("covers every table of judgements of the evidence, with kappas between 0.8 and 1", () => {
    const all = agreements(rowsOf("codings"), rowsOf("practices").length);
    expect(all.map(({ table }) => table)).toEqual([...judgedTables]);
    for (const { table, kappa, agreedPct, settled, units } of all) {
      expect(kappa, table).toBeGreaterThan(0.8);
      expect(kappa, table).toBeLessThan(1);
      expect(agreedPct, table).toBeGreaterThan(90);
      expect(settled, table).toBeGreaterThan(0);
      expect(settled, table).toBeLessThan(units);
    }
  });
});
