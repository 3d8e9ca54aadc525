import { median } from "d3-array";
import { beforeAll, describe, expect, it } from "vitest";
import { coverage } from "../../src/figures/coverage.js";
import { dimensions } from "../../src/model/names.js";
import type { Row } from "../../src/components/figure.js";
import { nearest, tickLabels } from "../support/page/picture-text.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
let rows: Row[];
beforeAll(async () => {
  real = await openRealFigures();
  rows = await real.rows(coverage);
});

const draw = (given = rows, width = 760, options = {}) => coverage.draw!(given, real.canvas(width), options);
const counts = (dimension: string) =>
  rows.filter((row) => row.dimension === dimension).map((row) => Number(row.initiatives));
const fills = (picture: Element) =>
  [...picture.querySelectorAll('g[aria-label="cell"] rect')].map((rect) => rect.getAttribute("fill"));

describe("coverage: initiatives against the median of the mapped cities", () => {
  it("has the median of each dimension in its rows, and how far each count is from it", () => {
    for (const row of rows) {
      const target = median(counts(String(row.dimension)))!;
      expect(row.median_initiatives).toBe(target);
      expect(row.initiatives_from_median).toBe(Number(row.initiatives) - target);
    }
  });

  it.each([340, 760])(
    "says below each count how many are missing, or how many more there are, %i wide",
    (width) => {
      const picture = draw(rows, width);
      const below = [...picture.querySelectorAll('g[aria-label="below"] text')].map(
        (text) => text.textContent,
      );
      const told = rows.map((row) => {
        const difference = Number(row.initiatives_from_median);
        return difference < 0 ? `−${-difference}` : difference > 0 ? `+${difference}` : "0";
      });
      expect(below).toEqual(told);
    },
  );

  it("names the median of each dimension below it", () => {
    const picture = draw();
    const notes = [...picture.querySelectorAll('g[aria-label="note"] text')].map((text) => text.textContent);
    expect(notes).toEqual([...dimensions.map((dimension) => String(median(counts(dimension)))), "median"]);
    expect(tickLabels(picture, "x").map((label) => nearest([label], label.x, "x"))).toEqual([...dimensions]);
  });

  it("is rust only where a count is short of the median, deepest where two thirds are missing or all", () => {
    fills(draw()).forEach((fill, i) => {
      const row = rows[i]!;
      const ratio = Number(row.initiatives) / Number(row.median_initiatives);
      expect(fill!.startsWith("var(--gap-"), String(fill)).toBe(ratio < 1);
      if (ratio <= 1 / 3) expect(fill).toBe("var(--gap-3)");
    });
  });

  it("shows twice the median as another colour than the median, with no ceiling to the number", () => {
    const of = (ratio: number) =>
      fills(
        draw([
          {
            ...rows[0]!,
            initiatives: 6 * ratio,
            median_initiatives: 6,
            initiatives_from_median: 6 * ratio - 6,
          },
        ]),
      )[0];
    expect(new Set([1, 1.5, 2].map(of)).size).toBe(3);
    const twice = rows.filter((row) => Number(row.initiatives) >= 2 * Number(row.median_initiatives));
    expect(twice.length).toBeGreaterThan(2);
    for (const row of twice)
      expect(coverage.description(rows, {})).toContain(`${String(row.city)} ${String(row.dimension)}`);
  });

  it("shows other measures by their size, without the median", () => {
    const picture = draw(rows, 760, { measure: "actors" });
    expect(fills(picture).some((fill) => fill!.includes("gap"))).toBe(false);
    expect(picture.querySelector('g[aria-label="below"]')).toBeNull();
  });
});
