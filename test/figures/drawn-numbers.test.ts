import { mean } from "d3-array";
import { beforeAll, describe, expect, it } from "vitest";
import { drawnWidths } from "../../src/components/figure-frame.js";
import { flagMark, formatNumber } from "../../src/components/format.js";
import { marksOf } from "../../src/components/marks.js";
import { colourOf, dimensions, partnershipNames } from "../../src/model/names.js";
import { compareDimensions } from "../../src/figures/compare-dimensions.js";
import { comparePartnerships } from "../../src/figures/compare-partnerships.js";
import { coverage, measures } from "../../src/figures/coverage.js";
import { displacement } from "../../src/figures/displacement.js";
import type { Figure, Row } from "../../src/components/figure.js";
import { gaps } from "../../src/figures/gaps.js";
import { interviews } from "../../src/figures/interviews.js";
import { migrantsByRegion } from "../../src/figures/migrants-by-region.js";
import { partnershipMix } from "../../src/figures/partnership-mix.js";
import { urbanShare } from "../../src/figures/urban-share.js";
import { discrepancy } from "../support/page/page.js";
import { nearest, plain, textMarks, tickLabels } from "../support/page/picture-text.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

const widths = Object.values(drawnWidths);
const isNumber = (text: string) => /^[\d.,–−]+$/.test(text);

async function drawn(figure: Figure, width: number, options = figure.options ?? {}) {
  const rows = await real.rows(figure, options);
  return { rows, picture: figure.draw!(rows, real.canvas(width), options) };
}

/** "Lisbon social 12" for each row, to be compared with what stands in the picture. */
const sorted = (lines: string[]) => [...lines].sort();

describe.each(widths)("numbers drawn %i pixels wide are the numbers of the rows", (width) => {
  it.each([
    ["initiatives", 0, (row: Row) => Number(row.initiatives)],
    ["actors", 0, (row: Row) => Number(row.actors)],
    ["per-actor", 1, (row: Row) => Number(row.initiatives) / Number(row.actors)],
    ["per-interview", 1, (row: Row) => Number(row.initiatives) / Number(row.interviewed)],
  ] as const)("coverage, %s: each beside its city and dimension", async (measure, decimals, valueOf) => {
    const { rows, picture } = await drawn(coverage, width, { measure });
    const columns = tickLabels(picture, "x");
    const lines = tickLabels(picture, "y");
    const found = textMarks(picture).map(({ text, x, y }) => {
      return `${nearest(lines, y, "y")} ${nearest(columns, x, "x")} ${plain(text)}`;
    });
    // Nothing done by no actor is no ratio.
    const label = (row: Row) => {
      const value = valueOf(row);
      return Number.isFinite(value) ? formatNumber(value, decimals) : "–";
    };
    expect(sorted(found)).toEqual(
      sorted(rows.map((row) => `${String(row.city)} ${String(row.dimension)} ${label(row)}`)),
    );
  });

  it.each([partnershipMix, comparePartnerships])("$id: each in the part of its type", async (figure) => {
    const { rows, picture } = await drawn(figure, width);
    const cities = tickLabels(picture, "y");
    const parts = [...picture.querySelectorAll('g[aria-label="bar"] rect')].map((rect) => {
      const at = (name: string) => Number(rect.getAttribute(name));
      return {
        colour: rect.getAttribute("fill"),
        from: at("x"),
        to: at("x") + at("width"),
        y: at("y") + at("height") / 2,
        width: at("width"),
      };
    });
    const shown = rows.filter((row) => row.partnerships !== 0);
    expect(parts).toHaveLength(shown.length);
    const partOf = (row: Row) => {
      const at = cities.find((label) => label.text === row.city)!;
      return parts.find(
        (part) => Math.abs(part.y - at.y) < 5 && part.colour === colourOf(String(row.partnership_type)),
      )!;
    };
    const unnamed: number[] = [];
    for (const row of shown) {
      const part = partOf(row);
      const label = textMarks(picture).find(
        ({ x, y }) => part.from < x && x < part.to && Math.abs(y - part.y) < 5,
      );
      if (!label?.text) unnamed.push(part.width);
      else {
        const digits = String(row.partnerships);
        expect([digits, digits + flagMark(row)]).toContain(label.text.replace("†", ""));
        expect(label.text.length * 6, `room for ${label.text}`).toBeLessThanOrEqual(part.width + 1);
      }
    }
    // A part goes without its number only where one digit has no room.
    for (const part of unnamed) expect(part).toBeLessThan(12);
    // One pixel is left between two parts: the rest is as long as the number is large.
    const units = shown.map((row) => (partOf(row).width + 1) / Number(row.partnerships));
    expect(Math.max(...units) - Math.min(...units)).toBeLessThan(0.01);
  });

  it("compare-dimensions: each in the panel of its dimension, beside its city", async () => {
    const { rows, picture } = await drawn(compareDimensions, width);
    const cities = tickLabels(picture, "y");
    const side = width < 500 ? "y" : "x";
    const marks = textMarks(picture).filter(({ text }) => isNumber(plain(text)));
    const panels = [...new Set(marks.map((mark) => mark.panel[side]))].sort((a, b) => a - b);
    expect(panels).toHaveLength(dimensions.length);
    const found = marks.map(({ text, y, panel }) => {
      const dimension = dimensions[panels.indexOf(panel[side])];
      return `${nearest(cities, y, "y")} ${dimension} ${plain(text)}`;
    });
    expect(sorted(found)).toEqual(
      sorted(rows.map((row) => `${String(row.city)} ${String(row.dimension)} ${String(row.initiatives)}`)),
    );
  });

  it("gaps: each beside its city and what is missing there", async () => {
    const { rows, picture } = await drawn(gaps, width);
    const items = tickLabels(picture, "x").map((label) => ({ ...label, text: label.text.replace("\n", "") }));
    const cities = tickLabels(picture, "y");
    const marks = textMarks(picture).filter(({ text }) => isNumber(plain(text)));
    const found = marks.map(
      ({ text, x, y }) => `${nearest(cities, y, "y")} ${nearest(items, x, "x")} ${plain(text)}`,
    );
    const names: Record<string, string> = partnershipNames;
    const item = (row: Row) => (row.kind === "partnership" ? names[String(row.item)] : String(row.item));
    expect(sorted(found)).toEqual(
      sorted(rows.map((row) => `${String(row.city)} ${item(row)} ${String(row.found)}`)),
    );
  });

  it("gaps: every mapped city has its line; where there is room, heads tell initiatives from partnerships", async () => {
    const { rows, picture } = await drawn(gaps, width);
    const mapped = await real.database.query("select name from cities where mapped order by name");
    expect(tickLabels(picture, "y").map(({ text }) => text)).toEqual(mapped.map((row) => row.name));
    expect(new Set(rows.map((row) => row.city)).size).toBeLessThan(mapped.length);
    const heads = textMarks(picture).filter(({ text }) => !isNumber(plain(text)));
    expect(heads.map(({ text }) => text)).toEqual(width < 500 ? [] : ["initiatives", "partnerships"]);
    const names = tickLabels(picture, "x");
    const middles = [names.slice(0, 5), names.slice(5)].map((part) => mean(part, ({ x }) => x)!);
    // Over the middle of its own columns, or half a column beside it.
    heads.forEach(({ x }, i) => expect(Math.abs(x - middles[i]!)).toBeLessThan(40));
    const highest = Math.min(...names.map(({ y }) => y));
    for (const { y } of heads) expect(y).toBeLessThan(highest - 12);
  });

  it("displacement: bars of one colour, each as long as its number is large", async () => {
    const { rows, picture } = await drawn(displacement, width);
    const bars = [...picture.querySelectorAll('g[aria-label="bar"] rect')];
    const fills = bars.map((rect) => rect.closest("[fill]")!.getAttribute("fill"));
    expect(fills).toEqual(rows.map(() => "var(--mark)"));
    const units = bars.map((rect, i) => Number(rect.getAttribute("width")) / Number(rows[i]!.persons));
    expect(Math.max(...units) / Math.min(...units)).toBeCloseTo(1, 5);
  });

  it.each([
    { figure: interviews, numbers: (row: Row) => [String(row.interviewed), String(row.contacted)] },
    { figure: migrantsByRegion, numbers: (row: Row) => (row.year === 2015 ? [millions(row, 0)] : []) },
    { figure: displacement, numbers: (row: Row) => [millions(row, 1)] },
    { figure: urbanShare, numbers: (row: Row) => [String(row.urban_pct)] },
  ])("$figure.id: each once", async ({ figure, numbers }) => {
    const { rows, picture } = await drawn(figure, width);
    const years = new Set(rows.map((row) => String(row.year)));
    const found = textMarks(picture)
      .map(({ text }) => plain(text))
      .filter((text) => isNumber(text) && !years.has(text));
    expect(sorted(found)).toEqual(sorted(rows.flatMap(numbers)));
  });
});

const millions = (row: Row, decimals: number) =>
  (Number(row.migrants_persons ?? row.persons) / 1e6).toFixed(decimals);

describe("a number with a second reading", () => {
  const drawnColumns: Record<string, string[]> = {
    coverage: ["initiatives"],
    interviews: ["interviewed", "contacted"],
    gaps: ["found"],
    displacement: ["persons"],
    "compare-dimensions": ["initiatives"],
  };
  const touchedIn = (figure: Figure, rows: Row[], columns: string[]) =>
    rows.flatMap((row) =>
      Object.entries(figure.cells!(row)).filter(
        ([name, cells]) =>
          columns.includes(name) &&
          row[name] !== null &&
          [cells].flat().some((cell) => real.canvas(760).marks.on(cell).length > 0),
      ),
    );
  const marked = (picture: Element) => textMarks(picture).filter(({ text }) => text.includes("†"));

  it.each(Object.values({ coverage, interviews, gaps, displacement, compareDimensions }))(
    "is drawn with † in $id, and no other is",
    async (figure) => {
      const { rows, picture } = await drawn(figure, 760);
      expect(marked(picture)).toHaveLength(touchedIn(figure, rows, drawnColumns[figure.id]!).length);
    },
  );

  it.each(Object.entries(measures))(
    "is drawn with † in coverage, %s: also where only part of a ratio has one",
    async (measure, { column }) => {
      const { rows, picture } = await drawn(coverage, 760, { measure });
      expect(marked(picture)).toHaveLength(touchedIn(coverage, rows, [column]).length);
    },
  );

  it.each([
    ["initiatives", discrepancy("a", "lisbon/legal/thp-2013"), ["Lisbon legal"]],
    ["per-actor", discrepancy("a", "lisbon/legal/thp-2013"), ["Lisbon legal"]],
    ["per-interview", discrepancy("a", "lisbon/legal/thp-2013"), ["Lisbon legal"]],
    ["initiatives", discrepancy("a", "lisbon/legal/other-2024"), []],
    ["actors", discrepancy("a", "lisbon/legal/thp-2013"), []],
    ["actors", discrepancy("a", "lisbon/legal/thp-2013", "actors"), ["Lisbon legal"]],
    ["per-actor", discrepancy("a", "lisbon/legal/thp-2013", "actors"), ["Lisbon legal"]],
    ["per-interview", discrepancy("a", "lisbon/legal/thp-2013", "actors"), []],
    ["initiatives", discrepancy("a", "lisbon/thp-2013", "interviewed", "interviews"), []],
    ["per-actor", discrepancy("a", "lisbon/thp-2013", "interviewed", "interviews"), []],
    [
      "per-interview",
      discrepancy("a", "lisbon/thp-2013", "interviewed", "interviews"),
      dimensions.map((dimension) => `Lisbon ${dimension}`),
    ],
    // No actor, no ratio, no mark.
    ["per-actor", discrepancy("a", "auckland/political/thp-2013"), []],
  ])("coverage, %s, with a second reading of $row_key $column_name: %j", async (measure, reading, places) => {
    const rows = await real.rows(coverage);
    const picture = coverage.draw!(rows, { ...real.canvas(760), marks: marksOf([reading]) }, { measure });
    const found = marked(picture).map(
      ({ x, y }) =>
        `${nearest(tickLabels(picture, "y"), y, "y")} ${nearest(tickLabels(picture, "x"), x, "x")}`,
    );
    expect(sorted(found)).toEqual(sorted(places));
  });
});
