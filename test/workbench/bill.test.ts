import { describe, expect, it } from "vitest";
import { formatEuro } from "../../src/components/euro.js";
import { everyCity } from "../../src/model/levers/every-city.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { billSentences } from "../../src/workbench/bill.js";
import { run } from "../../src/workbench/run.js";
import { model, valueOf } from "../support/model/real-model.js";

const viewOf = (part: Partial<ScenarioDocument>) =>
  valueOf(run(model, { ...untouched, ...part }, undefined, 2026));
const rise = { kind: "funding", city: "lisbon", change: 0.5 } as const;
const cut = { kind: "funding", city: "rotterdam", change: -1 } as const;

/** The sums, worked out here once more: of a city, or of all. */
function paid(part: Partial<ScenarioDocument>, payer: "public" | "private", levers: boolean) {
  const { result, baseline } = viewOf(part);
  const { years } = levers ? result : baseline;
  const city = part.view?.city ?? everyCity;
  const of = (year: (typeof years)[number]) =>
    (city === everyCity ? year : year.cities.find((own) => own.city === city)!).cost[payer];
  const all = years.filter(({ t }) => t > 0).map(of);
  return { last: all.at(-1)!, together: all.reduce((sum, cost) => sum + cost, 0) };
}

describe("billSentences(view)", () => {
  it.each([
    ["a rise", { levers: [rise] }],
    ["a cut", { levers: [cut], horizon: 3 }],
    ["a city in view", { levers: [cut], view: { city: "rotterdam" } }],
    ["costs by dimension", { levers: [rise], costing: "by-dimension" }],
  ] as [string, Partial<ScenarioDocument>][])(
    "has who pays what, in whole and against what was: %s",
    (_, part) => {
      const [last, together] = billSentences(viewOf(part));
      const [own, other] = [paid(part, "public", true), paid(part, "private", true)];
      const years = { 3: "three", 5: "five" }[part.horizon ?? 5]!;
      expect(last).toContain(
        `In ${2026 + (part.horizon ?? 5)} public money pays about ${formatEuro(own.last)} and others ${formatEuro(other.last)}, `,
      );
      expect(together).toContain(
        `Over the ${years} years together, not discounted, public money pays about ${formatEuro(own.together)} and others ${formatEuro(other.together)}, `,
      );
      const change = own.last - paid(part, "public", false).last;
      expect(Math.abs(change)).toBeGreaterThan(500);
      expect(last).toContain(`, ${formatEuro(Math.abs(change))} ${change < 0 ? "less" : "more"}`);
      expect(last).toMatch(/ at the mapping\b/);
      expect(together).toMatch(/ without levers\b/);
    },
  );

  it("says that nobody pays more or less where nothing moves money", () => {
    const [last] = billSentences(viewOf({ levers: [cut], view: { city: "lisbon" } }));
    expect(last).toMatch(/, as much as at the mapping\.$/);
  });

  it("says of what only changes hands who pays less and who pays more", () => {
    const levers: ScenarioDocument["levers"] = [{ kind: "turned", city: everyCity, share: 0.5 }];
    expect(billSentences(viewOf({ levers }))[0]).toMatch(
      /, €[\d.,]+( million)? less and €[\d.,]+( million)? more than at the mapping\.$/,
    );
  });

  it("has one sentence of what nobody moved, and none of a single year", () => {
    expect(billSentences(viewOf({}))).toHaveLength(1);
    expect(billSentences(viewOf({}))[0]).toMatch(
      /^Over the five years together, not discounted, public money pays about €/,
    );
    expect(billSentences(viewOf({ horizon: 1 }))).toEqual([]);
    expect(billSentences(viewOf({ horizon: 1, levers: [rise] }))).toHaveLength(1);
  });
});
