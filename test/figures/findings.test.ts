import { mean } from "d3-array";
import { beforeAll, describe, expect, it } from "vitest";
import { hasWildcard, rowKeyMatcher } from "../../loaders/row-key.js";
import { formatNumber } from "../../src/components/format.js";
import { findings } from "../../src/figures/findings.js";
import type { Row } from "../../src/components/figure.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

describe.each(Object.values(findings))("finding $id", (finding) => {
  let rows: Row[];
  beforeAll(async () => {
    rows = await real.database.query(finding.sql);
  });

  it("says one sentence with numbers of its one row", () => {
    expect(rows).toHaveLength(1);
    const words = finding.says(rows);
    expect(words).toMatch(/\d.*\.$/);
    expect(words).not.toMatch(/NaN|undefined|null|Infinity| {2}/);
  });

  it("says something else when any value of the row is another", () => {
    const [row] = rows as [Row];
    // How many cities have none is told by their names; rounds and their documents are told after the sentence.
    const beside = ["cities_without", "counted_in", "count_sources", "count_rounds"];
    const told = Object.keys(row).filter((name) => !beside.includes(name));
    for (const name of told) {
      const cell = row[name];
      const other = { ...row, [name]: typeof cell === "number" ? 2 * cell + 0.5 : "Elsewhere" };
      expect(finding.says([other]), name).not.toBe(finding.says(rows));
    }
  });

  it("names documents and cells of the evidence", () => {
    const ids = real.tables.get("sources")!.rows.map((row) => row.source_id);
    for (const { source_id } of finding.sources) expect(ids).toContain(source_id);
    for (const { table, key, column } of finding.cells) {
      const { resource, rows: evidence } = real.tables.get(table)!;
      expect(resource.schema.fields.map((field) => field.name)).toContain(column);
      const matches = rowKeyMatcher(key, resource.schema.primaryKey ?? []);
      const found = evidence.filter(matches).length;
      if (hasWildcard(key)) expect(found).toBeGreaterThan(1);
      else expect(found).toBe(1);
    }
  });
});

describe("findings", () => {
  const saying = async (id: string) => findings[id]!.says(await real.database.query(findings[id]!.sql));

  it("tell of 12 political among 263 initiatives, and of the cities with none", async () => {
    expect(await saying("politics")).toBe(
      "Politics is where cities do least: 12 of 263 initiatives (5\u202f%) open political life to migrants, and Auckland and Kuala Lumpur have none.",
    );
  });

  it("tell of 10 public–private among 139 partnerships, and of the cities with none", async () => {
    expect(await saying("business")).toBe(
      "Government and business seldom work together: at most 10 of 139 partnerships (7\u202f%) are public–private, 8 of them in cities where the count is doubtful; Lisbon, Nairobi and São Paulo have none.",
    );
  });

  it("speak of one city without as of one, and of no doubt where there is none", () => {
    const row = { partnerships: 100, public_private: 9, doubtful: 0 };
    const says = (without: string | null) => findings.business!.says([{ ...row, without }]);
    expect(says("Lisbon")).toMatch(/\(9\u202f%\) are public–private; Lisbon has none\.$/);
    expect(says(null)).toMatch(/\(9\u202f%\) are public–private\.$/);
    const politics = { initiatives: 200, political: 10, without: "Lisbon" };
    expect(findings.politics!.says([politics])).toMatch(/, and Lisbon has none\.$/);
  });

  it("write money in millions, and set a city that is a state apart", async () => {
    const words = await saying("who-pays");
    for (const part of [
      "€197 million (Netherlands)",
      "€245,000 (Barcelona), 804 times",
      "Hamburg, city and state",
    ])
      expect(words).toContain(part);
    expect(await saying("amounts")).toMatch(/19 amounts, all of them in 3 of the five documents/);
  });

  it("count as doubtful the flagged public–private partnerships alone, as counted by hand", async () => {
    const [row] = await real.database.query(findings.business!.sql);
    const flagged = real.tables
      .get("partnerships")!
      .rows.filter((d) => d.partnership_type === "public-private" && d.flag);
    expect(flagged.length).toBeGreaterThan(1);
    expect(row!.doubtful).toBe(flagged.reduce((sum, d) => sum + Number(d.partnerships), 0));
  });

  it("give the correlation of interviews and initiatives with and without the city most interviewed", async () => {
    const total = (id: unknown) =>
      real.tables
        .get("initiatives")!
        .rows.filter((row) => row.city_id === id)
        .reduce((sum, row) => sum + Number(row.initiatives), 0);
    const cities = real.tables
      .get("interviews")!
      .rows.map((row) => ({ asked: Number(row.interviewed), found: total(row.city_id) }))
      .sort((a, b) => a.asked - b.asked);
    const correlation = (list: typeof cities) => {
      const [a, b] = [mean(list, (d) => d.asked)!, mean(list, (d) => d.found)!];
      const product = (f: (d: { asked: number; found: number }) => number) =>
        list.reduce((s, d) => s + f(d), 0);
      const shared = product((d) => (d.asked - a) * (d.found - b));
      return shared / Math.sqrt(product((d) => (d.asked - a) ** 2) * product((d) => (d.found - b) ** 2));
    };
    const words = await saying("effort");
    expect(words).toContain(`${cities[0]!.asked} to ${cities[7]!.asked} interviews per city`);
    expect(words).toContain(
      `correlation ${formatNumber(correlation(cities), 2)} over all cities, ` +
        `${formatNumber(correlation(cities.slice(0, 7)), 2)} without São Paulo`,
    );
  });

  it("call politics the dimension with the fewest initiatives only because it is", async () => {
    const [fewest] = await real.database.query(
      "select dimension from initiatives group by dimension order by sum(initiatives) limit 1",
    );
    expect(fewest).toEqual({ dimension: "political" });
  });

  it("name the cities with most and fewest initiatives per interview, as counted by hand", async () => {
    const count = (table: string, column: string) => {
      const totals = new Map<string, number>();
      for (const row of real.tables.get(table)!.rows) {
        const city = String(row.city_id);
        totals.set(city, (totals.get(city) ?? 0) + Number(row[column]));
      }
      return totals;
    };
    const found = count("initiatives", "initiatives");
    const asked = count("interviews", "interviewed");
    const ratios = [...found].map(([city, n]) => ({ city, ratio: n / asked.get(city)! }));
    ratios.sort((a, b) => b.ratio - a.ratio);
    const name = (id: string) => real.tables.get("cities")!.rows.find((row) => row.city_id === id)!.name;
    const [first] = ratios;
    const last = ratios[ratios.length - 1]!;
    expect(await saying("effort")).toContain(
      `${String(name(first!.city))} comes first (${first!.ratio.toFixed(1)} initiatives) and ${String(name(last.city))} last (${last.ratio.toFixed(1)})`,
    );
  });
});
