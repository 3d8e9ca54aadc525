import { bisector } from "d3-array";
import { checkLevers } from "../levers/check-levers.js";
import { drawsRange, seedRange } from "../draws.js";
import type { LeverKind } from "../levers/lever-kind.js";
import { kindNamed, leverKinds, type Lever } from "../levers/lever-kinds.js";
import { checkMeasure, type Measure } from "../measure.js";
import type { Fault } from "../fault.js";
import { bad, good, type Outcome } from "../outcome.js";
import { modelFor } from "../own-city.js";
import { outOfRange } from "../out-of-range.js";
import type { Model } from "../model.js";
import { prepare, type Scenario } from "../scenario.js";
import { probe, type Probed } from "./probe.js";

/** What is sought, and how sure it must be. */
export interface GoalSeekOptions {
  /** The place of a lever in the scenario, or a lever to be added to it; its amount is what is sought. */
  lever: number | Lever;
  /** Coverage or a cost in the last year, of a city or of all. A coverage is to be at least the goal, a cost at most. */
  measure: Measure & { kind: "coverage" | "public" | "total" };
  /** A coverage from 0 to 1, or EUR a year. */
  goal: number;
  /** Share of the draws that must keep to the goal, above 0; left out, the central assumptions must. */
  chance?: number;
  /** As in `uncertainty`; the same draws at every value that is tried. */
  draws?: number;
  seed?: number;
}

/** The value of a lever that just keeps to a goal. */
export interface Sought {
  /** The lever with that value. */
  lever: Lever;
  field: string;
  value: number;
  /** Which values keep to the goal: from this one on, up to this one, or every value the lever can have. */
  side: "at least" | "at most" | "any";
  /** The measure at that value with central assumptions, and the share of draws that keep to the goal. */
  reached: Probed;
}

const goalKinds = ["coverage", "public", "total"] as const;
const chanceRange = { minimum: 0, maximum: 1, unit: "share of the draws" } as const;

/**
 * The value of one lever's slider at which a measure of the last year just keeps to a goal.
 *
 * More money and more initiatives never lower coverage and never lower costs, and a handing over to private partners
 * never raises public cost: along a slider the measure goes one way, under every draw, so that the values that keep
 * to the goal lie together at one end of it. Where they begin is found by bisection over the slider's own steps:
 * the answer is a value that the slider can show, and exact.
 */
export function goalSeek(model: Model, scenario: Scenario, options: GoalSeekOptions): Outcome<Sought> {
  const { measure, chance } = options;
  const faults = checkGoal(model, scenario, options);
  if (faults.length > 0) return bad(...faults);
  const index = typeof options.lever === "number" ? options.lever : scenario.levers.length;
  const lever = typeof options.lever === "number" ? scenario.levers[options.lever]! : options.lever;
  const kind = leverKinds[lever.kind];
  const withValue = (value: number): Lever => Object.assign({}, lever, { [kind.field]: value });
  const inScenario = (value: number): Scenario => ({
    ...scenario,
    levers: Object.assign([...scenario.levers], { [index]: withValue(value) }),
  });

  const grid = stepsOf(kind);
  const first = prepare(model, inScenario(grid[0]!));
  if (!first.ok) return first;
  const ask = probe(model, options, first.value);
  const known = new Map<number, Probed>();
  const at = (value: number): Probed => {
    const found = known.get(value) ?? ask(inScenario(value));
    known.set(value, found);
    return found;
  };
  // A hair of rounding is no failure.
  const kept = ({ share, keeps }: Probed) => (chance === undefined ? keeps : share! >= chance - 1e-9);
  const [low, high] = [grid[0]!, grid.at(-1)!];
  const [atLow, atHigh] = [kept(at(low)), kept(at(high))];
  if (!atLow && !atHigh) {
    const best = better(measure, at(low), at(high), chance !== undefined) ? low : high;
    const { value, share } = at(best);
    // The measure goes one way along the lever: alike at both ends, it is alike everywhere.
    const [one, other] = [low, high].map((end) => at(end).share ?? at(end).value) as [number, number];
    const moves = Math.abs(one - other) > 1e-9 * Math.max(1, Math.abs(one));
    return bad({
      kind: "goal-unreachable",
      leverKind: lever.kind,
      measure: measure.kind,
      goal: options.goal,
      chance: chance ?? null,
      at: moves ? best : null,
      best: share ?? value,
      field: kind.field,
    });
  }
  const answer = (value: number, side: Sought["side"]): Outcome<Sought> =>
    good({ lever: withValue(value), field: kind.field, value, side, reached: at(value) });
  if (atLow && atHigh) return answer(low, "any");
  // The first place of the steps where keeping begins, or ends.
  const edge = bisector((value: number) => Number(kept(at(value)) === atHigh)).left(grid, 1);
  return atHigh ? answer(grid[edge]!, "at least") : answer(grid[edge - 1]!, "at most");
}

/** Every value of a lever's slider: whole numbers of steps, divided once, so that −0.22 is the −0.22 of the slider. */
export function stepsOf({ minimum, maximum, step }: LeverKind): number[] {
  const perUnit = Math.round(1 / step);
  const count = Math.round((maximum - minimum) / step);
  const valueAt = (i: number) => (step < 1 ? (minimum * perUnit + i) / perUnit : minimum + i * step);
  return Array.from({ length: count + 1 }, (_, i) => valueAt(i));
}

function better({ kind }: Measure, a: Probed, b: Probed, byShare: boolean): boolean {
  if (byShare && a.share !== b.share) return a.share! > b.share!;
  return kind === "coverage" ? a.value >= b.value : a.value <= b.value;
}

function checkGoal(given: Model, scenario: Scenario, options: GoalSeekOptions): Fault[] {
  const { lever, measure, goal, chance, draws = drawsRange.default, seed = seedRange.default } = options;
  const model = modelFor(given, scenario.ownCity);
  if (!(goalKinds as readonly unknown[]).includes(measure.kind)) {
    return [{ kind: "unknown-goal", given: String(measure.kind), field: "measure" }];
  }
  const measured = checkMeasure(measure, model.baseline);
  const whole = (value: number) => (Number.isInteger(value) ? value : Number.NaN);
  const range =
    measure.kind === "coverage"
      ? { minimum: 0, maximum: 1, unit: "coverage" }
      : { minimum: 0, maximum: 1e15, unit: "EUR a year" };
  const faults: Fault[] = [
    ...(measured.ok ? [] : measured.faults),
    outOfRange(goal, range, "goal"),
    chance === undefined ? null : outOfRange(chance, chanceRange, "chance"),
    outOfRange(whole(draws), drawsRange, "draws"),
    outOfRange(whole(seed), seedRange, "seed"),
  ].filter((fault) => fault !== null);
  const found: Lever | undefined = typeof lever === "number" ? scenario.levers?.[lever] : lever;
  if (kindNamed(found?.kind)?.thereOrNot) {
    faults.push({ kind: "no-amount", field: "lever" });
  }
  if (typeof lever === "number") {
    if (!found) faults.push({ kind: "no-such-lever", index: lever, field: "lever" });
    return faults;
  }
  return [...faults, ...checkLevers([lever], model).map((fault) => ({ ...fault, field: "lever" }))];
}
