import { sum } from "d3-array";
import type { CityResult, YearResult } from "../../src/model/simulate.js";
import type { Band } from "../../src/model/percentiles.js";
import { lastOf } from "../../src/scenario-charts/reading.js";
import type { ScenarioView } from "../../src/scenario-charts/scenario-view.js";

/**
 * What a sentence can say of a scenario, by name. Coverage and shares are from 0 to 1; money is in EUR: `cost_total` over
 * all years, discounted to the year of the mapping; `cost_year` in the last year; `_baseline` is the same without
 * the scenario, `_change` what it adds. Names that end in `_p10`, `_p50` and `_p90` are percentiles of 1,000 draws; the others have the central
 * assumptions.
 */
export function modelResults(view: ScenarioView): Record<string, number> {
  const [before, now] = [lastOf(view.baseline), lastOf(view.result)];
  const drawn = view.uncertainty!;
  const counted = (year: YearResult) => sum(year.cities, initiativesOf);
  return {
    coverage_baseline: before.coverage,
    coverage: now.coverage,
    coverage_change: now.coverage - before.coverage,
    ...bands("coverage", drawn.all.coverage),
    ...bands("coverage_change", drawn.all.coverageChange),
    initiatives_baseline: counted(before),
    initiatives: counted(now),
    initiatives_added: counted(now) - counted(before),
    inequality_baseline: before.inequality,
    inequality: now.inequality,
    ...moneyOf(
      view,
      (year) => year.cities,
      (year) => year.cost,
    ),
    ...bands("cost_total", drawn.discounted),
    ...bands("cost_total_change", drawn.discountedChange),
    ...bands("cost_year", drawn.all.total),
    ...bands("cost_year_change", drawn.all.totalChange),
    ...bands("cost_year_public", drawn.all.public),
    ...bands("cost_year_public_change", drawn.all.publicChange),
    ...bands("cost_year_private", drawn.all.private),
    public_private_share_baseline: before.publicPrivateShare,
    public_private_share: now.publicPrivateShare,
  };
}

/** The same of one city, as far as it is told of one; null for a city that was not mapped. */
export function cityResults(view: ScenarioView, city: string): Record<string, number> | null {
  const place = view.result.years[0]!.cities.findIndex((one) => one.city === city);
  if (place < 0) return null;
  const [before, now] = [lastOf(view.baseline).cities[place]!, lastOf(view.result).cities[place]!];
  const drawn = view.uncertainty!.cities[place]!;
  return {
    coverage_baseline: before.cityCoverage,
    coverage: now.cityCoverage,
    coverage_change: now.cityCoverage - before.cityCoverage,
    ...bands("coverage", drawn.coverage),
    ...bands("coverage_change", drawn.coverageChange),
    initiatives_baseline: initiativesOf(before),
    initiatives: initiativesOf(now),
    initiatives_added: initiativesOf(now) - initiativesOf(before),
    ...moneyOf(
      view,
      (year) => [year.cities[place]!],
      (year) => year.cities[place]!.cost,
    ),
    ...bands("cost_year", drawn.total),
    ...bands("cost_year_change", drawn.totalChange),
    ...bands("cost_year_public", drawn.public),
    ...bands("cost_year_private", drawn.private),
    public_private_share_baseline: before.publicPrivateShare,
    public_private_share: now.publicPrivateShare,
  };
}

function moneyOf(
  { baseline, result }: ScenarioView,
  citiesOf: (year: YearResult) => readonly CityResult[],
  costOf: (year: YearResult) => { total: number; public: number; private: number },
): Record<string, number> {
  /** A part of a year's cost is discounted as the whole of it is. */
  const worth = (years: readonly YearResult[], part: "total" | "public" | "private") =>
    sum(years, (year) =>
      sum(citiesOf(year), ({ cost }) => (cost.total > 0 ? (cost.discounted * cost[part]) / cost.total : 0)),
    );
  const money: Record<string, number> = {};
  for (const part of ["total", "public", "private"] as const) {
    money[`cost_${part}`] = worth(result.years, part);
    money[`cost_${part}_baseline`] = worth(baseline.years, part);
    money[`cost_${part}_change`] = worth(result.years, part) - worth(baseline.years, part);
    const year = part === "total" ? "cost_year" : `cost_year_${part}`;
    money[year] = costOf(lastOf(result))[part];
    money[`${year}_baseline`] = costOf(lastOf(baseline))[part];
    money[`${year}_change`] = costOf(lastOf(result))[part] - costOf(lastOf(baseline))[part];
  }
  return money;
}

const initiativesOf = ({ initiatives }: Pick<CityResult, "initiatives">) => sum(initiatives);

const bands = (name: string, { p10, p50, p90 }: Band): Record<string, number> => ({
  [`${name}_p10`]: p10,
  [`${name}_p50`]: p50,
  [`${name}_p90`]: p90,
});
