import { describe, expect, it } from "vitest";
import { sensitivity } from "../../src/model/sensitivity.js";
import { everyCity } from "../../src/model/levers/every-city.js";
import type { Lever, LeverSlot } from "../../src/model/levers/lever-kinds.js";
import { scenarioOf, untouched } from "../../src/scenario/document.js";
import { withPlan } from "../../src/workbench/find/add-plan.js";
import {
  bestUseProofWords,
  frontierProofWords,
  leastMoneyProofWords,
} from "../../src/workbench/find/proof-words.js";
import type { ShownPlan } from "../../src/workbench/find/plan.js";
import type { Proof } from "../../src/model/search/found.js";
import { limitWords } from "../../src/workbench/find/goal-seek-words.js";
import { limitsOf } from "../../src/workbench/find/limits.js";
import { run } from "../../src/workbench/run.js";
import { drivers, measureOf, tornadoSentence } from "../../src/workbench/find/tornado-words.js";
import { goesWords } from "../../src/scenario-charts/reading.js";
import { model, valueOf } from "../support/model/real-model.js";

it("limitWords(slot, sought, model) says how far a lever can or must go, in the direction of its value", () => {
  const words = (slot: LeverSlot, side: "at least" | "at most", value: number) =>
    limitWords(slot, { side, value }, model).words;
  const lisbon: LeverSlot = { kind: "funding", city: "lisbon" };
  expect(words(lisbon, "at least", -0.22)).toBe("Lisbon can lose up to 22 % of its public funding");
  expect(words(lisbon, "at least", 0)).toBe("Lisbon can lose none of its public funding");
  expect(words(lisbon, "at least", 0.3)).toBe("Lisbon needs at least 30 % more public funding");
  expect(words(lisbon, "at most", 0.3)).toBe("Lisbon can have up to 30 % more public funding");
  expect(words(lisbon, "at most", 0)).toBe("Lisbon can have no more public funding");
  expect(words(lisbon, "at most", -0.3)).toBe("Lisbon must lose at least 30 % of its public funding");
  const all = { kind: "initiatives", city: everyCity, dimension: "legal" } as const;
  expect(words(all, "at least", 4)).toBe("All cities need at least 4 new legal initiatives");
  expect(words(all, "at most", 1)).toBe("All cities can have up to 1 new legal initiative");
  expect(words(all, "at most", 0)).toBe("All cities can have no new legal initiatives");
  const type = "public-private";
  expect(words({ kind: "partnerships", city: "lisbon", type }, "at least", 1)).toBe(
    "Lisbon needs at least 1 new public–private partnership",
  );
  expect(words({ kind: "turned", city: everyCity }, "at least", 0.4)).toBe(
    "All cities need at least 40 % of their third–public partnerships turned public–private",
  );
  expect(words({ kind: "turned", city: "lisbon" }, "at most", 0)).toBe(
    "Lisbon can have none of its third–public partnerships turned public–private",
  );
});

it("limitWords(slot, sought, model) tells what a place needs from what it can have or lose", () => {
  const isNeeded = (side: "at least" | "at most", value: number) =>
    limitWords({ kind: "funding", city: "lisbon" }, { side, value }, model).isNeeded;
  expect(isNeeded("at least", 0.3)).toBe(true);
  expect(isNeeded("at most", -0.3)).toBe(true);
  expect(isNeeded("at least", -0.22)).toBe(false);
  expect(isNeeded("at most", 0.3)).toBe(false);
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

describe("what is not proved", () => {
  const view = valueOf(run(model, untouched));
  const shown = (proof: Proof, coverage = 0.8125): ShownPlan => {
    const outlook = {
      coverage,
      weakestCity: { city: "lisbon", coverage },
      weakestDimension: { dimension: "legal" as const, coverage },
      cities: model.baseline.cities.map(() => coverage),
      ...{ public: 1, total: 1 },
    };
    const found = { plan: [], planned: outlook, simulated: outlook, proof };
    return { found, view, money: "public", city: "all" };
  };

  it("is nothing where all is proved", () => {
    expect(bestUseProofWords(shown({ kind: "proved" }), "coverage")).toBeNull();
    expect(leastMoneyProofWords(shown({ kind: "proved" }))).toBeNull();
  });

  it("is said with what is certain, rounded so that it stays certain", () => {
    expect(bestUseProofWords(shown({ kind: "level", bound: 0.84001 }), "coverage")).toBe(
      "It is not proved that this plan is the best. It brings coverage of all cities together to 81.3 %; no plan within what you allow brings it above 84.1 %.",
    );
    expect(bestUseProofWords(shown({ kind: "money", bound: 1999.9 }), "coverage")).toBe(
      "No plan does better: that is proved. It is not proved that none does as well for less; none does for less than €1,999 a year.",
    );
    expect(leastMoneyProofWords(shown({ kind: "money", bound: 1999.9 }))).toBe(
      "It is not proved that this plan is the cheapest. No plan that reaches the goal costs less than €1,999 a year.",
    );
  });

  it("is said of the one city that may get something, whose part in the mean of all is small", () => {
    const bound = 0.8125 + 0.01 / model.baseline.cities.length;
    expect(bestUseProofWords({ ...shown({ kind: "level", bound }), city: "lisbon" }, "coverage")).toBe(
      "It is not proved that this plan is the best. It brings coverage of Lisbon to 81.3 %; no plan within what you allow brings it above 82.3 %.",
    );
  });

  it("is said of a frontier by the number of its points", () => {
    const point = (proof: Proof) => ({ ...shown(proof).found, budget: 1 });
    expect(frontierProofWords([point({ kind: "proved" })])).toBeNull();
    expect(frontierProofWords([point({ kind: "proved" }), point({ kind: "level", bound: 1 })])).toBe(
      "At 1 of 2 budgets the plan was found but not proved to be the best. Choose a point: its plan says how much better one could be at most.",
    );
  });
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
      /^Coverage of Rotterdam in five years is \d+\.\d % with central assumptions\. Most of it depends on “[^”]+”: \d+\.\d % where that is low \([\d.]+\), \d+\.\d % where it is high \([\d.]+\)\.$/,
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
      "The change of coverage of all cities together in five years is 0.00 points whatever the assumptions.",
    );
    expect(list).toEqual([]);
  });
});
