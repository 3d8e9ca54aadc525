import { describe, expect, it } from "vitest";
import { fieldProblems, unnamedSources } from "../../../loaders/pages/check-front-matter.js";
import type { Known } from "../../../loaders/pages/known.js";
import { lineOfField, takeApart } from "../../../loaders/pages/page-text.js";
import { producersBehind } from "../../../loaders/site/page-parts.js";
import { sourceRoot } from "../../../loaders/site/paths.js";

const known: Known = {
  figures: [{ id: "coverage", choices: [], given: [], first: {}, sources: ["thp-2014", "ecb"] }],
  findings: [],
  sources: ["thp-2014", "com-2012", "ecb"],
  ofProducers: [],
  cities: [],
};
const page = (...front: string[]) =>
  takeApart("src/a.md", ["---", ...front, "---", "", "# A", ""].join("\n"));
const problems = (...front: string[]) =>
  fieldProblems(page(...front), sourceRoot, known).map(
    ({ line, what, mend }) => `${line}: ${what} → ${mend}`,
  );
const sound = ["title: A", "description: What A says", "sources: [thp-2014]"];

describe("takeApart(file, text)", () => {
  it("tells how many lines stand before the text", () => {
    const read = page(...sound);
    expect(read.before).toBe(5);
    expect(read.lines[read.before + 1]).toBe("# A");
    expect(lineOfField(read, "sources")).toBe(4);
    expect(takeApart("src/a.md", "# A\r\n\r\nText").before).toBe(0);
    expect(takeApart("src/a.md", "")).toMatchObject({ before: 0, fields: {}, fault: null });
  });

  it("names the line where the front matter cannot be read, each time it is read", () => {
    for (let time = 0; time < 2; time++)
      expect(page("title: A", "sources: [thp-2014", "description: B").fault?.line).toBeGreaterThan(1);
    expect(page("just words").fault).toEqual({ line: 2, words: "the front matter is no list of fields" });
  });
});

describe("fieldProblems(page)", () => {
  it("finds none in a sound page", () => {
    expect(problems(...sound)).toEqual([]);
    expect(problems("title: A", "description: B", "sources: []", "style: index.css")).toEqual([]);
  });

  it.each([
    [["title: A", "description: B"], "1: the front matter has no sources"],
    [["title: A", "sources: []"], "1: the front matter has no description"],
    [["title:", "description: B", "sources: []"], "2: the front matter has no title"],
    [
      ["title: A", "description: B", "sources: thp-2014"],
      '4: the sources are no list → write "sources: [thp-2014]"',
    ],
    [
      ["title: A", "description: B", "sources: [thp-2015]"],
      '4: there is no source "thp-2015" → write "thp-2014"',
    ],
    [[...sound, "sql:", "  a: ./a.csv"], '5: the field "sql" is not used here'],
    [[...sound, "stile: index.css"], '5: there is no field "stile" → write "style"'],
    [[...sound, "style: nosuch.css"], '5: there is no stylesheet "nosuch.css" beside the page'],
  ])("%j: %s", (front, says) => {
    expect(problems(...front)).toEqual([expect.stringContaining(says)]);
  });

  it("says one thing of a page without any", () => {
    const found = fieldProblems(takeApart("src/a.md", "# A\n"), sourceRoot, known);
    expect(found.map(({ what }) => what)).toEqual(["the page has no front matter"]);
  });
});

describe("unnamedSources(page, blocks)", () => {
  it("names the documents behind a figure that the page does not, once", () => {
    const blocks = [7, 9].map((line) => ({ kind: "figure", id: "coverage", options: {}, stray: [], line }));
    expect(unnamedSources(page(...sound), blocks, known)).toEqual([
      {
        line: 7,
        what: 'the figure "coverage" draws on ecb, which the page does not name',
        mend: "add to the list in the front matter: sources: [… ecb]",
      },
    ]);
  });

  it("asks for no producer of newer figures, which the foot of the page names by itself", () => {
    const blocks = [{ kind: "figure", id: "coverage", options: {}, stray: [], line: 7 }];
    const newer = { ...known, ofProducers: ["ecb"] };
    expect(unnamedSources(page(...sound), blocks, newer)).toEqual([]);
    expect(producersBehind(blocks[0]!, newer)).toEqual(["ecb"]);
    expect(producersBehind({ kind: "figure", id: "another" }, newer)).toEqual([]);
  });
});
