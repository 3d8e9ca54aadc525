import { describe, expect, it } from "vitest";
import { flagMark } from "../../src/components/format.js";
import { gapTone, heatMap, shade, type HeatMapOptions } from "../../src/components/heat-map.js";
import { noMarks } from "../../src/components/marks.js";
import type { Row } from "../../src/components/figure.js";
import { nearest, textMarks, tickLabels } from "../support/page/picture-text.js";
import { emptyPage } from "../support/page/page.js";
import { pictureText } from "../support/page/picture-snapshot.js";

const limits = [3, 6, 10, 15];
const options: HeatMapOptions = {
  row: "town",
  column: "theme",
  value: "count",
  rows: ["Northtown", "Southtown"],
  columns: ["work", "schools"],
  limits,
};
const rows: Row[] = [
  { town: "Northtown", theme: "work", count: 12 },
  { town: "Northtown", theme: "schools", count: 0 },
  { town: "Southtown", theme: "work", count: null },
  { town: "Southtown", theme: "schools", count: 3 },
];
const draw = (given: Row[] = rows, more: Partial<HeatMapOptions> = {}, width = 340) =>
  heatMap(given, { document: emptyPage(), width, marks: noMarks }, { ...options, ...more });
const cells = (picture: Element) =>
  [...picture.querySelectorAll('g[aria-label="cell"] rect')].map((rect) => rect.getAttribute("fill"));

describe("shade(value, limits)", () => {
  it.each([
    [0, 0],
    [0.4, 1],
    [2.9, 1],
    [3, 2],
    [6, 3],
    [10, 4],
    [15, 5],
    [900, 5],
  ])("%d has shade %i", (value, number) => {
    expect(shade(value, limits)).toBe(number);
  });
});

describe("heatMap(rows, canvas, options)", () => {
  it("puts each number beside its row and column", () => {
    const picture = draw();
    const found = textMarks(picture).map(
      ({ text, x, y }) =>
        `${nearest(tickLabels(picture, "y"), y, "y")} ${nearest(tickLabels(picture, "x"), x, "x")} ${text}`,
    );
    expect(found).toEqual([
      "Northtown work 12",
      "Northtown schools 0",
      "Southtown work –",
      "Southtown schools 3",
    ]);
  });

  it("shades by value; a zero is an outlined cell with its number, a missing value an empty one with a dash", () => {
    const picture = draw();
    expect(cells(picture)).toEqual(["var(--heat-4)", "var(--heat-0)", "none", "var(--heat-2)"]);
    const strokes = [...picture.querySelectorAll('g[aria-label="cell"] rect')].map((rect) =>
      rect.getAttribute("stroke"),
    );
    expect(strokes).toEqual(["none", "var(--soft)", "var(--soft)", "none"]);
    expect(textMarks(picture).map(({ text }) => text)).toEqual(["12", "0", "–", "3"]);
  });

  it("writes each number in the ink of its shade", () => {
    const inks = [...draw().querySelectorAll('g[aria-label="text"] text')].map((text) =>
      text.getAttribute("fill"),
    );
    expect(inks).toEqual([
      "var(--heat-ink-4)",
      "var(--heat-ink-0)",
      "var(--heat-ink-0)",
      "var(--heat-ink-2)",
    ]);
  });

  it("marks a number with a second reading, and never a missing one", () => {
    const marked = textMarks(draw(rows, { marked: () => true })).map(({ text }) => text);
    expect(marked).toEqual(["12†", "0†", "–", "3†"]);
  });

  it("leaves the place of a missing value blank where asked to, and never that of a zero", () => {
    const picture = draw(rows, { missing: "blank" });
    expect(textMarks(picture).map(({ text }) => text)).toEqual(["12", "0", "3"]);
    expect(cells(picture)).toEqual(["var(--heat-4)", "var(--heat-0)", "var(--heat-2)"]);
  });

  it("marks a number that carries a flag", () => {
    const flagged = rows.map((row) => ({ ...row, flag: row.count === 12 ? "e" : null }));
    expect(textMarks(draw(flagged)).map(({ text }) => text)).toEqual([
      `12${flagMark({ flag: "e" })}`,
      "0",
      "–",
      "3",
    ]);
  });

  it("takes the colours and the second line that it is given, for cells that have a value", () => {
    const picture = draw(rows, { tone: () => gapTone(2), below: (row) => `of ${String(row.theme)}` });
    expect(cells(picture)).toEqual(["var(--gap-2)", "var(--gap-2)", "none", "var(--gap-2)"]);
    const below = [...picture.querySelectorAll('g[aria-label="below"] text')];
    expect(below.map((text) => text.textContent)).toContain("of schools");
    expect(below[0]!.getAttribute("fill")).toBe("var(--gap-ink-2)");
  });

  it("puts a note below each column's name, and its own name with those of the rows", () => {
    const picture = draw(rows, { note: { name: "median", of: (column) => `${column.length}` } });
    const notes = [...picture.querySelectorAll('g[aria-label="note"] text')].map((text) => text.textContent);
    expect(notes).toEqual(["4", "7", "median"]);
  });

  it("draws what its shades mean below the cells, inside the picture", () => {
    const picture = draw(rows, { key: [{ words: "blank: not told" }] });
    const words = [...picture.querySelectorAll("text")].find(
      (text) => text.textContent === "blank: not told",
    )!;
    const top = Number(/translate\(0,(\d+)\)/.exec(words.parentElement!.getAttribute("transform")!)![1]);
    expect(top).toBeGreaterThan(30 + 2 * 32);
    expect(top + 18).toBeLessThanOrEqual(Number(picture.getAttribute("height")));
  });

  it.each([
    ["public–private", 340, ["public–", "private"]],
    ["inter\u00adnational", 340, ["inter-", "national"]],
    ["public–private", 760, ["public–private"]],
    ["inter\u00adnational", 760, ["international"]],
  ])("names a column %j in the lines it needs, %i pixels wide", (label, width, words) => {
    const columns = ["a", "b", "c", "d"];
    const given = columns.map((theme) => ({ town: "Northtown", theme, count: 1 }));
    const picture = draw(given, { columns, columnLabel: () => label }, width);
    const [first] = picture.querySelectorAll('g[aria-label="x-axis tick label"] text');
    const lines = [...first!.querySelectorAll("tspan")].map((line) => line.textContent);
    expect(lines.length ? lines : [first!.textContent]).toEqual(words);
  });

  it("leaves room for the longest name of a row", () => {
    const town = "Netherlands";
    const picture = draw([{ town, theme: "work", count: 1 }], { rows: [town] });
    const left = Number(picture.querySelector('g[aria-label="cell"] rect')!.getAttribute("x"));
    expect(left).toBeGreaterThan(town.length * 6.9);
  });

  it("shows the decimals asked for", () => {
    const given = [{ town: "Northtown", theme: "work", count: 1.25 }];
    expect(textMarks(draw(given, { decimals: 1 }))[0]!.text).toBe("1.3");
  });

  it.each([340, 760])("names columns in full above the cells, %i pixels wide", (width) => {
    const picture = draw(rows, {}, width);
    const names = tickLabels(picture, "x");
    expect(names.map(({ text }) => text)).toEqual(["work", "schools"]);
    const tops = [...picture.querySelectorAll('g[aria-label="cell"] rect')].map((rect) =>
      Number(rect.getAttribute("y")),
    );
    for (const { y } of names) expect(y).toBeLessThan(Math.min(...tops));
  });

  it("names columns in smaller letters in the room of a phone", () => {
    const size = (width: number) =>
      Number(
        draw(rows, {}, width).querySelector('g[aria-label="x-axis tick label"]')!.getAttribute("font-size"),
      );
    expect(size(340)).toBe(10);
    expect(size(760)).toBe(13);
  });

  it("draws nothing for no rows, and no slip", () => {
    expect(cells(draw([]))).toEqual([]);
    expect(draw([]).outerHTML).not.toMatch(/NaN|undefined|null/);
  });

  it("looks as it did", async () => {
    await expect(pictureText(draw())).toMatchFileSnapshot("pictures/heat-map.svg");
  });
});
