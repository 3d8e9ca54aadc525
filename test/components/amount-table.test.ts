import { describe, expect, it } from "vitest";
import { amountTable, scaleEnd, type AmountGroup } from "../../src/components/amount-table.js";
import { emptyPage } from "../support/page/page.js";

const row = (name: string, value: number, mind = "") => ({
  name,
  what: "budget for language courses",
  years: "2017",
  printed: `C$${value}`,
  shown: `€${value}`,
  value,
  mind,
});
const groups: AmountGroup[] = [
  {
    name: "Budgets, a year",
    rows: [row("Northtown", 1800), row("Southtown", 600, "definition differs"), row("Westtown", 0)],
  },
  { name: "Loans", rows: [row("Easttown", 9)] },
];
const draw = (width = 760, given = groups) =>
  amountTable(
    given,
    { document: emptyPage(), width },
    { printed: "as printed", shown: "in EUR" },
    (value) => `€${value}`,
  );
const bars = (picture: Element) => [...picture.querySelectorAll("rect.amount")];
const words = (picture: Element) => [...picture.querySelectorAll("text")].map((text) => text.textContent);

describe("scaleEnd(largest)", () => {
  it.each([
    [1800, 2000],
    [21.7e9, 25e9],
    [8e6, 8e6],
    [0.15, 0.15],
    [9, 10],
    [0, 1],
    [NaN, 1],
  ])("%d ends at %d", (largest, end) => {
    expect(scaleEnd(largest)).toBeCloseTo(end, 12);
  });
});

describe.each([340, 760])("amountTable(groups, canvas, heads, money), %i pixels wide", (width) => {
  const picture = draw(width);

  it("has a row for each amount: its words, as printed, converted, and its year", () => {
    const told = words(picture).join(" ");
    for (const { name, printed, shown } of groups.flatMap(({ rows }) => rows))
      for (const part of [name, printed, shown]) expect(told).toContain(part);
    expect(told.match(/2017/g)).toHaveLength(4);
  });

  it("starts bars at zero, on the scale of their group, whose end it tells", () => {
    const [first, second, other] = bars(picture).map((bar) => Number(bar.getAttribute("width")));
    expect(first! / second!).toBeCloseTo(3, 1);
    expect(other! / first!).toBeCloseTo(1, 1);
    expect(words(picture).filter((text) => text.startsWith("full bar"))).toEqual([
      "full bar: €2000",
      "full bar: €10",
    ]);
    const lefts = new Set(bars(picture).map((bar) => bar.getAttribute("x")));
    expect(lefts.size).toBe(1);
  });

  it("draws no bar for zero, and a hair's breadth for what is too small for the scale", () => {
    expect(bars(picture)).toHaveLength(3);
    const small = draw(width, [{ name: "Budgets", rows: [row("Northtown", 1e9), row("Southtown", 1)] }]);
    expect(bars(small).map((bar) => Number(bar.getAttribute("width")) >= 1)).toEqual([true, true]);
  });

  it("says a flag in words and draws its amount in outline", () => {
    expect(words(picture)).toContain("definition differs");
    expect(bars(picture).map((bar) => bar.getAttribute("fill"))).toEqual([
      "var(--mark)",
      "var(--ground)",
      "var(--mark)",
    ]);
  });

  it("keeps all of it inside the picture", () => {
    const [, , wide, high] = picture.getAttribute("viewBox")!.split(" ").map(Number);
    expect(wide).toBe(width);
    for (const text of picture.querySelectorAll("text"))
      expect(Number(text.getAttribute("y"))).toBeLessThan(high!);
    for (const bar of bars(picture))
      expect(Number(bar.getAttribute("x")) + Number(bar.getAttribute("width"))).toBeLessThanOrEqual(width);
  });
});

it("amountTable: with no amounts draws no row and no slip", () => {
  expect(bars(draw(760, []))).toEqual([]);
  expect(draw(760, []).outerHTML).not.toMatch(/NaN|undefined|Infinity/);
});
