import type { Assumption } from "./assumptions.js";
import type { Baseline } from "./baseline.js";
import type { Choices } from "./choices.js";
import { dimensions, type Dimension } from "./names.js";

const unit = "chance";

/** The name under which chance is drawn for a city and dimension. */
export const chanceId = (city: string, dimension: Dimension): string => `missed-${city}-${dimension}`;

/** Whether this is chance alone, of which nothing can be known better. */
export const isChance = (one: Pick<Assumption, "unit">): boolean => one.unit === unit;

/**
 * What chance alone decides, one for each city and dimension: which share of what may have been missed lies below. They
 * are drawn as assumptions are, each by itself; the central line takes the middle. None where counts are as they were
 * counted, or are a reader's own.
 */
export function chancesOf({ cities, measuredAgainst }: Baseline, { counts }: Choices): Assumption[] {
  if (counts !== "uncertain" || measuredAgainst !== undefined) return [];
  return cities.flatMap((city) =>
    dimensions.map((dimension): Assumption => {
      const id = chanceId(city, dimension);
      return {
        ...{ id, name: id, unit, evidence: "assumed" },
        ...{ low: 0, central: 0.5, high: 1, distribution: "uniform" },
      };
    }),
  );
}
