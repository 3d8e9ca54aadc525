import { describe, expect, it } from "vitest";
import { knownNames } from "../../../loaders/pages/known.js";
import { readBlockLine } from "../../../loaders/pages/block-line.js";
import { blockFaults } from "../../../loaders/pages/check-block.js";
import { figureList, findingList } from "../../../loaders/site/catalogue.js";
import { readPages } from "../../../loaders/site-search/read-pages.js";
import { evidence } from "../../support/evidence/real-evidence.js";
import { contextWith, said } from "../../support/page/page.js";

const known = knownNames(evidence);
const context = contextWith();
const sayings = new Map([
  ["figure coverage", "What the rows say"],
  ...known.figures
    .filter(({ given }) => given.length)
    .map(({ id }) => [`figure ${id} city=lisbon`, `Lisbon in ${id}`] as const),
]);
const pages = readPages();
const figures = figureList(context, known, sayings, pages);
const findings = findingList(context, known, sayings, pages);
const linesOf = (list: Element) =>
  [...list.querySelectorAll("li")].map((item) => item.querySelector("code")!.textContent);

describe("the lists of the guide", () => {
  it("hold every figure and finding, each by a line that a page can hold", () => {
    const blocks = [...linesOf(figures), ...linesOf(findings)].map((line) => readBlockLine(line)!);
    expect(blocks.map(({ id }) => id)).toEqual([
      ...known.figures.map(({ id }) => id),
      ...known.findings.map(({ id }) => id),
    ]);
    for (const block of blocks) expect(blockFaults(block, known, []), block.id).toEqual([]);
  });

  it("name every choice with values that it takes, and the one without a choice", () => {
    known.figures.forEach(({ choices, given }, i) => {
      const words = [...figures.querySelectorAll("li")[i]!.querySelectorAll(".source")].map(said);
      expect(words).toHaveLength(choices.length + given.length);
      [...choices, ...given].forEach(({ name, values }, j) =>
        expect(words[j]).toContain(`${name}= ${values[0]!.value}, ${values[1]!.value}`),
      );
    });
    expect(said(figures.querySelector("li"))).toBe(
      "What the rows say::: figure coveragemeasure= initiatives, actors, per-actor, per-interview; without a choice initiatives",
    );
  });

  it("lead to where each stands", () => {
    const link = (list: Element, line: string) =>
      [...list.querySelectorAll("li")]
        .find((item) => item.querySelector("code")!.textContent === line)!
        .querySelector("a")!
        .getAttribute("href");
    expect(link(figures, "::: figure unit-costs")).toBe("/site/funding#unit-costs");
    expect(link(findings, "::: finding politics")).toBe("/site/#finding-politics");
    expect(link(figures, "::: figure brief-coverage city=lisbon")).toBe("/site/cities/lisbon#brief-coverage");
  });
});
