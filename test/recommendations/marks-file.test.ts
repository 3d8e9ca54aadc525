import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksFile, readMarksFile, type PlaceMarks } from "../../src/recommendations/marks-file.js";
import { longestNote, states, withMark, type Mark, type Marks } from "../../src/recommendations/marks.js";

const cities = new Set(["lisbon"]);
const lisbon = (marks: [string, Mark][]): PlaceMarks => ({
  city: "lisbon",
  name: "Lisbon",
  marks: new Map(marks),
});
const messages = (text: string) => {
  const found = readMarksFile(text, cities);
  return found.ok ? [] : found.faults.map(({ message }) => message);
};
const file = (change: object) =>
  JSON.stringify({ format: "arrivals-marks", version: 1, place: { city: "lisbon" }, marks: [], ...change });

describe("marksFile(place) and readMarksFile(text)", () => {
  it("give back what was marked, whatever the notes say", () => {
    const mark = fc
      .record({
        state: fc.constantFrom(null, ...states),
        note: fc.string({ unit: "binary", maxLength: longestNote }),
      })
      .filter(({ state, note }) => (state !== null || note !== "") && note.length <= longestNote);
    const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, mark), { selector: ([of]) => of }), (marks) => {
        const found = readMarksFile(marksFile(lisbon(marks), "0123abcd"), cities);
        expect(found).toEqual({ ok: true, value: lisbon(marks) });
      }),
      { numRuns: 30 },
    );
  });

  it("keep marks of recommendations that are not known, for another version may know them", () => {
    const found = readMarksFile(
      file({ marks: [{ recommendation: "constructor", state: "started" }] }),
      cities,
    );
    expect(found.ok && [...found.value.marks]).toEqual([["constructor", { state: "started", note: "" }]]);
  });

  it.each([
    ["not JSON", "{", /not JSON.*choose the file that “JSON” saved/],
    ["another file", "[1]", /^format: .*is not “arrivals-marks”: choose/],
    ["a later form", file({ version: 2 }), /^version: “2” is not 1: reload/],
    [
      "no such city",
      file({ place: { city: "atlantis" } }),
      /^place.city: “atlantis” is no city.*write an id/,
    ],
    ["no place", file({ place: { name: " " } }), /^place.name: .*write that of the place/],
    ["no list", file({ marks: {} }), /^marks: “{}” is no list: write/],
    ["no id", file({ marks: [{ state: "started" }] }), /^marks.0.recommendation: nothing is no id: write/],
    [
      "a bad state",
      file({ marks: [{ recommendation: "a", state: "done" }] }),
      /^marks.0.state: “done” is no state: write not-yet, started, in-place/,
    ],
    [
      "a long note",
      file({ marks: [{ recommendation: "a", note: "x".repeat(201) }] }),
      /^marks.0.note: .*at most 200/,
    ],
    [
      "one twice",
      file({
        marks: [
          { recommendation: "a", state: "started" },
          { recommendation: "a", state: "not-yet" },
        ],
      }),
      /^marks.1.recommendation: “a” stands there twice: keep one/,
    ],
    ["too large", " ".repeat(1_000_001), /larger than 1 MB: choose/],
  ])("refuse %s, saying where, what and how to mend it", (_, text, expected) => {
    expect(messages(text)).toEqual([expect.stringMatching(expected)]);
  });

  it("name every fault at once, and take nothing of such a file", () => {
    expect(
      messages(
        file({
          place: null,
          marks: [{ recommendation: "a", state: 1 }, null, { recommendation: "b", state: "started" }],
        }),
      ),
    ).toHaveLength(3);
  });
});

describe("withMark(marks, id, change)", () => {
  it("changes one of them and leaves out what says nothing any more", () => {
    let marks: Marks = new Map();
    marks = withMark(marks, "a", { state: "started" });
    marks = withMark(marks, "a", { note: "x" });
    expect([...marks]).toEqual([["a", { state: "started", note: "x" }]]);
    marks = withMark(withMark(marks, "a", { state: null }), "a", { note: "" });
    expect(marks.size).toBe(0);
  });
});
