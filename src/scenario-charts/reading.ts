import { formatList, formatNumber, percent } from "../components/format.js";
import type { Cell } from "../components/figure.js";
import { everyCity } from "../model/levers/every-city.js";
import type { Band } from "../model/percentiles.js";
import type { CityResult, Result, YearResult } from "../model/simulate.js";
import type { Target } from "../model/targets.js";
import { perWords } from "../scenario/measure-words.js";
import type { ScenarioView } from "./scenario-view.js";

/** The last year of a result. */
export const lastOf = (result: Result): YearResult => result.years[result.years.length - 1]!;

/** Calendar year of the mapping. */
const mappedIn = ({ mappedIn, result }: Pick<ScenarioView, "mappedIn" | "result">): number =>
  mappedIn ?? result.years[0]!.year;

/**
 * Years in which the place in view was counted: one, unless cities of several rounds are in view. Of a scenario that is
 * shown on older data no round is known: there it is the year from which it counts.
 */
function yearsCounted(view: ScenarioView): number[] {
  const { cities, rounds } = view.model.baseline;
  const place = placeInView(view);
  const years = cities.flatMap((city, c) => {
    const year = place < 0 || place === c ? rounds?.initiatives.get(city)?.year : undefined;
    return year === undefined ? [] : [year];
  });
  return years.length === 0 ? [mappedIn(view)] : [...new Set(years)].sort((a, b) => a - b);
}

/** When the place in view was mapped: "2013", "2013 and 2024" where its cities are of several rounds. */
export const mappedWords = (view: ScenarioView): string => formatList(yearsCounted(view).map(String));

/**
 * When the cities were as they are without levers: "2013"; "as counted" for a city of the reader's own, and for cities
 * of several rounds.
 */
export function atFirst(view: ScenarioView): string {
  const [year, ...more] = yearsCounted(view);
  return view.document.ownCity || more.length > 0 ? "as counted" : String(year);
}

/** Place of the city in view among the mapped cities; −1 for all of them. */
export function placeInView({ document, model }: ScenarioView): number {
  return document.view.city === everyCity ? -1 : model.baseline.cities.indexOf(document.view.city);
}

/** A city's name; its id where the evidence has none. */
export const nameOf = ({ model }: Pick<ScenarioView, "model">, id: string): string =>
  model.baseline.names.get(id) ?? id;

/** "the mapped cities", or the name of the city in view. */
export function placeName(view: ScenarioView): string {
  const place = placeInView(view);
  return place < 0 ? "the mapped cities" : nameOf(view, view.model.baseline.cities[place]!);
}

/** Results of the last year by city: at the mapping and in the scenario. */
export function cityPairs(view: ScenarioView): { city: string; before: CityResult; now: CityResult }[] {
  const [before, now] = [lastOf(view.baseline), lastOf(view.result)];
  return now.cities.map((own, c) => ({ city: nameOf(view, own.city), before: before.cities[c]!, now: own }));
}

/** A value for a table: what cannot be said is missing. */
export const cell = (value: number | undefined): Cell =>
  value === undefined || !Number.isFinite(value) ? null : value;

/** True where two values differ by more than rounding leaves. */
export const moved = (before: number, now: number): boolean => Math.abs(now - before) > 1e-9;

/** True for a change that is nothing but what rounding leaves. */
export const isNothing = (change: number): boolean => !moved(0, change);

/** A change of coverage in percentage points, with its sign and without a unit: "+12.3"; more decimals where it is small. */
export const pointsWords = (change: number): string =>
  signed(change * 100, Math.abs(change) < 0.0005 ? 2 : 1);

/** A share as a table shows it: "83 %". */
export const share = (value: number): string => percent(value);

/** An index from 0 to 1, as the Gini coefficient is: "0.11". */
export const index = (value: number, decimals = 2): string => formatNumber(value, decimals);

/** A change with its sign: "+0.02", "−6"; what rounds to nothing has none. */
export function signed(change: number, decimals: number): string {
  const words = formatNumber(change, decimals);
  return change > 0 && /[1-9]/.test(words) ? `+${words}` : words;
}

/** Two values, with as many decimals (two more at most) as tell them apart: "83 %", "77 %". */
export function toldApart(
  before: number,
  now: number,
  show: (value: number, decimals: number) => string,
  decimals: number,
): [from: string, to: string] {
  let used = decimals;
  while (used < decimals + 2 && show(before, used) === show(now, used)) used++;
  // What nothing tells apart needs no decimals.
  const apart = show(before, used) !== show(now, used);
  return [show(before, apart ? used : decimals), show(now, apart ? used : decimals)];
}

/** The same in words: "83 % to 77 %". */
export function fromTo(
  before: number,
  now: number,
  show: (value: number, decimals: number) => string = percent,
  decimals = 0,
): string {
  return toldApart(before, now, show, decimals).join(" to ");
}

/** A band in words: "76 % to 79 %", or one value where both ends are shown alike. */
export function bandWords({ p10, p90 }: Band, show: (value: number) => string): string {
  const [low, high] = [show(p10), show(p90)];
  return low === high ? low : `${low} to ${high}`;
}

const targetNames = { median: "the median", "upper-quartile": "the upper quartile", best: "the best" };

/** The same for titles: "the median". */
export const shortTarget = (target: Target): string =>
  `${target.kind === "own" ? "your own target" : targetNames[target.kind]}${perWords(target)}`;

/** What coverage is measured against: "the median of the mapped cities". */
export function targetWords(target: Target): string {
  const name = target.kind === "own" ? "your own target" : `${targetNames[target.kind]} of the mapped cities`;
  return `${name}${perWords(target)}`;
}

/** What a coverage is a share of: "what the median city has", "what the best of the mapped cities has". */
export function shareOf(target: Target): string {
  const name = {
    median: "what the median city has",
    "upper-quartile": "the upper quartile of the mapped cities",
    best: "what the best of the mapped cities has",
    own: "your own target",
  }[target.kind];
  return `${name}${perWords(target)}`;
}

/**
 * "goes from 51 % to 98 %"; with decimals where whole per cent do not tell the two apart; "stays at 51 %" where nothing
 * that can be shown changes.
 * @param are how many things are spoken of, for the verb
 */
export function goesWords(before: number, now: number, are: "one" | "many" = "one"): string {
  const [from, to] = toldApart(before, now, percent, 0);
  const [stays, goes] = are === "one" ? ["stays", "goes"] : ["stay", "go"];
  return from === to ? `${stays} at ${percent(now)}` : `${goes} from ${from} to ${to}`;
}

/** "every dimension"; of a city with counts that are not known, "every dimension that was counted". */
export function everyDimension({ model }: Pick<ScenarioView, "model">): string {
  const all = model.baseline.counted?.every(Boolean) ?? true;
  return `every dimension${all ? "" : " that was counted"}`;
}

/** A coverage to which nothing is missing, but for what rounding leaves. */
export const isFull = (coverage: number): boolean => coverage > 1 - 1e-9;

/** How long a scenario runs: "in five years". */
export function inYears(horizon: number): string {
  return `in ${countWords(horizon)} ${horizon === 1 ? "year" : "years"}`;
}

/** "one", "two" … "ten", then digits. */
export function countWords(count: number): string {
  const names = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  return names[count] ?? formatNumber(count);
}

/** The round and the year that a city's counts are of, as columns of its rows; null where they are of none. */
export function roundOf(
  { model }: ScenarioView,
  table: "initiatives" | "partnerships",
  city: string,
): { round: string | null; counted_in: number | null } {
  const round = model.baseline.rounds?.[table].get(city);
  return { round: round?.id ?? null, counted_in: round?.year ?? null };
}
