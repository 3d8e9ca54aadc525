import { formatList, inWords, namesOrNumber } from "../components/format.js";
import { isOwnRow, notKnown } from "../components/own-rows.js";
import { dimensions } from "../model/names.js";
import { number, text, type Choice, type Options, type Row } from "../components/figure.js";
import { mappedCities } from "./mapped-cities.js";

const ofTitle = "title";

/** The city that stands out among those compared. */
export const focusChoice: Choice = {
  name: "focus",
  label: "City in focus",
  control: "list",
  none: ofTitle,
  get values() {
    return [{ value: ofTitle, label: "as in the title" }, ...mappedCities()];
  },
};

/** The focus of the first view. */
export const firstFocus = ofTitle;

/** Names of the cities of the rows, in their order. */
export const citiesIn = (rows: Row[]): string[] => [...new Set(rows.map((row) => text(row, "city")))];

/** How a city's counts stand to the median of the mapped cities. */
interface Standing {
  city: string;
  /** Dimensions with fewer initiatives than the median. */
  below: string[];
  /** Dimensions whose count is not known. */
  unknown: string[];
}

/** Every city of the rows against the median, in their order. */
function standingsOf(rows: Row[]): Standing[] {
  return citiesIn(rows).map((city) => {
    const own = rows.filter((row) => row.city === city);
    const named = (which: (row: Row) => boolean) => own.filter(which).map((row) => text(row, "dimension"));
    return {
      city,
      unknown: named((row) => row.initiatives === null),
      below: named(
        (row) =>
          row.initiatives !== null &&
          (number(row, "initiatives") ?? 0) < (number(row, "median_initiatives") ?? 0),
      ),
    };
  });
}

/** The id that a choice asks for; null for the title's. */
const asked = (options: Options): string | null =>
  mappedCities().find(({ value }) => value === options[focusChoice.name])?.value ?? null;

/** The name of the city asked for that is not among the rows; null where there is none. */
export function focusMissing(rows: Row[], options: Options): string | null {
  const id = asked(options);
  if (id === null || rows.some((row) => row.city_id === id)) return null;
  return mappedCities().find(({ value }) => value === id)!.label;
}

/** The one city in focus: the one asked for, else the reader's own; null where the title names those furthest below. */
function oneInFocus(rows: Row[], options: Options): string | null {
  const id = asked(options);
  const row = rows.find((row) => row.city_id === id) ?? rows.find(isOwnRow);
  return row ? text(row, "city") : null;
}

/** Names of the cities that stand out: those that the title is about. */
export function citiesInFocus(rows: Row[], options: Options): string[] {
  const one = oneInFocus(rows, options);
  if (one !== null) return [one];
  const furthest = furthestBelow(rows).map(({ city }) => city);
  return furthest.length ? furthest : citiesIn(rows);
}

/** Cities that are below the median in most dimensions, one or several; none where no city is below it in any. */
function furthestBelow(rows: Row[]): Standing[] {
  const all = standingsOf(rows);
  const most = Math.max(0, ...all.map(({ below }) => below.length));
  return most ? all.filter(({ below }) => below.length === most) : [];
}

/** What the picture shows: the city in focus against the median, or those furthest below it. */
export function focusTitle(rows: Row[], options: Options): string {
  const one = oneInFocus(rows, options);
  return one === null ? titleOfAll(rows) : titleOfOne(standingsOf(rows).find(({ city }) => city === one)!);
}

function titleOfAll(rows: Row[]): string {
  const worst = furthestBelow(rows);
  if (!worst[0]) {
    const all = citiesIn(rows);
    const whose = namesOrNumber(all, "cities");
    return `${whose === formatList(all) ? whose : `All ${whose} compared`} ${all.length === 1 ? "reaches" : "reach"} the median of the mapped cities in every dimension`;
  }
  return `${formatList(worst.map(({ city }) => city))} ${worst.length > 1 ? "stay" : "stays"} below the median in ${worst[0].below.length} of ${dimensions.length} dimensions`;
}

function titleOfOne({ city, below, unknown }: Standing): string {
  if (unknown.length === dimensions.length) return `Nothing is known of the initiatives of ${city}`;
  const rest = unknown.length
    ? `; ${unknown.length === 1 ? "one count is" : `${inWords(unknown.length)} counts are`} ${notKnown}`
    : "";
  const where = unknown.length ? "every dimension that is known" : "every dimension";
  return below.length
    ? `${city} stays below the median in ${below.length} of ${dimensions.length} dimensions: ${formatList(below)}${rest}`
    : `${city} reaches the median of the mapped cities in ${where}${rest}`;
}
