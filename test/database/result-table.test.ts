import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/components/csv.js";
import type { ColumnType, ResultCell, ResultRow } from "../../src/database/cells.js";
import { resultTable, resultWords } from "../../src/database/result-table.js";

const { document } = parseHTML("<!doctype html><main></main>");

function drawn(value: ResultCell, type: ColumnType): string {
  const table = resultTable(document, [{ v: value }], { columns: [{ name: "v", type }] });
  return table.querySelector("tbody th")!.textContent;
}

describe("resultTable(document, rows, words)", () => {
  it.each<[ResultCell, ColumnType, string]>([
    [9007199254740993n, "integer", "9,007,199,254,740,993"],
    [-9007199254740993n, "integer", "−9,007,199,254,740,993"],
    ["-1234567890123456789.0123456789", "number", "−1,234,567,890,123,456,789.0123456789"],
    [0.3, "number", "0.3"],
    [1e300, "number", "1e+300"],
    [Infinity, "number", "infinity"],
    [-Infinity, "number", "-infinity"],
    [NaN, "number", "NaN"],
    [null, "number", "null"],
    ["101", "string", "101"],
    [true, "boolean", "yes"],
  ])("shows %s of type %s as what it is", (value, type, text) => {
    expect(drawn(value, type)).toBe(text);
  });

  it("cuts a long value and says how long it is", () => {
    const text = drawn("é".repeat(5000), "string");
    expect(text).toMatch(/^é{1000} … \(5,000 characters; all of them are in the saved file\)$/);
    expect(drawn(`${"a".repeat(999)}🌍${"b".repeat(99)}`, "string")).toMatch(/^a{999} … \(1,100 characters/);
  });

  it("says what is left out of cells, and does not promise it in the saved file", () => {
    const columns = [{ name: "v", type: "string" as const }];
    const rows = [{ v: `[${"1,".repeat(999)}"… (7 more values)"]` }];
    const [cut, whole] = [true, false].map((cellsCut) => resultTable(document, rows, { columns, cellsCut }));
    expect(cut!.textContent).toContain("Long cells are cut: at most 1,000 values of a list and 32,000 bytes");
    expect(cut!.textContent).toContain("… (the saved file has more of it)");
    expect(cut!.textContent).not.toContain("all of them");
    expect(whole!.textContent).not.toContain("Long cells are cut");
  });

  it("draws the first of very many columns, and fewer rows of them, and says so", () => {
    const columns = Array.from({ length: 100_000 }, (_, i) => ({ name: `c${i}`, type: "integer" as const }));
    const row = Object.fromEntries(columns.map(({ name }, i) => [name, i]));
    const rows: ResultRow[] = Array.from({ length: 900 }, () => row);
    const table = resultTable(document, rows, { columns, elapsedMs: 80 });
    expect(table.querySelectorAll("thead th")).toHaveLength(100);
    expect(table.querySelectorAll("tbody tr")).toHaveLength(300);
    expect(table.querySelector("caption")!.textContent).toBe(
      "the first 300 of 900 rows, the first 100 of 100,000 columns, in 80 ms",
    );
    expect(resultWords(1, { columns, elapsedMs: 1 })).toBe(
      "1 row, the first 100 of 100,000 columns, in 1 ms",
    );
  });
});

describe("digits beyond a JavaScript number", () => {
  const rows = [{ id: 9007199254740993n, exact: "-12345678901234567.89", at: -Infinity }];

  it("are in the CSV, and no apostrophe before them", () => {
    expect(toCsv(rows, ["id", "exact", "at"])).toBe(
      "id,exact,at\n9007199254740993,-12345678901234567.89,-Infinity\n",
    );
  });

  it("do not stop a drawing", () => {
    const many = [
      { x: 1, y: 9007199254740993n },
      { x: 2, y: 18014398509481986n },
    ];
    const { document } = parseHTML("<!doctype html><main></main>");
    const picture = Plot.plot({ document, marks: [Plot.dot(many, { x: "x", y: "y" })] });
    expect(picture.querySelectorAll("circle")).toHaveLength(2);
  });
});
