import { describe, expect, it } from "vitest";
import { readPackage } from "../../loaders/package.js";
import type { Row } from "../../loaders/read-table.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { evidence } from "../support/evidence/real-evidence.js";

// What an audit found wrong in the evidence, and what stands there since. A row that goes back to what it was is a
// mistake made twice.
const rows = (table: string) => evidence.get(table)!.rows;
const row = (table: string, key: Row) =>
  rows(table).find((one) => Object.entries(key).every(([name, is]) => one[name] === is));

describe("levels of policy and who comes", () => {
  it.each([
    ["rotterdam", { policy_level: "national", arrivals: null }],
    ["sao-paulo", { policy_level: "none", arrivals: "mostly-economic" }],
    ["buenos-aires", { policy_level: "national", arrivals: "mostly-economic" }],
  ])("%s: %j", (city_id, are) => {
    expect(row("city_policies", { city_id })).toMatchObject(are);
  });

  it("keep the other reading where the study has two", () => {
    for (const city of ["rotterdam", "sao-paulo", "buenos-aires", "lisbon"])
      expect(
        row("discrepancies", { table_name: "city_policies", row_key: city, column_name: "policy_level" }),
        city,
      ).toBeDefined();
  });
});

describe("shares of migrants", () => {
  it("say whom they count, and likeness reads none that counts others than people born abroad", () => {
    expect(row("cities", { city_id: "rotterdam" })!.foreign_born_group).toBe("with-second-generation");
    expect(row("cities", { city_id: "nairobi" })!.foreign_born_group).toBe("migrants");
    for (const city of rows("cities"))
      expect(city.foreign_born_group === null, String(city.city_id)).toBe(city.foreign_born_pct === null);
    const contexts = new Map(readCityContexts(rows).map((context) => [context.id, context]));
    for (const id of ["rotterdam", "nairobi", "kuala-lumpur"])
      expect(contexts.get(id)!.foreignBornPct, id).toBeNull();
    expect(contexts.get("auckland")!.foreignBornPct).toBe(40);
  });
});

describe("the political dimension", () => {
  const political = new Set(
    rows("practice_dimensions")
      .filter(({ dimension }) => dimension === "political")
      .map(({ practice_id }) => practice_id),
  );

  it("holds no resource, and no plan, office, network, index or website by itself", () => {
    const kinds = rows("practices").filter(({ practice_id }) => political.has(practice_id));
    expect(kinds.filter(({ kind }) => kind === "resource").map(({ practice_id }) => practice_id)).toEqual([]);
    for (const id of [
      "mipex",
      "cities-of-migration-newsletter",
      "intercultural-cities-index",
      "los-angeles-geohub",
      "barcelona-interculturality-plan",
      "montreal-newcomer-integration-office",
      "eurocities-migration-working-group",
      "our-immigrants-our-strength-op-ed",
      "us-cities-day-of-immigration-action",
      "tennessee-immigrant-and-refugee-rights-coalition",
    ])
      expect(political.has(id), id).toBe(false);
  });

  it("holds what the study sorts there, and what gives a say", () => {
    for (const id of [
      "chicago-illinois-business-immigration-coalition",
      "dortmund-politik-mit-wirkung",
      "spain-forum-for-social-integration",
    ])
      expect(political.has(id), id).toBe(true);
  });
});

describe("smaller corrections", () => {
  it("other partnerships are those of similar partners, in the dictionary", () => {
    const field = readPackage()
      .resources.find(({ name }) => name === "partnerships")!
      .schema.fields.find(({ name }) => name === "partnership_type")!;
    expect(field.categories!.find(({ value }) => value === "other")!.label).toMatch(/similar kind/);
  });

  it("no city is a member of Welcoming America for taking up its model, and Los Angeles works in the mayors' conference", () => {
    expect(rows("network_members").filter((one) => one.network_id === "welcoming-america")).toEqual([]);
    expect(
      row("network_members", { network_id: "us-conference-of-mayors", city_id: "los-angeles" }),
    ).toBeDefined();
  });

  it("the report on the exchange of 2016 appeared in 2017", () => {
    expect(row("sources", { source_id: "100rc-2016" })).toMatchObject({
      year: 2017,
      short_name: "100 Resilient Cities 2017",
    });
  });

  it("migrants pay New Zealand's levy, at most so much, and no level of government", () => {
    expect(row("funding", { funding_id: "new-zealand-migrant-levy" })).toMatchObject({
      level: null,
      qualifier: "≤",
    });
  });

  it("Barcelona's work against rumours is counted once among programmes", () => {
    expect(
      rows("programmes").filter(
        ({ country, name, summary }) => country === "Spain" && /rumou?r/i.test(`${name} ${summary}`),
      ),
    ).toHaveLength(1);
  });

  it("a year that outside knowledge moved carries our mark", () => {
    const toronto = row("statistics", {
      indicator_id: "share-of-country-immigrants-pct",
      place: "Toronto metropolitan area",
    });
    expect(toronto!.flag).toContain("j");
  });

  it("a bound stands in its column and is no estimate", () => {
    const bounded = rows("statistics").filter(({ qualifier }) => qualifier !== null);
    expect(bounded.length).toBeGreaterThan(60);
    for (const { note, flag, qualifier, place } of rows("statistics"))
      if (/more than|floor|at least|printed as (nearly|about|over|some)/i.test(String(note)) && flag)
        expect(qualifier !== null || !String(flag).includes("e"), `${String(place)}: ${String(note)}`).toBe(
          true,
        );
  });

  it("the study's contradictions that the audit missed are there", () => {
    const ids = new Set(rows("discrepancies").map(({ discrepancy_id }) => discrepancy_id));
    for (const id of [
      "thp-rotterdam-partnership-kind",
      "thp-rotterdam-stakeholders",
      "thp-auckland-repliers",
      "thp-chicago-repliers",
      "thp-nairobi-repliers",
      "seidle-costi-salaries",
      "thp-auckland-national-strategy",
      "100rc-largest-since-war",
    ])
      expect(ids.has(id), id).toBe(true);
  });

  it("local revenue of the United States has its sources and no share", () => {
    const own = rows("municipal_revenue").filter(({ country }) => country === "United States");
    expect(own.map(({ component }) => component)).toEqual(["transfers", "sales-tax", "income-tax"]);
    for (const { share_pct } of own) expect(share_pct).toBeNull();
  });
});

describe("what stands between a city and business", () => {
  it("is not what made interviews hard, nor with whom most partnerships are", () => {
    for (const { condition_id, summary, locator } of rows("partnership_conditions")) {
      expect(String(locator), String(condition_id)).not.toContain("Sampling");
      expect(String(summary), String(condition_id)).not.toMatch(/interview|hard to reach|most partnerships/i);
    }
  });

  it("carries the flag j where the kind is our reading, with what the text does say", () => {
    for (const { condition_id, flag, note } of rows("partnership_conditions"))
      if (String(note ?? "").startsWith("kind: ")) expect(flag, String(condition_id)).toContain("j");
  });
});

describe("notes and places", () => {
  const all = [...evidence].flatMap(([name, table]) => table.rows.map((row) => ({ name, row })));

  it("do not say twice that a reading is ours", () => {
    for (const { name, row } of all)
      if (String(row.flag ?? "").includes("j"))
        expect(String(row.note ?? ""), name).not.toMatch(/^[a-z_]+: our (own )?reading/);
  });

  it("name no file and no id of another table", () => {
    for (const { name, row } of all) expect(String(row.note ?? ""), name).not.toMatch(/\.csv\b/);
  });

  it("write a place of a document in one way", () => {
    const written = new Map<string, Set<string>>();
    for (const { row } of all)
      for (const place of String(row.locator ?? "").split("; ")) {
        const key = `${String(row.source_id)} ${place.toLowerCase()}`;
        written.set(key, (written.get(key) ?? new Set()).add(place));
      }
    expect([...written.values()].filter((ways) => ways.size > 1).map((ways) => [...ways])).toEqual([]);
  });
});

describe("judgements that were settled", () => {
  it("carry the flag j, but where the study's own Table 10 stands", () => {
    const settled = new Set(
      rows("codings").flatMap((row) =>
        row.table_name === "practice_dimensions" && row.coder === "settled" ? [row.row_key] : [],
      ),
    );
    const judged = rows("practice_dimensions").filter(
      ({ practice_id, locator }) => settled.has(practice_id) && locator !== "Table 10",
    );
    expect(judged.length).toBeGreaterThan(5);
    for (const { practice_id, flag } of judged) expect(String(flag), String(practice_id)).toContain("j");
  });
});
