import { givenText, type FaultOf } from "../fault.js";
import { eachCity, everyCity } from "../levers/every-city.js";
import type { Outcome } from "../outcome.js";
import { modelFor } from "../own-city.js";
import { outOfRange } from "../out-of-range.js";
import type { Model } from "../model.js";
import type { Scenario } from "../scenario.js";
import { cityCoverage, meanCoverage, meansOf, type Mean } from "./aim.js";
import { foundOf, type FoundPlan } from "./found.js";
import type { Ground } from "./ground.js";
import { attempt, leastFor, provedMost } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { points, programOf } from "./program.js";
import { requestOf, type SearchOptions } from "./request.js";
import { contradiction, outOfReach } from "./what-binds.js";

/** A coverage to be paid for. */
export interface LeastMoneyOptions extends SearchOptions {
  /** 0 … 1. */
  coverage: number;
  /** Whose: K of all cities, K_c of every city that is not left out, or of the one with this id. Default `all`. */
  city?: string;
}

/** The least money for a coverage in the last year; of plans equally dear always the same (`tieWeights`). */
export function leastMoney(
  model: Model,
  scenario: Scenario,
  options: LeastMoneyOptions,
  solver: Solver,
): Outcome<FoundPlan> {
  const { coverage, city = everyCity } = options;
  const { cities } = modelFor(model, scenario.ownCity).baseline;
  const known = city === everyCity || city === eachCity || cities.includes(city);
  const request = requestOf(model, scenario, options, [
    outOfRange(coverage, { minimum: 0, maximum: 1, unit: "coverage" }, "coverage"),
    known ? null : { kind: "no-mapped-city", given: givenText(city), field: "city" },
  ]);
  if (!request.ok) return request;
  const { ground, money, limits, leaveOut } = request.value;
  const means = meansFor(ground, city, leaveOut);
  return attempt(programOf(ground, means, money, limits), solver, (opened) => {
    const found = leastFor(opened, coverage * points);
    if (found) return foundOf(model, scenario, ground, leaveOut, found);
    const most = provedMost(opened);
    return most === null
      ? contradiction(request.value, means, solver)
      : outOfReach(request.value, means, coverage * points, most, whose(ground, city), solver);
  });
}

function meansFor(ground: Ground, city: string, leaveOut: readonly string[]): Mean[] {
  if (city === everyCity) return [meanCoverage(ground)];
  if (city === eachCity) return meansOf(ground, "weakest-city", leaveOut);
  return [cityCoverage(ground, ground.cities.indexOf(city))];
}

/** Whose coverage a fault tells of. */
function whose({ names }: Ground, city: string): FaultOf<"target-unreachable">["city"] {
  return city === everyCity || city === eachCity ? city : { id: city, name: names.get(city) ?? city };
}
