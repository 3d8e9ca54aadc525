import { describe, expect, it } from "vitest";
import { discrepancyList, type DiscrepancyNames } from "../../src/components/discrepancy-list.js";
import type { Row } from "../../src/components/figure.js";
import { contextWith, hostileName, said } from "../support/page/page.js";
import { evidence } from "../support/evidence/real-evidence.js";

const names: DiscrepancyNames = {
  ids: new Map([
    ["thp-2014", "Hague 2014"],
    ["sao-paulo", "São Paulo"],
    ["lisbon", "Lisbon"],
  ]),
  table: (name) => ({ initiatives: "Initiatives by city", practices: "Practices" })[name] ?? name,
  column: (_, name) => ({ initiatives: "Initiatives", city_id: "City" })[name] ?? name,
};
const listOf = (rows: Row[]) => discrepancyList(rows, contextWith(), names);

const row: Row = {
  discrepancy_id: "thp-political",
  title: "Political initiatives: 12 or 13",
  kind: "totals",
  table_name: "initiatives",
  row_key: "*/political",
  column_name: "initiatives",
  locator_a: "Table 7",
  value_a: "12",
  locator_b: "Text",
  value_b: "13",
  used: "12",
  reason: "The cells add up to 12.",
  source_id: "thp-2014",
  locator: "Table 7",
};

describe("discrepancyList(rows, context)", () => {
  it("shows both readings with their places, the one used and why", () => {
    const made = listOf([row]);
    expect([...made.querySelectorAll("tbody tr > *")].map((cell) => said(cell))).toEqual([
      "Political initiatives: 12 or 13Initiatives by city, Initiativescontradicts its own totals; 8 % apart",
      "12Table 7",
      "13Text",
      "12",
      "The cells add up to 12.",
    ]);
  });

  it("gives each an id that marks link to, and a link to itself", () => {
    const made = listOf([row]);
    expect(made.querySelector("tr[id]")!.id).toBe("thp-political");
    expect(made.querySelector("tbody a")!.getAttribute("href")).toBe("#thp-political");
  });

  it("puts them under their documents, counted, in tables with a name and a place for the keyboard", () => {
    const made = listOf([
      row,
      { ...row, discrepancy_id: "com-a", source_id: "com-2012" },
      { ...row, discrepancy_id: "thp-b" },
    ]);
    expect([...made.querySelectorAll("h3")].map((heading) => said(heading))).toEqual([
      "Document thp-2014: 2",
      "Document com-2012: 1",
    ]);
    expect([...made.querySelectorAll("[role=region]")].map((d) => d.getAttribute("aria-label"))).toEqual([
      "Discrepancies of Document thp-2014",
      "Discrepancies of Document com-2012",
    ]);
  });

  it("says where one touches no table, and leaves out a column that is not named", () => {
    const touched = (part: Row) => said(listOf([{ ...row, ...part }]).querySelector("tbody th small"));
    expect(touched({ table_name: null, row_key: null, column_name: null })).toBe("no table");
    expect(touched({ column_name: null })).toBe("Initiatives by city");
  });

  it("says that a reading is not stored where no table holds it, and keeps what is used elsewhere", () => {
    const used = (part: Row) => said(listOf([{ ...row, ...part }]).querySelector("td[data-label=Used]"));
    const nowhere = { table_name: null, row_key: null, column_name: null };
    expect(used({ used: "neither", ...nowhere })).toBe("not stored");
    expect(used({ used: "neither" })).toBe("neither");
    expect(used({ used: "12", ...nowhere })).toBe("12");
  });

  it("labels every cell but a line's first by its heading, for a narrow window", () => {
    const made = listOf([row]);
    const headings = [...made.querySelectorAll("thead th")].map((heading) => said(heading));
    const labels = [...made.querySelectorAll("tbody td")].map((cell) => cell.getAttribute("data-label"));
    expect(labels).toEqual(headings.slice(1));
  });

  it("leaves a missing reading empty", () => {
    const made = listOf([{ ...row, value_b: null, used: null }]);
    expect(made.textContent).not.toMatch(/null|undefined/);
  });

  it("keeps what documents print text", () => {
    const made = listOf([{ ...row, title: hostileName, value_a: hostileName, reason: hostileName }]);
    expect(made.querySelector("img")).toBeNull();
    expect(said(made.querySelector("tbody th a"))).toBe(hostileName);
    expect(said(made.querySelector("td:last-child"))).toBe(hostileName);
  });

  it("shows every discrepancy of the evidence, each id once", () => {
    const rows = evidence.get("discrepancies")!.rows;
    const ids = [...listOf(rows).querySelectorAll("tr[id]")].map((line) => line.id);
    expect(ids.sort()).toEqual(rows.map((d) => String(d.discrepancy_id)).sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says no id in what readers read: of a city, a document, a table, a column or a list", () => {
    const made = listOf([
      {
        ...row,
        table_name: "practices",
        column_name: "city_id",
        value_a: "sao-paulo",
        used: "embrace-and-integrate-newcomers",
        locator_b: "Table 2, as in thp-2014",
        reason: "The two of sao-paulo differ; lisbon is a word here.",
      },
    ]);
    expect([...made.querySelectorAll("tbody tr > *")].map((cell) => said(cell))).toEqual([
      "Political initiatives: 12 or 13Practices, Citycontradicts its own totals",
      "São PauloTable 7",
      "13Table 2, as in Hague 2014",
      "embrace and integrate newcomers",
      "The two of São Paulo differ; lisbon is a word here.",
    ]);
  });

  it("offers documents, tables, kinds and weights that some discrepancy has, and says how weight is worked out", () => {
    const made = listOf([
      row,
      { ...row, table_name: null, column_name: null, value_b: "many", kind: "outside" },
    ]);
    const offered = [...made.querySelectorAll("select")].map((list) => [
      list.getAttribute("name"),
      [...list.querySelectorAll("option")].map((option) => said(option)),
    ]);
    expect(offered).toEqual([
      ["document", ["any", "Document thp-2014"]],
      ["table", ["any", "Initiatives by city", "no table"]],
      ["kind", ["any", "contradicts its own totals", "contradicts an outside source"]],
      ["weight", ["any", "small: less than a tenth", "no size: words, names, years"]],
    ]);
    expect(said(made.querySelector(".weight-rule"))).toContain(
      "25 % or more is large, 10 % or more middling",
    );
    expect(said(made.querySelector("[role=status]"))).toBe("All 2 discrepancies.");
  });
});
