import { sum } from "d3-array";
import { euroFigures } from "../components/euro.js";
import type { Column, Row } from "../components/figure.js";
import type { Cost } from "../model/simulate.js";
import { placeOf } from "../model/uncertainty.js";
import { countedWords } from "./counted-words.js";
import { costWords } from "./cost-words.js";
import { countSources } from "./count-sources.js";
import type { ScenarioPicture } from "./picture.js";
import { cell, cityPairs, lastOf, mappedWords, placeInView, placeName, share } from "./reading.js";
import type { ScenarioView } from "./scenario-view.js";

const before = "at the mapping";
const now = "in the scenario";
const columns: Column[] = [
  { name: "city", title: "City" },
  { name: "coverage_before", title: "Coverage", unit: before, show: share, bareUnit: "0 to 1" },
  { name: "coverage", title: "Coverage", unit: now, show: share, bareUnit: "0 to 1" },
  {
    name: "coverage_p10",
    title: "Coverage",
    unit: "10th percentile",
    show: share,
    bareUnit: "0 to 1",
    missing: "not drawn",
  },
  {
    name: "coverage_p90",
    title: "Coverage",
    unit: "90th percentile",
    show: share,
    bareUnit: "0 to 1",
    missing: "not drawn",
  },
  { name: "place", title: "Place", unit: "by coverage, 1 the highest", missing: "–" },
  { name: "place_p10", title: "Place", unit: "10th percentile", missing: "not drawn" },
  { name: "place_p90", title: "Place", unit: "90th percentile", missing: "not drawn" },
  { name: "initiatives_before", title: "Initiatives", unit: before },
  { name: "initiatives", title: "Initiatives", unit: now, decimals: 1 },
  { name: "breadth", title: "Breadth", unit: "dimensions of 5", missing: "–" },
  {
    name: "evenness",
    title: "Evenness",
    unit: "Pielou’s J, 1 is even",
    decimals: 2,
    missing: "–",
  },
  { name: "actors_per_initiative", title: "Actors", unit: "per initiative", decimals: 2, missing: "–" },
  {
    name: "total_before_eur",
    title: "Cost",
    unit: `EUR a year, ${before}`,
    show: euroFigures,
    bareUnit: "in full",
  },
  { name: "total_eur", title: "Cost", unit: `EUR a year, ${now}`, show: euroFigures, bareUnit: "in full" },
  {
    name: "public_eur",
    title: "Public cost",
    unit: `EUR a year, ${now}`,
    show: euroFigures,
    bareUnit: "in full",
  },
  {
    name: "private_eur",
    title: "Private cost",
    unit: `EUR a year, ${now}`,
    show: euroFigures,
    bareUnit: "in full",
  },
  {
    name: "public_private_pct",
    title: "Public–private",
    unit: "% of partnerships",
    decimals: 0,
    missing: "no partnership",
  },
];

/** What the table is of: the city in view, or every one. */
function subject(view: ScenarioView): string {
  return placeInView(view) < 0 ? "Every city" : placeName(view);
}

/** Everything a city comes to in the last year, as a table. */
export const everything: ScenarioPicture = {
  id: "everything",
  unit: "last year of the scenario",
  title: (view) =>
    `${subject(view)} in ${lastOf(view.result).year}, against ${view.document.ownCity ? "your counts" : `the mapping of ${mappedWords(view)}`}`,
  description: (view) => `Table of the mapped cities in ${lastOf(view.result).year}.`,
  columns,
  rows(view) {
    const place = placeInView(view);
    const cities = cityPairs(view).map(({ city, before, now }, c): Row => {
      const band = view.uncertainty?.cities[c]?.coverage;
      return {
        city_id: now.city,
        city,
        ...coverageCells(before.cityCoverage, now.cityCoverage, band),
        ...placeCells(view, c),
        initiatives_before: cell(sum(before.initiatives)),
        initiatives: cell(sum(now.initiatives)),
        breadth: cell(now.breadth),
        evenness: cell(now.evenness),
        actors_per_initiative: cell(now.actorsPerInitiative),
        ...costCells(before.cost, now.cost),
        public_private_pct: cell(now.publicPrivateShare * 100),
      };
    });
    return place < 0 ? [...cities, allCities(view)] : cities.filter((_, c) => c === place);
  },
  draw: null,
  sources: (view) => [
    ...countSources(view.model, ["initiatives", "partnerships"], { city: view.document.view.city }),
    { source_id: "arrivals", locator: "Table assumptions" },
  ],
  caveat: (view) => `${countedWords(view)}${costWords(view)}`,
};

/** Means of coverage, sums of what can be summed; breadth and evenness belong to a city. */
function allCities(view: ScenarioView): Row {
  const [before, now] = [lastOf(view.baseline), lastOf(view.result)];
  return {
    city: "All",
    ...coverageCells(before.coverage, now.coverage, view.uncertainty?.all.coverage),
    ...{ place: null, place_p10: null, place_p90: null },
    initiatives_before: cell(sum(before.cities, (city) => sum(city.initiatives))),
    initiatives: cell(sum(now.cities, (city) => sum(city.initiatives))),
    breadth: null,
    evenness: null,
    actors_per_initiative: null,
    ...costCells(before.cost, now.cost),
    public_private_pct: cell(now.publicPrivateShare * 100),
  };
}

function coverageCells(before: number, now: number, band: { p10: number; p90: number } | undefined): Row {
  return {
    coverage_before: cell(before),
    coverage: cell(now),
    coverage_p10: cell(band?.p10),
    coverage_p90: cell(band?.p90),
  };
}

/** Where a city comes among all by coverage; one city alone has no place. */
function placeCells({ result, uncertainty }: ScenarioView, c: number): Row {
  const { cities } = lastOf(result);
  const band = uncertainty?.places[c];
  return {
    place:
      cities.length > 1
        ? placeOf(
            cities.map(({ cityCoverage }) => cityCoverage),
            c,
          )
        : null,
    place_p10: cities.length > 1 && band ? Math.floor(band.p10) : null,
    place_p90: cities.length > 1 && band ? Math.ceil(band.p90) : null,
  };
}

function costCells(before: Cost, now: Cost): Row {
  return {
    total_before_eur: cell(before.total),
    total_eur: cell(now.total),
    public_eur: cell(now.public),
    private_eur: cell(now.private),
  };
}
