import type { Row } from "../components/figure.js";
import type { Comparator } from "../model/comparators.js";
import type { CityContext, CityGap } from "../model/city-contexts.js";
import type { Advice } from "../model/city-advice.js";
import type { LookedFor } from "../model/worth-a-look.js";

/** Everything a brief says of a city, as rows of its queries and results of the model. */
export interface CityBrief {
  city: CityContext;
  /** The row of `openingSql`. */
  opening: Row;
  /** Rows by figure; a figure without rows is left out of the page. */
  rows: Readonly<Record<string, Row[]>>;
  /** Largest first; null for a city without a mapping. */
  gaps: readonly CityGap[] | null;
  /** Practices of other places that are worth a look. */
  practices: LookedFor["practices"];
  /** What the city lacks and none of these practices answers. */
  unanswered: LookedFor["unanswered"];
  advice: readonly Advice[];
  /** A mapped city to compare with: the one with the most where the gap is largest. */
  compareWith: string | null;
  /** The mapped cities by their distance with equal weights, the nearest first. */
  nearest: readonly Comparator[];
}
