import { describe, expect, it } from "vitest";
import type { Dimension } from "../../src/components/names.js";
import type { RankedPractice } from "../../src/model/rank-practices.js";
import { worthALook } from "../../src/model/worth-a-look.js";

const ranked = (id: string, ...gaps: Dimension[]) =>
  ({ practice: { id }, gaps: gaps.map((dimension) => ({ dimension })) }) as unknown as RankedPractice;
const ids = (list: RankedPractice[], most?: number) => worthALook(list, most).map((of) => of.practice.id);

describe("worthALook(ranked)", () => {
  const list = [
    ranked("a", "political"),
    ranked("b", "political"),
    ranked("c", "political"),
    ranked("d", "legal", "political"),
    ranked("e"),
  ];

  it("takes the best for each gap, then the next, in the order of their rank", () => {
    expect(ids(list, 3)).toEqual(["a", "b", "d"]);
    expect(ids(list, 2)).toEqual(["a", "d"]);
  });

  it("takes all where there are few, and the best where no gap is known", () => {
    expect(ids(list)).toEqual(["a", "b", "c", "d", "e"]);
    expect(ids([ranked("x"), ranked("y"), ranked("z")], 2)).toEqual(["x", "y"]);
    expect(ids([])).toEqual([]);
  });
});
