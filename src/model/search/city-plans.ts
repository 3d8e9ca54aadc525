import { dimensions } from "../names.js";
import type { Ground } from "./ground.js";

const D = dimensions.length;

/** Most plans of all cities together that are run one by one: a moment's work. */
export const mostRuns = 250_000;

/**
 * What a city may start at once, one after another. Where there are too many to run each, neighbours are taken
 * together: the first of them can be had, and none of them does more than the last.
 */
export interface CityPlans {
  /** Place of the city. */
  city: number;
  count: number;
  /** New initiatives of the first and of the last of those taken together, by plan and, within it, dimension. */
  first: Uint8Array;
  last: Uint8Array;
  /** κ of both. They are one array where no plans were taken together. */
  kappa: Float64Array;
  kappaOfLast: Float64Array;
}

/**
 * Everything that is of use in the cities whose rise is spent on gaps first: from nothing up to all that lacks. There
 * a new initiative moves the money of the rise, so that coverage is no sum over initiatives; so the year is run with
 * each plan. A city's coverage hangs on its own plan alone: each run serves all of these cities.
 * @param room most new initiatives by city and dimension
 * @param most plans of all cities together, at least 1,000
 */
export function cityPlans(ground: Ground, room: ArrayLike<number>, most = mostRuns): CityPlans[] {
  const cuts = ground.gapFirst.map((c) =>
    Array.from({ length: D }, (_, d) => cutsUpTo(useful(ground, room, c * D + d), 1)),
  );
  coarsen(cuts, most);
  const plans = ground.gapFirst.map((city, i) => boxes(city, cuts[i]!));
  run(ground, plans, "first", "kappa");
  for (const plan of plans) if (plan.first === plan.last) plan.kappaOfLast = plan.kappa;
  if (plans.some(({ first, last }) => first !== last)) run(ground, plans, "last", "kappaOfLast");
  return plans;
}

/** Most initiatives of a cell that raise coverage: a gap that rounding left a hair above a whole number needs no more. */
export function useful({ gaps }: Ground, room: ArrayLike<number>, cell: number): number {
  return Math.min(room[cell]!, Math.ceil(gaps[cell]! - 1e-9));
}

/** Where the neighbours taken together begin, in steps of a width; all that lacks stands by itself. */
function cutsUpTo(top: number, width: number): number[] {
  const cuts: number[] = [];
  for (let x = 0; x < top; x += width) cuts.push(x);
  return [...cuts, top];
}

const product = (cuts: readonly (readonly number[])[]) => cuts.reduce((n, own) => n * own.length, 1);

/** Widens the steps where there are most, until there are few enough. */
function coarsen(cuts: number[][][], most: number): void {
  for (;;) {
    const counts = cuts.map(product);
    if (counts.reduce((sum, n) => sum + n, 0) <= most) return;
    const own = cuts[counts.indexOf(Math.max(...counts))]!;
    const lengths = own.map(({ length }) => length);
    const widest = lengths.indexOf(Math.max(...lengths));
    const before = own[widest]!;
    if (before.length <= 2) return;
    own[widest] = cutsUpTo(before.at(-1)!, 2 * before[1]!);
  }
}

function boxes(city: number, cuts: readonly (readonly number[])[]): CityPlans {
  const count = product(cuts);
  const first = new Uint8Array(count * D);
  const last = new Uint8Array(count * D);
  for (let plan = 0; plan < count; plan++) {
    let rest = plan;
    for (let d = 0; d < D; d++) {
      const own = cuts[d]!;
      const at = rest % own.length;
      rest = (rest - at) / own.length;
      first[plan * D + d] = own[at]!;
      last[plan * D + d] = at + 1 < own.length ? own[at + 1]! - 1 : own[at]!;
    }
  }
  const one = first.every((x, i) => x === last[i]);
  const kappa = new Float64Array(count * D);
  return {
    city,
    count,
    first,
    last: one ? first : last,
    kappa,
    kappaOfLast: one ? kappa : new Float64Array(count * D),
  };
}

function run(
  { kappaWith, initiatives }: Ground,
  plans: readonly CityPlans[],
  end: "first" | "last",
  into: "kappa" | "kappaOfLast",
): void {
  const all = new Float64Array(initiatives.length);
  const most = Math.max(0, ...plans.map(({ count }) => count));
  for (let i = 0; i < most; i++) {
    for (const { city, count, [end]: x } of plans)
      if (i < count) for (let d = 0; d < D; d++) all[city * D + d] = x[i * D + d]!;
    const kappa = kappaWith(all);
    for (const { city, count, [into]: found } of plans)
      if (i < count) for (let d = 0; d < D; d++) found[i * D + d] = kappa[city * D + d]!;
  }
}
