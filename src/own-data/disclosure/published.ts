import type { Constraint } from "../../model/search/integer-program.js";

/** Counts of 1 to 4 are small: they may point to persons. */
export const [leastSmall, mostSmall] = [1, 4] as const;

/** Counts as they would be published, and everything else that is published of them. */
export interface Published {
  /** Whole numbers, none below zero; totals are cells as well. */
  counts: readonly number[];
  /**
   * What holds between cells, and who reads it knows: a total is the sum of its parts (Σ parts − total = 0), a share lies
   * within its rounding.
   */
  facts: readonly Constraint[];
  /** Cells that were published before with this very count; they can be hidden from nobody. */
  before?: readonly number[];
}

/** The fact that a cell is the sum of others. */
export const sumOf = (total: number, parts: readonly number[]): Constraint => ({
  lower: 0,
  upper: 0,
  variables: [total, ...parts],
  values: [-1, ...parts.map(() => 1)],
});

/**
 * The fact that a share of a total is printed with so many decimals: the part lies within half of the last digit.
 * @param share in per cent, as printed
 */
export const shareOf = (part: number, total: number, share: number, decimals: number): Constraint[] => {
  const half = 0.5 * 10 ** -decimals;
  const bound = (edge: number, lower: number, upper: number): Constraint => ({
    lower,
    upper,
    variables: [part, total],
    values: [100, -edge],
  });
  return [bound(share - half, 0, Infinity), bound(share + half, -Infinity, 0)];
};
