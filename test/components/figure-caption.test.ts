import { describe, expect, it } from "vitest";
import { figureCaption, touchedBy } from "../../src/components/figure-caption.js";
import type { Figure, Row } from "../../src/components/figure.js";
import { contextWith, discrepancy, hostileName, said } from "../support/page/page.js";

const rows: Row[] = [
  { city_id: "lisbon", city: "Lisbon", initiatives: 12, flag: "e", note: "about" },
  { city_id: "nairobi", city: "Nairobi", initiatives: 13, flag: null, note: null },
];

/** A small figure whose column `ratio` is read from two cells. */
const figure: Figure = {
  id: "small",
  sql: () => "select 1",
  title: () => "Two cities",
  description: () => "Bars.",
  columns: [{ name: "city", title: "City" }],
  draw: (_rows, { document }) => document.createElement("svg"),
  cells(row) {
    const initiatives = { table: "initiatives", key: String(row.city_id), column: "initiatives" };
    const interviewed = { table: "interviews", key: String(row.city_id), column: "interviewed" };
    return { initiatives, ratio: [initiatives, interviewed] };
  },
  sources: [
    { source_id: "thp-2014", locator: "Table 7" },
    { source_id: "com-2012", locator: "Essay" },
    { source_id: "thp-2014", locator: "Table 3" },
  ],
  caveat: "Mind the gap.",
};

const ofNumbers = [
  discrepancy("thp-lisbon-count", "lisbon"),
  discrepancy("thp-interviews", "nairobi", "interviewed", "interviews"),
];
const ofTotals = [discrepancy("thp-every-total", "*")];
const elsewhere = [discrepancy("thp-elsewhere", "chicago")];

describe("figureCaption(shown, context)", () => {
  const caption = figureCaption({ ...figure, rows }, contextWith([...ofNumbers, ...ofTotals, ...elsewhere]));

  it("names each document once, with a link and all its places", () => {
    expect(said(caption.querySelector(".source"))).toBe(
      "Sources: Document thp-2014, Table 7; Table 3. Document com-2012, Essay.",
    );
    expect([...caption.querySelectorAll(".source a")].map((link) => link.getAttribute("href"))).toEqual([
      "/site/sources#thp-2014",
      "/site/sources#com-2012",
    ]);
  });

  it("calls several places of one document one source", () => {
    const of = (sources: Figure["sources"]) =>
      said(figureCaption({ ...figure, rows, sources }, contextWith()).querySelector(".source"));
    expect(of(figure.sources.filter((source) => source.source_id === "thp-2014"))).toBe(
      "Source: Document thp-2014, Table 7; Table 3.",
    );
    expect(of(figure.sources.slice(0, 1))).toBe("Source: Document thp-2014, Table 7.");
  });

  it("counts the places of a document with many where the page lists them elsewhere, and there alone", () => {
    const many = [1, 2, 3, 4, 5].map((n) => ({ source_id: "thp-2014", locator: `Table ${n}` }));
    const sources = [...many, { source_id: "com-2012", locator: "Essay" }];
    const of = (placesListed?: { words: string; href: string }) =>
      figureCaption({ ...figure, rows, sources, placesListed }, contextWith()).querySelector(".source");
    const counted = of({ words: "listed below", href: "#below" });
    expect(said(counted)).toBe(
      "Sources: Document thp-2014, 5 places, listed below. Document com-2012, Essay.",
    );
    expect(said(counted!.querySelector('a[href="#below"]'))).toBe("listed below");
    expect(said(of())).toContain("Table 1; Table 2; Table 3; Table 4; Table 5.");
  });

  it("says what to mind, and how many rows carry a flag", () => {
    const [caveat, flags] = [...caption.querySelectorAll(":scope > p")].map((p) => said(p));
    expect(caveat).toBe("Mind the gap.");
    expect(flags).toBe("1 of 2 rows carries a flag (*): estimated; the table says why.");
  });

  it("leaves out what there is nothing to say of", () => {
    const plain = figureCaption(
      { ...figure, rows: rows.slice(1), caveat: undefined },
      contextWith(elsewhere),
    );
    expect([...plain.children].map((child) => child.className)).toEqual(["source"]);
    // A table shows its flags itself.
    expect(said(figureCaption({ ...figure, rows, draw: null }, contextWith()))).not.toContain("carries");
  });

  it("folds second readings away behind their number, those of numbers before those of totals", () => {
    const details = [...caption.querySelectorAll(":scope > details.two-readings")];
    expect(details).toHaveLength(1);
    expect(details[0]!.hasAttribute("open")).toBe(false);
    expect(said(details[0]!.querySelector("summary"))).toBe(
      "The sources contradict each other: 2 numbers (†), 1 total",
    );
    const links = [...details[0]!.querySelectorAll(":scope > ul > li > a")];
    expect(links.map((link) => [link.getAttribute("href"), said(link)])).toEqual([
      ["/site/sources#thp-lisbon-count", "Title of thp-lisbon-count"],
      ["/site/sources#thp-interviews", "Title of thp-interviews"],
      ["/site/sources#thp-every-total", "Title of thp-every-total"],
    ]);
  });

  it.each([
    [ofNumbers, "The sources contradict each other: 2 numbers (†)"],
    [ofTotals, "The sources contradict each other: 1 total"],
    [[], ""],
    [elsewhere, ""],
  ])("counts only the kinds there are", (discrepancies, words) => {
    const made = figureCaption({ ...figure, rows }, contextWith(discrepancies));
    expect(said(made.querySelector("summary"))).toBe(words);
    expect(made.querySelectorAll("details")).toHaveLength(words ? 1 : 0);
  });

  it("says of one report, beside tables that are none, that it contradicts itself", () => {
    const sources = ["thp-2014", "arrivals", "ecb", "geonames"].map((source_id) => ({
      source_id,
      locator: "Table 7",
    }));
    const made = figureCaption({ ...figure, rows, sources }, contextWith(ofNumbers.slice(0, 1)));
    expect(said(made.querySelector("summary"))).toBe("The report contradicts itself: 1 number (†)");
  });

  it("tells the second readings before the source", () => {
    const names = [...caption.children].map((child) => child.className || child.localName);
    expect(names).toEqual(["p", "p", "two-readings", "source"]);
  });

  it("keeps hostile names text", () => {
    const made = figureCaption(
      { ...figure, rows, caveat: hostileName, sources: [{ source_id: hostileName, locator: hostileName }] },
      contextWith([{ ...discrepancy("thp-lisbon-count", "lisbon"), title: hostileName }]),
    );
    const { document } = contextWith();
    document.body.innerHTML = made.outerHTML;
    expect(document.querySelector("img, script, [onerror]")).toBeNull();
    expect(said(document.querySelector("li"))).toBe(hostileName);
  });
});

describe("touchedBy(shown, context)", () => {
  it("tells each discrepancy once, however many numbers it touches and cells a number has", () => {
    const context = contextWith([...ofNumbers, ...ofTotals, ...elsewhere, discrepancy("thp-both", "*")]);
    expect(touchedBy({ ...figure, rows: [...rows, ...rows] }, context)).toEqual({
      on: ["thp-lisbon-count", "thp-interviews"],
      about: ["thp-every-total", "thp-both"],
    });
  });

  it("finds none for a figure whose rows stand for no cell", () => {
    const bare = { ...figure, rows, cells: undefined };
    expect(touchedBy(bare, contextWith(ofNumbers))).toEqual({ on: [], about: [] });
  });
});
