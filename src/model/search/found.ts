import { dimensions, type Dimension } from "../names.js";
import type { InitiativesLever } from "../levers/initiatives.js";
import { mostLevers } from "../levers/lever-kinds.js";
import { bad, good, type Outcome } from "../outcome.js";
import type { Model } from "../model.js";
import type { Scenario } from "../scenario.js";
import { cityCoverage, meanCoverage, meanOf, meansOf } from "./aim.js";
import { lastYearOf, spentIn, type Ground } from "./ground.js";
import type { Found, Plan } from "./in-order.js";
import type { Pair } from "./limits.js";
import { points, thousand } from "./program.js";

const D = dimensions.length;

/** What a plan starts: at least one initiative in each place named. */
export type Planned = readonly (Pair & { initiatives: number })[];

/** What a plan comes to in the last year, with central assumptions. */
export interface Outlook {
  /** K. */
  coverage: number;
  /** The lowest K_c of the cities that are not left out, and whose it is (the first of equals). */
  weakestCity: { city: string; coverage: number };
  /** The lowest mean coverage of a dimension over the same cities. */
  weakestDimension: { dimension: Dimension; coverage: number };
  /** K_c by city, in the order of the baseline. */
  cities: number[];
  /** EUR a year beyond the scenario as it stood. */
  public: number;
  total: number;
}

/** A plan that was found. */
export interface FoundPlan {
  plan: Planned;
  /** What the search counted. */
  planned: Outlook;
  /** What `simulate` makes of the scenario with the plan's levers. */
  simulated: Outlook;
  /** What is proved of it. */
  proof: Proof;
}

/**
 * That no plan does better, nor as well for less; or what none can better, where that is all that is known: a level
 * of the objective, from 0 to 1, or EUR a year for what the plan does.
 */
export type Proof = { kind: "proved" } | { kind: "level" | "money"; bound: number };

/** The plan as levers, from the first year on; they add to a scenario's own. */
export function planLevers(plan: Planned): InitiativesLever[] {
  return plan.map(({ city, dimension, initiatives }) => ({
    kind: "initiatives",
    city,
    dimension,
    initiatives,
    start: 1,
    ramp: 0,
  }));
}

/** A plan as the places that get something. */
export function plannedOf({ cities }: Pick<Ground, "cities">, x: Plan): Planned {
  return [...x].flatMap((initiatives, cell) =>
    initiatives > 0
      ? [{ city: cities[Math.floor(cell / D)]!, dimension: dimensions[cell % D]!, initiatives }]
      : [],
  );
}

/** What a plan promises beside what it does once it is applied. */
export function foundOf(
  model: Model,
  scenario: Scenario,
  ground: Ground,
  leaveOut: readonly string[],
  { plan: x, bounds }: Found,
): Outcome<FoundPlan> {
  const plan = plannedOf(ground, x);
  const bought = (cost: Float64Array) => x.reduce((sum, count, cell) => sum + count * cost[cell]!, 0);
  const planned = outlookOf(ground, leaveOut, ground.kappaWith(x), {
    public: bought(ground.cost.public),
    total: bought(ground.cost.total),
  });
  const levers = [...scenario.levers, ...planLevers(plan)];
  if (levers.length > mostLevers) {
    return bad({
      kind: "plan-too-long",
      planned: plan.length,
      levers: scenario.levers.length,
      most: mostLevers,
    });
  }
  const run = lastYearOf(model, { ...scenario, levers });
  if (!run.ok) return run;
  const spent = spentIn(run.value);
  const simulated = outlookOf(ground, leaveOut, run.value.coverage, {
    public: spent.public - ground.spent.public,
    total: spent.total - ground.spent.total,
  });
  return good({ plan, planned, simulated, proof: proofOf(bounds) });
}

/** What bounds of a search prove. */
export function proofOf({ level, money }: Found["bounds"]): Proof {
  if (level !== undefined) return { kind: "level", bound: level / points };
  return money === undefined ? { kind: "proved" } : { kind: "money", bound: money * thousand };
}

function outlookOf(
  ground: Ground,
  leaveOut: readonly string[],
  kappa: Float64Array,
  money: { public: number; total: number },
): Outlook {
  const cities = ground.cities.map((_, c) => meanOf(cityCoverage(ground, c), kappa));
  const kept = ground.cities.flatMap((city, c) => (leaveOut.includes(city) ? [] : [c]));
  const lowest = (values: readonly number[]) => values.indexOf(Math.min(...values));
  const ofKept = kept.map((c) => cities[c]!);
  const counting = dimensions.filter(
    (_, d) => ground.weights[d]! > 0 && kept.some((c) => ground.counted?.[c * D + d] !== 0),
  );
  const byDimension = meansOf(ground, "weakest-dimension", leaveOut).map((mean) => meanOf(mean, kappa));
  const weakest = kept[lowest(ofKept)] ?? 0;
  const dimension = counting[lowest(byDimension)] ?? dimensions[0];
  return {
    coverage: meanOf(meanCoverage(ground), kappa),
    weakestCity: { city: ground.cities[weakest]!, coverage: cities[weakest]! },
    weakestDimension: { dimension, coverage: Math.min(1, ...byDimension) },
    cities,
    ...money,
  };
}
