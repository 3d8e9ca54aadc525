import { describe, expect, it } from "vitest";
import { sensitivity } from "../../src/model/sensitivity.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import { scenarioOf, untouched } from "../../src/scenario/document.js";
import { withPlan } from "../../src/workbench/find/add-plan.js";
import { differenceWords } from "../../src/workbench/find/plan-answer.js";
import { limitWords } from "../../src/workbench/find/goal-seek.js";
import { limitsOf } from "../../src/workbench/find/limits.js";
import { run } from "../../src/workbench/run.js";
import { drivers, measureOf, tornadoSentence } from "../../src/workbench/find/tornado-words.js";
import { goesWords } from "../../src/scenario-charts/reading.js";
import { model, valueOf } from "../support/model/real-model.js";

it("limitWords(kind, sought) says how far a lever may or must go, in the direction of its value", () => {
  const words = (side: "at least" | "at most", value: number) => limitWords("funding", { side, value });
  expect(words("at least", -0.22)).toBe("may fall by at most 22 %");
  expect(words("at least", 0)).toBe("must not fall");
  expect(words("at least", 0.3)).toBe("must rise by at least 30 %");
  expect(words("at most", 0.3)).toBe("may rise by at most 30 %");
  expect(words("at most", -0.3)).toBe("must fall by at least 30 %");
  expect(limitWords("initiatives", { side: "at least", value: 4 })).toBe("must be at least 4");
  expect(limitWords("initiatives", { side: "at most", value: 4 })).toBe("may be at most 4");
  expect(limitWords("turned", { side: "at least", value: 0.4 })).toBe("must be at least 40 %");
});

it("limitsOf(…) names only limits that somebody set", () => {
  expect(
    limitsOf(["a", "b"], {
      most: undefined,
      cities: ["a", "b"],
      dimensions: ["social", "cultural", "legal", "political", "economic"],
    }),
  ).toEqual({});
  expect(
    limitsOf(["a", "b"], {
      most: 2,
      cities: ["a"],
      dimensions: ["social", "cultural", "legal", "economic"],
    }),
  ).toEqual({
    cities: { a: { most: 2 } },
    leaveOut: ["b"],
    dimensions: { political: { most: 0 } },
  });
});

it("goesWords(before, now) shows a rise that whole per cent hide, and none where there is none", () => {
  expect(goesWords(0.83, 0.94)).toBe("goes from 83 % to 94 %");
  expect(goesWords(0.0102, 0.0131)).toBe("goes from 1.0 % to 1.3 %");
  expect(goesWords(0.83, 0.83 + 1e-12)).toBe("stays at 83 %");
  expect(goesWords(1, 1, "many")).toBe("stay at 100 %");
});

it("differenceWords(found) says with both figures what the search counted and the simulation gives, where they differ", () => {
  const outlook = (coverage: number) => ({
    coverage,
    weakestCity: { city: "lisbon", coverage },
    weakestDimension: { dimension: "legal" as const, coverage },
    cities: [coverage],
    ...{ public: 1, total: 1 },
  });
  const found = { plan: [], planned: outlook(0.8125), simulated: outlook(0.79), exact: false };
  expect(differenceWords(found)).toBe(
    "The search counted a coverage of 81.3 %; the simulation gives 79.0 %, because money that fills gaps first goes elsewhere once new initiatives close them.",
  );
  expect(differenceWords({ ...found, exact: true })).toBeNull();
});

describe("withPlan(document, plan)", () => {
  const own: Lever = { kind: "initiatives", city: "lisbon", dimension: "legal", initiatives: 15 };
  const plan = (initiatives: number) => [{ city: "lisbon", dimension: "legal" as const, initiatives }];

  it("adds to the lever of the same place, so that its slider shows all", () => {
    expect(withPlan({ ...untouched, levers: [own] }, plan(5)).levers).toEqual([{ ...own, initiatives: 20 }]);
  });

  it("comes as a lever of its own where the range would be passed or another year is meant", () => {
    expect(withPlan({ ...untouched, levers: [own] }, plan(6)).levers).toEqual([
      own,
      { ...own, initiatives: 6 },
    ]);
    const later: Lever = { ...own, start: 3 };
    expect(withPlan({ ...untouched, levers: [later] }, plan(1)).levers).toEqual([
      later,
      { ...own, initiatives: 1 },
    ]);
  });
});

describe("what drives a result, in words", () => {
  const cut: Lever = { kind: "funding", city: "rotterdam", change: -1 };
  const of = (levers: Lever[], driven: Parameters<typeof tornadoSentence>[1], city = "all") => {
    const view = valueOf(run(model, { ...untouched, levers, view: { city } }));
    const measure = measureOf(driven, view.document);
    const tornado = valueOf(sensitivity(model, scenarioOf(view.document), measure, driven));
    return { words: tornadoSentence(view, driven, tornado), list: drivers(view, driven, tornado) };
  };

  it("names the strongest assumption with both ends of its range", () => {
    const { words, list } = of([cut], { measure: "coverage", change: false }, "rotterdam");
    expect(words).toMatch(
      /^Coverage of Rotterdam in five years is \d+\.\d % with central assumptions\. Most of it hangs on “[^”]+”: \d+\.\d % where that is low \([\d.]+\), \d+\.\d % where it is high \([\d.]+\)\.$/,
    );
    expect(words).toContain(list[0]!.name);
  });

  it("gives a change its sign, and money its unit", () => {
    expect(of([cut], { measure: "public", change: true }).words).toMatch(
      /^The change of public cost a year of all cities together in five years is −€[\d.]+ million/,
    );
  });

  it("says that nothing moves what no assumption touches", () => {
    const { words, list } = of([], { measure: "coverage", change: true });
    expect(words).toBe(
      "The change of coverage of all cities together in five years is 0.00 points with central assumptions. No assumption moves it.",
    );
    expect(list).toEqual([]);
  });
});
