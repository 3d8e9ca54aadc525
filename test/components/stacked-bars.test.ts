import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { stackedBars, type StackedBarsOptions } from "../../src/components/stacked-bars.js";
import type { Row } from "../../src/components/figure.js";
import { textMarks } from "../support/page/picture-text.js";
import { emptyPage } from "../support/page/page.js";
import { pictureText } from "../support/page/picture-snapshot.js";

const options: StackedBarsOptions = {
  bar: "town",
  part: "kind",
  length: "count",
  bars: ["Northtown", "Southtown"],
  parts: ["alone", "together"],
  colours: ["var(--social)", "var(--legal)"],
  partNames: (part) => part,
  axis: "projects",
};
const rows: Row[] = [
  { town: "Northtown", kind: "together", count: 7, flag: "e" },
  { town: "Northtown", kind: "alone", count: 12, flag: null },
  { town: "Southtown", kind: "alone", count: 0, flag: null },
  { town: "Southtown", kind: "together", count: 9, flag: null },
];
const draw = (given: Row[] = rows, more: Partial<StackedBarsOptions> = {}, width = 340) =>
  stackedBars(given, { document: emptyPage(), width, marks: noMarks }, { ...options, ...more });
const parts = (picture: Element) =>
  [...picture.querySelectorAll('g[aria-label="bar"] rect')].map((rect) => {
    const at = (name: string) => Number(rect.getAttribute(name));
    return {
      fill: rect.getAttribute("fill"),
      x: at("x"),
      y: at("y"),
      width: at("width"),
      height: at("height"),
    };
  });
const labels = (picture: Element) => textMarks(picture).map(({ text }) => text);

describe("stackedBars(rows, canvas, options)", () => {
  it("starts every bar at zero and stacks its parts in their order, whatever the order of the rows", () => {
    const [alone, north, south] = parts(draw());
    expect([alone, north, south].map((part) => part!.fill)).toEqual([
      "var(--social)",
      "var(--legal)",
      "var(--legal)",
    ]);
    expect(alone!.x).toBe(south!.x);
    expect(north!.x).toBeCloseTo(alone!.x + alone!.width + 1);
    const sizes = (picture: Element) => parts(picture).map(({ width, x }) => [x, width]);
    expect(sizes(draw([...rows].reverse())).sort()).toEqual(sizes(draw()).sort());
  });

  it("gives each part its number, with * for a flag and † for a second reading", () => {
    expect(labels(draw())).toEqual(["12", "7*", "9"]);
    expect(labels(draw(rows, { marked: (row) => row.count === 9 }))).toEqual(["12", "7*", "9†"]);
  });

  it("draws no part for a zero, nor for a missing number", () => {
    expect(parts(draw())).toHaveLength(3);
    const missing = rows.map((row) => (row.count === 9 ? { ...row, count: null } : row));
    expect(parts(draw(missing))).toHaveLength(2);
    expect(labels(draw(missing))).toEqual(["12", "7*"]);
    expect(draw(missing).outerHTML).not.toMatch(/NaN|undefined|null/);
  });

  it("gives a number only where it has room, and its marks only where they have it too", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(counts, fc.constantFrom(320, 340, 760), (values, width) => {
        const given = values.map((count, i) => ({
          town: "Northtown",
          kind: options.parts[i]!,
          count,
          flag: "n",
        }));
        const picture = draw(given, { marked: () => true }, width);
        parts(picture).forEach((part, i) => {
          const inside = textMarks(picture).filter(({ x }) => part.x < x && x < part.x + part.width);
          const label = inside[0]?.text ?? "";
          expect(["", String(values[i]), `${values[i]}†*`]).toContain(label);
          // A digit is about 7 pixels wide.
          expect(label.length * 7, `${label} in ${part.width} px`).toBeLessThanOrEqual(part.width + 1);
        });
      }),
    );
  });

  /** One bar of a small part with mark and flag, and a large one; what stands in the small one. */
  const small = (count: number, width = 340) => {
    const given: Row[] = [
      { town: "Northtown", kind: "alone", count, flag: "d" },
      { town: "Northtown", kind: "together", count: 100 - count, flag: null },
    ];
    const picture = draw(given, { marked: (row) => row.kind === "alone" }, width);
    const [{ x: from, width: room } = { x: 0, width: 0 }] = parts(picture);
    const inside = textMarks(picture).filter(({ x }) => from < x && x < from + room);
    expect(labels(picture)).toHaveLength(inside.length + 1);
    return { words: inside[0]?.text ?? "", width: room };
  };

  it("a small part with mark and flag: both where they fit, then the number alone, then nothing", () => {
    const inOrder = Array.from({ length: 15 }, (_, i) => small(i + 1).words);
    expect(inOrder.slice(0, 4)).toEqual(["", "", "", ""]);
    expect(inOrder[5]).toBe("6");
    expect(inOrder.slice(-2)).toEqual(["14†*", "15†*"]);
    expect(small(2, 1200).words).toBe("2");
    expect(small(4, 1200).words).toBe("4†*");
  });

  it("no label is wider than its part", () => {
    for (let count = 1; count < 40; count++) {
      const { words, width } = small(count);
      // Widths of DejaVu Sans Bold at 12 pixels, the widest of the usual fonts.
      const wide = [...words].reduce((sum, sign) => sum + ({ "†": 6.3, "*": 6.3 }[sign] ?? 8.35), 0);
      expect(wide, `${words} in ${width} px`).toBeLessThanOrEqual(width + 1);
    }
  });

  const above = (picture: Element) =>
    [...picture.querySelectorAll<SVGElement>('g[aria-label="above"] text')].map((text) => {
      const [, x = "", y = ""] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(text.getAttribute("transform")!)!;
      return { words: text.textContent, x: Number(x), y: Number(y) };
    });

  it("a part too narrow for its signs has them above it, with the number where that has no room either", () => {
    const bar = (count: number) =>
      draw(
        [
          { town: "Northtown", kind: "alone", count, flag: "d" },
          { town: "Northtown", kind: "together", count: 100 - count, flag: null },
        ],
        { marked: () => true },
      );
    expect(above(bar(2)).map(({ words }) => words)).toEqual(["2†*"]);
    expect(above(bar(6)).map(({ words }) => words)).toEqual(["†*"]);
    expect(above(bar(20))).toEqual([]);
    const picture = bar(6);
    const [part] = parts(picture);
    expect(above(picture)[0]!.x).toBeCloseTo(part!.x + (part!.width + 1) / 2);
    expect(above(picture)[0]!.y - 5).toBeLessThan(part!.y);
  });

  it("signs above neighbours do not touch", () => {
    const doubtful = ["alone", "together"].map((kind) => ({ town: "Northtown", kind, count: 1, flag: "u" }));
    const long = { town: "Southtown", kind: "alone", count: 60, flag: null };
    const [first, second] = above(draw([...doubtful, long], { marked: (row) => row.count === 1 }));
    expect([first!.words, second!.words]).toEqual(["1†*", "1†*"]);
    expect(second!.x - first!.x).toBeGreaterThanOrEqual(3 * 6.9);
  });

  it("bars are as thick with signs above them as without", () => {
    const heights = (picture: Element) => parts(picture).map(({ height }) => height);
    const narrow = [
      { town: "Northtown", kind: "alone", count: 1, flag: "u" },
      { town: "Southtown", kind: "together", count: 60, flag: null },
    ];
    expect(above(draw(narrow))).toHaveLength(1);
    for (const height of heights(draw(narrow)))
      expect(Math.abs(height - heights(draw())[0]!)).toBeLessThan(1);
  });

  it("ends its axis at the longest bar", () => {
    const right = (picture: Element) => Math.max(...parts(picture).map((part) => part.x + part.width));
    for (const width of [340, 760]) expect(right(draw(rows, {}, width))).toBeCloseTo(width - 24 - 1);
  });

  it("has axis and names, but no part, for no rows", () => {
    expect(parts(draw([]))).toEqual([]);
    expect(draw([]).outerHTML).not.toMatch(/NaN|undefined|null/);
  });

  it("looks as it did", async () => {
    await expect(pictureText(draw())).toMatchFileSnapshot("pictures/stacked-bars.svg");
  });
});
