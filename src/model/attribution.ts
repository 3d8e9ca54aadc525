import { everyCity } from "./levers/every-city.js";
import type { LeverKind } from "./levers/lever-kind.js";
import { leverKinds, type Lever } from "./levers/lever-kinds.js";
import { checkMeasure, valueIn, type Measure } from "./measure.js";
import { bad, good, type Outcome } from "./outcome.js";
import { runYear, yearOf } from "./run-year.js";
import type { Model } from "./model.js";
import { centralParameters, prepare, type Scenario } from "./scenario.js";
import { shapley } from "./shapley.js";
import { situationOf } from "./situation.js";

/** Most levers that act on one city: 4,096 runs of it. */
export const mostLeversOfCity = 12;

/** A change between the baseline and the last year of a scenario, and what each lever has to do with it. */
export interface Attribution {
  before: number;
  after: number;
  /** In the order of the scenario's levers; they sum to after − before. */
  levers: number[];
}

/**
 * How much of the change of a measure comes from each lever: Shapley values, exact.
 *
 * Coverage and costs are means and sums over cities, and the Shapley values of a sum of games are the sums of
 * their Shapley values: each city is split among the levers that act on it, and forty levers are no harder than
 * the most that act on one. Levers that cannot move the measure are left out before (they get 0).
 */
export function attribution(model: Model, scenario: Scenario, measure: Measure): Outcome<Attribution> {
  const prepared = prepare(model, scenario);
  if (!prepared.ok) return prepared;
  const { baseline, horizon, levers: sorted } = prepared.value;
  const measured = checkMeasure(measure, baseline);
  if (!measured.ok) return measured;
  if (measure.kind === "inequality") return bad({ kind: "inequality-not-split" });

  const parameters = centralParameters(prepared.value);
  const year = yearOf(baseline.cities.length);
  const untouched = baseline.cities.map((_, c) => situationOf(prepared.value, c, [], horizon));
  const inAll = (situations: typeof untouched) => {
    runYear(baseline, situations, 0, parameters, year);
    return valueIn(year, measure.kind, measured.value);
  };
  const before = inAll(untouched);
  const after = inAll(baseline.cities.map((_, c) => situationOf(prepared.value, c, sorted, horizon)));

  const shares = new Array<number>(sorted.length).fill(0);
  for (const [c, city] of baseline.cities.entries()) {
    if (measured.value >= 0 && measured.value !== c) continue;
    const acting = sorted.flatMap((lever, index) =>
      (lever.city === city || lever.city === everyCity) && canMove(lever, measure) ? [index] : [],
    );
    if (acting.length > mostLeversOfCity) {
      const name = baseline.names.get(city) ?? city;
      return bad({
        kind: "too-many-levers-of-city",
        city: { id: city, name },
        levers: acting.length,
        most: mostLeversOfCity,
      });
    }
    const situations = untouched.slice();
    const parts = shapley(acting.length, (set) => {
      const chosen = acting.filter((_, player) => set & (1 << player)).map((index) => sorted[index]!);
      situations[c] = situationOf(prepared.value, c, chosen, horizon);
      return inAll(situations);
    });
    parts.forEach((part, player) => (shares[acting[player]!]! += part));
  }
  // Back into the reader's order; levers that are alike have equal shares.
  const levers = scenario.levers.map((lever) => shares[sorted.indexOf(lever)]!);
  return good({ before, after, levers });
}

/** A lever that changes who pays alone moves neither coverage nor the total cost. */
function canMove(lever: Lever, { kind }: Measure): boolean {
  const { whoPaysAlone }: LeverKind = leverKinds[lever.kind];
  return !whoPaysAlone || kind === "public" || kind === "private";
}
