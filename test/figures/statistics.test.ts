import { beforeAll, describe, expect, it } from "vitest";
import { readAddress, writeAddress } from "../../src/components/address.js";
import { cellWords } from "../../src/components/data-table.js";
import { shownEvidence } from "../../src/components/evidence-figure.js";
import { figureCaption, sourcesBehind } from "../../src/components/figure-caption.js";
import type { Options, Row } from "../../src/components/figure.js";
import { settleYears } from "../../src/figures/statistics-asked.js";
import { valueWords } from "../../src/figures/statistic-value.js";
import { statisticsOverTime } from "../../src/figures/statistics-over-time.js";
import { citationText } from "../../src/components/source-text.js";
import { contextWith, said } from "../support/page/page.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

/** The figure at a choice, with its picture. */
async function at(options: Options) {
  const chosen = { ...statisticsOverTime.options, ...options };
  const rows = await real.rows(statisticsOverTime, chosen);
  const shown = shownEvidence(statisticsOverTime, rows, chosen);
  const picture = shown.draw!(real.canvas(760));
  return { ...shown, picture, texts: [...picture.querySelectorAll("text")].map((text) => text.textContent) };
}

describe("statistics over the years without a number", () => {
  it("says that no place is chosen, and what to do", async () => {
    const { title, description, texts, rows } = await at({ places: "" });
    expect(rows).toEqual([]);
    expect(title).toBe("Refugees: no place is chosen");
    expect(texts).toEqual(["No place is chosen.", "Choose up to six under “Places” to see refugees."]);
    expect(description).toBe(texts.join(" "));
  });

  it("names no source", async () => {
    const shown = await at({ places: "" });
    const context = contextWith();
    expect(said(figureCaption(shown, context))).toBe("Source: none, as no number is shown.");
    const sources = sourcesBehind(shown);
    expect(sources).toEqual([]);
    const cited = { title: shown.title, link: "https://x.example/", day: new Date("2026-11-30") };
    expect(citationText({ sources }, { ...context, version: "1" }, cited)).toBe(
      "Refugees: no place is chosen. Arrivals, data version 1. https://x.example/, read 30 November 2026.",
    );
  });

  it("draws no axis, and says of what there is no number and of which years there are some", async () => {
    const { title, picture, texts } = await at({
      indicator: "international-migrants-persons",
      places: "NLD,KEN",
      from: "2021",
      to: "2022",
    });
    expect(title).toBe("International migrants: no number for Kenya and the Netherlands from 2021 to 2022");
    expect(picture.querySelectorAll("[aria-label*=axis], [aria-label*=rule], line, path")).toHaveLength(0);
    expect(texts.join(" ")).toMatch(
      /No number of international migrants is here for Kenya and the Netherlands from 2021 to 2022\. There are numbers from \d{4} to 2024 for Kenya and the Netherlands\.$/,
    );
  });

  it("says where there is none in any year", async () => {
    const { texts } = await at({ indicator: "foreign-born-persons", places: "KEN" });
    expect(texts.join(" ")).toContain("There is none in any year: choose other places or another indicator.");
  });

  it("says of which years there are numbers of a place that is missing beside others", async () => {
    const { words } = await at({
      indicator: "refugees-persons",
      places: "GBR,JOR,PSE",
      from: "1960",
      to: "1970",
    });
    expect(words!.join(" ")).toMatch(
      /^No number of this indicator for Palestine\. No number of this indicator for Jordan in these years\. There are numbers from \d{4} to 2025 for Jordan\.$/,
    );
  });

  it("keeps its lines within a phone's width", () => {
    const options = {
      ...statisticsOverTime.options,
      indicator: "foreign-born-persons",
      from: "1951",
      to: "1951",
    };
    const picture = statisticsOverTime.draw!([], real.canvas(300), options);
    const lines = [...picture.querySelectorAll("text")].map((text) => text.textContent);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line.length).toBeLessThan(48);
  });
});

describe("what the choices offer", () => {
  const choice = (name: string) => statisticsOverTime.choices!.find((one) => one.name === name)!;

  it("places stand by kind", () => {
    const groups = [...new Set(choice("places").values.map(({ group }) => group))];
    expect(groups).toEqual(["Countries of the mapped cities", "Other countries", "Cities", "World"]);
    const of = (value: string) => choice("places").values.find((one) => one.value === value)?.group;
    expect([of("KEN"), of("JOR"), of("nairobi"), of("world")]).toEqual(groups);
  });

  it("places without a number of the indicator are known", () => {
    const empty = choice("places").empty!({ indicator: "foreign-born-persons" });
    expect([empty.has("KEN"), empty.has("DEU")]).toEqual([true, false]);
  });

  it("years follow the indicator", () => {
    const offered = (indicator: string) => {
      const empty = choice("from").empty!({ indicator });
      const years = choice("from").values.filter(({ value }) => !empty.has(value));
      return years.slice(0, 2).map(({ value }) => value);
    };
    expect(offered("refugees-persons")).toEqual(["", "1951"]);
    expect(offered("asylum-seekers-persons")).toEqual(["", "2000"]);
  });
});

describe("settleYears(options)", () => {
  it.each([
    [{ from: "2020", to: "2010" }, { from: "2010", to: "2020" }, true],
    [{ from: "2010", to: "2020" }, { from: "2010", to: "2020" }, false],
    [{ from: "2010", to: "2010" }, { from: "2010", to: "2010" }, false],
    [{ from: "2020", to: "" }, { from: "2020", to: "" }, false],
    [{ from: "", to: "2010" }, { from: "", to: "2010" }, false],
    [{ from: "1990", to: "2010" }, { from: "1990", to: "2010" }, false],
  ])("%j: %j", (options, settled, says) => {
    const { options: shown, said } = settleYears(options);
    expect(shown).toEqual(settled);
    expect(said).toBe(says ? "2020 is after 2010, so the years were turned round." : "");
  });
});

describe("the span of the first view", () => {
  it("begins in 1990 and says which numbers are older", async () => {
    const { rows, words } = await at({});
    expect(Math.min(...rows.map((row) => Number(row.year)))).toBe(1990);
    expect(words!.join(" ")).toContain(
      "There are older numbers, from 1951 on: choose “the first year” under “From”.",
    );
    const all = await at({ from: "" });
    expect(Math.min(...all.rows.map((row) => Number(row.year)))).toBe(1951);
    expect(all.words!.join(" ")).not.toContain("older numbers");
  });

  it("says nothing where there is none older, or where a year was chosen", async () => {
    for (const options of [{ indicator: "asylum-seekers-persons" }, { from: "2000" }] as Options[])
      expect((await at(options)).words!.join(" ")).not.toContain("older numbers");
  });

  it("sends every year to the page", async () => {
    const sent = await real.database.query(statisticsOverTime.sql(statisticsOverTime.sent!));
    expect(Math.min(...sent.map((row) => Number(row.year)))).toBeLessThan(1990);
  });

  it("gives way to a last year before it", () => {
    expect(settleYears({ from: "1990", to: "1970" })).toEqual({
      options: { from: "", to: "1970" },
      said: "1970 is before 1990, so the years are shown from the first.",
    });
  });

  it("can be left and come back to by an address", () => {
    const first = statisticsOverTime.options!;
    expect(writeAddress("", { ...first, from: "" }, first)).toBe("?from=");
    expect(readAddress("?from=", statisticsOverTime.choices!)).toEqual({ options: { from: "" }, notes: [] });
    expect(writeAddress("?from=", first, first)).toBe("");
  });
});

describe("what is said under the picture", () => {
  it("speaks of rings and breaks only where they are in it", async () => {
    const plain = await at({ indicator: "refugees-persons", places: "KEN", from: "2015" });
    expect([plain.words, plain.caveat]).toEqual([[], ""]);
    const ring = await at({ indicator: "refugees-persons", places: "JOR" });
    expect(ring.words!.join(" ")).toContain("One number is of the documents, and stands as a ring");
    expect(ring.caveat).toBe(
      "Producers count in different ways and on different days: compare numbers of one producer.",
    );
    const broken = (await real.rows(statisticsOverTime, { indicator: "all", places: "all" })).find(
      (row) => row.dataset !== null && String(row.flag).includes("b"),
    )!;
    const line = await at({
      indicator: String(broken.indicator_id),
      places: String(broken.place_id),
    });
    expect(line.caveat).toContain("A line ends where its series breaks.");
  });

  it("says of a number that is held back that the line has a gap", async () => {
    const { rows } = await at({ indicator: "refugees-persons", places: "KEN", from: "2015" });
    const gap = rows.map((row, i): Row => (i === 1 ? { ...row, value: null } : row));
    expect(statisticsOverTime.caveatOf!(gap)).toBe(
      "A line has a gap where its producer holds a number back.",
    );
  });
});

describe("names of places in titles", () => {
  it.each([
    ["NLD", "Refugees, the Netherlands: from"],
    ["NLD,PRT", "most in the Netherlands ("],
  ])("%s: %s", async (places, words) => {
    expect((await at({ indicator: "refugees-persons", places, from: "2015" })).title).toContain(words);
  });

  it("the world has a small letter", async () => {
    const { title, description } = await at({ indicator: "international-migrants-persons", places: "world" });
    expect(title).toMatch(/^International migrants, the world: from/);
    expect(description).toMatch(/^Lines of international migrants over the years\. The world: /);
  });
});

describe("numbers of titles", () => {
  const row: Row = { unit: "US dollars", value: 0, decimals: 1, qualifier: null };

  it.each([
    [{ ...row, value: 166024 }, "166,024"],
    [{ ...row, value: 2345678.9 }, "2.3 million"],
    [{ ...row, value: 12.34 }, "12.3"],
    [{ ...row, value: 18.06, unit: "% of residents", decimals: 2 }, "18.1\u202f%"],
    [{ ...row, value: 0.7014, decimals: 3, qualifier: "≥" }, "≥\u202f0.70"],
  ])("%j: %s", (cells, words) => {
    expect(valueWords(cells)).toBe(words);
  });
});

describe("numbers of the table", () => {
  const column = statisticsOverTime.columns.find(({ name }) => name === "value")!;
  const row: Row = { value: 0, dataset: "unhcr/population", qualifier: null, decimals: 2 };

  it.each([
    [{ ...row, value: -1234.5678 }, "−1,234.57"],
    [{ ...row, value: 65433612, decimals: 0 }, "65,433,612"],
    [{ ...row, value: 4.7986 }, "4.80"],
    [{ ...row, value: 1234.5, dataset: null, decimals: 0, qualifier: "≥" }, "≥\u202f1,234.5"],
    [{ ...row, value: null }, "held back"],
  ])("%j: %s", (cells, words) => {
    expect(cellWords(cells, column)).toBe(words);
  });
});

describe("names at the ends of lines", () => {
  it("stand behind a mark in the colour of their line", async () => {
    const rows = await real.rows(statisticsOverTime);
    const picture = statisticsOverTime.draw!(rows, real.canvas(760), statisticsOverTime.options!);
    const fills = [...picture.querySelectorAll("[aria-label=dot] path")].map((mark) =>
      mark.getAttribute("fill"),
    );
    const strokes = [...picture.querySelectorAll("[aria-label=line]")].map((line) =>
      line.getAttribute("stroke"),
    );
    expect(new Set(fills)).toEqual(new Set(strokes));
    expect(fills).toHaveLength(new Set(rows.map((row) => row.place)).size);
  });

  it.each([300, 340, 760])("lie at least a line apart at %i pixels", async (width) => {
    const rows = await real.rows(statisticsOverTime);
    const picture = statisticsOverTime.draw!(rows, real.canvas(width), statisticsOverTime.options!);
    const names = new Set(rows.map((row) => row.place));
    const heights = [...picture.querySelectorAll("text")]
      .filter((text) => names.has(text.textContent))
      .map((text) => Number(/,([\d.]+)\)/.exec(text.getAttribute("transform") ?? "")![1]))
      .sort((a, b) => a - b);
    expect(heights).toHaveLength(names.size);
    for (const [i, height] of heights.entries())
      if (i > 0) expect(height - heights[i - 1]!).toBeGreaterThan(12.5);
  });
});
