import { describe, expect, it } from "vitest";
import { blockName, readBlockLine, type BlockLine } from "../../../loaders/pages/block-line.js";
import { blockFaults, blocksTogether } from "../../../loaders/pages/check-block.js";
import { knownNames } from "../../../loaders/pages/known.js";
import { evidence } from "../../support/evidence/real-evidence.js";

const known = knownNames(evidence);
const others = ["dictionary", "downloads"];
const block = (line: string): BlockLine => readBlockLine(`::: ${line}`)!;
const faults = (line: string) =>
  blockFaults(block(line), known, others).map(({ what, mend }) => `${what} → ${mend}`);

describe("readBlockLine(line)", () => {
  it("takes a block apart: kind, id, choices", () => {
    expect(readBlockLine("::: figure coverage measure=actors")).toEqual({
      kind: "figure",
      id: "coverage",
      options: { measure: "actors" },
      stray: [],
    });
    expect(readBlockLine(":::  dictionary ")).toMatchObject({ kind: "dictionary", id: "", options: {} });
  });

  it("keeps what is no choice, and a choice made twice", () => {
    expect(readBlockLine("::: figure coverage a=1 b a=2")).toMatchObject({
      options: { a: "1" },
      stray: ["b", "a=2"],
    });
  });

  it("is null for any other line", () => {
    for (const line of ["", ":::", ":::figure coverage", "a ::: figure coverage"])
      expect(readBlockLine(line), line).toBeNull();
  });

  it("is named the same whatever the order of its choices", () => {
    expect(blockName(block("figure x b=2 a=1"))).toBe(blockName(block("figure x a=1 b=2")));
  });
});

describe("blockFaults(block)", () => {
  it.each([
    "figure coverage",
    "figure coverage measure=actors",
    "figure compare-dimensions cities=lisbon,nairobi",
    "figure brief-coverage city=athens",
    "finding politics",
    "dictionary",
  ])("finds none in %s", (line) => {
    expect(faults(line)).toEqual([]);
  });

  it.each([
    ["figure covrage", 'there is no figure "covrage" → write "coverage"'],
    ["figure map", 'there is no figure "map" → write "city-map"'],
    ["figure politics", '"politics" is a finding and no figure → write "::: finding politics"'],
    ["figure", 'the block names no figure → write "::: figure coverage"'],
    ["finding politic", 'there is no finding "politic" → write "politics"'],
    ["dictionry", 'there is no block "dictionry" → write "dictionary"'],
    ["dictionary cities", 'the block "dictionary" takes no name → write "::: dictionary"'],
    ["figure coverage measure=actor", 'the figure "coverage" has no measure "actor" → write "actors"'],
    ["figure coverage mesure=actors", 'the figure "coverage" has no choice "mesure" → write "measure"'],
    ["figure coverage measure=", 'the choice "measure" of the figure "coverage" has no value'],
    ["figure coverage measure", '"measure" is no choice of the figure "coverage" → write each choice once'],
    ["figure gaps measure=actors", 'the figure "gaps" has no choices, and "measure" is given'],
    ["figure compare-dimensions cities=lisbon", '"cities=lisbon" names 1 of 2 to 8'],
    ["figure compare-dimensions cities=lisbon,lisbon", '"cities=lisbon,lisbon" names a value twice'],
    ["figure compare-dimensions cities=lisbon,nairobbi", 'has no city "nairobbi" → write "nairobi"'],
    ["figure brief-coverage", 'the figure "brief-coverage" is of one city, and the block names none'],
    ["figure brief-coverage city=lisbonn", 'has no city "lisbonn" → write "lisbon"'],
    ["finding politics city=lisbon", 'only a figure has choices, and "city=lisbon" is one'],
  ])("finds what is wrong in %s, and says what to write", (line, says) => {
    expect(faults(line)).toEqual([expect.stringContaining(says)]);
  });

  it("names all there are where none is near", () => {
    expect(faults("figure qqq")[0]).toMatch(/→ the figures are coverage, interviews, .*/);
  });
});

describe("blocksTogether(blocks)", () => {
  const placed = (...lines: string[]) => lines.map((line, i) => ({ ...block(line), line: i + 1 }));

  it("wants each block once", () => {
    expect(blocksTogether(placed("figure gaps", "finding politics", "figure gaps"), known)).toEqual([
      {
        line: 3,
        what: '"::: figure gaps" stands on this page already, in line 1',
        mend: "each figure can stand once on a page: remove this one, or link to #gaps",
      },
    ]);
    const twice = blocksTogether(placed("finding politics", "finding politics"), known);
    expect(twice.map(({ mend }) => mend)).toEqual([
      "each finding can stand once on a page: remove this one, or link to #finding-politics",
    ]);
  });

  it("wants what figures share to be chosen once", () => {
    const lines = ["figure compare-dimensions cities=lisbon,nairobi", "figure compare-context"];
    expect(blocksTogether(placed(...lines), known)).toEqual([
      expect.objectContaining({
        line: 2,
        mend: 'write "::: figure compare-context cities=lisbon,nairobi"',
      }),
    ]);
    const alike = lines.map((line, i) => (i ? `${line} cities=lisbon,nairobi` : line));
    expect(blocksTogether(placed(...alike), known)).toEqual([]);
  });
});
