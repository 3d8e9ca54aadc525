import { beforeAll, describe, expect, it } from "vitest";
import { rowKey } from "../../loaders/row-key.js";
import { drawnWidths } from "../../src/components/figure-frame.js";
import { fetchFigures } from "../../src/figures/fetch-figures.js";
import { figureOf, figures } from "../../src/figures/registry.js";
import type { Row } from "../../src/components/figure.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

/** What a number or a name becomes when a program forgets that it may be missing. */
const slips = /NaN|undefined|null|Infinity|\[object/;

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

describe("figureOf(id)", () => {
  it("gives the figure of that id", () => {
    expect(figureOf("coverage").id).toBe("coverage");
    for (const [id, figure] of Object.entries(figures)) expect(figure.id).toBe(id);
  });

  it("names the figures there are when there is none of that id", () => {
    expect(() => figureOf("covrage")).toThrow(/no figure "covrage"; the figures are coverage, interviews/);
  });
});

describe("fetchFigures(ids)", () => {
  it("fetches every figure by its id, and no other", async () => {
    const all = await fetchFigures(new Set(Object.keys(figures)));
    expect(Object.fromEntries(all)).toEqual(figures);
    expect([...(await fetchFigures(new Set(["coverage", "unit-costs"]))).keys()]).toEqual([
      "coverage",
      "unit-costs",
    ]);
    expect((await fetchFigures(new Set(["covrage"]))).size).toBe(0);
  });
});

describe.each(Object.values(figures))("figure $id", (figure) => {
  const options = figure.options ?? {};
  let rows: Row[];
  beforeAll(async () => {
    rows = await real.rows(figure);
  });

  it("has rows, each with every column of its table", () => {
    expect(rows.length).toBeGreaterThan(0);
    const names = figure.columns.map((column) => column.name);
    for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(names));
  });

  it("has a table whose headings differ", () => {
    const headings = figure.columns.map(({ title, unit }) => `${title} ${unit ?? ""}`);
    // A year stands beside its number, so that its heading may come twice.
    const once = headings.filter((heading) => heading.trim() !== "Year");
    expect(new Set(once).size).toBe(once.length);
  });

  it("starts with a choice that is offered", () => {
    for (const choice of figure.choices ?? []) {
      const first = (options[choice.name] ?? "").split(",");
      expect(choice.values.map((d) => d.value)).toEqual(expect.arrayContaining(first));
    }
    expect((figure.choices ?? []).map((choice) => choice.name).sort()).toEqual(Object.keys(options).sort());
  });

  it("has a title that is a sentence of its rows", () => {
    const title = figure.title(rows, options);
    expect(title.length).toBeGreaterThan(20);
    expect(title).not.toMatch(slips);
    expect(title).not.toMatch(/ {2}|^ | $| ,|\.$/);
  });

  it("describes its rows in words: with numbers, and otherwise when the rows are others", () => {
    const words = figure.description(rows, options);
    expect(words).toMatch(/\d/);
    expect(words).not.toMatch(slips);
    expect(words).not.toMatch(/: [,;.]|\( ?\)/);
    const fewer = rows.slice(0, Math.floor(rows.length / 2));
    expect(figure.description(fewer, options), "of half the rows").not.toBe(words);
    const more = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [name, typeof cell === "number" ? cell + 1e6 : cell]),
      ),
    );
    expect(figure.description(more, options), "with other numbers").not.toBe(words);
  });

  it.each(figure.draw ? Object.values(drawnWidths) : [])(
    "draws its rows %i pixels wide, with nothing undrawable",
    (width) => {
      const picture = figure.draw!(rows, real.canvas(width), options);
      const svg = picture.localName === "svg" ? picture : picture.querySelector("svg")!;
      expect(svg.getAttribute("width")).toBe(String(width));
      expect(svg.outerHTML).not.toMatch(slips);
      expect(svg.querySelectorAll("rect, circle, path, text").length).toBeGreaterThan(rows.length / 2);
      expect(svg.outerHTML.match(/#[0-9a-f]{3,6}\b|rgb/), "colours are variables of the page").toBeNull();
    },
  );

  it("reads each number it marks from a cell of the evidence that holds it", ({ skip }) => {
    skip(!figure.cells, "its rows are counted, and so no cells of the evidence");
    const keys = new Map(
      [...real.tables].map(([name, { resource, rows }]) => [
        name,
        new Map(rows.map((row) => [rowKey(row, resource.schema.primaryKey ?? []), row])),
      ]),
    );
    const references = rows.flatMap((row) =>
      Object.entries(figure.cells?.(row) ?? {}).map(([column, cells]) => ({ column, row, cells })),
    );
    expect(references.length).toBeGreaterThan(0);
    for (const { column, row, cells } of references) {
      expect(Object.keys(row), "a column of the rows").toContain(column);
      const values = [cells].flat().map((cell) => {
        const found = keys.get(cell.table)?.get(cell.key);
        expect(found, `${cell.table} ${cell.key}`).toBeDefined();
        expect(Object.keys(found!)).toContain(cell.column);
        return found![cell.column];
      });
      expect(values.length, `one cell, or the two of a ratio, behind ${column}`).toBeOneOf([1, 2]);
      const [first, second] = values;
      const told = values.length === 1 ? first : second === 0 ? null : Number(first) / Number(second);
      const place = `${column}: ${JSON.stringify(cells)}`;
      if (typeof told === "number") expect(row[column], place).toBeCloseTo(told, 9);
      else expect(row[column], place).toBe(told);
    }
  });

  it("names documents of the evidence, and a place in each", () => {
    const ids = real.tables.get("sources")!.rows.map((row) => row.source_id);
    expect(figure.sources.length).toBeGreaterThan(0);
    for (const { source_id, locator } of figure.sources) {
      expect(ids).toContain(source_id);
      expect(locator).not.toBe("");
    }
    const drawnFrom = new Set(rows.map((row) => row.source_id).filter((id) => typeof id === "string"));
    const named = figure.sources.map((source) => source.source_id);
    for (const id of drawnFrom) expect(named, "a document its rows come from").toContain(id);
  });
});
