import { describe, expect, it } from "vitest";
import { agreementTable } from "../../src/components/agreement-table.js";
import { agreements } from "../../src/model/agreement.js";
import { rowsOf } from "../support/model/real-model.js";
import { emptyPage, said } from "../support/page/page.js";

const all = agreements(rowsOf("codings"), rowsOf("practices").length);
const made = agreementTable(emptyPage(), all, {
  table: (name) => `Table ${name}`,
  column: (table, name) => `Column ${name} of ${table}`,
});
const cells = (row: Element) => [...row.children].map((cell) => said(cell));

describe("agreementTable(document, agreements, titles)", () => {
  it("has a row for each judgement, and for criteria one more without what neither reader found", () => {
    const names = [...made.querySelector("table")!.querySelectorAll("tbody th")].map((th) => said(th));
    expect(names).toEqual([
      "Table practice_dimensions",
      "Table recommendation_dimensions",
      "Table practice_criteria",
      "Table practice_criteria, where either found something said",
      "Table practice_partners",
      "Table city_policies",
    ]);
    const [silent, stated] = [...made.querySelectorAll("tbody tr")].slice(2, 4).map(cells);
    expect(Number(silent![2]!.replace(",", ""))).toBeGreaterThan(Number(stated![2]!.replace(",", "")));
    expect(Number(silent![4])).toBeGreaterThan(Number(stated![4]));
  });

  it("folds away every code, in groups that say what is judged", () => {
    const codes = made.querySelector("details")!;
    expect(said(codes.querySelector("summary"))).toBe("By dimension, criterion, sector and column");
    const groups = [...codes.querySelectorAll("tbody")].map((body) =>
      [...body.querySelectorAll("th")].map((th) => said(th)),
    );
    expect(groups.map(([title, ...names]) => [title, names.length])).toEqual([
      ["Table practice_dimensions", 6],
      ["Table recommendation_dimensions", 6],
      ["Table practice_criteria", 6],
      ["Table practice_criteria, where either found something said", 6],
      ["Table practice_partners", 4],
      ["Table city_policies", 2],
    ]);
    expect(groups.at(-1)).toContain("Column policy_level of city_policies");
    for (const row of codes.querySelectorAll("tr:has(td)")) expect(row.children).toHaveLength(4);
  });
});
