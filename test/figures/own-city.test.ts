import { beforeAll, describe, expect, it } from "vitest";
import { copiedTable } from "../../src/components/copied-table.js";
import { figureCsv } from "../../src/components/csv.js";
import { shownEvidence } from "../../src/components/evidence-figure.js";
import { drawFigure, figureFrame } from "../../src/components/figure-frame.js";
import { fileSheet, tableSheet } from "../../src/components/figure-sheet.js";
import type { Figure, Row } from "../../src/components/figure.js";
import { citationText, sourceText } from "../../src/components/source-text.js";
import { compareContext } from "../../src/figures/compare-context.js";
import { compareDimensions } from "../../src/figures/compare-dimensions.js";
import { comparePartnerships } from "../../src/figures/compare-partnerships.js";
import type { OwnCity } from "../../src/model/own-city.js";
import { contextWith, said } from "../support/page/page.js";
import { textMarks, tickLabels } from "../support/page/picture-text.js";
import { openRealFigures } from "../support/evidence/real-figures.js";

const ghent: OwnCity = {
  name: "Ghent",
  country: "Belgium",
  initiatives: { social: 99, cultural: null, legal: 0, political: null, economic: 2 },
  partnerships: { "public-private": null, "third-private": 3, "third-public": 1, other: 0 },
};
const options = { cities: "lisbon,own-city" };
const label = "Ghent (your numbers)";
const evidence = new Map<Figure, Row[]>();
const shown = (figure: Figure, own: OwnCity | null = ghent, asked = options) =>
  shownEvidence(figure, evidence.get(figure)!, asked, { ownCity: own });
const context = contextWith();

beforeAll(async () => {
  const real = await openRealFigures();
  for (const figure of [compareDimensions, comparePartnerships, compareContext])
    evidence.set(figure, await real.rows(figure, options));
});

describe.each([compareDimensions, comparePartnerships])("a city of the reader's own in $id", (figure) => {
  it("has a row for each of the evidence's, in the same columns", () => {
    const { rows, own } = shown(figure);
    const [ofOwn, others] = [true, false].map((own) =>
      rows.filter((row) => (row.city_id === "own-city") === own),
    );
    expect(others).toEqual(evidence.get(figure));
    expect(ofOwn).toHaveLength(others!.length);
    for (const row of ofOwn!) expect(Object.keys(row)).toEqual(Object.keys(others![0]!));
    expect(own?.joined).toBe(true);
  });

  it("is not there where the choice does not ask for it, or the browser has none", () => {
    for (const { rows, own } of [shown(figure, ghent, { cities: "lisbon,nairobi" }), shown(figure, null)]) {
      expect(rows).toEqual(evidence.get(figure));
      expect(own).toBeUndefined();
    }
  });

  it("is named in picture, words for those who cannot see it, table, caption and query", () => {
    const frame = figureFrame(shown(figure), context);
    expect(said(frame.querySelector("figcaption"))).toContain(
      `${label}: typed in this browser, and in no document.`,
    );
    expect(said(frame.querySelector(".source"))).toMatch(/\. Ghent \(your numbers\)\.$/);
    expect(said(frame.querySelector(".figure-sql"))).toContain(
      "The figure adds the rows of Ghent (your numbers) to its rows.",
    );
    expect(said(frame.querySelector("code"))).not.toContain("own-city");
    expect(said(frame.querySelector("tbody th"))).toBe(label);
    expect([...frame.querySelectorAll("td.missing")].map((cell) => said(cell))).toContain("not known");
    const svg = frame.querySelector(".picture svg")!;
    expect(svg.getAttribute("aria-label")).toContain(label);
    expect(svg.getAttribute("aria-label")).toContain("not known");
    expect(
      tickLabels(svg, "y")
        .map(({ text }) => text)
        .join(" "),
    ).toContain("Ghent");
    expect(svg.textContent).toContain("your numbers");
  });

  it("says in CSV, under a picture and in a citation that its numbers are hers, and of no document", () => {
    const [, first, ...rest] = figureCsv(shown(figure), context).split("\n");
    expect(first).toMatch(/^Ghent \(your numbers\),.*,own-city,.*your numbers,$/);
    expect(rest.filter((line) => line.startsWith("Lisbon,"))).not.toHaveLength(0);
    for (const line of rest.filter((line) => line.startsWith("Lisbon,")))
      expect(line).not.toContain("your numbers");
    expect(sourceText(shown(figure), context)).toMatch(/\. Ghent \(your numbers\)$/);
    expect(
      citationText(shown(figure), context, { title: "T", link: "https://x.test/", day: new Date(0) }),
    ).toContain("; (2) Ghent (your numbers). https");
  });
});

describe("where numbers of the reader's own come from", () => {
  it.each([compareDimensions, comparePartnerships])(
    "is told by Source alone in the files of $id",
    (figure) => {
      const { columns, rows } = fileSheet(shown(figure), context);
      const place = ["Round", "Counted in", "Source id", "Locator", "Data version"];
      const told = (row: Row) =>
        Object.fromEntries(columns.map(({ head, value }) => [head, value(row)]).filter(([, cell]) => cell));
      const [own, lisbon] = ["own-city", "lisbon"].map((city) => rows.find((row) => row.city_id === city)!);
      expect(Object.keys(told(lisbon!))).toEqual(expect.arrayContaining([...place, "Source"]));
      for (const name of place) expect(told(own!)).not.toHaveProperty(name);
      expect(told(own!)).toHaveProperty("Source", "your numbers");
      const html = copiedTable(context.document, tableSheet(shown(figure), context), "").html;
      expect(html).not.toContain("thp-2013");
    },
  );
});

describe("compare-dimensions with a city of the reader's own", () => {
  it("takes a count that is not known neither for zero nor for one below the median", () => {
    const { rows, title, words } = shown(compareDimensions);
    const counts = rows.filter((row) => row.city_id === "own-city").map((row) => row.initiatives);
    expect(counts).toEqual([99, null, 0, null, 2]);
    expect(title).toBe(
      "Ghent (your numbers) stays below the median in 2 of 5 dimensions: legal and economic; two counts are not known",
    );
    expect(words![0]).toMatch(
      /^Ghent \(your numbers\) has more social \(99 against \d+\) initiatives than any/,
    );
    expect(words![0]).toMatch(/has no legal initiative\. Not known: cultural and political\.$/);
  });

  it("says nothing of a city with no count, but that nothing is known", () => {
    const none = Object.fromEntries(Object.keys(ghent.initiatives).map((name) => [name, null]));
    const { words, title } = shown(compareDimensions, {
      ...ghent,
      initiatives: none as unknown as OwnCity["initiatives"],
    });
    expect(words![0]).toBe("Nothing is known of the initiatives of Ghent (your numbers).");
    expect(title).toBe("Nothing is known of the initiatives of Ghent (your numbers)");
  });

  it.each([340, 760])("draws its bars within the picture, %i pixels wide", (width) => {
    const svg = drawFigure(shown(compareDimensions), { ...context, width });
    const texts = textMarks(svg);
    expect(texts.filter(({ text }) => text === "not known")).toHaveLength(2);
    const largest = texts.find(({ text }) => text === "99")!;
    expect(largest.x).toBeLessThan(width - 10);
  });

  it("stands out, unless another city is asked for", () => {
    const bold = (asked: typeof options & { focus?: string }) =>
      [
        ...drawFigure(shown(compareDimensions, ghent, asked), { ...context, width: 760 }).querySelectorAll(
          "text",
        ),
      ]
        .filter((label) => label.getAttribute("font-weight") === "600")
        .map((label) => label.textContent);
    expect(bold(options).join(" ")).toContain("your numbers");
    expect(bold({ ...options, focus: "lisbon" })).toEqual(["Lisbon"]);
    expect(shown(compareDimensions, ghent, { ...options, focus: "lisbon" } as typeof options).title).toMatch(
      /^Lisbon /,
    );
  });

  it("keeps a city that is called like one of the evidence apart from it", () => {
    const { rows } = shown(compareDimensions, { ...ghent, name: "Lisbon" });
    expect(new Set(rows.map((row) => row.city))).toEqual(new Set(["Lisbon (your numbers)", "Lisbon"]));
  });
});

describe("compare-partnerships with a city of the reader's own", () => {
  it("has no shares of a whole that is known in part", () => {
    const { rows, title, description } = shown(comparePartnerships);
    const ofOwn = rows.filter((row) => row.city_id === "own-city");
    expect(ofOwn.map((row) => row.partnerships)).toEqual([null, 3, 1, 0]);
    expect(ofOwn.map((row) => row.share_pct)).toEqual([null, null, null, null]);
    expect(title).toBe(
      "No partnership of government and business in Lisbon; not known of Ghent (your numbers)",
    );
    expect(description).toContain(
      "Ghent (your numbers) 4 that are known: 3 third–private and 1 third–public; not known: public–private.",
    );
  });

  it("has shares where all is known, and says so of a city without any", () => {
    const known = { "public-private": 1, "third-private": 3, "third-public": 0, other: 0 };
    const shares = shown(comparePartnerships, { ...ghent, partnerships: known }).rows.slice(0, 4);
    expect(shares.map((row) => row.share_pct)).toEqual([25, 75, 0, 0]);
    const zero = { "public-private": 0, "third-private": 0, "third-public": 0, other: 0 };
    const none = shown(comparePartnerships, { ...ghent, partnerships: zero });
    expect(none.rows[0]!.share_pct).toBeNull();
    expect(none.title).toBe("No partnership of government and business in Ghent (your numbers) and Lisbon");
  });

  it("names what is not known behind the bar", () => {
    const svg = drawFigure(shown(comparePartnerships), { ...context, width: 340 });
    expect(textMarks(svg).map(({ text }) => text)).toContain("1 of 4 not known");
  });
});

describe("compare-context beside a city of the reader's own", () => {
  it("says that it has no numbers of it, and speaks of the city that it has", () => {
    const figure = shown(compareContext);
    expect(figure.rows).toEqual(evidence.get(compareContext));
    expect(figure.title).toMatch(/^The share of migrants is [\d.]+\u202f% in Lisbon, as the city counts$/);
    const frame = figureFrame(figure, context);
    expect(said(frame.querySelector("figcaption"))).toContain(
      "This figure has no numbers of Ghent (your numbers).",
    );
    expect(said(frame.querySelector(".source"))).not.toContain("your numbers");
  });
});
