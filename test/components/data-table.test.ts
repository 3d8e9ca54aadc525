import { describe, expect, it } from "vitest";
import { dataTable } from "../../src/components/data-table.js";
import type { Column, Row } from "../../src/components/figure.js";
import { mindWords } from "../../src/components/format.js";
import { contextWith, discrepancy, hostileName, said } from "../support/page/page.js";

const columns: Column[] = [
  { name: "city", title: "City" },
  { name: "initiatives", title: "Initiatives", unit: "in the city" },
  { name: "share_pct", title: "Share", decimals: 1, missing: "not stated" },
];
const rows: Row[] = [
  { city_id: "lisbon", city: "Lisbon", initiatives: 1234, share_pct: 8.14, flag: null, note: null },
  { city_id: "nairobi", city: "Nairobi", initiatives: 0, share_pct: null, flag: "e", note: "about" },
  { city_id: "chicago", city: "Chicago", initiatives: null, share_pct: 3, flag: null, note: null },
];
const grid = (table: Element) =>
  [...table.querySelectorAll("tr")].map((line) => [...line.children].map((cell) => said(cell)));

describe("dataTable(rows, columns, context, cells)", () => {
  it("has a line each row, with units in the headings and flags in words", () => {
    expect(grid(dataTable(rows, columns, contextWith()))).toEqual([
      ["City", "Initiatives in the city", "Share", "Flag"],
      ["Lisbon", "1,234", "8.1", ""],
      ["Nairobi", "0", "not stated", "estimated: about"],
      ["Chicago", "no figure", "3.0", ""],
    ]);
  });

  it("leads from a note that speaks of discrepancies to them", () => {
    const noted: Row[] = [
      { city: "Lisbon", flag: "u", note: "summary: another says 9 (see discrepancies)." },
    ];
    const notes = { name: "flag", title: "Notes", words: mindWords };
    for (const shown of [columns.slice(0, 1), [columns[0]!, notes]]) {
      const cell = dataTable(noted, shown, contextWith()).querySelector("td:last-child")!;
      expect(said(cell).toLowerCase()).toBe(
        "low reliability (what is said): another says 9 (see discrepancies).",
      );
      expect(cell.querySelector("a")?.getAttribute("href")).toMatch(/\/sources#discrepancies$/);
    }
  });

  it("has headings for columns and for lines", () => {
    const table = dataTable(rows, columns, contextWith());
    expect([...table.querySelectorAll("thead th")].map((th) => th.getAttribute("scope"))).toEqual(
      Array(4).fill("col"),
    );
    expect([...table.querySelectorAll("tbody th")].map((th) => [th.getAttribute("scope"), said(th)])).toEqual(
      [
        ["row", "Lisbon"],
        ["row", "Nairobi"],
        ["row", "Chicago"],
      ],
    );
  });

  it("marks a missing value as missing, and a zero as a number", () => {
    const table = dataTable(rows, columns, contextWith());
    const named = (name: string) => [...table.querySelectorAll(`tbody .${name}`)].map((cell) => said(cell));
    expect(named("missing")).toEqual(["not stated", "no figure"]);
    expect(named("among-numbers")).toEqual(["not stated", "no figure"]);
    expect(named("number")).toEqual(["1,234", "8.1", "0", "3.0"]);
  });

  it("has no column of flags where no row carries one, nor where it is shown already", () => {
    const plain = rows.slice(0, 1);
    expect(grid(dataTable(plain, columns, contextWith()))[0]).not.toContain("Flag");
    const shown = [...columns, { name: "flag", title: "Flag" }];
    expect(grid(dataTable(rows, shown, contextWith()))[0]!.filter((name) => name === "Flag")).toHaveLength(1);
  });

  it("links each second reading of a number to its story among the sources", () => {
    const context = contextWith([
      discrepancy("thp-lisbon", "lisbon"),
      discrepancy("thp-lisbon-again", "lisbon"),
      discrepancy("thp-all", "*"),
    ]);
    const cells = (row: Row) => ({
      initiatives: { table: "initiatives", key: String(row.city_id), column: "initiatives" },
    });
    const links = [...dataTable(rows, columns, context, cells).querySelectorAll("a")];
    expect(
      links.map((link) => [link.getAttribute("href"), said(link), link.getAttribute("aria-label")]),
    ).toEqual([
      ["/site/sources#thp-lisbon", "†", "† second reading: Title of thp-lisbon"],
      ["/site/sources#thp-lisbon-again", "†", "† second reading: Title of thp-lisbon-again"],
    ]);
    expect(said(links[0]!.parentElement)).toBe("1,234† †");
  });

  it("marks a single second reading with a plain †", () => {
    const context = contextWith([discrepancy("thp-lisbon", "lisbon"), discrepancy("thp-chicago", "chicago")]);
    const cells = (row: Row) => ({
      initiatives: { table: "initiatives", key: String(row.city_id), column: "initiatives" },
    });
    const table = dataTable(rows, columns, context, cells);
    expect([...table.querySelectorAll("a")].map((link) => said(link))).toEqual(["†", "†"]);
  });

  it("marks a ratio for each of the cells it is made of, a story of several cells once", () => {
    const context = contextWith([
      discrepancy("thp-number", "lisbon"),
      discrepancy("thp-interviews", "lisbon", "interviewed", "interviews"),
      discrepancy("thp-nairobi", "nairobi", "interviewed", "interviews"),
    ]);
    const number = (row: Row) => ({
      table: "initiatives",
      key: String(row.city_id),
      column: "initiatives",
    });
    const cells = (row: Row) => ({
      share_pct: [
        number(row),
        { table: "interviews", key: String(row.city_id), column: "interviewed" },
        number(row),
      ],
    });
    const table = dataTable(rows, columns, context, cells);
    const shares = [...table.querySelectorAll("tbody tr")].map((line) => said(line.children[2]));
    expect(shares).toEqual(["8.1† †", "not stated†", "3.0"]);
    expect(table.querySelectorAll("a")).toHaveLength(3);
  });

  it("shows an id by the words of its column; one without words stays itself", () => {
    const names = { lisbon: "Lisboa", nairobi: hostileName };
    const named = dataTable(rows, [{ name: "city_id", title: "City", names }], contextWith());
    expect(named.querySelector("img")).toBeNull();
    expect([...named.querySelectorAll("tbody th")].map((cell) => said(cell))).toEqual([
      "Lisboa",
      hostileName,
      "chicago",
    ]);
  });

  it("labels every cell but a line's first by its heading, for a narrow window", () => {
    const table = dataTable(rows, columns, contextWith());
    for (const line of table.querySelectorAll("tbody tr"))
      expect([...line.children].map((cell) => cell.getAttribute("data-label"))).toEqual([
        null,
        "Initiatives, in the city",
        "Share",
        "Flag",
      ]);
  });

  it("shows names, notes, headings and units from data as text", () => {
    const table = dataTable(
      [{ city: hostileName, initiatives: hostileName, flag: "e", note: hostileName }],
      [
        { name: "city", title: hostileName, unit: hostileName },
        { name: "initiatives", title: "Initiatives", missing: hostileName },
        { name: "gone", title: "Gone", missing: hostileName },
      ],
      contextWith(),
    );
    expect(table.querySelector("img, script")).toBeNull();
    expect(table.outerHTML).not.toContain("<img");
    expect(said(table.querySelector("tbody th"))).toBe(hostileName);
    expect(said(table.querySelector("td:last-child"))).toBe(`estimated: ${hostileName}`);
  });

  it("is a table of headings alone where there are no rows", () => {
    expect(grid(dataTable([], columns, contextWith()))).toEqual([
      ["City", "Initiatives in the city", "Share"],
    ]);
  });
});
