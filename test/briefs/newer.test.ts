import { beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../src/components/figure.js";
import { briefNewer } from "../../src/briefs/newer.js";
import { compareNewer } from "../../src/figures/compare-newer.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

/** Numbers of Lisbon itself, as a table of cities has them; some of an indicator that Portugal has too. */
const ofLisbon = `with newest_statistics as (
  select * from main.newest_statistics
  union all by name
  select unnest(['foreign-born-persons', 'foreign-born-pct', 'refugees-persons']) as indicator_id, 'lisbon' as place_id, 'city' as place_kind,
    'lisbon' as city_id, 'PRT' as iso3, 'Portugal' as country, 2023 as year, unnest([98765, 17.9, 43.0]) as value,
    'eurostat/cities-by-birth' as dataset, 'eurostat' as source_id, 'Dataset urb_cpopcb' as locator
)`;

/** The rows of a query over the evidence with Lisbon's own numbers in it. */
const withCity = (sql: string): Promise<Row[]> =>
  real.database.query(
    sql.replace(/^(with|select) /, (word) => `${ofLisbon}${word === "with " ? ", " : " select "}`),
  );

describe("brief-newer of a city with numbers of its own", () => {
  let rows: Row[];
  beforeAll(async () => {
    rows = await withCity(briefNewer.sql({ city: "lisbon" }));
  });
  const without = (...ids: string[]) =>
    rows.filter((row) => row.place_kind === "country" || !ids.includes(String(row.indicator_id)));

  it("tells each number of its own place", () => {
    expect(rows.map((row) => row.place)).toEqual(expect.arrayContaining(["Lisbon", "Portugal"]));
    expect(briefNewer.title(without("refugees-persons"), {})).toBe(
      "Lisbon, newer figures of the city: 98,765 foreign-born residents in 2023; of Portugal: 1.1 million international migrants in 2024 and 70,349 refugees in 2025",
    );
  });

  it("keeps one indicator of both apart", () => {
    expect(briefNewer.title(rows, {})).toBe(
      "Lisbon, newer figures of the city: 43 refugees in 2023; of Portugal: 1.1 million international migrants in 2024 and 70,349 refugees in 2025",
    );
    const told = briefNewer.description(rows, {});
    expect(told).toContain("Refugees, Lisbon, 2023: 43");
    expect(told).toContain("Refugees, Portugal, 2025: 70,349");
  });

  it("names the country alone where the title tells nothing of the city", () => {
    expect(briefNewer.title(without("refugees-persons", "foreign-born-persons"), {})).toMatch(
      /^Lisbon, newer figures of Portugal: 1\.1 million/,
    );
  });

  it("sets beside a number only what documents print of the same place, and says whose refugees came from where", () => {
    for (const row of rows.filter((row) => row.place_kind === "city" && row.printed_value !== null))
      expect(row.printed_place).toBe("Lisbon");
    expect(rows.filter((row) => row.first_origin !== null).map((row) => row.place)).toEqual(["Portugal"]);
    expect(briefNewer.words!(rows, {})).toEqual([
      expect.stringMatching(/^Portugal, .*: most refugees came from/),
    ]);
  });

  it("is as it was where the city has none", async () => {
    const [row] = await real.rows(briefNewer, { city: "nairobi" });
    expect(row!.place).toBe("Kenya");
  });
});

describe("compare-newer beside numbers of a city", () => {
  it("has those of the country alone", async () => {
    const plain = await real.rows(compareNewer, { cities: "lisbon,nairobi" });
    const both = await withCity(compareNewer.sql({ cities: "lisbon,nairobi" }));
    expect(both).toEqual(plain);
  });
});
