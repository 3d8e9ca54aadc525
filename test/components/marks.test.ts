import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowKey, rowKeyMatcher } from "../../loaders/row-key.js";
import { marksOf, noMarks } from "../../src/components/marks.js";
import { discrepancy } from "../support/page/page.js";
import { evidence } from "../support/evidence/real-evidence.js";

const cell = (key: string, column = "initiatives", table = "initiatives") => ({ table, key, column });

describe("marksOf(discrepancies)", () => {
  const marks = marksOf([
    discrepancy("exact", "lisbon/legal"),
    discrepancy("any-city", "*/legal"),
    discrepancy("any-dimension", "lisbon/*"),
    discrepancy("all", "*"),
    discrepancy("other-column", "lisbon/legal", "actors"),
    discrepancy("other-table", "lisbon/legal", "initiatives", "partnerships"),
  ]);

  it("on(cell) finds those of this very cell alone", () => {
    expect(marks.on(cell("lisbon/legal"))).toEqual(["exact"]);
    expect(marks.on(cell("nairobi/legal"))).toEqual([]);
    expect(marks.on(cell("lisbon/legal", "actors"))).toEqual(["other-column"]);
    expect(marks.on(cell("lisbon/legal", "initiatives", "partnerships"))).toEqual(["other-table"]);
  });

  it("about(cell) finds those of many cells that this one is among", () => {
    expect(marks.about(cell("lisbon/legal"))).toEqual(["any-city", "any-dimension", "all"]);
    expect(marks.about(cell("nairobi/legal"))).toEqual(["any-city", "all"]);
    expect(marks.about(cell("nairobi/social"))).toEqual(["all"]);
  });

  it("on(cell) of a total written with * finds the discrepancies of that total", () => {
    expect(marks.on(cell("*/legal"))).toEqual(["any-city"]);
  });

  it("a cell that no discrepancy touches has none, nor has one without a place", () => {
    const none = marksOf([
      { discrepancy_id: "no-table", table_name: null, row_key: null, column_name: null },
      { discrepancy_id: "no-column", table_name: "initiatives", row_key: "*", column_name: null },
    ]);
    expect(none.on(cell("lisbon/legal"))).toEqual([]);
    expect(none.about(cell("lisbon/legal"))).toEqual([]);
  });

  it.each([".*", "a+b", "(x", "[lisbon]", "$1", "x|y", "a\\d", "^", "a{2}", "?"])(
    "reads %j in a key as itself, not as a pattern",
    (odd) => {
      const found = marksOf([
        discrepancy("plain", `${odd.replace("*", "")}/legal`),
        discrepancy("many", `${odd}/*`),
      ]);
      expect(found.on(cell(`${odd.replace("*", "")}/legal`))).toContain("plain");
      expect(found.on(cell("lisbon/legal"))).toEqual([]);
      expect(found.about(cell(`${odd}/legal`))).toContain("many");
      expect(found.about(cell("aab/legal"))).toEqual([]);
    },
  );

  it("finds a cell of many for any text in place of *", () => {
    const part = fc.string().map((text) => text.replace(/[/*\n\r\u2028\u2029]/g, ""));
    fc.assert(
      fc.property(part, part, (a, b) => {
        const found = marksOf([discrepancy("many", `*/${b}`)]);
        expect(found.about(cell(`${a}/${b}`))).toEqual(["many"]);
        expect(found.about(cell(`${a}/${b}x`))).toEqual([]);
      }),
    );
  });

  it("finds in the evidence the very cells that the checks of the loaders find", () => {
    const tables = evidence;
    const discrepancies = tables
      .get("discrepancies")!
      .rows.filter((row) => row.table_name && row.column_name);
    const found = marksOf(discrepancies);
    for (const { discrepancy_id, table_name, row_key, column_name } of discrepancies) {
      const { rows, resource } = tables.get(String(table_name))!;
      const key = resource.schema.primaryKey ?? [];
      const matches = rowKeyMatcher(String(row_key), key);
      for (const row of rows) {
        const reference = { table: String(table_name), key: rowKey(row, key), column: String(column_name) };
        const touched = [...found.on(reference), ...found.about(reference)].includes(String(discrepancy_id));
        expect(touched, `${String(discrepancy_id)} on ${reference.key}`).toBe(matches(row));
      }
    }
  });
});

describe("noMarks", () => {
  it("touches nothing", () => {
    expect([noMarks.on(cell("*")), noMarks.about(cell("*"))]).toEqual([[], []]);
  });
});

describe("marks.title(id)", () => {
  it("is the discrepancy's own, whether or not it touches a cell", () => {
    const marks = marksOf([
      discrepancy("thp-lisbon", "lisbon"),
      {
        discrepancy_id: "no-table",
        title: "Two or three",
        table_name: null,
        row_key: null,
        column_name: null,
      },
    ]);
    expect(marks.title("thp-lisbon")).toBe("Title of thp-lisbon");
    expect(marks.title("no-table")).toBe("Two or three");
  });

  it("is the id where there is no discrepancy of that id, or none has a title", () => {
    const marks = marksOf([{ ...discrepancy("thp-lisbon", "lisbon"), title: null }]);
    expect([marks.title("thp-lisbon"), marks.title("thp-other")]).toEqual(["thp-lisbon", "thp-other"]);
    expect(noMarks.title("thp-lisbon")).toBe("thp-lisbon");
  });

  it("differs for every discrepancy of the evidence", () => {
    const { rows } = evidence.get("discrepancies")!;
    const marks = marksOf(rows);
    const titles = rows.map((row) => marks.title(String(row.discrepancy_id)));
    expect(titles).toEqual(rows.map((row) => row.title));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });
});
