import { element } from "../../components/element.js";
import { scrollFrame } from "../../components/scroll-frame.js";
import { capital, formatNumber, formatShort } from "../../components/format.js";
import { groupWords, variableNames } from "../../components/comparator-words.js";
import { svgElement } from "../../components/svg-element.js";
import { tableHead } from "../../components/table-head.js";
import type { Comparator } from "../../model/comparators.js";
import type { Arrivals, AskingCity, PolicyLevel } from "../../model/city-contexts.js";
import { contextVariables, type ContextVariable, type Difference } from "../../model/differences.js";
import { ownCityId } from "../../model/own-city.js";
import type { RankRange } from "../../model/rank-ranges.js";
import { nearestThreeWords, placeWords, rangeWords } from "./place-words.js";

const arrivalWords: Readonly<Record<Arrivals, string>> = {
  "large-refugee-groups": "large groups of refugees",
  "mostly-economic": "mostly economic migrants",
};
const policyWords: Readonly<Record<PolicyLevel, string>> = {
  none: "none",
  national: "national",
  local: "of the city",
  "national-and-local": "national and of the city",
};

/** The city itself in a first row, then the others in their order: each value, how far it is apart, what is missing. */
export function comparatorTable(
  document: Document,
  link: (path: string) => string,
  city: AskingCity,
  comparators: readonly Comparator[],
  ranges: ReadonlyMap<string, RankRange>,
): HTMLElement {
  const cell = (label: string, attributes: Record<string, string>, ...children: (Node | string)[]) =>
    element(document, "td", { "data-label": label, ...attributes }, ...children);
  const named = ({ id, name }: Pick<AskingCity, "id" | "name">) =>
    id === ownCityId ? name : element(document, "a", { href: link(`/cities/${id}`) }, name);
  const [place, overall, distance] = ["Place", "Over all weightings", "Distance"];
  const self = element(
    document,
    "tr",
    { class: "self" },
    element(document, "th", { scope: "row" }, named(city)),
    element(document, "td", {}),
    element(document, "td", {}),
    element(document, "td", {}),
    ...contextVariables.map((variable) => {
      const words = valueWords(variable, city);
      return cell(
        capital(variableNames[variable]),
        words ? {} : { class: "missing" },
        words ?? missingValue(variable, city),
      );
    }),
  );
  const rows = comparators.map((comparator) => {
    const range = ranges.get(comparator.city.id);
    return element(
      document,
      "tr",
      {},
      element(document, "th", { scope: "row" }, named(comparator.city)),
      cell(place, {}, placeWords(comparator)),
      cell(
        overall,
        {},
        ...(range
          ? [rangeWords(range), " ", element(document, "small", {}, nearestThreeWords(range))]
          : ["no place"]),
      ),
      cell(
        distance,
        { class: comparator.distance === null ? "missing" : "number" },
        comparator.distance === null ? "not known" : formatNumber(comparator.distance, 2),
      ),
      ...comparator.differences.map((difference) =>
        cell(
          capital(variableNames[difference.variable]),
          difference.apart === null ? { class: "missing" } : {},
          ...apartCell(document, difference, comparator.city),
        ),
      ),
    );
  });
  const head = tableHead(document, [
    "City",
    place,
    overall,
    distance,
    ...contextVariables.map((variable) => capital(variableNames[variable])),
  ]);
  const frame = scrollFrame(
    document,
    `Cities in the order of their distance to ${city.name}`,
    element(document, "table", {}, head, element(document, "tbody", {}, self, ...rows)),
  );
  frame.classList.add("folds");
  return frame;
}

/** The other city's value, and a bar as long as the two are apart; or why they are not compared. */
function apartCell(document: Document, difference: Difference, there: AskingCity): (Node | string)[] {
  const { variable, apart, missing, challenges } = difference;
  const value = challenges
    ? `${challenges.both} of ${challenges.either} in common`
    : valueWords(variable, there);
  if (apart === null)
    return [missing?.there ? missingValue(variable, there) : `${value ?? ""}, not compared`];
  return [
    value ?? "",
    " ",
    element(
      document,
      "span",
      { class: "apart" },
      bar(document, apart),
      element(
        document,
        "span",
        {},
        apart === 0 ? "the same" : formatNumber(apart, 2),
        apart !== 0 && element(document, "span", { class: "unseen" }, " apart"),
      ),
    ),
  ];
}

/** What is known of a city in a variable; null where it is not. */
function valueWords(variable: ContextVariable, city: AskingCity): string | null {
  switch (variable) {
    case "foreign-born":
      return city.foreignBornPct === null ? null : `${formatShort(city.foreignBornPct)} %`;
    case "arrivals":
      return city.arrivals && arrivalWords[city.arrivals];
    case "policy-level":
      return city.policyLevel && policyWords[city.policyLevel];
    case "region":
      return city.region || null;
    case "challenges":
      return city.challenges && `${city.challenges.length} named`;
  }
}

/** Why a variable of a city is not known. */
function missingValue(variable: ContextVariable, { shareGroup, neitherFirst }: AskingCity): string {
  if (variable === "arrivals" && neitherFirst) return "neither group put first";
  if (variable !== "foreign-born" || shareGroup === null || shareGroup === "foreign-born") return "not known";
  return `counted differently: ${groupWords[shareGroup]}`;
}

function bar(document: Document, apart: number): SVGElement {
  const made = svgElement(document);
  const [width, height] = [60, 8];
  const svg = made("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  svg.append(
    made("rect", { class: "whole", x: 0, y: 3, width, height: 2 }),
    made("rect", { class: "extent", x: 0, y: 0, width: width * apart, height }),
  );
  return svg;
}
