import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { hiddenRanges } from "../../../src/own-data/disclosure/hidden-ranges.js";
import { hideSmallCounts } from "../../../src/own-data/disclosure/hide-small-counts.js";
import { shareOf, sumOf, type Published } from "../../../src/own-data/disclosure/published.js";
import type { Solver } from "../../../src/model/search/integer-program.js";
import { loadSolver } from "../../../src/solver/load-solver.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** A total, cell 0, and its parts. */
const total = (...parts: number[]): Published => ({
  counts: [parts.reduce((sum, part) => sum + part, 0), ...parts],
  facts: [
    sumOf(
      0,
      parts.map((_, i) => i + 1),
    ),
  ],
});

/** The same by trying every count of every hidden cell. */
function triedRanges({ counts, facts }: Published, hidden: readonly number[], most: number) {
  const ranges = new Map(hidden.map((cell) => [cell, { cell, least: Infinity, most: -Infinity }]));
  const tried = [...counts];
  const holds = () =>
    facts.every(({ lower, upper, variables, values }) => {
      const sum = variables.reduce((all, cell, i) => all + values[i]! * tried[cell]!, 0);
      return sum >= lower - 1e-9 && sum <= upper + 1e-9;
    });
  const fill = (at: number): void => {
    if (at < hidden.length) {
      for (let count = 0; count <= most; count++) {
        tried[hidden[at]!] = count;
        fill(at + 1);
      }
    } else if (holds())
      for (const range of ranges.values()) {
        range.least = Math.min(range.least, tried[range.cell]!);
        range.most = Math.max(range.most, tried[range.cell]!);
      }
  };
  fill(0);
  return [...ranges.values()];
}

describe("hideSmallCounts(published, solver)", () => {
  it("hides a second cell where the total would give the first away (A18)", () => {
    expect(hideSmallCounts(total(10, 1), solver)).toEqual({
      small: [2],
      beside: [1],
      ranges: [
        { cell: 1, least: 0, most: 11 },
        { cell: 2, least: 0, most: 11 },
      ],
      pinned: [],
    });
    // Two of 1 add up to 2: neither can be 3 or 4, and so the 10 goes too.
    const { small, beside, pinned } = hideSmallCounts(total(10, 1, 1), solver);
    expect([small, beside, pinned]).toEqual([[2, 3], [1], []]);
  });

  it("hides nothing beside cells that keep one another", () => {
    expect(hideSmallCounts(total(4, 3, 20), solver)).toMatchObject({ small: [1, 2], beside: [] });
    expect(hideSmallCounts(total(10, 0, 20), solver)).toEqual({
      small: [],
      beside: [],
      ranges: [],
      pinned: [],
    });
  });

  it("goes on along rows and columns until no small cell can be worked out", () => {
    // Two by two with totals: 0 grand, 1 and 2 rows, 3 and 4 columns, 5 to 8 cells.
    const counts = [47, 12, 35, 22, 25, 2, 10, 20, 15];
    const facts = [
      sumOf(0, [1, 2]),
      sumOf(0, [3, 4]),
      sumOf(1, [5, 6]),
      sumOf(2, [7, 8]),
      sumOf(3, [5, 7]),
      sumOf(4, [6, 8]),
    ];
    const { small, beside, ranges, pinned } = hideSmallCounts({ counts, facts }, solver);
    expect([small, pinned]).toEqual([[5], []]);
    expect(beside.length).toBeGreaterThan(1);
    expect(ranges.find(({ cell }) => cell === 5)).toMatchObject({ least: 0 });
  });

  it("counts a printed share as a fact, and names what was published before", () => {
    const counts = [40, 3, 37];
    const facts = [sumOf(0, [1, 2]), ...shareOf(1, 0, 7.5, 1)];
    const shared = hideSmallCounts({ counts, facts }, solver);
    // 7.5 % of 40 is 3: the total has to go too.
    expect(shared.beside).toContain(0);
    expect(shared.pinned).toEqual([]);
    const known = hideSmallCounts({ ...total(10, 1), before: [2] }, solver);
    expect(known.pinned).toEqual([{ cell: 2, least: 1, most: 1 }]);
  });

  it("proves what trying every count proves", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }),
        fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
        (parts, chosen) => {
          const published = total(...parts);
          const hidden = chosen.filter((cell) => cell < published.counts.length).sort((a, b) => a - b);
          const most = 10 * Math.max(1, ...published.counts);
          expect(hiddenRanges(published, new Set(hidden), solver)).toEqual(
            triedRanges(published, hidden, most),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it("leaves no small count that can be told, or names it", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 6 }), (parts) => {
        const published = total(...parts);
        const { small, beside, ranges, pinned } = hideSmallCounts(published, solver);
        expect(new Set([...small, ...beside]).size).toBe(ranges.length);
        for (const { cell, least, most } of ranges) {
          const isNamed = pinned.some((one) => one.cell === cell);
          if (small.includes(cell) && !isNamed) expect([least <= 1, most >= 4]).toEqual([true, true]);
          expect(published.counts[cell]).toBeGreaterThanOrEqual(least);
          expect(published.counts[cell]).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 60 },
    );
  });
});
