import { describe, expect, it } from "vitest";
import { evidenceFigure, shownEvidence } from "../../src/components/evidence-figure.js";
import { drawFigure, tablePanel } from "../../src/components/figure-frame.js";
import { figureCaption } from "../../src/components/figure-caption.js";
import { noMarks } from "../../src/components/marks.js";
import { coverage } from "../../src/figures/coverage.js";
import { partnershipMix } from "../../src/figures/partnership-mix.js";
import { compareDimensions } from "../../src/figures/compare-dimensions.js";
import type { Figure, Row } from "../../src/components/figure.js";
import { contextWith, discrepancy, hostileName, said } from "../support/page/page.js";
import { inOneLine } from "../support/page/picture-text.js";

const rows: Row[] = [
  { city_id: "lisbon", city: "Lisbon", initiatives: 12, flag: "e", note: "about" },
  { city_id: "nairobi", city: "Nairobi", initiatives: 13, flag: null, note: null },
];

/** A small figure with everything a figure may have. */
const figure: Figure = {
  id: "small",
  choices: [
    { name: "measure", label: "Show", values: [{ value: "all", label: "all" }] },
    { name: "cities", label: "Cities", values: [], several: { least: 1, most: 2 }, shared: true },
  ],
  options: { measure: "all" },
  sql: (options) => `select '${options.measure}' as measure, 1 < 2 as "a & b"`,
  title: (given, options) => `${given.length} cities, ${options.measure}`,
  description: (given) => `Bars of ${given.map((row) => String(row.city)).join(" and ")}.`,
  words: (given) => given.map((row) => `${String(row.city)} has ${String(row.initiatives)}.`),
  columns: [
    { name: "city", title: "City" },
    { name: "initiatives", title: "Initiatives" },
  ],
  key: [{ name: "social", colour: "var(--social)" }],
  draw: (given, { document, width }) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("width", String(width));
    svg.textContent = given.map((row) => String(row.city)).join(" ");
    return svg;
  },
  cells: (row) => ({
    initiatives: { table: "initiatives", key: String(row.city_id), column: "initiatives" },
  }),
  sources: [
    { source_id: "thp-2014", locator: "Table 7" },
    { source_id: "com-2012", locator: "Essay" },
  ],
  caveat: "Mind the gap.",
};

const discrepancies = [
  discrepancy("thp-lisbon-count", "lisbon"),
  discrepancy("thp-every-total", "*"),
  discrepancy("thp-elsewhere", "chicago"),
];

describe("evidenceFigure(figure, rows, context, options)", () => {
  const frame = evidenceFigure(figure, rows, contextWith(discrepancies));

  it("is a figure with the figure's id, whose heading says what it shows", () => {
    expect(frame.localName).toBe("figure");
    expect(frame.id).toBe("small");
    expect(said(frame.querySelector("h2"))).toBe("2 cities, all");
    expect(frame.querySelector("h2")!.id).toBe("small-title");
  });

  it("holds the picture twice, for a column and for a phone, each with its words", () => {
    const drawn = [...frame.querySelectorAll(".picture svg")];
    expect(drawn.map((svg) => [svg.parentElement!.className, svg.getAttribute("width")])).toEqual([
      ["wide", "760"],
      ["narrow", "340"],
    ]);
    for (const svg of drawn) {
      expect(svg.getAttribute("role")).toBe("img");
      expect(svg.getAttribute("aria-label")).toMatch(
        /^Bars of Lisbon and Nairobi\. 1 of 2 rows carr\w+ a flag: estimated/,
      );
    }
  });

  it("has its caption under the picture", () => {
    const context = contextWith(discrepancies);
    const caption = frame.querySelector(":scope > figcaption")!;
    expect(caption.outerHTML).toBe(figureCaption({ ...figure, rows }, context).outerHTML);
    expect(frame.querySelector(".picture")!.compareDocumentPosition(caption) & 4).toBe(4);
  });

  it("carries the discrepancies that its numbers touch, and no other, for the page's script", () => {
    expect(JSON.parse(frame.getAttribute("data-discrepancies")!)).toEqual([
      ["thp-lisbon-count", "initiatives", "lisbon", "initiatives", "Title of thp-lisbon-count"],
      ["thp-every-total", "initiatives", "*", "initiatives", "Title of thp-every-total"],
    ]);
    expect(JSON.parse(frame.getAttribute("data-sources")!)).toEqual({
      "thp-2014": ["Document thp-2014", "Citation of thp-2014"],
      "com-2012": ["Document com-2012", "Citation of com-2012"],
    });
    expect(frame.getAttribute("data-version")).toBe("0123abcd");
    expect(evidenceFigure(figure, rows, contextWith()).getAttribute("data-discrepancies")).toBeNull();
  });

  it("has the table of its rows and the very query behind them, in details that scripts need not open", () => {
    const [table, sql] = [...frame.querySelectorAll(".menu > details")];
    expect(said(table!.querySelector("summary"))).toBe("Table");
    expect([...table!.querySelectorAll("tbody th")].map((cell) => said(cell))).toEqual(["Lisbon", "Nairobi"]);
    expect(table!.querySelector("tbody a")!.getAttribute("href")).toBe("/site/sources#thp-lisbon-count");
    expect(said(sql!.querySelector("summary"))).toBe("SQL");
    expect(sql!.querySelector("code")!.textContent).toBe(figure.sql({ measure: "all" }));
  });

  it("gives panels that scroll a name of their own and a place for the keyboard", () => {
    const panels = [...frame.querySelectorAll(".scroll, pre")];
    expect(panels.map((panel) => panel.getAttribute("tabindex"))).toEqual(["0", "0"]);
    expect(panels.map((panel) => panel.getAttribute("aria-label"))).toEqual([
      "Table: 2 cities, all",
      "Query of the figure small",
    ]);
  });

  it("is named by its heading, and its menu by what it is of", () => {
    expect(frame.getAttribute("aria-labelledby")).toBe("small-title");
    expect(frame.querySelector(".menu")!.getAttribute("aria-label")).toBe(
      "Table, query and downloads: 2 cities, all",
    );
    const chosen = tablePanel(shownEvidence(figure, rows, { measure: "some" }), contextWith());
    expect(chosen.getAttribute("aria-label")).toBe("Table: 2 cities, some");
  });

  it("leaves room for its own choices, not for those the page shares", () => {
    expect(frame.querySelectorAll(":scope > .choices")).toHaveLength(1);
    const shared = evidenceFigure({ ...figure, choices: figure.choices!.slice(1) }, rows, contextWith());
    expect(shared.querySelector(".choices")).toBeNull();
  });

  it("has the key of its colours and its sentences", () => {
    expect(said(frame.querySelector(".key"))).toBe("social");
    expect([...frame.querySelectorAll(".words li")].map((item) => said(item))).toEqual([
      "Lisbon has 12.",
      "Nairobi has 13.",
    ]);
  });

  it("shows the table at once where the table is the figure", () => {
    const bare = evidenceFigure({ ...figure, draw: null }, rows, contextWith());
    expect(bare.querySelector(".picture")).toBeNull();
    expect(bare.querySelector(".figure-table")!.hasAttribute("open")).toBe(true);
    expect(frame.querySelector(".figure-table")!.hasAttribute("open")).toBe(false);
  });

  it("shows the choices given instead of those at first view", () => {
    const other = evidenceFigure(figure, rows, contextWith(), { measure: "some" });
    expect(said(other.querySelector("h2"))).toBe("2 cities, some");
    expect(other.querySelector("code")!.textContent).toContain("'some'");
  });

  it("keeps a hostile name text in heading, picture, caption, table, query and attributes", () => {
    const bad = rows.map((row) => ({ ...row, city: hostileName, note: hostileName }));
    const made = evidenceFigure(
      {
        ...figure,
        title: () => hostileName,
        sql: () => hostileName,
        caveat: hostileName,
        sources: [{ source_id: hostileName, locator: hostileName }],
      },
      bad,
      contextWith([discrepancy(hostileName, "lisbon")]),
    );
    const { document } = contextWith();
    document.body.innerHTML = made.outerHTML;
    expect(document.querySelector("img, script, [onerror]")).toBeNull();
    expect(said(document.querySelector("h2"))).toBe(hostileName);
    expect(document.querySelector(".picture svg")!.textContent).toContain(hostileName);
    expect(document.querySelector("pre code")!.textContent).toBe(hostileName);
  });
});

describe.each([coverage, partnershipMix, compareDimensions])("$id with a hostile name", (shown) => {
  it.each([340, 760])("draws it as text, %i pixels wide", (width) => {
    const row = {
      city_id: "lisbon",
      city: hostileName,
      dimension: "social",
      partnership_type: "other",
      initiatives: 3,
      actors: 2,
      interviewed: 4,
      partnerships: 5,
      median_initiatives: 3,
      most_initiatives: 3,
    };
    const { document } = contextWith();
    const picture = drawFigure(shownEvidence(shown, [row], shown.options ?? {}), {
      document,
      width,
      marks: noMarks,
    });
    document.body.innerHTML = picture.outerHTML;
    expect(document.querySelector("img, script, [onerror]")).toBeNull();
    expect([...document.querySelectorAll("text")].map(inOneLine)).toContain(hostileName);
    expect(document.querySelector("svg")!.getAttribute("aria-label")).toContain("<img");
  });
});

describe("drawFigure(shown, canvas)", () => {
  it("refuses a figure without a picture, by name", () => {
    const { document } = contextWith();
    expect(() =>
      drawFigure(shownEvidence({ ...figure, draw: null }, rows, {}), {
        document,
        width: 340,
        marks: noMarks,
      }),
    ).toThrow(/figure small has no picture/);
  });
});
