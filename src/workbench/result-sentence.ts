import { formatEuro, formatEuroRange } from "../components/euro.js";
import { formatNumber } from "../components/format.js";
import type { Band } from "../model/percentiles.js";
import type { CityResult, Cost, YearResult } from "../model/simulate.js";
import type { Uncertainty } from "../model/uncertainty.js";
import { fromTo, index, lastOf, nameOf, percent, signed as signedTo } from "../scenario-charts/reading.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";

/** Differences of coverage below this are not spoken of: two decimals are shown. */
const noticeable = 0.005;

/**
 * What a scenario comes to in its last year against the baseline, in sentences: what a screen reader hears and what
 * people paste into mails. Ranges are the 10th to the 90th percentile of the draws; they are left out while the
 * draws are being made.
 */
export function resultSentences(view: ScenarioView): string[] {
  const { document, result, baseline, model, uncertainty } = view;
  const [before, last] = [lastOf(baseline), lastOf(result)];
  const place = model.baseline.cities.indexOf(document.view.city);
  const city = place < 0 ? null : place;
  const name = city === null ? "the mapped cities" : nameOf(view, document.view.city);
  const of = against[document.target.kind];
  const now = city === null ? last : asOne(last.cities[city]!);
  const then = city === null ? before : asOne(before.cities[city]!);
  // One draw has a value and no range.
  const drawn = uncertainty && uncertainty.draws > 1 ? uncertainty : null;
  const bands = city === null ? drawn?.all : drawn?.cities[city];

  if (document.levers.length === 0) {
    const changed = Object.keys(document.overrides).length;
    return [
      changed === 0
        ? `Nothing is changed: ${name} ${city === null ? "stand" : "stands"} as mapped in ${before.year - before.t}.`
        : `No lever is moved; ${changedAssumptions(changed)}.`,
      `Coverage ${of} is ${index(now.coverage)}${changed ? range(bands?.coverage, index) : ""}.`,
      `The initiatives cost about ${formatEuro(now.cost.total)} a year${range(bands?.total)}, ${formatEuro(now.cost.public)} of it public money${range(bands?.public)}.`,
    ];
  }

  const change = now.coverage - then.coverage;
  const sentences = [
    Math.abs(change) < noticeable
      ? `In ${last.year} coverage ${of} in ${name} ${hardlyWords(then.coverage, now.coverage)}.`
      : `By ${last.year} coverage ${of} in ${name} ${change < 0 ? "falls" : "rises"} from ${index(then.coverage)} to ${index(now.coverage)}${range(bands?.coverage, index)}: a change of ${signed(change)}${range(bands?.coverageChange, signed)}.`,
  ];
  if (city === null) sentences.push(...mostChanged(view, drawn, before, last));
  sentences.push(
    costSentence(now.cost, then.cost, bands),
    ...partnershipSentence(now.publicPrivateShare, then.publicPrivateShare),
  );
  const overrides = Object.keys(document.overrides).length;
  if (overrides) sentences.push(`This is with ${changedAssumptions(overrides)}.`);
  if (uncertainty)
    sentences.push(
      uncertainty.draws === 1
        ? `There is no range of a single draw of the assumptions (seed ${uncertainty.seed}).`
        : `Ranges hold 8 in 10 of ${formatNumber(uncertainty.draws)} draws of the assumptions (seed ${uncertainty.seed}).`,
    );
  return sentences;
}

/** What coverage is measured against, after the word "coverage". */
const against = {
  median: "of the median",
  "upper-quartile": "of the upper quartile",
  best: "of the best city",
  own: "of your own target",
} as const;

type One = Pick<YearResult, "coverage" | "cost" | "publicPrivateShare">;

function asOne({ cityCoverage, cost, publicPrivateShare }: CityResult): One {
  return { coverage: cityCoverage, cost, publicPrivateShare };
}

/** A change that two decimals do not show is told with as many as the pictures' titles have, and no range. */
function hardlyWords(before: number, now: number): string {
  const [from, to] = fromTo(before, now).split(" to ");
  return from === to ? `stays at ${index(now)}` : `hardly changes, from ${from} to ${to}`;
}

/** The city whose coverage moves most, where more than one could. */
function mostChanged(
  view: ScenarioView,
  drawn: Uncertainty | null,
  before: YearResult,
  last: YearResult,
): string[] {
  const changes = last.cities.map((city, c) => city.cityCoverage - before.cities[c]!.cityCoverage);
  const most = changes.reduce(
    (best, change, c) => (Math.abs(change) > Math.abs(changes[best]!) ? c : best),
    0,
  );
  if (Math.abs(changes[most]!) < noticeable) return [];
  const moved = changes.filter((change) => Math.abs(change) >= noticeable).length;
  const { city, cityCoverage } = last.cities[most]!;
  const words = `${index(before.cities[most]!.cityCoverage)} to ${index(cityCoverage)}${range(drawn?.cities[most]?.coverage, index)}`;
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

/** " (0.71–0.80)", with the words that it is a range only where it is one. */
function range(band: Band | undefined, words?: (value: number) => string): string {
  if (!band) return "";
  if (!words) return ` (${formatEuroRange(band.p10, band.p90)})`;
  const [low, high] = [words(band.p10), words(band.p90)];
  return low === high ? "" : ` (${low}${/[−+]/.test(low + high) ? " to " : "–"}${high})`;
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
