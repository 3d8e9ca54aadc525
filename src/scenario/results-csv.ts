import { toCsv } from "../components/csv.js";
import { dimensions, partnershipNames, partnershipTypes } from "../model/names.js";
import type { Row } from "../components/figure.js";
import type { Choices } from "../model/choices.js";
import type { Band } from "../model/percentiles.js";
import type { CityResult, Result, YearResult } from "../model/simulate.js";
import { placeOf, type Uncertainty } from "../model/uncertainty.js";
import { weightingLabels } from "./measure-words.js";
import type { Today } from "./record.js";

const resultColumns = [
  ...["year", "years_after_mapping", "city_id", "city", "measure", "of", "unit"],
  ...["baseline", "scenario", "p10", "p50", "p90"],
];

/** One figure of a city or of all in a year. */
interface Figure {
  measure: string;
  of?: string;
  unit: string;
  scenario: number;
  baseline: number;
  band?: Band | undefined;
}

/**
 * What came of a scenario: a row a year, city (or all) and measure, with the baseline beside and, where draws were
 * made, the 10th, 50th and 90th percentile. What cannot be said is an empty cell, never zero.
 * @param choices by whom the mean of coverage is weighed; default each city alike
 */
export function resultsCsv(
  { model }: Pick<Today, "model">,
  baseline: Result,
  result: Result,
  uncertainty: Uncertainty | null = null,
  { weighting }: Pick<Choices, "weighting"> = {},
): string {
  const last = result.years.length - 1;
  const rows = result.years.flatMap((year, t): Row[] => {
    const before = baseline.years[t]!;
    const drawn = uncertainty?.years[t];
    const all = allFigures(year, before, drawn, weighting);
    const cities = year.cities.map((city, c) => {
      const bands = t === last && uncertainty ? bandsOf(uncertainty, c) : undefined;
      const place = placeFigure(year, before, c, t === last ? uncertainty?.places[c] : undefined);
      return { id: city.city, figures: [place, ...cityFigures(city, before.cities[c]!, bands)] };
    });
    return [{ id: "all", figures: all }, ...cities].flatMap(({ id, figures }) =>
      figures.map(({ measure, of, unit, scenario, baseline, band }) => ({
        ...{ year: year.year, years_after_mapping: year.t, city_id: id },
        city: id === "all" ? "all mapped cities" : (model.baseline.names.get(id) ?? id),
        ...{ measure, of: of ?? null, unit, baseline: said(baseline), scenario: said(scenario) },
        ...{ p10: said(band?.p10), p50: said(band?.p50), p90: said(band?.p90) },
      })),
    );
  });
  return toCsv(rows, resultColumns);
}

const said = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

type Costs = Record<"total" | "public" | "private", Band>;
type YearBands = Costs & { coverage: Band; inequality?: Band };

function costFigures(
  year: YearResult | CityResult,
  before: YearResult | CityResult,
  bands?: Costs,
): Figure[] {
  return (["total", "public", "private", "discounted"] as const).map((part) => ({
    ...{
      measure: "cost",
      of: part,
      unit: "EUR a year",
      scenario: year.cost[part],
      baseline: before.cost[part],
    },
    band: part === "discounted" ? undefined : bands?.[part],
  }));
}

function partnershipFigures(year: YearResult | CityResult, before: YearResult | CityResult): Figure[] {
  return [
    ...partnershipTypes.map((type, p) => ({
      ...{ measure: "partnerships", of: partnershipNames[type], unit: "partnerships" },
      ...{ scenario: year.partnerships[p]!, baseline: before.partnerships[p]! },
    })),
    {
      ...{ measure: "public–private share", unit: "share of partnerships" },
      ...{ scenario: year.publicPrivateShare, baseline: before.publicPrivateShare },
    },
  ];
}

function allFigures(
  year: YearResult,
  before: YearResult,
  bands?: YearBands,
  weighting?: Choices["weighting"],
): Figure[] {
  return [
    {
      measure:
        weighting === undefined ? "coverage" : `coverage, cities weighed ${weightingLabels[weighting]}`,
      ...{ unit: "share of the target", band: bands?.coverage },
      ...{ scenario: year.coverage, baseline: before.coverage },
    },
    {
      ...{ measure: "inequality", unit: "Gini coefficient", band: bands?.inequality },
      ...{ scenario: year.inequality, baseline: before.inequality },
    },
    ...costFigures(year, before, bands),
    ...partnershipFigures(year, before),
  ];
}

interface CityBands {
  year: YearBands;
  initiatives: Band[];
  coverage: Band[];
}

function bandsOf({ cities, initiatives, coverage }: Uncertainty, c: number): CityBands {
  const own = (bands: Band[]) => bands.slice(c * dimensions.length, (c + 1) * dimensions.length);
  return { year: cities[c]!, initiatives: own(initiatives), coverage: own(coverage) };
}

function cityFigures(city: CityResult, before: CityResult, bands?: CityBands): Figure[] {
  return [
    {
      ...{ measure: "coverage", unit: "share of the target", band: bands?.year.coverage },
      ...{ scenario: city.cityCoverage, baseline: before.cityCoverage },
    },
    ...dimensions.map((dimension, d) => ({
      ...{ measure: "coverage", of: dimension, unit: "share of the target", band: bands?.coverage[d] },
      ...{ scenario: city.coverage[d]!, baseline: before.coverage[d]! },
    })),
    ...dimensions.map((dimension, d) => ({
      ...{ measure: "initiatives", of: dimension, unit: "initiatives", band: bands?.initiatives[d] },
      ...{ scenario: city.initiatives[d]!, baseline: before.initiatives[d]! },
    })),
    plain("breadth", "dimensions", city.breadth, before.breadth),
    plain("evenness", "Pielou's J", city.evenness, before.evenness),
    plain("actors per initiative", "actors", city.actorsPerInitiative, before.actorsPerInitiative),
    ...costFigures(city, before, bands?.year),
    ...partnershipFigures(city, before),
  ];
}

/** Where a city comes among all by coverage, 1 the highest. */
function placeFigure(year: YearResult, before: YearResult, c: number, band: Band | undefined): Figure {
  const placeIn = ({ cities }: YearResult) =>
    placeOf(
      cities.map(({ cityCoverage }) => cityCoverage),
      c,
    );
  return {
    ...{ measure: "place by coverage", unit: "place, 1 the highest" },
    ...{ scenario: placeIn(year), baseline: placeIn(before), band },
  };
}

const plain = (measure: string, unit: string, scenario: number, baseline: number): Figure => ({
  ...{ measure, unit, scenario, baseline },
});
