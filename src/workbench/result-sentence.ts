import { formatEuro, formatEuroRange } from "../components/euro.js";
import { formatNumber } from "../components/format.js";
import type { Band } from "../model/percentiles.js";
import type { CityResult, Cost, YearResult } from "../model/simulate.js";
import type { LastYear, Uncertainty } from "../model/uncertainty.js";
import { index, lastOf, nameOf, percent, signed as signedTo, toldApart } from "../scenario-charts/reading.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";

/** Differences of coverage below this are not spoken of: two decimals are shown. */
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
  /** "the mapped cities", or the city's name. */
  name: string;
  city: string | null;
  /** What coverage is measured against, after the word "coverage". */
  target: string;
  /** At the mapping and in the last year. */
  then: Figures;
  now: Figures;
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
  const common = { target: against[document.target.kind], before, last, drawn };
  const c = model.baseline.cities.indexOf(document.view.city);
  if (c < 0)
    return { ...common, name: "the mapped cities", city: null, then: before, now: last, bands: drawn?.all };
  const [then, now] = [ofCity(before.cities[c]!), ofCity(last.cities[c]!)];
  const city = document.view.city;
  return { ...common, name: nameOf(view, city), city, then, now, bands: drawn?.cities[c] };
}

function unmovedSentences(
  { document }: ScenarioView,
  { name, city, target, now, before, bands }: Seen,
): string[] {
  const changed = Object.keys(document.overrides).length;
  return [
    changed === 0
      ? `Nothing is changed: ${name} ${city === null ? "stand" : "stands"} as mapped in ${before.year - before.t}.`
      : `No lever is moved; ${changedAssumptions(changed)}.`,
    `Coverage ${target} is ${index(now.coverage)}${changed ? levelRange(bands?.coverage) : ""}.`,
    `The initiatives cost about ${formatEuro(now.cost.total)} a year${euroRange(bands?.total)}, ${formatEuro(now.cost.public)} of it public money${euroRange(bands?.public)}.`,
  ];
}

function movedSentences(view: ScenarioView, seen: Seen): string[] {
  const { then, now, bands, city } = seen;
  const overrides = Object.keys(view.document.overrides).length;
  return [
    changeSentence(seen),
    ...(city === null ? mostChanged(view, seen) : []),
    costSentence(now.cost, then.cost, bands),
    ...partnershipSentence(now.publicPrivateShare, then.publicPrivateShare),
    ...(overrides ? [`This is with ${changedAssumptions(overrides)}.`] : []),
    ...(view.uncertainty ? [drawsSentence(view.uncertainty)] : []),
  ];
}

function changeSentence({ name, target, then, now, last, bands }: Seen): string {
  const change = now.coverage - then.coverage;
  return Math.abs(change) < noticeable
    ? `In ${last.year} coverage ${target} in ${name} ${hardlyWords(then.coverage, now.coverage)}.`
    : `By ${last.year} coverage ${target} in ${name} ${change < 0 ? "falls" : "rises"} from ${index(then.coverage)} to ${index(now.coverage)}${levelRange(bands?.coverage)}: a change of ${signed(change)}${changeRange(bands?.coverageChange)}.`;
}

function drawsSentence({ draws, seed }: Uncertainty): string {
  return draws === 1
    ? `There is no range of a single draw of the assumptions (seed ${seed}).`
    : `Ranges hold 8 in 10 of ${formatNumber(draws)} draws of the assumptions (seed ${seed}).`;
}

/** What coverage is measured against, after the word "coverage". */
const against = {
  median: "of the median",
  "upper-quartile": "of the upper quartile",
  best: "of the best city",
  own: "of your own target",
} as const;

type Figures = Pick<YearResult, "coverage" | "cost" | "publicPrivateShare">;

function ofCity({ cityCoverage, cost, publicPrivateShare }: CityResult): Figures {
  return { coverage: cityCoverage, cost, publicPrivateShare };
}

/** A change that two decimals do not show is told with as many as the pictures' titles have, and no range. */
function hardlyWords(before: number, now: number): string {
  const [from, to] = toldApart(before, now);
  return from === to ? `stays at ${index(now)}` : `hardly changes, from ${from} to ${to}`;
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
  const words = `${index(before.cities[most]!.cityCoverage)} to ${index(cityCoverage)}${levelRange(drawn?.cities[most]?.coverage)}`;
  return [
    moved === 1
      ? `Only ${nameOf(view, city)} changes, from ${words}.`
      : `${nameOf(view, city)} changes most, from ${words}; ${moved} cities change.`,
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

function changedAssumptions(count: number): string {
  return count === 1 ? "one changed assumption" : `${count} changed assumptions`;
}

/** " (0.71–0.80)", where it is a range. */
function levelRange(band: Band | undefined): string {
  return band ? rangeOf(index(band.p10), "–", index(band.p90)) : "";
}

/** " (−0.05 to +0.02)", where it is a range. */
function changeRange(band: Band | undefined): string {
  return band ? rangeOf(signed(band.p10), " to ", signed(band.p90)) : "";
}

const rangeOf = (low: string, between: string, high: string) =>
  low === high ? "" : ` (${low}${between}${high})`;

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

const signed = (change: number) => signedTo(change, 2);
/** Null where there are no partnerships to have a share of. */
const shareWords = (share: number) => (Number.isNaN(share) ? null : percent(share));
