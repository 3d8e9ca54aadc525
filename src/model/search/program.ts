import { lowestOf, meanOf, type Mean } from "./aim.js";
import type { Ground, Money } from "./ground.js";
import type { Variable, IntegerProgram, Constraint } from "./integer-program.js";
import { limitsOn, type Limits } from "./limits.js";
import { partsOf, type Part, type Share } from "./parts.js";
import { tieWeights } from "./tie-weights.js";

/**
 * Units in which the solver sees things, so that its own tolerance (10⁻⁷ or so) lies far below ours: coverage in
 * parts of 10,000, money in thousands of euros.
 */
export const points = 10_000;
export const thousand = 1000;

/** Rows that move from phase to phase. */
export const moneyRow = 0;
export const levelRow = 1;
/** The first row of floors, in a program whose level is one mean. */
export const floorRow = 2;

/** Least money (thousands of EUR, Infinity where nothing is enough) for every level from `asked` up to `level`. */
export interface PricedLevel {
  asked: number;
  level: number;
  money: number;
  /** No plan of the level asked costs less; `money` itself where that is proved to be the least. */
  proved: number;
  /** New initiatives by city and dimension that do it; null where nothing does. */
  plan: Float64Array | null;
}

/** A program with the worth of its columns. */
export interface Priced {
  program: IntegerProgram;
  /** Worth of the columns by level, money (thousands of EUR) and tie. */
  level: Float64Array;
  money: Float64Array;
  tie: Float64Array;
}

/** A program with what its columns mean. */
export interface Search extends Priced {
  /** What one of each column starts; nothing for the level, which is not one of new initiatives. */
  starts: readonly (readonly Share[])[];
  /** A program in which all does at least as much: what it cannot do, nothing can. Null where this one has every plan. */
  hopeful: Priced | null;
  /** Number of cities times dimensions. */
  size: number;
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
 * The program over the parts of which plans are made (`partsOf`), under rows for money, level and limits.
 *
 * The level is a mean of κ, or of several means the lowest: z with z ≤ each.
 * @param floors means that must each come to something, with a row of its own behind those for money and level, in
 *   which every level is allowed until it is bounded (`floorRow`)
 */
export function programOf(
  ground: Ground,
  means: readonly Mean[],
  money: Money,
  limits: Limits,
  floors: readonly Mean[] = [],
): Search {
  const { real, hopeful } = partsOf(ground, [...means, ...floors], money, limits);
  const single = means.length === 1;
  return {
    ...priced(ground, means, money, limits, real, floors),
    starts: [...real.map(({ starts }) => starts), ...(single ? [] : [[]])],
    hopeful: hopeful && priced(ground, means, money, limits, hopeful, floors),
    size: ground.initiatives.length,
    offset: single ? meanOf(means[0]!, ground.kappa) * points : 0,
    lowest: !single,
    steps: [],
    levelOf: (plan) => lowestOf(means, ground.kappaWith(plan)) * points,
    moneyOf: (plan) => plan.reduce((sum, x, cell) => sum + x * ground.cost[money][cell]!, 0) / thousand,
  };
}

function priced(
  ground: Ground,
  means: readonly Mean[],
  money: Money,
  limits: Limits,
  parts: readonly Part[],
  floors: readonly Mean[],
): Priced {
  const columns: Variable[] = parts.map(({ most }) => ({ lower: 0, upper: most, whole: true }));
  const indexes = parts.map((_, index) => index);
  const weight = tieWeights(ground.initiatives.length);
  const worth = (shares: readonly Share[], each: (cell: number) => number) =>
    shares.reduce((sum, [cell, much]) => sum + each(cell) * much, 0);
  const cost = parts.map(({ starts }) => worth(starts, (cell) => ground.cost[money][cell]!) / thousand);
  const gains = (mean: Mean) => parts.map(({ adds }) => worth(adds, (cell) => mean[cell]!) * points);
  const single = means.length === 1;
  const level = single ? gains(means[0]!) : [...parts.map(() => 0), 1];
  const levels: Constraint[] = single
    ? [{ lower: -Infinity, upper: Infinity, variables: indexes, values: level }]
    : [
        { lower: -Infinity, upper: Infinity, variables: [parts.length], values: [1] },
        ...means.map((mean) => ({
          lower: -meanOf(mean, ground.kappa) * points,
          upper: Infinity,
          variables: [...indexes, parts.length],
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
        { lower: -Infinity, upper: Infinity, variables: indexes, values: cost },
        ...levels,
        ...floors.map((mean): Constraint => {
          const values = gains(mean);
          return { lower: -Infinity, upper: Infinity, variables: indexes, values };
        }),
        ...limitRows(ground, limits, parts),
        ...choiceRows(ground, parts),
      ],
    },
    level: padded(level),
    money: padded(cost),
    tie: padded(parts.map(({ starts }) => worth(starts, (cell) => weight[cell]!))),
  };
}

function limitRows(ground: Ground, limits: Limits, parts: readonly Part[]): Constraint[] {
  return limitsOn(ground, limits).flatMap(({ least, most, covers }): Constraint[] => {
    const row = (end: "starts" | "upTo", lower: number, upper: number): Constraint => {
      const counts = parts.map((part) =>
        part[end].reduce((sum, [cell, much]) => sum + (covers(cell) ? much : 0), 0),
      );
      const variables = counts.flatMap((count, index) => (count > 0 ? [index] : []));
      return { lower, upper, variables, values: variables.map((index) => counts[index]!) };
    };
    if (parts.every(({ starts, upTo }) => starts === upTo)) return [row("starts", least, most)];
    return [row("upTo", least, Infinity), row("starts", -Infinity, most)];
  });
}

/** Each city that chooses a plan chooses one. */
function choiceRows({ gapFirst }: Ground, parts: readonly Part[]): Constraint[] {
  return gapFirst.map((city) => {
    const variables = parts.flatMap(({ choice }, index) => (choice === city ? [index] : []));
    return { lower: 1, upper: 1, variables, values: variables.map(() => 1) };
  });
}
