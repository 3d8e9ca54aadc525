import { everyCity } from "../../../src/model/levers/every-city.js";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { bestUse } from "../../../src/model/search/best-use.js";
import { goalSeek } from "../../../src/model/search/goal-seek.js";
import { loadSolver } from "../../../src/solver/load-solver.js";
import { model, valueOf } from "../../support/model/real-model.js";
import { yearsOf, type Values } from "./cities.js";

const budget = 2_000_000;
const cut: Lever = { kind: "funding", city: everyCity, change: 0 };

/** What each worked example about a search must print. */
export const searchExamples: Readonly<Record<string, () => Values | Promise<Values>>> = {
  "the best use of two million euros": async () => {
    const options = { budget, objective: "coverage" } as const;
    const found = valueOf(bestUse(model, { levers: [] }, options, await loadSolver()));
    const count = (plan: typeof found.plan) => plan.reduce((sum, { initiatives }) => sum + initiatives, 0);
    // One value a city that gets anything: the page must name each of them, and no other.
    const cities = new Set(found.plan.map(({ city }) => city));
    const byCity = [...cities].map(
      (id) => [id, count(found.plan.filter(({ city }) => city === id))] as const,
    );
    return {
      budget: budget / 1e6,
      before: yearsOf()[5]!.coverage,
      after: found.simulated.coverage,
      count: count(found.plan),
      ...Object.fromEntries(byCity),
      public: found.simulated.public / 1e6,
      total: found.simulated.total / 1e6,
    };
  },

  "how far funding may fall": () => {
    const options = { lever: cut, measure: { kind: "coverage" }, goal: 0.6 } as const;
    const central = valueOf(goalSeek(model, { levers: [] }, options));
    const sure = valueOf(goalSeek(model, { levers: [] }, { ...options, chance: 0.9 }));
    return {
      goal: options.goal,
      central: central.value * 100,
      reached: central.reached.value,
      chance: 90,
      sure: sure.value * 100,
      share: sure.reached.share! * 100,
    };
  },
};
