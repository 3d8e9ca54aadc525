import { describe, expect, it } from "vitest";
import { knownNames } from "../../../loaders/pages/known.js";
import { readBlockLine } from "../../../loaders/pages/block-line.js";
import { blockFaults } from "../../../loaders/pages/check-block.js";
import { figureList, findingList } from "../../../loaders/site/catalogue.js";
import { smallPicture } from "../../../loaders/site/small-picture.js";
import { readPages } from "../../../loaders/site-search/read-pages.js";
import { evidence } from "../../support/evidence/real-evidence.js";
import { contextWith, said } from "../../support/page/page.js";

const known = knownNames(evidence);
const context = contextWith();
const drawing = `<figure id="coverage"><h2>What the rows say</h2><div class="picture">
  <div class="wide"><svg width="760"><rect/></svg></div>
  <div class="narrow"><svg width="360" role="img" aria-label="Words"><g aria-label="cell" tabindex="0" id="a"><title>Tip</title><rect fill="red"/></g></svg></div>
</div></figure>`;
const picture = smallPicture(drawing, context.document);
const shown = new Map([
  ["figure coverage", { saying: "What the rows say", picture }],
  ...known.figures
    .filter(({ given }) => given.length)
    .map(({ id }) => [`figure ${id} city=lisbon`, { saying: `Lisbon in ${id}`, picture: null }] as const),
]);
const pages = readPages();
const figures = figureList(context, known, shown, pages);
const findings = findingList(context, known, shown, pages);
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

  it("show a figure's picture for a phone's width, without words and places to press, and none of a table", () => {
    expect(figures.querySelector("li")!.firstElementChild!.outerHTML).toBe(
      '<svg aria-hidden="true" width="360"><g><rect fill="red" /></g></svg>',
    );
    expect(figures.querySelectorAll("svg")).toHaveLength(1);
    expect(smallPicture("<figure><table></table></figure>", context.document)).toBeNull();
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
