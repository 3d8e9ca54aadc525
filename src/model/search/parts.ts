import { dimensions } from "../names.js";
import type { Mean } from "./aim.js";
import { cityPlans, useful, type CityPlans } from "./city-plans.js";
import type { Ground, Money } from "./ground.js";
import { eachMostRange, limitsOn, type Limits } from "./limits.js";
import { tieWeights } from "./tie-weights.js";
import { undominated } from "./undominated.js";

const D = dimensions.length;

/** Most plans of cities, of which one each is chosen, that a solver is given at once. */
const mostChoices = 5000;

/** New initiatives of a city and dimension. */
export type Share = readonly [cell: number, initiatives: number];

/** A part of a plan, of which there may be so many. */
export interface Part {
  most: number;
  /** What one of it starts. */
  starts: readonly Share[];
  /** The most that is meant by it: more than it starts only where plans were taken together (`CityPlans`). */
  upTo: readonly Share[];
  /** κ that one of it adds to the scenario's, by cell. */
  adds: readonly Share[];
  /** The place of a city that chooses one of such parts; null of a part that can be added to any other. */
  choice: number | null;
}

/** What plans are made of. */
export interface Parts {
  /** What can be had. */
  real: readonly Part[];
  /** What does at least as much for no more money; null where that is the same. */
  hopeful: readonly Part[] | null;
}

/**
 * The parts of which every plan worth having is made.
 *
 * Where initiatives add up: κ = min(1, (n + x) / T) rises by 1/T with each up to the last one needed, which may count
 * in part where n or T is no whole number, and not at all beyond. So each x is a sum of up to three parts, in falling
 * order of worth for the same money: whole steps, the last step, and more than is needed. A plan that takes them out
 * of order is worth less than the same x in order, so that no rule has to keep the order.
 *
 * Where a rise fills gaps first, a city chooses one whole plan, of those that no other beats.
 */
export function partsOf(ground: Ground, means: readonly Mean[], money: Money, limits: Limits): Parts {
  const room = Array.from(ground.initiatives, (_, cell) => roomIn(ground, cell, limits));
  const more = hasLeast(limits);
  const added = room.flatMap((_, cell) =>
    ground.gapFirst.includes(Math.floor(cell / D))
      ? // Needed only where a least asks for more; without one, the least money leaves them out.
        addable(cell, more ? room[cell]! - useful(ground, room, cell) : 0, 0)
      : steps(ground, cell, room[cell]!, more),
  );
  if (ground.gapFirst.length === 0) return { real: added, hopeful: null };
  const choose = (plans: readonly CityPlans[], kappa: "kappa" | "kappaOfLast") => {
    const alone = added.every(({ adds }) => adds.every(([, step]) => step === 0)) && isOne(plans);
    return plans.flatMap((own) => chosen(ground, means, money, limits, own, kappa, alone));
  };
  let plans = cityPlans(ground, room);
  let real = choose(plans, "kappa");
  if (real.length > mostChoices) {
    plans = cityPlans(ground, room, mostChoices);
    real = choose(plans, "kappa");
  }
  const whole = plans.every(({ first, last }) => first === last);
  return {
    real: [...added, ...real],
    hopeful: whole ? null : [...added, ...choose(plans, "kappaOfLast")],
  };
}

/** Whether at most one city has a choice at all. */
const isOne = (plans: readonly CityPlans[]) => plans.filter(({ count }) => count > 1).length <= 1;

/** Parts of one cell where initiatives add up. */
function steps(ground: Ground, cell: number, room: number, more: boolean): Part[] {
  const target = ground.targets[cell]!;
  const gap = Math.max(0, target - ground.initiatives[cell]!);
  // A gap that rounding left a hair above a whole number needs no further initiative.
  const whole = Math.floor(gap + 1e-9);
  const part = gap - whole > 1e-9 ? gap - whole : 0;
  return [
    ...addable(cell, Math.min(room, whole), 1 / target),
    ...addable(cell, Math.min(room - whole, part > 0 ? 1 : 0), part / target),
    ...(more ? addable(cell, room - Math.max(0, Math.min(room, whole + (part > 0 ? 1 : 0))), 0) : []),
  ];
}

function addable(cell: number, most: number, step: number): Part[] {
  if (most <= 0) return [];
  const starts: Share[] = [[cell, 1]];
  return [{ most, starts, upTo: starts, adds: [[cell, step]], choice: null }];
}

/**
 * The plans of one city, each a part: those that no other beats.
 * @param alone whether nothing else moves a level: then the lowest of the means is all that counts
 */
function chosen(
  ground: Ground,
  means: readonly Mean[],
  money: Money,
  limits: Limits,
  plans: CityPlans,
  kappa: "kappa" | "kappaOfLast",
  alone: boolean,
): Part[] {
  const { city, count, first, last, [kappa]: reached } = plans;
  const cells = dimensions.map((_, d) => city * D + d);
  const total = (values: ArrayLike<number>, worth: (cell: number) => number) =>
    Float64Array.from({ length: count }, (_, i) =>
      cells.reduce((sum, cell, d) => sum + values[i * D + d]! * worth(cell), 0),
    );
  const upTo = kappa === "kappaOfLast" ? last : first;
  const counted = means.filter((mean) => cells.some((cell) => mean[cell]! > 0));
  const levels = counted.map((mean) => total(reached, (cell) => mean[cell]!));
  const limited = limitsOn(ground, limits).filter(({ covers }) => cells.some(covers));
  const merits = [
    ...(alone && levels.length > 1 ? [lowestOfAll(ground, counted, cells, levels)] : levels),
    // More is no worse for a least, less for a most.
    ...limited.flatMap(({ least, covers }) =>
      least > 0 ? [total(upTo, (cell) => Number(covers(cell)))] : [],
    ),
    ...limited.flatMap(({ most, covers }) =>
      most < Infinity ? [total(first, (cell) => -Number(covers(cell)))] : [],
    ),
  ];
  const weights = tieWeights(ground.initiatives.length);
  const kept = undominated({
    count,
    money: total(first, (cell) => ground.cost[money][cell]!),
    tie: total(first, (cell) => weights[cell]!),
    merits,
  });
  const shares = (of: ArrayLike<number>, i: number, less: (cell: number) => number = () => 0): Share[] =>
    cells.flatMap((cell, d) => {
      const value = of[i * D + d]! - less(cell);
      return value === 0 ? [] : [[cell, value] as const];
    });
  return kept.map((i) => {
    const starts = shares(first, i);
    return {
      most: 1,
      starts,
      upTo: upTo === first ? starts : shares(upTo, i),
      adds: shares(reached, i, (cell) => ground.kappa[cell]!),
      choice: city,
    };
  });
}

/** The lowest of means by plan of a city, the others as they stand. */
function lowestOfAll(
  { kappa }: Ground,
  means: readonly Mean[],
  own: readonly number[],
  levels: readonly Float64Array[],
): Float64Array {
  const others = means.map((mean) =>
    mean.reduce((sum, share, cell) => sum + (own.includes(cell) ? 0 : share * kappa[cell]!), 0),
  );
  return Float64Array.from(levels[0]!, (_, i) =>
    levels.reduce((lowest, level, m) => Math.min(lowest, level[i]! + others[m]!), Infinity),
  );
}

/** Most new initiatives in one city and dimension. */
function roomIn({ cities }: Ground, cell: number, limits: Limits): number {
  const city = cities[Math.floor(cell / D)]!;
  const dimension = dimensions[cell % D]!;
  const shut =
    limits.leaveOut?.includes(city) ||
    limits.excluded?.some((pair) => pair.city === city && pair.dimension === dimension);
  return shut ? 0 : (limits.eachMost ?? eachMostRange.default);
}

function hasLeast({ cities = {}, dimensions: byDimension = {} }: Limits): boolean {
  return [...Object.values(cities), ...Object.values(byDimension)].some(({ least = 0 }) => least > 0);
}
