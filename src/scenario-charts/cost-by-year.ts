import { euroFigures, euroMillions, formatEuro, formatEuroRange } from "../components/euro.js";
import { capital, formatNumber, percent } from "../components/format.js";
import { number, type Row } from "../components/figure.js";
import { countSources } from "./count-sources.js";
import type { Cost } from "../model/simulate.js";
import { costWords } from "./cost-words.js";
import { rangesToDraw } from "./last-ranges.js";
import type { ScenarioPicture } from "./picture.js";
import { atFirst, cell, lastOf, placeInView, placeName } from "./reading.js";
import { ceilingOf } from "./scale.js";
import type { ScenarioView } from "./scenario-view.js";
import { yearLines } from "./year-lines.js";
import { drawsEntry, withoutLevers } from "./key-entries.js";

/** Total, public and private cost by year, with the band of the total, against the mapping. */
export const costByYear: ScenarioPicture = {
  id: "cost-by-year",
  unit: "EUR million a year",
  title(view) {
    const { before, now } = ends(view);
    const where = placeInView(view) < 0 ? "the initiatives" : `${placeName(view)}’s initiatives`;
    const year = lastOf(view.result).year;
    const change = now.total - before.total;
    const share = now.public - before.public;
    if (Math.abs(change) < 500 && Math.abs(share) < 500)
      return `${capital(where)} cost about ${formatEuro(now.total)} a year, ${now.total > 0 ? percent(now.public / now.total) : "none"} of it public money`;
    if (Math.abs(change) < 500)
      return `${capital(where)} cost the same in ${year}, but public money pays ${formatEuro(Math.abs(share))} a year ${share < 0 ? "less" : "more"}`;
    const opposed = Math.abs(share) >= 500 && share * change < 0;
    const part =
      Math.abs(share) < 500
        ? "none of it public money"
        : Math.abs(share - change) < 500
          ? "all of it public money"
          : `public money pays ${formatEuro(Math.abs(share))} ${share < 0 ? "less" : "more"}`;
    return `By ${year} ${where} cost ${formatEuro(Math.abs(change))} a year ${change < 0 ? "less" : "more"}${opposed ? ", but" : ":"} ${part}`;
  },
  description(view) {
    const { before, now, first } = ends(view);
    const year = lastOf(view.result).year;
    const band = bandIn(view);
    const words = ({ total, public: own, private: other }: Cost) =>
      `${formatEuro(total)} in all, ${formatEuro(own)} public and ${formatEuro(other)} private`;
    return `Lines of cost a year, ${placeName(view)}. ${first}: ${words(before)}. ${year}: ${words(now)}${band ? `; in eight of ten simulations the total lies at ${formatEuroRange(band.p10, band.p90)}` : ""}.`;
  },
  columns: [
    { name: "year", title: "Year", year: true },
    { name: "total_eur", title: "Total", unit: "EUR a year", show: euroFigures, bareUnit: "in full" },
    {
      name: "total_p10_eur",
      title: "10th percentile",
      unit: "of the total",
      missing: "not drawn",
      show: euroFigures,
      bareUnit: "in full",
    },
    {
      name: "total_p90_eur",
      title: "90th percentile",
      unit: "of the total",
      missing: "not drawn",
      show: euroFigures,
      bareUnit: "in full",
    },
    { name: "public_eur", title: "Public", unit: "EUR a year", show: euroFigures, bareUnit: "in full" },
    { name: "private_eur", title: "Private", unit: "EUR a year", show: euroFigures, bareUnit: "in full" },
    {
      name: "baseline_total_eur",
      title: "Without levers",
      unit: "total, EUR a year",
      show: euroFigures,
      bareUnit: "in full",
    },
    {
      name: "discounted_eur",
      title: "Discounted",
      unit: "total, EUR a year",
      show: euroFigures,
      bareUnit: "in full",
    },
  ],
  rows(view) {
    const place = placeInView(view);
    return view.result.years.map(({ year, cities, cost: all }, t): Row => {
      const cost = place < 0 ? all : cities[place]!.cost;
      const before = view.baseline.years[t]!;
      const last = t === view.result.years.length - 1;
      const band =
        place < 0 ? view.uncertainty?.years[t]?.total : last ? view.uncertainty?.cities[place]?.total : null;
      return {
        year,
        total_eur: cell(cost.total),
        total_p10_eur: cell(band?.p10),
        total_p90_eur: cell(band?.p90),
        public_eur: cell(cost.public),
        private_eur: cell(cost.private),
        baseline_total_eur: cell(place < 0 ? before.cost.total : before.cities[place]!.cost.total),
        discounted_eur: cell(cost.discounted),
      };
    });
  },
  draw(rows, canvas, view) {
    const narrow = canvas.width < 500;
    const values = (name: string) => rows.map((row) => number(row, name) ?? 0);
    const [total, own, other, before] = ["total_eur", "public_eur", "private_eur", "baseline_total_eur"].map(
      values,
    ) as [number[], number[], number[], number[]];
    const ranges = rangesToDraw(rows, canvas, view);
    const bands = ranges.rows.map((row) => ({
      low: number(row, "total_p10_eur") ?? Number.NaN,
      high: number(row, "total_p90_eur") ?? Number.NaN,
    }));
    const last = bands[bands.length - 1]!;
    const highest = Math.max(...total, ...before, ...bands.map(({ high }) => high || 0));
    const end = ceilingOf(highest, canvas.kept, `cost ${view.document.view.city}`, view.uncertainty !== null);
    const known = !Number.isNaN(last.high);
    const all = placeInView(view) < 0;
    return yearLines(canvas, {
      years: rows.map((row) => number(row, "year") ?? 0),
      lines: [
        { values: before, colour: "var(--soft)", width: 1, dash: "2 3" },
        { label: `total ${euroMillions(total.at(-1)!)}`, values: total, colour: "var(--ink)", width: 2.5 },
        { label: `public ${euroMillions(own.at(-1)!)}`, values: own, colour: "var(--public)", width: 2 },
        {
          label: `private ${euroMillions(other.at(-1)!)}`,
          values: other,
          colour: "var(--private)",
          width: 2,
          dash: "7 3",
        },
      ],
      ...(known && all ? { band: bands } : {}),
      ...(known && !all ? { lastBand: last } : {}),
      end,
      tick: (value) => formatNumber(value / 1e6, Number.isInteger(value / 1e6) ? 0 : value < 1e6 ? 2 : 1),
      legend: [
        withoutLevers("total without levers"),
        ...(known ? [{ ...drawsEntry, words: `total, ${drawsEntry.words}` }] : []),
      ],
      labelWidth: narrow ? 84 : 96,
      words: (t) => {
        const { low, high } = bands[t]!;
        return [
          `${String(rows[t]!.year)}: ${formatEuro(total[t]!)} a year`,
          `public ${formatEuro(own[t]!)}, private ${formatEuro(other[t]!)}`,
          ...(Number.isNaN(low) || ranges.last ? [] : [`8 in 10 simulations: ${formatEuroRange(low, high)}`]),
          `without levers ${formatEuro(before[t]!)}`,
        ].join("\n");
      },
    });
  },
  words(view) {
    const { now } = ends(view);
    const band = bandIn(view);
    return band && now.total > 0
      ? [
          `The grey ${placeInView(view) < 0 ? "band" : "bar"} covers eight of ten simulations and allows for more than the line: in ${lastOf(view.result).year} the total is ${formatEuroRange(band.p10, band.p90)}.`,
        ]
      : [];
  },
  sources: (view) => [
    { source_id: "arrivals", locator: "Table assumptions (costs and publicly paid shares)" },
    ...countSources(view.model, ["initiatives"], { city: view.document.view.city, alone: true }),
  ],
  caveat: (view) => `${costWords(view)} Who pays is taken from who the partners are.`,
};

/** Cost of the place in view at the mapping and in the last year. */
function ends(view: ScenarioView): { first: string; before: Cost; now: Cost } {
  const place = placeInView(view);
  const [before, now] = [lastOf(view.baseline), lastOf(view.result)];
  return {
    first: atFirst(view),
    before: place < 0 ? before.cost : before.cities[place]!.cost,
    now: place < 0 ? now.cost : now.cities[place]!.cost,
  };
}

function bandIn(view: ScenarioView) {
  const place = placeInView(view);
  return place < 0 ? view.uncertainty?.all.total : view.uncertainty?.cities[place]?.total;
}
