import { beforeAll, describe, expect, it } from "vitest";
import { dataTable } from "../../src/components/data-table.js";
import { noMarks } from "../../src/components/marks.js";
import { coverage } from "../../src/figures/coverage.js";
import { gaps } from "../../src/figures/gaps.js";
import { figures } from "../../src/figures/registry.js";
import type { Row } from "../../src/components/figure.js";
import { textMarks } from "../support/page/picture-text.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

describe("what is missing in the evidence", () => {
  const cities = async (sql: string) => (await real.database.query(sql)).map((row) => row.name);

  it("Auckland and Kuala Lumpur have no political initiative", async () => {
    expect(
      await cities(
        "select name from initiatives join cities using (city_id) where dimension = 'political' and initiatives = 0 order by name",
      ),
    ).toEqual(["Auckland", "Kuala Lumpur"]);
  });

  it("Lisbon, Nairobi and São Paulo have no public–private partnership", async () => {
    expect(
      await cities(
        "select name from partnerships join cities using (city_id) where partnership_type = 'public-private' and partnerships = 0 order by name",
      ),
    ).toEqual(["Lisbon", "Nairobi", "São Paulo"]);
  });

  it("263 initiatives and 139 partnerships are counted in all", async () => {
    expect(
      await real.database.query(
        "select (select sum(initiatives) from initiatives) as i, (select sum(partnerships) from partnerships) as p",
      ),
    ).toEqual([{ i: 263, p: 139 }]);
  });

  it("the figure of gaps says so in its title and words", async () => {
    const rows = await real.rows(gaps);
    expect(gaps.title(rows, {})).toBe(
      "What is missing: no political initiative in Auckland and Kuala Lumpur, no public–private partnership in Lisbon, Nairobi and São Paulo",
    );
    for (const gap of ["political in Auckland", "public–private in Nairobi"])
      expect(gaps.description(rows, {})).toContain(gap);
  });

  it("the figure of gaps says nothing of gaps that are filled", async () => {
    const rows = await real.rows(gaps);
    const filled = rows.filter((row) => row.found !== 0);
    expect(gaps.title(filled, {})).not.toMatch(/ in ,| in $/);
    expect(gaps.description(filled, {})).not.toMatch(/: \./);
    const half = rows.filter((row) => !(row.found === 0 && row.kind === "initiative"));
    expect(gaps.title(half, {})).not.toMatch(/ in ,| in $/);
  });
});

/** Figures whose numbers are read from cells that a later edition may leave empty. */
const drawnFrom = Object.values(figures).flatMap((figure) =>
  figure.draw && figure.cells && figure.id !== "city-map"
    ? [{ figure, id: figure.id, draw: figure.draw }]
    : [],
);

describe.each(drawnFrom)("a missing number in $id", ({ figure, draw }) => {
  const options = figure.options ?? {};
  let rows: Row[];
  let holed: Row[];
  beforeAll(async () => {
    rows = await real.rows(figure);
    // The row with the largest number loses what is drawn of it; nothing else of the rows is zero for it.
    const columns = Object.keys(figure.cells!(rows[0]!));
    const size = (row: Row) => Math.max(...columns.map((name) => Number(row[name] ?? 0)));
    const largest = rows.reduce((a, b) => (size(b) > size(a) ? b : a));
    const gone = Object.fromEntries(
      Object.entries(largest).map(([name, cell]) => [
        name,
        typeof cell === "number" && !/year|median|most/.test(name) ? null : cell,
      ]),
    );
    holed = rows.map((row) => (row === largest ? gone : row));
  });

  it.each([340, 760])("is not drawn as zero, %i pixels wide", (width) => {
    const zeros = (of: Row[]) =>
      textMarks(draw(of, real.canvas(width), options)).filter(({ text }) => /^0(\.0+)?\D*$/.test(text));
    expect(zeros(holed)).toHaveLength(zeros(rows).length);
    expect(draw(holed, real.canvas(width), options).outerHTML).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it("is not told as zero, where the package lets it be missing", ({ skip }) => {
    const cells = Object.values(figure.cells!(rows[0]!)).flat();
    const required = cells.every(({ table, column }) =>
      real.tables
        .get(table)!
        .resource.schema.fields.some((field) => field.name === column && field.constraints?.required),
    );
    skip(required, "the package lets none of its numbers be missing");
    const told = [
      figure.title(holed, options),
      figure.description(holed, options),
      ...(figure.words?.(holed, options) ?? []),
    ].join(" | ");
    expect(told).not.toMatch(/(?<![\d.,])0(\.0+)?(?![.,]?\d)|NaN|undefined|null|Infinity/);
    expect(told, "a number is left out without a word").not.toMatch(/ {2}|: [;,.%]| [;,.]/);
  });

  it("is named in the table", () => {
    const named = (of: Row[]) =>
      dataTable(of, figure.columns, {
        document: real.canvas(1).document,
        link: String,
        marks: noMarks,
      }).querySelectorAll("td.missing").length;
    expect(named(holed)).toBeGreaterThan(named(rows));
  });
});

describe("a missing number in the heat map", () => {
  it("is a dash in an empty cell, unlike a zero, which is a number", async () => {
    const [first, ...others] = await real.rows(coverage);
    const one = (initiatives: number | null) =>
      coverage.draw!([{ ...first!, initiatives }, ...others], real.canvas(760), { measure: "initiatives" });
    expect(textMarks(one(null))[0]!.text).toBe("–");
    expect(textMarks(one(0))[0]!.text).toMatch(/^0/);
    const fill = (picture: Element) =>
      picture.querySelector('g[aria-label="cell"] rect')!.getAttribute("fill");
    expect(fill(one(null))).toBe("none");
    expect(fill(one(0))).toBe("var(--gap-3)");
  });
});

describe("a figure of the evidence with flagged rows", () => {
  it.each(Object.values(figures).filter(({ draw, unflagged }) => draw && !unflagged))(
    "marks flagged numbers in the picture of $id",
    async (figure) => {
      const rows = await real.rows(figure, figure.options ?? {});
      const flagged = rows.some((row) => Boolean(row.flag));
      const picture = figure.draw!(rows, real.canvas(760), figure.options ?? {});
      const marked = [...picture.querySelectorAll("text")].some((text) => text.textContent.includes("*"));
      expect(marked).toBe(flagged);
    },
  );
});
