import { robustChoice } from "../../../src/model/search/robust-choice.js";
import { perfectInformation } from "../../../src/model/value-of-information.js";
import { loadSolver } from "../../../src/solver/load-solver.js";
import { normals, unitNormalLoss } from "../../support/model/normal.js";
import { model, valueOf } from "../../support/model/real-model.js";
import type { Values } from "./cities.js";

const budget = 2_000_000;

/** What each worked example about how sure a plan is must print. */
export const robustExamples: Readonly<Record<string, () => Values | Promise<Values>>> = {
  "what perfect information is worth": () => {
    const [mean, deviation, draws, seed] = [0.5, 1, 20_000, 11];
    const gain = normals(draws, seed).map((z) => mean + deviation * z);
    return {
      mean,
      deviation,
      draws,
      seed,
      closed: unitNormalLoss(mean, deviation),
      estimate: perfectInformation([gain, new Float64Array(draws)]),
    };
  },

  "how sure the best use of two million euros is": async () => {
    const options = { budget, objective: "coverage" } as const;
    const found = valueOf(robustChoice(model, { levers: [] }, options, await loadSolver()));
    const { keeps, regret } = found.plans[0]!;
    const { everything, findings } = found.decides.information;
    const least = Math.min(...found.plans.map((plan) => plan.regret.mean));
    return {
      best: regret.best,
      near: regret.near,
      draws: found.draws,
      seed: found.seed,
      budget: budget / 1e6,
      keeps: (keeps / found.draws) * 100,
      mean: regret.mean * 100,
      ninetieth: 90,
      p90: regret.p90 * 100,
      least: least * 100,
      price: found.price! / 100 / 1e6,
      worth: (everything * found.price!) / 1e3,
      known: findings.find(({ assumption }) => assumption === "cost-initiative")!.coverage * 100,
    };
  },
};
