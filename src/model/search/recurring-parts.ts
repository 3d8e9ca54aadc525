import { bandOf, type Band } from "../percentiles.js";
import { dimensions, type Dimension } from "../names.js";
import type { Plan } from "./in-order.js";

const D = dimensions.length;

/** A city and a dimension that plans start something in. */
export interface RecurringPart {
  city: string;
  dimension: Dimension;
  /** Number of draws whose best plan starts something there. */
  draws: number;
  /** New initiatives there in those draws; null where there is no such draw. */
  initiatives: Band | null;
  /** New initiatives there in the plan that was asked about. */
  asked: number;
}

/**
 * How often each city and dimension is in the plans found, and with how many initiatives: the most frequent first, equal
 * ones in the order of cities and dimensions. Where neither they nor the plan asked about start anything is left out.
 * @param solved one plan a draw; null where there was none
 */
export function recurringParts(
  cities: readonly string[],
  solved: readonly (Plan | null)[],
  asked: Plan,
): RecurringPart[] {
  const parts = [...asked].flatMap((own, cell): RecurringPart[] => {
    const counts = solved.flatMap((plan) => (plan && plan[cell]! > 0 ? [plan[cell]!] : []));
    if (counts.length === 0 && own === 0) return [];
    return [
      {
        city: cities[Math.floor(cell / D)]!,
        dimension: dimensions[cell % D]!,
        draws: counts.length,
        initiatives: counts.length > 0 ? bandOf(Float64Array.from(counts)) : null,
        asked: own,
      },
    ];
  });
  return parts.sort((a, b) => b.draws - a.draws);
}
