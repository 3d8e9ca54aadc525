import type { Row } from "../components/figure.js";
import type { CityContext, CityGap } from "../model/city-contexts.js";
import type { Advice } from "../model/city-advice.js";
import type { RankedPractice } from "../model/rank-practices.js";

/** Everything a brief says of a city, as rows of its queries and results of the model. */
export interface CityBrief {
  city: CityContext;
  /** The row of `openingSql`. */
  opening: Row;
  /** Rows by figure; a figure without rows is left out of the page. */
  rows: Readonly<Record<string, Row[]>>;
  /** Largest first; null for a city without a mapping. */
  gaps: readonly CityGap[] | null;
  practices: readonly RankedPractice[];
  advice: readonly Advice[];
  /** A mapped city to compare with: the one with the most where the gap is largest. */
  compareWith: string | null;
}
