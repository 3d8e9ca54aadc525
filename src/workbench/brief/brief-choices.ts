import { element } from "../../components/element.js";
import { capital, formatAsItIs, formatNumber } from "../../components/format.js";
import { dimensions, partnershipNames, partnershipTypes } from "../../model/names.js";
import type { OwnCity } from "../../model/own-city.js";
import { mappedWords } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { targetsInView } from "../../scenario-charts/targets-in-view.js";
import { costingLabels, costingOf } from "../../scenario/costing.js";
import { countsLabels, perLabels, weightingLabels } from "../../scenario/measure-words.js";
import { placeName } from "../../scenario/named.js";
import { targetLabels } from "../../scenario/target-words.js";
import { modelVersion } from "../../scenario/versions.js";

/**
 * Everything that was chosen beside levers and assumptions, under the labels of its fields, and the counts of a city of
 * the reader's own: from it the page can be set again.
 * @param dataVersion hash of the data package
 */
export function briefChoices(document: Document, view: ScenarioView, dataVersion: string): HTMLElement {
  const { horizon, target, weighting, counts, seed, draws, view: shown, ownCity, overrides } = view.document;
  const first = view.result.years[0]!.year;
  const cities = ownCity
    ? ownCityWords(ownCity)
    : ([["City", capital(placeName(shown.city, view.model))]] as const);
  const lines: readonly (readonly [string, string])[] = [
    ...cities,
    ["Target", `${targetLabels[target.kind]}: ${targetFigures(view)}`],
    ...ownOfCities(view),
    // What is usual goes without saying: a brief has two sheets.
    ...(target.per === undefined ? [] : [["Target per", perLabels[target.per]] as const]),
    ...(weighting === undefined ? [] : [["Weigh cities", weightingLabels[weighting]] as const]),
    ...(counts === undefined ? [] : [["Counts", countsLabels[counts]] as const]),
    ["Costs", costingLabels[costingOf(view.document)]],
    ["Years ahead", `${horizon}, to ${first + horizon}`],
    [
      "Start year",
      `${first}, with the cities as they were ${ownCity ? "counted" : `mapped in ${mappedWords(view)}`}`,
    ],
    ["Seed", String(seed)],
    ["Draws", formatNumber(draws)],
    ["Changed assumptions", changedWords(Object.keys(overrides).length)],
    ["Made with", `data version ${dataVersion}, model version ${modelVersion}`],
  ];
  return element(
    document,
    "dl",
    { class: "brief-choices" },
    ...lines.map(([label, words]) =>
      element(
        document,
        "div",
        {},
        element(document, "dt", {}, label),
        " ",
        element(document, "dd", {}, words),
      ),
    ),
  );
}

const listed = (own: readonly number[]) =>
  dimensions.map((d, i) => `${d} ${formatAsItIs(own[i]!)}`).join(", ");

/** Own figures as they were typed; else T by dimension and, where cities differ, one city after another. */
function targetFigures(view: ScenarioView): string {
  const { target } = view.document;
  if (target.kind === "own") return `${listed(dimensions.map((d) => target.initiatives[d]))} initiatives`;
  const same = targetsInView(view);
  if (same) return `${listed(same)} initiatives`;
  const { cities, names } = view.model.baseline;
  const byCity = view.result.targets.map(
    (own, c) => `${names.get(cities[c]!) ?? cities[c]!}, ${listed(own)}`,
  );
  return `${byCity.join("; ")} initiatives`;
}

/** Figures of single cities in the place of those for all, a line a city. */
function ownOfCities({ document: { target }, model }: ScenarioView): [string, string][] {
  if (target.kind !== "own") return [];
  return Object.entries(target.cities ?? {}).map(([city, figures]) => [
    `Figures for ${model.baseline.names.get(city) ?? city}`,
    dimensions
      .flatMap((d) => (figures[d] === undefined ? [] : [`${d} ${formatAsItIs(figures[d])}`]))
      .join(", "),
  ]);
}

const changedWords = (changed: number) =>
  changed === 0 ? "none" : `${formatNumber(changed)}, with their values in the table of assumptions`;

function ownCityWords({ name, country, initiatives, partnerships }: OwnCity): [string, string][] {
  const known = (count: number | null) => (count === null ? "not known" : formatNumber(count));
  return [
    ["City", `${[name, country].filter(Boolean).join(", ")}: a city with numbers of your own`],
    ["Initiatives", dimensions.map((d) => `${d} ${known(initiatives[d])}`).join(", ")],
    [
      "Partnerships",
      partnershipTypes.map((type) => `${partnershipNames[type]} ${known(partnerships[type])}`).join(", "),
    ],
  ];
}
