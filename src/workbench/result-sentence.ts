import { formatEuro, formatEuroRange } from "../components/euro.js";
import { capital, formatList, formatNumber, percent } from "../components/format.js";
import { dimensions } from "../model/names.js";
import type { Band } from "../model/percentiles.js";
import type { CityResult, Cost, YearResult } from "../model/simulate.js";
import { placeOf, type LastYear, type Uncertainty } from "../model/uncertainty.js";
import { ordinal } from "../components/ordinal.js";
import { untouched } from "../scenario/document.js";
import { averageWords } from "../scenario/measure-words.js";
import {
  bandWords,
  countWords,
  goesWords,
  inYears,
  lastOf,
  mappedWords,
  nameOf,
  shareOf,
} from "../scenario-charts/reading.js";
import { halfOfDraws } from "../scenario-charts/half-of-draws.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";

/** Differences of a city's coverage below this are not spoken of where all cities are told of. */
const noticeable = 0.005;

/**
 * What a scenario comes to in its last year against the baseline, in sentences: what a screen reader hears and what
 * people paste into mails. Ranges are the 10th to the 90th percentile of the draws; they are left out while the
 * draws are being made.
 */
export function resultSentences(view: ScenarioView): string[] {
  const seen = seenIn(view);
  return view.document.levers.length === 0 ? unmovedSentences(view, seen) : movedSentences(view, seen);
}

/** What is told of: all mapped cities, or the city in view. */
interface Seen {
  /** "the eight cities", or the city's name, and the same with what it does: "the eight cities on average". */
  name: string;
  subject: string;
  city: string | null;
  /** What coverage is a share of. */
  target: string;
  /** How a mean over cities is taken: "on average", "weighed by residents". */
  onAverage: string;
  /** At the mapping and in the last year. */
  then: Figures;
  now: Figures;
  /** In which years the place in view was mapped. */
  mapped: string;
  /** The years of the two. */
  before: YearResult;
  last: YearResult;
  /** Null where there are no draws, or one alone: that has a value and no range. */
  drawn: Uncertainty | null;
  bands: LastYear | undefined;
}

function seenIn(view: ScenarioView): Seen {
  const { document, result, baseline, model, uncertainty } = view;
  const [before, last] = [lastOf(baseline), lastOf(result)];
  const drawn = uncertainty && uncertainty.draws > 1 ? uncertainty : null;
  const common = { target: shareOf(document.target), before, last, drawn, mapped: mappedWords(view) };
  const c = model.baseline.cities.indexOf(document.view.city);
  const all = `the ${countWords(model.baseline.cities.length)} cities`;
  const onAverage = averageWords(document);
  if (c < 0)
    return {
      ...common,
      name: all,
      subject: document.weighting === undefined ? `${all} ${onAverage}` : `${all}, ${onAverage},`,
      onAverage,
      city: null,
      then: before,
      now: last,
      bands: drawn?.all,
    };
  const [then, now] = [ofCity(before.cities[c]!), ofCity(last.cities[c]!)];
  const city = document.view.city;
  const name = nameOf(view, city);
  return { ...common, name, subject: name, onAverage, city, then, now, bands: drawn?.cities[c] };
}

function unmovedSentences(
  view: ScenarioView,
  { name, city, target, onAverage, now, mapped, bands }: Seen,
): string[] {
  const { document } = view;
  const changed = Object.keys(document.overrides).length;
  return [
    changed === 0 && !document.costing && !document.counts
      ? `No changes yet. These are ${document.ownCity ? "your own counts" : `the counts of ${mapped}`}.`
      : `You have moved no lever; this is ${changesWords(document)}.`,
    `${city === null ? `${capital(onAverage)} ${name} have` : `${name} has`} ${percent(now.coverage)}${levelRange(bands?.coverage)} of ${target}.`,
    ...placeSentence(view, city),
    `The initiatives cost about ${formatEuro(now.cost.total)} a year${euroRange(bands?.total)}, ${formatEuro(now.cost.public)} of it public money${euroRange(bands?.public)}.`,
    ...halfSentence(view, now, bands),
    ...unknownSentence(view),
  ];
}

function movedSentences(view: ScenarioView, seen: Seen): string[] {
  const { then, now, bands, city } = seen;
  const changes = changesWords(view.document);
  return [
    changeSentence(view, seen),
    ...(city === null ? mostChanged(view, seen) : []),
    ...placeSentence(view, city),
    costSentence(now.cost, then.cost, bands),
    ...halfSentence(view, now, bands),
    ...partnershipSentence(now.publicPrivateShare, then.publicPrivateShare),
    ...unknownSentence(view),
    ...(changes ? [`This is ${changes}.`] : []),
    ...(view.uncertainty ? [drawsSentence(view.uncertainty)] : []),
  ];
}

/** One pair of values and the range of the second: a difference rounded by itself would not fit the two. */
function changeSentence(
  { document }: ScenarioView,
  { subject, city, target, then, now, bands }: Seen,
): string {
  return `${capital(inYears(document.horizon))} ${subject} ${goesWords(then.coverage, now.coverage, city === null ? "many" : "one")} of ${target}${levelRange(bands?.coverage)}.`;
}

/** Why the values told and their ranges do not lie about each other, where they do not. */
function halfSentence(
  view: ScenarioView,
  { coverage, cost }: Figures,
  bands: LastYear | undefined,
): string[] {
  if (!bands) return [];
  return halfOfDraws(view, [
    { name: "coverage", central: coverage, band: bands.coverage, show: percent },
    { name: "the cost a year", central: cost.total, band: bands.total, show: formatEuro },
    { name: "public money a year", central: cost.public, band: bands.public, show: formatEuro },
  ]);
}

/** Where a city comes among the others, and how far that moves, where what the mapping missed may move it. */
function placeSentence(
  { document, model, result, uncertainty }: ScenarioView,
  city: string | null,
): string[] {
  if (city === null || !document.counts || !uncertainty || uncertainty.draws === 1) return [];
  const { cities } = model.baseline;
  if (cities.length === 1) return [];
  const c = cities.indexOf(city);
  const last = lastOf(result).cities.map(({ cityCoverage }) => cityCoverage);
  const { p10, p90 } = uncertainty.places[c]!;
  const [best, worst] = [Math.floor(p10), Math.ceil(p90)];
  const place = placeOf(last, c);
  const range =
    best !== worst
      ? `in 8 of 10 simulations from ${ordinal(best)} to ${ordinal(worst)}`
      : best === place
        ? "so it does in 8 of 10 simulations"
        : `in 8 of 10 simulations ${ordinal(best)}`;
  return [`By coverage it comes ${ordinal(place)} of ${countWords(cities.length)}, and ${range}.`];
}

/** What a reader's own city was not counted in. */
function unknownSentence({ document: { ownCity } }: ScenarioView): string[] {
  if (!ownCity) return [];
  const unknown = dimensions.filter((dimension) => ownCity.initiatives[dimension] === null);
  return unknown.length ? [`Its ${formatList(unknown)} initiatives are not known and count nowhere.`] : [];
}

function drawsSentence({ draws, seed }: Uncertainty): string {
  return draws === 1
    ? `A single simulation has no range${seedWords(seed)}.`
    : `The ranges cover 8 in 10 of ${formatNumber(draws)} simulations${seedWords(seed)}.`;
}

/** The seed where it is not the usual one. */
const seedWords = (seed: number) => (seed === untouched.seed ? "" : ` (seed ${seed})`);

type Figures = Pick<YearResult, "coverage" | "cost" | "publicPrivateShare">;

function ofCity({ cityCoverage, cost, publicPrivateShare }: CityResult): Figures {
  return { coverage: cityCoverage, cost, publicPrivateShare };
}

/** The city whose coverage moves most, where more than one could. */
function mostChanged(view: ScenarioView, { drawn, before, last }: Seen): string[] {
  const changes = last.cities.map((city, c) => city.cityCoverage - before.cities[c]!.cityCoverage);
  const most = changes.reduce(
    (best, change, c) => (Math.abs(change) > Math.abs(changes[best]!) ? c : best),
    0,
  );
  if (Math.abs(changes[most]!) < noticeable) return [];
  const moved = changes.filter((change) => Math.abs(change) >= noticeable).length;
  const { city, cityCoverage } = last.cities[most]!;
  const words = `${goesWords(before.cities[most]!.cityCoverage, cityCoverage)}${levelRange(drawn?.cities[most]?.coverage)}`;
  const name = nameOf(view, city);
  return [
    moved === 1
      ? `Only ${name} changes: it ${words}.`
      : `${capital(countWords(moved))} cities change, ${name} most: it ${words}.`,
  ];
}

function costSentence(
  now: Cost,
  then: Cost,
  bands: { totalChange: Band; publicChange: Band } | undefined,
): string {
  const total = now.total - then.total;
  const publicPart = now.public - then.public;
  if (Math.abs(total) < 500 && Math.abs(publicPart) < 500)
    return `The initiatives cost as much as before, about ${formatEuro(now.total)} a year.`;
  const words = (change: number, band: Band | undefined) =>
    Math.abs(change) < 500
      ? "as much as before"
      : `${formatEuro(Math.abs(change))} ${change < 0 ? "less" : "more"}${moneyRange(band, change)} a year`;
  const [all, own] = [words(total, bands?.totalChange), words(publicPart, bands?.publicChange)];
  return all === own
    ? `The initiatives cost ${all}, all of it public money.`
    : `The initiatives cost ${all}; public money pays ${own}.`;
}

function partnershipSentence(now: number, then: number): string[] {
  const [after, before] = [shareWords(now), shareWords(then)];
  return after === before || after === null || before === null
    ? []
    : [`${after} of the partnerships are public–private, against ${before}.`];
}

/** "with two changed assumptions and with costs by dimension"; empty where every assumption is the table's. */
function changesWords({ overrides, costing, counts }: ScenarioView["document"]): string {
  const count = Object.keys(overrides).length;
  return formatList([
    ...(count ? [`with ${count === 1 ? "one changed assumption" : `${count} changed assumptions`}`] : []),
    ...(costing ? ["with costs by dimension"] : []),
    ...(counts ? ["with what the mapping may have missed"] : []),
  ]);
}

/** " (range 71 % to 80 %)", where it is a range. */
function levelRange(band: Band | undefined): string {
  if (!band || percent(band.p10) === percent(band.p90)) return "";
  return ` (range ${bandWords(band, percent)})`;
}

function euroRange(band: Band | undefined): string {
  return band ? ` (${formatEuroRange(band.p10, band.p90)})` : "";
}

/** A range of a change of money in the words of its direction: less and more are not signs. */
function moneyRange(band: Band | undefined, change: number): string {
  if (!band) return "";
  if (change < 0 ? band.p90 <= 0 : band.p10 >= 0) {
    const [a, b] = [Math.abs(band.p10), Math.abs(band.p90)];
    return ` (${formatEuroRange(Math.min(a, b), Math.max(a, b))})`;
  }
  const side = (value: number) => `${formatEuro(Math.abs(value))} ${value < 0 ? "less" : "more"}`;
  return ` (${side(band.p10)} to ${side(band.p90)})`;
}

/** Null where there are no partnerships to have a share of. */
const shareWords = (share: number) => (Number.isNaN(share) ? null : percent(share));
