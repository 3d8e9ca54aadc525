import { describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { compareDimensions } from "../../src/figures/compare-dimensions.js";
import type { Row } from "../../src/components/figure.js";
import { pictureText } from "../support/page/picture-snapshot.js";
import { textMarks, tickLabels } from "../support/page/picture-text.js";
import { emptyPage } from "../support/page/page.js";

const dimensions = ["social", "cultural", "legal", "political", "economic"];

/** Two towns in every dimension; the median and the most are of more towns than are shown. */
const rows: Row[] = dimensions.flatMap((dimension, i) =>
  ["Northtown", "Southtown"].map((city, j) => ({
    city_id: city.toLowerCase(),
    city,
    dimension,
    initiatives: (i + 1) * 2 - j * 3 > 0 ? (i + 1) * 2 - j * 3 : 0,
    actors: 1,
    median_initiatives: i + 1.5,
    most_initiatives: 12,
    flag: null,
    note: null,
  })),
);

describe("compareDimensions.draw(rows, canvas)", () => {
  it("looks as it did, in the room of a phone", async () => {
    const picture = compareDimensions.draw!(rows, { document: emptyPage(), width: 340, marks: noMarks }, {});
    await expect(pictureText(picture)).toMatchFileSnapshot("pictures/compare-dimensions.svg");
  });
});

describe.each([340, 760])("compareDimensions.draw(rows, canvas), %i pixels wide", (width) => {
  const picture = compareDimensions.draw!(rows, { document: emptyPage(), width, marks: noMarks }, {});

  it("names median and most once, under their rules in the first panel", () => {
    const named = textMarks(picture).filter(({ text }) => text === "median" || text === "most");
    expect(named.map(({ text }) => text)).toEqual(["median", "most"]);
    const social = textMarks(picture).find(({ text, panel }) => text === "2" && panel.x + panel.y < 20)!;
    for (const { panel } of named) expect(panel).toEqual(social.panel);
    const rules = [...picture.querySelectorAll('g[aria-label="rule"]')].slice(-2);
    const firstOf = (rule: Element) => Number(rule.querySelector("line")!.getAttribute("x1"));
    named.forEach(({ x, panel }, i) => expect(x - panel.x).toBeCloseTo(firstOf(rules[i]!), 0));
  });

  it("draws the bars over the rules, and no axis of numbers beside them", () => {
    const order = [...picture.querySelectorAll("g[aria-label]")].map((g) => g.getAttribute("aria-label"));
    expect(order.lastIndexOf("rule")).toBeLessThan(order.indexOf("bar"));
    expect(order.filter((name) => name === "rule")).toHaveLength(3);
    expect(tickLabels(picture, "x")).toEqual([]);
  });
});

describe("compareDimensions.title(rows)", () => {
  const of = (counts: Record<string, number[]>) =>
    compareDimensions.title(
      Object.entries(counts).flatMap(([city, values]) =>
        values.map((initiatives, i) => ({
          city,
          dimension: dimensions[i]!,
          initiatives,
          median_initiatives: 5,
          most_initiatives: 9,
        })),
      ),
      {},
    );

  it.each([
    [
      { Lisbon: [1, 5, 5, 5, 5], Nairobi: [5, 5, 5, 5, 5] },
      "Lisbon stays below the median in 1 of 5 dimensions",
    ],
    [
      { Lisbon: [1, 1, 5, 5, 5], Nairobi: [5, 4, 4, 5, 5], Chicago: [0, 9, 9, 9, 9] },
      "Lisbon and Nairobi stay below the median in 2 of 5 dimensions",
    ],
    [
      { Lisbon: [5, 5, 5, 5, 5], Nairobi: [9, 9, 9, 9, 9] },
      "All of them reach the median of the mapped cities in every dimension",
    ],
  ])("%j → %s", (counts, title) => {
    expect(of(counts)).toBe(title);
  });
});
