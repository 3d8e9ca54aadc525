import { everyCity } from "../../../src/model/levers/every-city.js";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { dimensions } from "../../../src/model/names.js";
import { presets } from "../../../src/model/presets.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { bestUse } from "../../../src/model/search/best-use.js";
import { planLevers } from "../../../src/model/search/found.js";
import { groundOf } from "../../../src/model/search/ground.js";
import { leastMoney } from "../../../src/model/search/least-money.js";
import { simulate } from "../../../src/model/simulate.js";
import { tradeOff } from "../../../src/model/search/trade-off.js";
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

  "all cities, or the weakest": async () => {
    const { plans: points } = valueOf(tradeOff(model, { levers: [] }, { budget }, await loadSolver()));
    const [first, last] = [points[0]!.planned, points.at(-1)!.planned];
    // The page names the city.
    if (first.weakestCity.city !== "rotterdam") throw new Error("another city is the weakest");
    return {
      budget: budget / 1e6,
      mean: first.coverage,
      weakest: first.weakestCity.coverage,
      highest: last.weakestCity.coverage,
      "mean-lower": last.coverage,
      between: points.length - 2,
    };
  },

  "a goal beside a rise that fills gaps first": async () => {
    const { levers } = presets.find(({ id }) => id === "auckland-levy")!;
    const scenario = { levers: levers as readonly Lever[] };
    const [rise] = scenario.levers;
    const city = "auckland";
    const least = async (coverage: number) =>
      valueOf(leastMoney(model, scenario, { coverage, city }, await loadSolver()));
    const [full, lower] = [await least(1), await least(0.915)];
    const counts = (plan: typeof full.plan) =>
      Object.fromEntries(plan.map(({ dimension, initiatives }) => [dimension, initiatives]));
    // The lower goal needs the one initiative that the page names.
    if (JSON.stringify(counts(lower.plan)) !== '{"political":1}') throw new Error("another plan");
    const place = model.baseline.cities.indexOf(city);
    const last = (run: Scenario) => valueOf(simulate(model, run)).years.at(-1)!.cities[place]!;
    const ground = valueOf(groundOf(model, { levers: [...scenario.levers, ...planLevers(full.plan)] }));
    const left = ground.gaps.slice(place * dimensions.length, (place + 1) * dimensions.length);
    return {
      rise: rise?.kind === "funding" ? rise.change * 100 : Number.NaN,
      money: (last(scenario).cost.public - last({ levers: [] }).cost.public) / 1e3,
      before: last(scenario).cityCoverage,
      goal: 1,
      public: full.simulated.public,
      ...counts(full.plan),
      "left-social": left[dimensions.indexOf("social")]!,
      "left-legal": left[dimensions.indexOf("legal")]!,
      "left-political": left[dimensions.indexOf("political")]!,
      "left-cost":
        left.reduce((sum, gap, d) => sum + gap * ground.cost.public[place * dimensions.length + d]!, 0) / 1e3,
      lower: 0.915,
      "public-lower": lower.simulated.public,
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
