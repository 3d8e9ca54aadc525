import { eachCity, everyCity } from "../levers/every-city.js";
import { outOfRange, type Outcome } from "../problem.js";
import type { Model, Scenario } from "../scenario.js";
import { cityCoverage, meanCoverage, meansOf, type Mean } from "./aim.js";
import { foundOf, type Found } from "./found.js";
import type { Ground } from "./ground.js";
import { attempt, leastFor, mostLevel } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { points, programOf } from "./program.js";
import { requestOf, type SearchOptions } from "./request.js";
import { contradiction, outOfReach } from "./what-binds.js";

/** A coverage to be paid for. */
export interface LeastMoneyOptions extends SearchOptions {
  /** 0 … 1. */
  coverage: number;
  /** Whose: K of all cities, K_c of every city that is not left out, or of the one with this id. Default `all`. */
  of?: string;
}

/** The least money for a coverage in the last year; of plans equally dear always the same (`tieWeights`). */
export function leastMoney(
  model: Model,
  scenario: Scenario,
  options: LeastMoneyOptions,
  solver: Solver,
): Outcome<Found> {
  const { coverage, of = everyCity } = options;
  const known = of === everyCity || of === eachCity || model.baseline.cities.includes(of);
  const request = requestOf(model, scenario, options, [
    outOfRange(coverage, { minimum: 0, maximum: 1, unit: "coverage" }, "coverage"),
    known
      ? null
      : { kind: "unknown-city", message: `no mapped city has the id "${of.slice(0, 60)}"`, field: "of" },
  ]);
  if (!request.ok) return request;
  const { ground, money, limits, leaveOut } = request.value;
  const means = meansFor(ground, of, leaveOut);
  const search = programOf(ground, means, money, limits);
  const open = solver(search.program);
  return attempt(open, () => {
    const plan = leastFor(search, open, coverage * points);
    if (plan) return foundOf(model, scenario, ground, leaveOut, plan);
    const most = mostLevel(search, open);
    return most === null
      ? contradiction(request.value, means, solver)
      : outOfReach(request.value, means, coverage * points, most, whose(ground, of), solver);
  });
}

function meansFor(ground: Ground, of: string, leaveOut: readonly string[]): Mean[] {
  if (of === everyCity) return [meanCoverage(ground)];
  if (of === eachCity) return meansOf(ground, "weakest-city", leaveOut);
  return [cityCoverage(ground, ground.cities.indexOf(of))];
}

function whose({ names }: Ground, of: string): string {
  if (of === everyCity) return "a coverage of all cities together";
  return of === eachCity ? "a coverage of every city" : `a coverage of ${names.get(of) ?? of}`;
}
