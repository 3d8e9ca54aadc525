import { describe, expect, it } from "vitest";
import { cityGaps } from "../../src/model/recommendations.js";
import { arrange, type Group } from "../../src/recommendations/arrange.js";
import { firstView, readView, writeView } from "../../src/recommendations/choices.js";
import { countStates, type Marks } from "../../src/recommendations/marks.js";
import { data } from "../support/evidence/recommendations-data.js";

const listed = data.recommendations.filter(({ listed }) => listed);
const idsOf = (groups: Group[]) =>
  groups.flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(({ id }) => id)));
const view = (change: Record<string, string>) => ({ ...firstView, ...change });
const marks: Marks = new Map([
  ["com-local-09", { state: "not-yet", note: "" }],
  ["seidle-01", { state: "in-place", note: "" }],
  ["seidle-02", { state: null, note: "ask" }],
]);

describe("readView(search) and writeView(search, options)", () => {
  it("give an address the same view again, and leave first views out", () => {
    const options = view({ city: "lisbon", group: "dimension", show: "not-yet", audience: "community" });
    const search = writeView("?x=1", options);
    expect(search).toBe("?x=1&city=lisbon&group=dimension&show=not-yet&audience=community");
    expect(readView(search, data)).toEqual({ options, notes: [] });
    expect(writeView("", firstView)).toBe("");
  });

  it("take another place with its name, and find a city by its name", () => {
    const { options } = readView("?city=another-place&place=Ghent", data);
    expect(options).toMatchObject({ city: "another-place", place: "Ghent" });
    expect(writeView("", options)).toBe("?city=another-place&place=Ghent");
    expect(readView("?city=S%C3%A3o+Paulo", data).options["city"]).toBe("sao-paulo");
  });

  it("ignore what is not offered and say so, without a list of every city", () => {
    const { options, notes } = readView("?city=atlantis&group=colour&show=not-yet", data);
    expect(options).toEqual(view({ show: "not-yet" }));
    expect(notes[0]).toMatch(/“atlantis”, which is not one of the evidence; it was ignored/);
    expect(notes[0]!.length).toBeLessThan(200);
    expect(notes[1]).toMatch(/“colour”.*ignored/);
    const twice = readView("?city=lisbon&city=nairobi", data);
    expect(twice.options["city"]).toBe("lisbon");
    expect(twice.notes).toEqual(["The link asks for 2 values under “City”; the first is shown."]);
    expect(readView("?city=lisbon&city=atlantis", data).notes[0]).toMatch(/“atlantis”/);
    expect(readView("?city=another-place", data).notes).toEqual([expect.stringMatching(/without its name/)]);
  });
});

describe("arrange(recommendations, marks, options, gaps)", () => {
  it("shows every one once, by document and by dimension", () => {
    for (const group of ["document", "dimension"]) {
      const ids = idsOf(arrange(data.recommendations, marks, view({ group }), null));
      expect([...ids].sort()).toEqual(listed.map(({ id }) => id).sort());
    }
  });

  it("lets a vision open the list of its approaches", () => {
    const groups = arrange(data.recommendations, marks, view({}), null);
    const sections = groups.find(({ id }) => id === "100rc-2016")!.sections;
    expect(sections.map(({ title, items }) => [title, items[0]!.theme, items.length])).toEqual([
      ["Plan for a dynamic future", "vision", 5],
      ["Embrace and integrate newcomers", "vision", 4],
      ["Thrive together", "vision", 4],
      ["Lead for change", "vision", 4],
    ]);
  });

  it("names one of two dimensions under its second as well", () => {
    const groups = arrange(data.recommendations, marks, view({ group: "dimension" }), null);
    expect(groups.find(({ id }) => id === "cultural")!.also.map(({ id }) => id)).toContain("com-local-09");
    expect(groups.map(({ id }) => id)).toEqual([
      "social",
      "cultural",
      "political",
      "economic",
      "multidimensional",
      "none",
    ]);
  });

  it("holds to a state, an audience and a document; a note alone is no mark", () => {
    const of = (change: Record<string, string>) =>
      idsOf(arrange(data.recommendations, marks, view(change), null));
    expect(of({ show: "not-yet" })).toEqual(["com-local-09"]);
    expect(of({ show: "unmarked" })).toContain("seidle-02");
    expect(of({ show: "unmarked" })).not.toContain("seidle-01");
    expect(of({ audience: "community" })).toHaveLength(10);
    expect(of({ document: "seidle-2019" })).toHaveLength(6);
    expect(arrange(data.recommendations, new Map(), view({ show: "not-yet" }), null)).toEqual([]);
  });

  it("shows what the address leads to, whatever is chosen", () => {
    const groups = arrange(data.recommendations, new Map(), view({ show: "not-yet" }), null, "seidle-03");
    expect(idsOf(groups)).toEqual(["seidle-03"]);
  });

  it("puts what speaks to the largest gap first, and keeps the order where gaps are not known", () => {
    const auckland = data.cities.find(({ id }) => id === "auckland")!;
    const order = view({ order: "gaps", document: "com-2012" });
    const first = idsOf(arrange(data.recommendations, marks, order, cityGaps(auckland, data.cities)))[0]!;
    expect(listed.find(({ id }) => id === first)!.readings.map(({ dimension }) => dimension)).toContain(
      "political",
    );
    expect(idsOf(arrange(data.recommendations, marks, order, null))[0]).toBe("com-local-01");
  });
});

describe("countStates(recommendations, marks)", () => {
  it("counts one of two dimensions in both rows and once in the last", () => {
    const rows = Object.fromEntries(countStates(listed, marks).map(({ of, counts }) => [of, counts]));
    expect(rows["social"]!["not-yet"]).toBe(1);
    expect(rows["cultural"]!["not-yet"]).toBe(1);
    expect(rows["all"]).toEqual({ "not-yet": 1, started: 0, "in-place": 1, unmarked: 48, all: 50 });
  });
});
