import { describe, expect, it } from "vitest";
import { checkDiscrepancies } from "../../loaders/check-discrepancies.js";
import { formatFault } from "../../loaders/evidence-fault.js";
import type { Row } from "../../loaders/read-table.js";
import { mostWildcards } from "../../loaders/row-key.js";
import { tableOf } from "../support/evidence/small-evidence.js";

const many = 700;

/** Rows "0/x", "1/x" …, and how many cells of them were asked for. */
function countedRows() {
  const asked = { cells: 0 };
  const rows = Array.from({ length: many }, (_, index) => {
    const row = { part: "x", value: index };
    Object.defineProperty(row, "place", { get: () => (asked.cells++, String(index)) });
    return row;
  });
  return { rows, asked };
}

const problemsWith = (rows: Row[], keys: readonly string[]) => {
  const names = "discrepancy_id table_name row_key column_name used".split(" ");
  const discrepancies = keys.map((row_key, index) => ({
    discrepancy_id: `d-${index}`,
    table_name: "counts",
    row_key,
    column_name: "value",
    used: row_key.includes("*") ? "neither" : row_key.split("/")[0]!,
  }));
  return checkDiscrepancies(
    new Map([
      ["counts", tableOf("counts", [{ name: "place" }, { name: "value" }], rows, ["place", "part"])],
      [
        "discrepancies",
        tableOf(
          "discrepancies",
          names.map((name) => ({ name })),
          discrepancies,
        ),
      ],
    ]),
  ).map(formatFault);
};

describe("checkDiscrepancies(tables), of many", () => {
  it("writes the key of each row once, however many discrepancies ask", () => {
    const { rows, asked } = countedRows();
    const keys = rows.map((_, index) => `${index}/x`);
    expect(problemsWith(rows, [...keys, ...keys.map(() => "*/x"), "nowhere/x", "*/y"])).toEqual([
      expect.stringMatching(
        /row_key "nowhere\/x": must fit at least one row of counts → write place\/part of a row/,
      ),
      expect.stringMatching(/row_key "\*\/y": must fit at least one row of counts/),
    ]);
    expect(asked.cells).toBe(many);
  });

  it("compares no more different keys with a star than it says", () => {
    const { rows } = countedRows();
    const keys = Array.from({ length: mostWildcards + 1 }, (_, index) => `${index}/*`);
    expect(problemsWith(rows, [...keys, ...keys.slice(0, -1)])).toEqual([
      `discrepancies, row ${mostWildcards + 2}, row_key "${mostWildcards}/*": must be among the first ${mostWildcards} different keys of counts with a *: more are not compared → name one row, or all that are meant by one key`,
    ]);
  });
});
