import { beforeAll, describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { compareDimensions } from "../../src/figures/compare-dimensions.js";
import { knowMappedCities, mappedAmong } from "../../src/figures/mapped-cities.js";
import type { Row } from "../../src/components/figure.js";
import { evidence } from "../support/evidence/real-evidence.js";
import { pictureText } from "../support/page/picture-snapshot.js";
import { textMarks, tickLabels } from "../support/page/picture-text.js";
import { emptyPage } from "../support/page/page.js";

beforeAll(() => knowMappedCities(mappedAmong(evidence.get("cities")!.rows)));

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

  it("says what colours and lines mean by signs drawn as they are in the picture", () => {
    const legend = picture.querySelector(".legend")!;
    const words = [...legend.querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toEqual([
      "Southtown",
      "the others",
      "median of the mapped cities",
      "highest count of the mapped cities",
    ]);
    expect(legend.querySelectorAll("rect")).toHaveLength(2);
    expect(legend.querySelectorAll("line")).toHaveLength(2);
  });

  it("draws the city that the title names dark, with its name in bold, and the other grey", () => {
    const bars = [...picture.querySelectorAll('g[aria-label="bar"] rect')];
    const fills = bars.map((rect) => rect.closest("[fill]")!.getAttribute("fill"));
    expect(fills).toHaveLength(rows.length);
    expect(new Set(fills)).toEqual(new Set(["var(--mark)", "var(--soft)"]));
    const bold = [...picture.querySelectorAll('g[aria-label="y-axis tick label"] text[font-weight]')];
    expect(new Set(bold.map((label) => label.textContent))).toEqual(new Set(["Southtown"]));
  });

  it("draws the lines over the bars, a piece a row, and no axis of numbers beside them", () => {
    const order = [...picture.querySelectorAll("g[aria-label]")].map((g) => g.getAttribute("aria-label"));
    expect(order.indexOf("tick")).toBeGreaterThan(order.lastIndexOf("bar"));
    expect(picture.querySelectorAll(".reference line")).toHaveLength(2 * rows.length);
    expect(tickLabels(picture, "x")).toEqual([]);
  });

  it("stands every number before its bar", () => {
    const starts = [...picture.querySelectorAll('g[aria-label="rule"] line')].map((line) =>
      Number(line.getAttribute("x1")),
    );
    const numbers = textMarks(picture).filter(({ text }) => /^\d+$/.test(text));
    expect(numbers).toHaveLength(rows.length);
    for (const { x, panel } of numbers) expect(x - panel.x).toBeLessThan(starts[0]!);
  });
});

describe("compareDimensions.title(rows)", () => {
  const of = (counts: Record<string, number[]>, focus = "title") =>
    compareDimensions.title(
      Object.entries(counts).flatMap(([city, values]) =>
        values.map((initiatives, i) => ({
          city,
          city_id: city.toLowerCase(),
          dimension: dimensions[i]!,
          initiatives,
          median_initiatives: 5,
          most_initiatives: 9,
        })),
      ),
      { focus },
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
      "Lisbon and Nairobi reach the median of the mapped cities in every dimension",
    ],
    [{ Lisbon: [5, 5, 5, 5, 5] }, "Lisbon reaches the median of the mapped cities in every dimension"],
    [
      Object.fromEntries(["A", "B", "C", "D", "E"].map((city) => [city, [9, 9, 9, 9, 9]])),
      "All five cities compared reach the median of the mapped cities in every dimension",
    ],
  ])("%j → %s", (counts, title) => {
    expect(of(counts)).toBe(title);
  });

  it.each([
    ["lisbon", "Lisbon stays below the median in 1 of 5 dimensions: social"],
    ["nairobi", "Nairobi reaches the median of the mapped cities in every dimension"],
    ["chicago", "Lisbon stays below the median in 1 of 5 dimensions"],
  ])("of the city in focus: %s → %s", (focus, title) => {
    expect(of({ Lisbon: [1, 5, 5, 5, 5], Nairobi: [5, 5, 5, 5, 5] }, focus)).toBe(title);
  });

  it("says that a city in focus is not among the cities chosen", () => {
    const sentence = "Chicago is not among the cities chosen, so that it cannot be in focus.";
    expect(compareDimensions.words!(rows, { focus: "chicago" })[0]).toBe(sentence);
    expect(compareDimensions.words!(rows, {}).join()).not.toContain("focus");
  });
});
