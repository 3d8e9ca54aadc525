import { beforeAll, describe, expect, it } from "vitest";
import { rowKey } from "../../loaders/row-key.js";
import { briefFigures } from "../../src/briefs/figures.js";
import type { Row } from "../../src/components/figure.js";
import { figures } from "../../src/figures/registry.js";
import { openRealBriefs, type RealBriefs } from "../support/evidence/real-briefs.js";

/** What a number or a name becomes when a program forgets that it may be missing. */
const slips = /NaN|undefined|null|Infinity|\[object| {2}/;

let real: RealBriefs;
beforeAll(async () => {
  real = await openRealBriefs();
});

describe.each(Object.values(briefFigures))("$id", (figure) => {
  let all: Row[];
  beforeAll(async () => {
    all = await real.query(figure.sql({}));
  });

  /** Cities of which the figure tells something. */
  const withRows = () => {
    const told = real.briefs.flatMap(({ city, rows }) =>
      rows[figure.id]!.length ? [{ city, own: rows[figure.id]! }] : [],
    );
    expect(told).not.toHaveLength(0);
    return told;
  };

  it("has an id of its own among all figures", () => {
    expect(figures[figure.id]).toBeUndefined();
  });

  it("each city: the rows drawn are the rows of the query shown, and the query names the city", async () => {
    for (const { city, rows } of real.briefs) {
      const options = { city: city.id };
      const asked = await real.query(figure.sql(options));
      expect(figure.select(all, options), city.id).toEqual(asked);
      expect(rows[figure.id], city.id).toEqual(asked);
      expect(figure.sql(options)).toContain(`'${city.id}'`);
    }
  });

  it.each(["x'; drop table cities; --", "nairobi' or true or '' = '", "", "__proto__"])(
    "a hostile city reaches no SQL and leaves no row: %j",
    async (city) => {
      expect(figure.sql({ city })).not.toMatch(/drop|or true/);
      expect(await real.query(figure.sql({ city }))).toEqual([]);
      expect(figure.select(all, { city })).toEqual([]);
    },
  );

  it("each city: title, words and description without a slip, and with the city's name in the title", () => {
    for (const { city, own } of withRows()) {
      const said = [figure.title(own, {}), figure.description(own, {}), ...(figure.words?.(own, {}) ?? [])];
      for (const words of said) expect(words, city.id).not.toMatch(slips);
      expect(said[0]).toContain(city.name);
      expect(said[0]).not.toMatch(/\.$/);
    }
  });

  it("each city: names documents of the evidence, with places", () => {
    const ids = real.tables.get("sources")!.rows.map((row) => row.source_id);
    for (const { rows } of real.briefs)
      for (const { source_id, locator } of figure.sourcesOf!(rows[figure.id]!)) {
        expect(ids).toContain(source_id);
        expect(locator).not.toBe("");
      }
  });

  it("reads each number it marks from a cell of the evidence that holds it", () => {
    const found = new Map(
      [...real.tables].map(([name, { resource, rows }]) => [
        name,
        new Map(rows.map((row) => [rowKey(row, resource.schema.primaryKey ?? []), row])),
      ]),
    );
    for (const row of all)
      for (const [column, cell] of Object.entries(figure.cells?.(row) ?? {})) {
        const { table, key, column: of } = [cell].flat()[0]!;
        const evidence = found.get(table)?.get(key);
        expect(evidence, `${table} ${key}`).toBeDefined();
        const value = evidence![of] ?? null;
        // The lines of the context tell numbers in words.
        if (column === "told") expect(row[column] === null, key).toBe(value === null);
        else expect(row[column], `${table} ${key} ${of}`).toBe(value);
      }
  });

  it("each city: draws its numbers in one width, in the colours of the page", ({ skip }) => {
    skip(!figure.draw, "it has no picture");
    for (const { city, own } of withRows()) {
      const svg = figure.draw!(own, { ...real.context, width: figure.width! }, {});
      expect(svg.outerHTML, city.id).not.toMatch(slips);
      expect(svg.outerHTML.match(/#[0-9a-f]{3,6}\b|rgb/)).toBeNull();
      const drawn = [...svg.querySelectorAll("text")].map((text) => text.textContent.replace(/\D.*/, ""));
      for (const row of own) expect(drawn).toContain(String(row.initiatives ?? row.partnerships));
    }
  });
});

describe("brief-context", () => {
  it("tells silence about who arrives from a study that puts no group first, and keeps each note by its line", () => {
    for (const { city, rows } of real.briefs) {
      const line = (item: string) => rows["brief-context"]!.find((row) => row.item === item)!;
      const policy = real.tables.get("city_policies")!.rows.find((row) => row.city_id === city.id);
      expect(line("arrivals").told === null, city.id).toBe(policy === undefined);
      if (policy?.arrivals === null) expect(line("arrivals").told).toBe("the study puts neither group first");
      expect(String(line("policy-level").note), city.id).not.toContain("arrivals:");
      const notes = [line("policy-level"), line("arrivals")].flatMap(({ note }) => note ?? []);
      expect(notes.join(" "), city.id).toBe(policy?.note ?? "");
    }
  });
});

describe("brief-funding", () => {
  it("keeps a country's money apart from a city's: Hamburg has one sum, Germany's are named as such", () => {
    const rows = real.briefs.find(({ city }) => city.id === "hamburg")!.rows["brief-funding"]!;
    expect(rows.filter((row) => row.scope === "city").map((row) => row.amount)).toEqual([586200000]);
    for (const row of rows.filter((row) => row.scope === "country")) expect(row.country).toBe("Germany");
  });

  it("does not convert an amount without a currency: Amman's loan says that none is named", () => {
    const [row] = real.briefs.find(({ city }) => city.id === "amman")!.rows["brief-funding"]!;
    expect(row).toMatchObject({ amount: 102000000, currency: null });
  });
});

describe("brief-statistics", () => {
  it("calls undated what no document dates, though another year stands in for it", () => {
    const figure = briefFigures["brief-statistics"]!;
    const titleOf = (id: string) => {
      const { rows } = real.briefs.find(({ city }) => city.id === id)!;
      return figure.title(rows[figure.id]!, {});
    };
    expect(titleOf("nairobi")).toBe("Nairobi: 4 statistics, 2 of 2013 and 2 undated");
    expect(titleOf("lyon")).toContain("one statistic, undated");
  });
});

describe("brief-practices", () => {
  it("says with whom and who pays, and of how many that is told", () => {
    const figure = briefFigures["brief-practices"]!;
    const rows = real.briefs.find(({ city }) => city.id === "nairobi")!.rows[figure.id]!;
    const health = rows.find((row) => row.practice_id === "nairobi-partnership-for-health")!;
    expect(health.partners).toContain("International Organization for Migration (IOM)");
    const paid = rows.filter((row) => row.funded_by !== null).length;
    expect(figure.words!(rows, {})).toContain(
      `The reports say who pays for ${paid || "none"} of the ${rows.length}.`,
    );
  });
});
