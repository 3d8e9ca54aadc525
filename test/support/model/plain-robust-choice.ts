import { dimensions } from "../../../src/model/names.js";
import type { Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { lowestOf, meanCoverage, meanOf, meansOf } from "../../../src/model/search/aim.js";
import { bestUse } from "../../../src/model/search/best-use.js";
import { planLevers, type Planned } from "../../../src/model/search/found.js";
import { groundOf, type Ground } from "../../../src/model/search/ground.js";
import type { Solver } from "../../../src/model/search/integer-program.js";
import type { RobustChoiceOptions } from "../../../src/model/search/robust-choice.js";
import { simulate } from "../../../src/model/simulate.js";
import { drawnModels, type DrawnModel } from "./plain-draws.js";
import { plainMean, plainWeights } from "./plain-targets.js";
import { valueOf } from "./real-model.js";

/** κ = min(1, n / T), and 1 where T = 0. */
const kappas = (initiatives: ArrayLike<number>, targets: ArrayLike<number>) =>
  Float64Array.from(initiatives, (n, cell) => {
    const target = targets[cell % targets.length]!;
    return n < target ? n / target : 1;
  });

const D = dimensions.length;

/** A plan in every draw. */
export interface PlainPlan {
  plan: Planned;
  solvedIn: number;
  keeps: number;
  levels: number[];
}

/**
 * The robust choice in the plainest way: each draw is a model of its own with these values as its central ones, each
 * plan is applied as levers and simulated, and each order of buying is found by trying what comes next.
 * @returns every plan, the one asked about first, and the plan found in each draw
 */
export function plainRobustChoice(
  model: Model,
  scenario: Scenario,
  options: Required<Pick<RobustChoiceOptions, "draws" | "seed">> & RobustChoiceOptions,
  solver: Solver,
): { plans: PlainPlan[]; solved: (Planned | null)[] } {
  const { draws, seed, budget, money = "public" } = options;
  const drawn = drawnModels(model, scenario, draws, seed);
  const asked = valueOf(bestUse(model, scenario, options, solver)).plan;
  const solved = drawn.map((own) => {
    const found = bestUse(own.model, own.scenario, options, solver);
    return found.ok ? found.value.plan : null;
  });
  const key = (plan: Planned) => JSON.stringify(plan);
  const different = new Map(
    [asked, ...solved.filter((plan) => plan !== null)].map((plan) => [key(plan), plan]),
  );
  const plans = [...different.values()].map((plan): PlainPlan => {
    const order = orderOf(valueOf(groundOf(model, scenario)), plan, options);
    let keeps = 0;
    const levels = drawn.map((own) => {
      const cost = valueOf(groundOf(own.model, own.scenario)).cost[money];
      const started: number[] = [];
      let spent = 0;
      for (const cell of order) {
        if (spent + cost[cell]! > budget + 1e-3) break;
        spent += cost[cell]!;
        started.push(cell);
      }
      if (started.length === order.length) keeps++;
      return levelOf(own, options, started);
    });
    const solvedIn = solved.filter((found) => found && key(found) === key(plan)).length;
    return { plan, solvedIn, keeps, levels };
  });
  return { plans, solved };
}

/** The level of a scenario in which these places get an initiative each. */
function levelOf(
  { model, scenario }: DrawnModel,
  { objective, city, limits = {} }: RobustChoiceOptions,
  started: readonly number[],
): number {
  const { cities } = model.baseline;
  const plan = cities.flatMap((id, c) =>
    dimensions.flatMap((dimension, d) => {
      const initiatives = started.filter((cell) => cell === c * D + d).length;
      return initiatives > 0 ? [{ city: id, dimension, initiatives }] : [];
    }),
  );
  const last = valueOf(
    simulate(model, { ...scenario, levers: [...scenario.levers, ...planLevers(plan)] }),
  ).years.at(-1)!;
  if (objective === "coverage")
    return city === undefined ? last.coverage : last.cities[cities.indexOf(city)]!.cityCoverage;
  const kept = last.cities.filter((one) => !limits.leaveOut?.includes(one.city));
  if (objective === "weakest-city") return Math.min(1, ...kept.map(({ cityCoverage }) => cityCoverage));
  const weights = valueOf(groundOf(model, scenario)).weights;
  const people = plainWeights(model, scenario).filter((_, c) => !limits.leaveOut?.includes(cities[c]!));
  const means = dimensions.flatMap((_, d) => {
    const mean = plainMean(
      kept.map(({ coverage }) => coverage[d]!),
      people,
    );
    return weights[d]! > 0 && !Number.isNaN(mean) ? [mean] : [];
  });
  return Math.min(1, ...means);
}

/** The order of buying: whatever raises the level most for its money comes next; then mean coverage; then the first. */
function orderOf(
  ground: Ground,
  plan: Planned,
  { objective, city, money = "public", limits = {} }: RobustChoiceOptions,
): number[] {
  const left = plan.flatMap(({ city: id, dimension, initiatives }) =>
    new Array<number>(initiatives).fill(ground.cities.indexOf(id) * D + dimensions.indexOf(dimension)),
  );
  const own = city === undefined ? -1 : ground.cities.indexOf(city);
  const worth = (bought: readonly number[]) => {
    const n = ground.initiatives.slice();
    for (const cell of bought) n[cell]!++;
    const kappa = kappas(n, ground.targets);
    const known = [0, 1, 2, 3, 4].filter((d) => ground.counted?.[own * D + d] !== 0);
    const weights = known.map((d) => ground.weights[d]!);
    const level =
      objective === "coverage" && own >= 0
        ? known.reduce((sum, d, i) => sum + weights[i]! * kappa[own * D + d]!, 0) /
          weights.reduce((a, b) => a + b, 0)
        : lowestOf(meansOf(ground, objective, limits.leaveOut ?? []), kappa);
    return { level, mean: meanOf(meanCoverage(ground), kappa) };
  };
  const order: number[] = [];
  while (left.length > 0) {
    const now = worth(order);
    const choices = [...new Set(left)]
      .sort((a, b) => a - b)
      .map((cell) => {
        const then = worth([...order, cell]);
        const cost = Math.max(1e-6, ground.cost[money][cell]!);
        return { cell, level: (then.level - now.level) / cost, mean: (then.mean - now.mean) / cost };
      });
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-9);
    const top = Math.max(...choices.map(({ level }) => level));
    const some = choices.filter(({ level }) => near(level, top));
    const most = Math.max(...some.map(({ mean }) => mean));
    const next = some.find(({ mean }) => near(mean, most))!.cell;
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}
