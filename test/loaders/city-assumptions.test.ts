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

  it.each(cities)("of %s is as printed, and not drawn: the doubts of it point one way", (city) => {
    const row = assumption("migrant-share", city);
    expect(row).toMatchObject({ distribution: "fixed", evidence: "documented" });
    expect([row["low"], row["high"]]).toEqual([row["central"], row["central"]]);
    expect(row["reason"]).toContain("Not drawn");
  });

  it("has other readings in its reasons: Chicago's by the census, Nairobi's with refugees, Rotterdam's by the register", () => {
    const reason = (city: string) => String(assumption("migrant-share", city)["reason"]);
    const { value_b: told } = rowsOf("discrepancies").find(
      (row) => row["discrepancy_id"] === "thp-chicago-foreign-born",
    )!;
    expect(told).toBe(`${decimals((560_000 / 2_695_598) * 100, 1)} %`);
    expect(reason("chicago")).toContain("of the 2,695,598 of the census of 2010 would be 20.8 %");
    const parts = ["international-migrants-pct", "refugees-pct"].map((id) => statistic(id, "nairobi"));
    expect(reason("nairobi")).toContain(`together they would be ${parts[0]! + parts[1]!} %`);
    expect(reason("rotterdam")).toContain(`or ${decimals((299_684 / 616_319) * 100, 1)} %`);
    expect(assumption("residents", "rotterdam")["reason"]).toContain("616,319 residents");
  });
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
