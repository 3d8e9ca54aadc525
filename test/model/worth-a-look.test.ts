import { describe, expect, it } from "vitest";
import type { Dimension } from "../../src/model/names.js";
import type { Practice } from "../../src/model/practices.js";
import type { RankedPractice } from "../../src/model/rank-practices.js";
import { worthALook } from "../../src/model/worth-a-look.js";

const ranked = (id: string, ...gaps: Dimension[]) => of({ id }, ...gaps);
const of = (practice: Partial<Practice>, ...gaps: Dimension[]) =>
  ({
    practice: { leadActor: null, summary: "", ...practice },
    gaps: gaps.map((dimension) => ({ dimension })),
  }) as unknown as RankedPractice;
const ids = (list: RankedPractice[], most?: number) =>
  worthALook(list, { name: "Auckland" }, most).map((of) => of.practice.id);

describe("worthALook(ranked, city)", () => {
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

  it("takes a second practice of one lead only where there is nothing else", () => {
    const same = [
      of({ id: "a", leadActor: "Office" }),
      of({ id: "b", leadActor: "Office" }),
      ranked("c"),
      ranked("d"),
    ];
    expect(ids(same, 3)).toEqual(["a", "c", "d"]);
    expect(ids(same, 4)).toEqual(["a", "b", "c", "d"]);
  });

  it("leaves out what its summary says the city copied, though it answers a gap", () => {
    const copied = of(
      { id: "copied", summary: "A website that was the model for one in Auckland." },
      "social",
    );
    expect(ids([copied, ranked("next", "social")])).toEqual(["next"]);
  });
});
