import { dimensions } from "../names.js";
import { kappas, lowestOf, meanOf, type Mean } from "./aim.js";
import type { Ground, Money } from "./ground.js";
import type { Variable, IntegerProgram, Constraint } from "./integer-program.js";
import { eachMostRange, type Limits } from "./limits.js";
import { tieWeights } from "./tie-weights.js";

const D = dimensions.length;

/**
 * Units in which the solver sees things, so that its own tolerance (10⁻⁷ or so) lies far below ours: coverage in
 * parts of 10,000, money in thousands of euros.
 */
export const points = 10_000;
export const thousand = 1000;

/** Rows that move from phase to phase. */
export const moneyRow = 0;
export const levelRow = 1;

/** Least money (thousands of EUR, Infinity where nothing is enough) for every level from `asked` up to `level`. */
export interface PricedLevel {
  asked: number;
  level: number;
  money: number;
  /** New initiatives by city and dimension that do it; null where nothing does. */
  plan: Float64Array | null;
}

/** A program with what its columns mean. */
export interface Search {
  program: IntegerProgram;
  /** City and dimension of each column; −1 for the level, which is not one of new initiatives. */
  cells: readonly number[];
  /** Number of cities times dimensions. */
  size: number;
  /** Worth of the columns by level, money (thousands of EUR) and tie. */
  level: Float64Array;
  money: Float64Array;
  tie: Float64Array;
  /** The level where nothing new starts, in points, that the level row leaves out. */
  offset: number;
  /** True where the level is the lowest of several means. */
  lowest: boolean;
  /** What was learnt on the way, so that the budgets of a frontier share it. */
  steps: PricedLevel[];
  /** The level of a plan in points, and its money in thousands, counted without the solver. */
  levelOf: (plan: Float64Array) => number;
  moneyOf: (plan: Float64Array) => number;
}

/**
 * The program over x: new initiatives by city and dimension.
 *
 * κ = min(1, (n + x) / T) rises by 1/T with each initiative up to the last one needed, which may count in part
 * where n or T is no whole number, and not at all beyond. So each x is a sum of up to three columns, in falling
 * order of worth for the same money: whole steps, the last step, and more than is needed. A plan that takes them
 * out of order is worth less than the same x in order, so that no rule has to keep the order.
 *
 * The level is a mean of κ, or of several means the lowest: z with z ≤ each.
 */
export function programOf(ground: Ground, means: readonly Mean[], money: Money, limits: Limits): Search {
  const columns: Variable[] = [];
  const cells: number[] = [];
  /** κ that a unit of each column adds. */
  const steps: number[] = [];
  const weight = tieWeights(ground.initiatives.length);
  const add = (cell: number, upper: number, step: number) => {
    if (upper <= 0) return;
    columns.push({ lower: 0, upper, whole: true });
    cells.push(cell);
    steps.push(step);
  };
  for (let cell = 0; cell < ground.initiatives.length; cell++) {
    const room = roomIn(ground, cell, limits);
    const target = ground.targets[cell % D]!;
    const gap = Math.max(0, target - ground.initiatives[cell]!);
    // A gap that rounding left a hair above a whole number needs no further initiative.
    const whole = Math.floor(gap + 1e-9);
    const part = gap - whole > 1e-9 ? gap - whole : 0;
    add(cell, Math.min(room, whole), 1 / target);
    add(cell, Math.min(room - whole, part > 0 ? 1 : 0), part / target);
    // Needed only where a least asks for more; without one, the least money leaves them out.
    if (hasLeast(limits)) add(cell, room - Math.max(0, Math.min(room, whole + (part > 0 ? 1 : 0))), 0);
  }
  const initiatives = cells.length;
  const counted = cells.map((_, index) => index);
  const cost = cells.map((cell) => ground.cost[money][cell]! / thousand);
  const start = kappas(ground.initiatives, ground.targets);
  const gains = (mean: Mean) => cells.map((cell, index) => mean[cell]! * steps[index]! * points);
  const single = means.length === 1;
  const level = single ? gains(means[0]!) : [...counted.map(() => 0), 1];
  const levels: Constraint[] = single
    ? [{ lower: -Infinity, upper: Infinity, variables: counted, values: level }]
    : [
        { lower: -Infinity, upper: Infinity, variables: [initiatives], values: [1] },
        ...means.map((mean) => ({
          lower: -meanOf(mean, start) * points,
          upper: Infinity,
          variables: [...counted, initiatives],
          values: [...gains(mean), -1],
        })),
      ];
  if (!single) columns.push({ lower: 0, upper: points, whole: false });
  const padded = (values: readonly number[]) =>
    Float64Array.from({ length: columns.length }, (_, i) => values[i] ?? 0);
  return {
    program: {
      columns,
      rows: [
        { lower: -Infinity, upper: Infinity, variables: counted, values: cost },
        ...levels,
        ...limitRows(ground, limits, cells),
      ],
    },
    cells: single ? cells : [...cells, -1],
    size: ground.initiatives.length,
    lowest: !single,
    steps: [],
    level: padded(level),
    money: padded(cost),
    tie: padded(cells.map((cell) => weight[cell]!)),
    offset: single ? meanOf(means[0]!, start) * points : 0,
    levelOf: (plan) =>
      lowestOf(
        means,
        kappas(
          plan.map((x, cell) => x + ground.initiatives[cell]!),
          ground.targets,
        ),
      ) * points,
    moneyOf: (plan) => plan.reduce((sum, x, cell) => sum + x * ground.cost[money][cell]!, 0) / thousand,
  };
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

function limitRows({ cities }: Ground, limits: Limits, cells: readonly number[]): Constraint[] {
  const row = (
    bounds: { least?: number; most?: number } | undefined,
    own: (cell: number) => boolean,
  ): Constraint[] => {
    if (bounds?.least === undefined && bounds?.most === undefined) return [];
    const chosen = cells.flatMap((cell, index) => (own(cell) ? [index] : []));
    const { least = 0, most = Infinity } = bounds;
    return [{ lower: least, upper: most, variables: chosen, values: chosen.map(() => 1) }];
  };
  return [
    ...cities.flatMap((city, c) => row(limits.cities?.[city], (cell) => Math.floor(cell / D) === c)),
    ...dimensions.flatMap((dimension, d) => row(limits.dimensions?.[dimension], (cell) => cell % D === d)),
  ];
}
