import { formatList, formatNumber } from "../components/format.js";
import { isOwnRow, notKnown } from "../components/own-rows.js";
import { number, text, type Options, type Row } from "../components/figure.js";
import { difference, standings, type Standing } from "../model/coverage.js";
import { dimensions } from "../model/names.js";
import { sentence } from "./difference-words.js";
import { citiesIn, citiesInFocus, focusMissing } from "./focus.js";

/** The comparison for those who cannot see it: every count beside the median and the most. */
export function compareDescription(rows: Row[], options: Options): string {
  const focus = citiesInFocus(rows, options);
  const others = citiesIn(rows).length > focus.length ? `, ${formatList(focus)} dark, the others grey` : "";
  return `Bars of initiatives, one panel per dimension${others}. ${dimensions.map((dimension) => describeDimension(rows, dimension)).join(" ")}`;
}

/** A sentence for each city, and one where the city in focus is not among them. */
export function compareSentences(rows: Row[], options: Options): string[] {
  const missing = focusMissing(rows, options);
  return [
    ...(missing === null
      ? []
      : [`${missing} is not among the cities chosen, so that it cannot be in focus.`]),
    ...citiesIn(rows).map((city) => differenceWords(city, rows)),
  ];
}

function describeDimension(rows: Row[], dimension: string): string {
  const own = rows.filter((row) => row.dimension === dimension);
  if (!own[0]) return "";
  return `${dimension}, median ${formatNumber(number(own[0], "median_initiatives") ?? 0, 1)}, most ${text(own[0], "most_initiatives")}: ${own.map((row) => `${text(row, "city")} ${text(row, "initiatives") || notKnown}`).join(", ")}.`;
}

/** How a city of the rows differs; the median and the most come with the rows, for they are of all mapped cities. */
function differenceWords(city: string, rows: Row[]): string {
  const ofCity = rows.filter((row) => row.city === city);
  const counted = ofCity.filter((row) => row.initiatives !== null);
  const unknown = ofCity.filter((row) => row.initiatives === null).map((row) => text(row, "dimension"));
  if (!counted.length) return `Nothing is known of the initiatives of ${city}.`;
  const counts = counted.map((row) => ({
    city,
    dimension: text(row, "dimension"),
    initiatives: number(row, "initiatives") ?? 0,
  }));
  const all: Standing[] = standings(counts).map((standing, i) => ({
    ...standing,
    median: number(counted[i]!, "median_initiatives") ?? 0,
    most: number(counted[i]!, "most_initiatives") ?? 0,
  }));
  return sentence(difference(city, all), ofCity.some(isOwnRow) ? { unknown } : undefined);
}
