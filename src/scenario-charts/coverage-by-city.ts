import { capital, formatList, percent } from "../components/format.js";
import { dimensions } from "../model/names.js";
import { text, type Row } from "../components/figure.js";
import { averageWords } from "../scenario/measure-words.js";
import { drawAllCities, drawOneCity } from "./draw-coverage.js";
import { countedWords } from "./counted-words.js";
import { countSources } from "./count-sources.js";
import type { ScenarioPicture } from "./picture.js";
import {
  bandWords,
  cell,
  cityPairs,
  countWords,
  everyDimension,
  fromTo,
  lastOf,
  moved,
  placeInView,
  roundOf,
  share,
  shareOf,
  shortTarget,
} from "./reading.js";
import type { ScenarioView } from "./scenario-view.js";

const D = dimensions.length;

/** Coverage by city and dimension in the last year against the mapping; of one city, its initiatives against T. */
export const coverageByCity: ScenarioPicture = {
  id: "coverage-by-city",
  unit: "coverage: initiatives as a share of the target, at most 100 %",
  title: (view) => (placeInView(view) < 0 ? titleOfAll(view) : titleOfCity(view)),
  description(view) {
    const year = lastOf(view.result).year;
    const what = `Dots by city and dimension in ${year}, hollow ones for the mapping, a line for the target.`;
    return `${what} ${shownPairs(view)
      .map(
        ({ city, before, now }) =>
          `${city} ${moved(before.cityCoverage, now.cityCoverage) ? fromTo(before.cityCoverage, now.cityCoverage) : percent(now.cityCoverage)}: ${dimensions.map((dimension, d) => `${dimension} ${kappaWords(before.coverage[d]!, now.coverage[d]!)}`).join(", ")}.`,
      )
      .join(" ")}`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "dimension", title: "Dimension" },
    {
      name: "coverage_before",
      title: "Coverage",
      unit: "at the mapping",
      show: share,
      bareUnit: "0 to 1",
      missing: "not known",
    },
    {
      name: "coverage",
      title: "Coverage",
      unit: "in the scenario",
      show: share,
      bareUnit: "0 to 1",
      missing: "not known",
    },
    {
      name: "coverage_p10",
      title: "10th percentile",
      unit: "of the simulations",
      show: share,
      bareUnit: "0 to 1",
      missing: "not drawn",
    },
    {
      name: "coverage_p90",
      title: "90th percentile",
      unit: "of the simulations",
      show: share,
      bareUnit: "0 to 1",
      missing: "not drawn",
    },
    {
      name: "initiatives_before",
      title: "Initiatives",
      unit: "at the mapping",
      decimals: 1,
      missing: "not known",
    },
    { name: "initiatives", title: "Initiatives", unit: "in the scenario", decimals: 1, missing: "not known" },
    {
      name: "initiatives_p10",
      title: "10th percentile",
      unit: "initiatives",
      decimals: 1,
      missing: "not drawn",
    },
    {
      name: "initiatives_p90",
      title: "90th percentile",
      unit: "initiatives",
      decimals: 1,
      missing: "not drawn",
    },
    { name: "target", title: "Target", unit: "initiatives", decimals: 1 },
  ],
  rows(view) {
    const [before, now] = [lastOf(view.baseline), lastOf(view.result)];
    const place = placeInView(view);
    return now.cities.flatMap((own, c): Row[] =>
      place >= 0 && place !== c
        ? []
        : dimensions.map((dimension, d) => {
            const kappa = view.uncertainty?.coverage[c * D + d];
            const n = view.uncertainty?.initiatives[c * D + d];
            return {
              city_id: own.city,
              city: view.model.baseline.names.get(own.city) ?? own.city,
              dimension,
              ...roundOf(view, "initiatives", own.city),
              coverage_before: cell(before.cities[c]!.coverage[d]),
              coverage: cell(own.coverage[d]),
              coverage_p10: ranged(own.coverage[d], kappa?.p10),
              coverage_p90: ranged(own.coverage[d], kappa?.p90),
              initiatives_before: cell(before.cities[c]!.initiatives[d]),
              initiatives: cell(own.initiatives[d]),
              initiatives_p10: ranged(own.initiatives[d], n?.p10),
              initiatives_p90: ranged(own.initiatives[d], n?.p90),
              target: cell(view.result.targets[c]![d]),
            };
          }),
    );
  },
  draw: (rows, canvas, view) =>
    placeInView(view) < 0 ? drawAllCities(rows, canvas, view) : drawOneCity(rows, canvas, view),
  words(view) {
    const place = placeInView(view);
    const band = place < 0 ? view.uncertainty?.all.coverage : view.uncertainty?.cities[place]?.coverage;
    const under = shownPairs(view).flatMap(({ city, now }) => {
      const short = dimensions.filter((_, d) => now.coverage[d]! < 1 - 1e-9);
      return short.length ? [{ city, short }] : [];
    });
    const words = under.length
      ? [
          place < 0
            ? `Dimensions below the target in ${lastOf(view.result).year}, of five: ${under.map(({ city, short }) => `${city} ${short.length}`).join(", ")}.`
            : `Below the target in ${lastOf(view.result).year}: ${formatList(under[0]!.short)}.`,
        ]
      : [];
    if (band && band.p90 - band.p10 >= 0.005)
      words.push(
        `The pale bars cover eight in ten simulations, which put coverage at ${bandWords(band, percent)}.`,
      );
    return words;
  },
  cells: (row) => ({
    initiatives_before: {
      table: "initiatives",
      key: `${text(row, "city_id")}/${text(row, "dimension")}/${text(row, "round")}`,
      column: "initiatives",
    },
  }),
  sources: (view) => [
    ...countSources(view.model, ["initiatives"], { city: view.document.view.city }),
    { source_id: "arrivals", locator: "Table assumptions" },
  ],
  caveat: (view) =>
    `${countedWords(view)}Coverage says how many initiatives there are against a target, not how good they are or whom they reach.`,
};

/** An end of a range; what is not known has none. */
const ranged = (value: number | undefined, end: number | undefined) =>
  Number.isNaN(value) ? null : cell(end);

/** A city's coverage of a dimension before and after; where its initiatives are not known, so it is. */
function kappaWords(before: number, now: number): string {
  if (Number.isNaN(now)) return "not known";
  return moved(before, now) ? fromTo(before, now) : percent(now);
}

function shownPairs(view: ScenarioView) {
  const place = placeInView(view);
  return cityPairs(view).filter((_, c) => place < 0 || place === c);
}

function titleOfAll(view: ScenarioView): string {
  const pairs = cityPairs(view);
  const [before, now] = [lastOf(view.baseline).coverage, lastOf(view.result).coverage];
  const target = shortTarget(view.document.target);
  const reached = pairs.filter(({ now }) => now.cityCoverage > 1 - 1e-9).length;
  const changed = pairs
    .map(({ city, before, now }) => ({ city, change: now.cityCoverage - before.cityCoverage }))
    .filter(({ change }) => Math.abs(change) > 1e-9);
  if (!changed.length) {
    const who =
      reached === 0
        ? "No city"
        : reached === 1
          ? "One city"
          : `${capital(countWords(reached))} of ${countWords(pairs.length)} cities`;
    return `${who} ${reached < 2 ? "reaches" : "reach"} ${target} in every dimension`;
  }
  if (!moved(before, now))
    return `Coverage stays at ${percent(now)} of ${target}, though ${countWords(changed.length)} cities change`;
  const most = changed.reduce((a, b) => (Math.abs(b.change) > Math.abs(a.change) ? b : a));
  const who =
    reached === pairs.length
      ? "every city reaches it"
      : changed.length === 1
        ? `only ${most.city} changes`
        : `${most.city} ${most.change < 0 ? "loses" : "gains"} most`;
  return `${capital(averageWords(view.document))} the cities go from ${fromTo(before, now)} of ${shareOf(view.document.target)}: ${who}`;
}

function titleOfCity(view: ScenarioView): string {
  const { city, before, now } = cityPairs(view)[placeInView(view)]!;
  const target = shortTarget(view.document.target);
  const known = now.coverage.filter((kappa) => !Number.isNaN(kappa));
  const reached = known.filter((kappa) => kappa > 1 - 1e-9).length;
  const all = everyDimension(view);
  const where =
    reached === 0
      ? `misses ${target} in ${all}`
      : `reaches ${target} in ${reached === known.length ? all : `${countWords(reached)} of ${countWords(known.length)} dimensions`}`;
  if (!moved(before.cityCoverage, now.cityCoverage)) return `${city} ${where}`;
  const verb = now.cityCoverage < before.cityCoverage ? "falls" : "rises";
  return `${city}’s coverage ${verb} from ${fromTo(before.cityCoverage, now.cityCoverage)}; it ${where}`;
}
