import { describe, expect, it } from "vitest";
import type { Dimension } from "../../src/model/names.js";
import type { CityGap } from "../../src/model/city-contexts.js";
import type { Practice } from "../../src/model/practices.js";
import type { RankedPractice } from "../../src/model/rank-practices.js";
import { worthALook } from "../../src/model/worth-a-look.js";

const ranked = (id: string, ...gaps: Dimension[]) => of({ id }, ...gaps);
const of = (practice: Partial<Practice>, ...gaps: Dimension[]) =>
  ({
    practice: { leadActor: null, leadSector: null, partners: [], summary: "", ...practice },
    gaps: gaps.map((dimension) => ({ dimension })),
  }) as unknown as RankedPractice;
/** A city without gaps of its own beside those that are asked for. */
const auckland = { name: "Auckland", partnerships: null };
const gap = (dimension: Dimension): CityGap => ({ dimension, own: 0, median: 1, gap: 1 });
const gapsIn = (list: RankedPractice[]) =>
  [...new Set(list.flatMap(({ gaps }) => gaps.map(({ dimension }) => dimension)))].map(gap);
const ids = (list: RankedPractice[], most?: number) =>
  worthALook(list, auckland, gapsIn(list), most).practices.map((of) => of.practice.id);

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

  const joins = (id: string, leadActor: string) =>
    of({
      id,
      leadActor,
      leadSector: "public",
      partners: [{ name: "Firm", sector: "private" }],
    });
  const counts = { "public-private": 0, "third-private": 2, "third-public": 5, other: 0 };
  const lisbon = { name: "Lisbon", partnerships: counts };
  const look = (list: RankedPractice[], gaps: CityGap[] = [], most?: number) => {
    const { practices, unanswered } = worthALook(list, lisbon, gaps, most);
    return { ids: practices.map((of) => of.practice.id), unanswered };
  };

  it("answers a kind of partnership that the city has none of, though others rank before it", () => {
    const list = [ranked("a"), ranked("b"), joins("c", "Office"), joins("d", "Agency")];
    expect(look(list, [], 2)).toEqual({ ids: ["c", "d"], unanswered: [] });
    expect(look(list, [], 3).ids).toEqual(["a", "c", "d"]);
    const [, , c] = worthALook(list, lisbon, []).practices;
    expect(c!.partnerships).toEqual([
      {
        type: "public-private",
        joins: [
          { name: "Office", sector: "public" },
          { name: "Firm", sector: "private" },
        ],
      },
    ]);
  });

  it("gives each gap its best, and no second one for a partnership that is answered already", () => {
    const both = { ...joins("both", "Office"), gaps: ranked("x", "social").gaps };
    const list = [both, ranked("a", "social"), ranked("b", "legal"), joins("c", "Agency")];
    expect(look(list, [gap("social"), gap("legal")], 2)).toEqual({ ids: ["both", "b"], unanswered: [] });
    expect(look(list.slice(1), [gap("social"), gap("legal")], 3).ids).toEqual(["a", "b", "c"]);
  });

  it("says what is left unanswered, and how many further down answer it", () => {
    expect(look([ranked("a", "social")], [gap("social"), gap("legal")])).toEqual({
      ids: ["a"],
      unanswered: [
        { need: "legal", elsewhere: 0 },
        { need: "public-private", elsewhere: 0 },
      ],
    });
    expect(look([ranked("a", "social"), joins("b", "Office")], [gap("social")], 1).unanswered).toEqual([
      { need: "public-private", elsewhere: 1 },
    ]);
  });

  it("answers no partnership for a city whose partnerships are not known", () => {
    const { practices, unanswered } = worthALook([joins("a", "Office")], auckland, null);
    expect(practices[0]!.partnerships).toEqual([]);
    expect(unanswered).toEqual([]);
  });
});
