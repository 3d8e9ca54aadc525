import { centralValues } from "../assumptions.js";
import { drawAssumptions, seedRange } from "../draws.js";
import { givenText } from "../fault.js";
import type { Model } from "../model.js";
import { good, type Outcome } from "../outcome.js";
import { outOfRange } from "../out-of-range.js";
import { prepare, type Prepared, type Scenario } from "../scenario.js";
import { highestAt } from "../value-of-information.js";
import { cityCoverage, meansOf, type Mean } from "./aim.js";
import { bestFound, type BestUseOptions } from "./best-use.js";
import { plannedOf, type Planned } from "./found.js";
import { groundWith, lastSituations, type Ground, type Money } from "./ground.js";
import type { Solver } from "./integer-program.js";
import { planLevel, type PlanLevel } from "./plan-level.js";
import { priceOfCoverage } from "./price-of-coverage.js";
import { recurringParts, type RecurringPart } from "./recurring-parts.js";
import { checkBudget, checkObjective, requestOf, type Request } from "./request.js";
import { solvedPlans } from "./solved-plans.js";
import {
  candidatesOf,
  regretOf,
  regretPercentiles,
  tryPlans,
  type Candidate,
  type DrawnGround,
  type Regret,
} from "./tried-plans.js";
import { whatDecides, type WhatDecides } from "./what-decides.js";

/** How many draws a choice is tested with: each is a search of its own. */
export const robustDraws = { minimum: 20, maximum: 1000, default: 300, unit: "draws" } as const;

/** What is tested: the best use of a budget, and with which draws. */
export interface RobustChoiceOptions extends BestUseOptions {
  /** Whose coverage counts where coverage is the objective: the id of a city; left out, that of all together. */
  city?: string;
  /** N; default 300. */
  draws?: number;
  /** As in `uncertainty`; default 1. */
  seed?: number;
}

/** Why a plan is compared: it was asked about, most draws find it, or it has the least mean regret of all. */
export type PlanRole = "asked" | "often" | "steady";

/** A plan as it was tested. Numbers of draws, and levels from 0 to 1. */
export interface TestedPlan {
  /** One plan may be more than one of these. */
  roles: PlanRole[];
  plan: Planned;
  /** Number of draws in which the search finds just this plan. */
  solvedIn: number;
  /** Number of draws in which it costs no more than the budget. */
  keeps: number;
  regret: Regret;
  /** Regret that p of a hundred draws do not pass, by p from 0 to 100 (`regretPercentiles`). */
  percentiles: number[];
}

/** How sure the best use of a budget is. */
export interface RobustChoice {
  draws: number;
  seed: number;
  /** EUR a year. */
  budget: number;
  /** The plan asked about first. */
  plans: TestedPlan[];
  /** Number of draws in which some plan keeps to budget and limits, and how many different plans these are. */
  solved: number;
  different: number;
  parts: RecurringPart[];
  decides: WhatDecides;
  /** EUR a year that coverage 1 costs at the margin (`priceOfCoverage`); null where no money buys more. */
  price: number | null;
}

/**
 * How sure the best use of a budget is, after robust decision making (Lempert, Popper & Bankes, Shaping the next one
 * hundred years, RAND 2003): the search is run anew under each of N drawn sets of assumptions, and every plan that it
 * finds is carried out in every draw, as far as the money goes there (`tryPlans`). The best that can be had in a draw is
 * the best of all these plans there.
 * @param onProgress is told how many of the draws are done
 */
export function robustChoice(
  model: Model,
  scenario: Scenario,
  options: RobustChoiceOptions,
  solver: Solver,
  onProgress: (done: number, of: number) => void = () => {},
): Outcome<RobustChoice> {
  const { budget, objective, city, draws: n = robustDraws.default, seed = seedRange.default } = options;
  const prepared = prepare(model, scenario);
  if (!prepared.ok) return prepared;
  const whole = (value: number) => (Number.isInteger(value) ? value : Number.NaN);
  const request = requestOf(model, scenario, options, [
    checkBudget(budget),
    checkObjective(objective),
    outOfRange(whole(n), robustDraws, "draws"),
    outOfRange(whole(seed), seedRange, "seed"),
    city === undefined || prepared.value.baseline.cities.includes(city)
      ? null
      : { kind: "no-mapped-city", given: givenText(city), field: "city" },
  ]);
  if (!request.ok) return request;
  const asked = bestFound(request.value, options, solver);
  if (!asked.ok) return asked;

  const drawn = drawAssumptions(prepared.value.assumptions, n, seed);
  const { central, draws } = groundsOf(prepared.value, request.value, options, drawn, n);
  const solved = solvedPlans(
    draws.map(({ ground }) => ground),
    options,
    solver,
    (done) => onProgress(done, n),
  );
  if (!solved.ok) return solved;

  const { money, limits } = request.value;
  const { plan } = asked.value;
  const candidates = candidatesOf(plan, solved.value);
  const levelOf = planLevel(prepared.value, lastSituations(prepared.value));
  const tried = tryPlans(candidates, central, draws, levelOf, money, budget);
  const levels = tried.map((plan) => plan.levels);
  const best = Float64Array.from({ length: n }, (_, i) => highestAt(levels, i));
  const regrets = levels.map((own) => regretOf(own, best));
  const least = (a: number, b: number) => regrets[a]!.mean - regrets[b]!.mean || a - b;
  const places = tried.map((_, place) => place);
  const roles: [PlanRole, number][] = [
    ["asked", 0],
    ["often", places.toSorted((a, b) => tried[b]!.solvedIn - tried[a]!.solvedIn || least(a, b))[0]!],
    ["steady", places.toSorted(least)[0]!],
  ];
  const rival = places.slice(1).sort(least)[0];
  return good({
    draws: n,
    seed,
    budget,
    plans: [...new Set(roles.map(([, place]) => place))].map((place) => ({
      roles: roles.flatMap(([role, own]) => (own === place ? [role] : [])),
      plan: plannedOf(central.ground, tried[place]!.plan),
      solvedIn: tried[place]!.solvedIn,
      keeps: tried[place]!.keeps,
      regret: regrets[place]!,
      percentiles: regretPercentiles(levels[place]!, best),
    })),
    solved: solved.value.filter((plan) => plan !== null).length,
    different: new Set(solved.value.flatMap((plan) => (plan ? [String(plan)] : []))).size,
    parts: recurringParts(central.ground.cities, solved.value, plan),
    decides: whatDecides(
      prepared.value.assumptions,
      drawn,
      levels,
      rival,
      seed,
      actsOn(prepared.value, drawn, candidates, central, levelOf, money),
    ),
    price: priceOfCoverage(central.ground, central.means, money, limits, plan, solver),
  });
}

/** Plans that stand for all where it is asked what an assumption moves. */
const probed = 20;

/** Whether an assumption, at its lowest or highest draw, moves what plans bring or what their initiatives cost. */
function actsOn(
  prepared: Prepared,
  drawn: readonly Float64Array[],
  candidates: readonly Candidate[],
  { values, ground, means }: DrawnGround,
  levelOf: PlanLevel,
  money: Money,
): (p: number) => boolean {
  const plans = candidates.slice(0, probed).map(({ plan }) => plan);
  const started = Array.from(ground.cost[money], (_, cell) => candidates.some(({ plan }) => plan[cell]! > 0));
  const situations = lastSituations(prepared);
  const seen = (own: Float64Array) => [
    ...plans.map((plan) => levelOf(own, means, plan)),
    ...groundWith(prepared, own, situations).cost[money].filter((_, cell) => started[cell]),
  ];
  const usual = seen(values);
  return (p) => {
    const range = drawn[p]!;
    const ends = [range.reduce((a, b) => Math.min(a, b)), range.reduce((a, b) => Math.max(a, b))];
    return ends.some((value) => seen(values.with(p, value)).some((one, i) => one !== usual[i]));
  };
}

/** Where plans are carried out: with central assumptions, and with each draw's. */
function groundsOf(
  prepared: Prepared,
  { leaveOut }: Request,
  { objective, city }: RobustChoiceOptions,
  drawn: readonly Float64Array[],
  n: number,
): { central: DrawnGround; draws: DrawnGround[] } {
  const situations = lastSituations(prepared);
  const place = city === undefined ? -1 : prepared.baseline.cities.indexOf(city);
  const meansFor = (ground: Ground): Mean[] =>
    objective === "coverage" && place >= 0
      ? [cityCoverage(ground, place)]
      : meansOf(ground, objective, leaveOut);
  const at = (values: Float64Array): DrawnGround => {
    const ground = groundWith(prepared, values, situations);
    return { values, ground, means: meansFor(ground) };
  };
  return {
    central: at(centralValues(prepared.assumptions)),
    draws: Array.from({ length: n }, (_, i) => at(Float64Array.from(drawn, (values) => values[i]!))),
  };
}
