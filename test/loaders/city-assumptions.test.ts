import { describe, expect, it } from "vitest";
import type { Row } from "../../loaders/read-table.js";
import { evidence } from "../support/evidence/real-evidence.js";

const rowsOf = (table: string) => evidence.get(table)!.rows;
const mapped = rowsOf("cities").filter((city) => city["mapped"] === true);
const cities = mapped.map((city) => [String(city["city_id"]), city] as const);

/** A city's own assumption. */
function assumption(prefix: string, city: string): Row {
  const found = rowsOf("assumptions").find((row) => row["assumption_id"] === `${prefix}-${city}`);
  if (!found) throw new Error(`There is no ${prefix}-${city}.`);
  return found;
}

const ends = ({ low, central, high }: Row) => ({ low, central, high });
const decimals = (value: number, digits: number) => Number(value.toFixed(digits));

/** A value of the table `statistics`, as printed. */
function statistic(indicator: string, city: string): number {
  const rows = rowsOf("statistics").filter(
    (row) => row["indicator_id"] === indicator && row["city_id"] === city && row["locator"] === "Table 2",
  );
  expect(rows).toHaveLength(1);
  return rows[0]!["value"] as number;
}

describe("the share of initiatives that the mapping found", () => {
  it.each(cities)("of %s follows from how many people were interviewed", (city) => {
    const interviewed = rowsOf("interviews").find((row) => row["city_id"] === city)!["interviewed"] as number;
    const found = (probability: number) => decimals(1 - (1 - probability) ** interviewed, 3);
    const row = assumption("found", city);
    expect(ends(row)).toEqual({ low: found(0.15), central: found(0.3), high: found(0.6) });
    expect(row).toMatchObject({ distribution: "split-triangular", evidence: "assumed", locator: "Table 3" });
    expect(row["reason"]).toContain(`Each of the city's ${interviewed} interviews`);
    expect(row["reason"]).toContain(`1 − (1 − 0.3)^${interviewed} = ${found(0.3)} of all`);
  });
});

describe("the share of migrants", () => {
  it.each(cities)("of %s is the one of Table 2, with its flags", (city, { foreign_born_pct, flag }) => {
    const row = assumption("migrant-share", city);
    expect(row["central"]).toBe(decimals((foreign_born_pct as number) / 100, 6));
    expect(row["reason"]).toContain(`${String(foreign_born_pct)} %`);
    expect(row).toMatchObject({ flag, source_id: "thp-2014", locator: "Table 2" });
  });

  it.each(cities)("of %s is drawn exactly where the table has a doubt of it", (city, { flag }) => {
    const doubted = String(flag).includes("u");
    expect(assumption("migrant-share", city)["distribution"]).toBe(doubted ? "split-triangular" : "fixed");
    expect(assumption("migrant-share", city)["evidence"] === "documented").toBe(!doubted);
  });

  it("goes down in Chicago to what numbers of the city and the census give", () => {
    const { value_b: told } = rowsOf("discrepancies").find(
      (row) => row["discrepancy_id"] === "thp-chicago-foreign-born",
    )!;
    const { low, reason } = assumption("migrant-share", "chicago");
    expect(low).toBe(decimals(560_000 / 2_695_598, 3));
    expect(told).toBe(`${decimals(Number(low) * 100, 1)} %`);
    expect(reason).toContain("560,000 people born abroad");
    expect(reason).toContain("2,695,598");
  });

  it("goes up in Nairobi to migrants and refugees together", () => {
    const parts = ["international-migrants-pct", "refugees-pct"].map((id) => statistic(id, "nairobi"));
    expect(assumption("migrant-share", "nairobi")["high"]).toBe(decimals((parts[0]! + parts[1]!) / 100, 4));
  });

  it("goes in Rotterdam from half of the register's share up to it", () => {
    const { low, high, reason } = assumption("migrant-share", "rotterdam");
    const share = 299_684 / 616_319;
    expect([low, high]).toEqual([decimals(share / 2, 2), decimals(share, 3)]);
    expect(reason).toContain(`299,684 of 616,319, or ${decimals(share * 100, 1)} %`);
    expect(assumption("residents", "rotterdam")["reason"]).toContain("616,319 residents");
  });

  it.each([["buenos-aires"], ["kuala-lumpur"], ["sao-paulo"]])(
    "of %s, which the document thinks too low, goes up to twice what it prints",
    (city) => {
      const { low, central, high } = assumption("migrant-share", city);
      expect([low, high]).toEqual([central, Number(central) * 2]);
    },
  );
});

describe("the number of residents", () => {
  it.each(cities)(
    "of %s is a count that its reason gives, with two figures, from a document of its own",
    (city) => {
      const row = assumption("residents", city);
      const counted = /\b\d{1,3}(?:,\d{3})+\b/.exec(String(row["reason"]))![0];
      const rounded = Number(Number(counted.replaceAll(",", "")).toPrecision(2));
      expect(ends(row)).toEqual({ low: rounded, central: rounded, high: rounded });
      expect(row).toMatchObject({ distribution: "fixed", evidence: "documented" });
      const cited = rowsOf("assumptions").filter(({ source_id }) => source_id === row["source_id"]);
      expect(cited).toEqual([row]);
    },
  );

  it.each(cities)(
    "of %s stands in none of the five documents, as its reason says",
    (city, { population }) => {
      expect(population).toBeNull();
      expect(assumption("residents", city)["reason"]).toMatch(/^None of the five documents says/);
    },
  );
});
