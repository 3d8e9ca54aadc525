import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import { formatNumber, percent } from "../../components/format.js";
import type { YearResult } from "../../model/simulate.js";
import { targetWords } from "../../scenario-charts/reading.js";
import { theBaseline } from "../saved/saved-shelf.js";
import type { CompareItem } from "./compare-items.js";

/** A line of the comparison: a value of each scenario in its last year; `null` where it cannot be said. */
export interface CompareRow {
  name: string;
  values: (number | null)[];
  show: (value: number) => string;
  /** Words of a difference where they are others than those of a value. */
  showDifference?: (value: number) => string;
  /** Ids of the cities that each value is of; values of other cities have no difference. */
  of: string[];
  /** Smallest difference that is told. */
  least: number;
}

const gini = (value: number) => formatNumber(value, 3);
const tenths = (value: number) => percent(value, 1);
const points = (value: number) => `${formatNumber(value * 100, 1)} points`;

/**
 * Every line of the comparison, in the order shown.
 * @param first id of the city whose line comes first of all, where one is in view
 */
export function compareRows(items: readonly CompareItem[], first?: string): CompareRow[] {
  const lasts = items.map(({ view }) => view.result.years.at(-1)!);
  const row = (
    name: string,
    value: (last: YearResult) => number | undefined,
    show: (value: number) => string,
    least: number,
  ): CompareRow => ({
    name,
    values: lasts.map((last) => {
      const found = value(last);
      return found === undefined || Number.isNaN(found) ? null : found;
    }),
    show,
    least,
    of: lasts.map(({ cities }) => cities.map(({ city }) => city).join()),
  });
  const share = (name: string, value: (last: YearResult) => number | undefined): CompareRow => ({
    ...row(name, value, tenths, 0.0005),
    showDifference: points,
  });
  // A scenario on older evidence, or of a city of the reader's own, may have cities that others have not.
  const names = new Map(
    items.flatMap(({ view: { model } }) =>
      model.baseline.cities.map((id) => [id, model.baseline.names.get(id) ?? id] as const),
    ),
  );
  const ofCity = [...names].map(([id, name]) => ({
    id,
    row: {
      ...share(`Coverage, ${name}`, (last) => last.cities.find(({ city }) => city === id)?.cityCoverage),
      of: lasts.map(() => id),
    },
  }));
  return [
    ...ofCity.filter(({ id }) => id === first).map(({ row }) => row),
    // One city is told of in its own line.
    share("Coverage, all cities", (last) => (last.cities.length > 1 ? last.coverage : undefined)),
    ...ofCity.filter(({ id }) => id !== first).map(({ row }) => row),
    row("Cost a year", (last) => last.cost.total, formatEuro, 500),
    row("Public cost a year", (last) => last.cost.public, formatEuro, 500),
    row("Inequality of coverage (Gini)", (last) => last.inequality, gini, 0.0005),
    share("Public–private share of partnerships", (last) => last.publicPrivateShare),
  ];
}

/** The scenario that the others are set against: the baseline where it is compared, else the first. */
const comparedWith = (items: readonly CompareItem[]): number =>
  Math.max(
    0,
    items.findIndex(({ id }) => id === theBaseline),
  );

/**
 * The difference of a value from that of another scenario, with its sign: "+12.0 points", "−€450,000", "the same".
 * @param against place of the other
 */
export function differenceText(
  { values, show, showDifference, least, of }: CompareRow,
  i: number,
  against = 0,
): string {
  const [first, own] = [values[against] ?? null, values[i] ?? null];
  if (first === null || own === null || of[i] !== of[against]) return "–";
  const difference = own - first;
  if (Math.abs(difference) < least) return "the same";
  return `${difference > 0 ? "+" : ""}${(showDifference ?? show)(difference)}`;
}

/**
 * Every scenario in a column of its own, in its last year, and behind them the differences from the one they are set
 * against: scenario minus baseline.
 * @param first id of the city in view
 */
export function compareTable(document: Document, items: readonly CompareItem[], first?: string): HTMLElement {
  const against = comparedWith(items);
  const others = items.map((_, i) => i).filter((i) => i !== against);
  const head = (name: string, difference = false) =>
    element(document, "th", { scope: "col", class: difference ? "number difference" : "number" }, name);
  const heads = element(
    document,
    "tr",
    {},
    element(document, "th", { scope: "col" }, "In the last year"),
    ...items.map(({ name }) => head(name)),
    ...others.map((i) => head(`${items[i]!.name} minus ${items[against]!.name}`, true)),
  );
  const body = element(
    document,
    "tbody",
    {},
    line(document, items, "Year", (d) => String(lastYearOf(d))),
    line(document, items, "Coverage of", ({ view }) => targetWords(view.document.target)),
  );
  for (const row of compareRows(items, first))
    body.append(
      element(
        document,
        "tr",
        {},
        element(document, "th", { scope: "row" }, row.name),
        ...row.values.map((value) =>
          element(document, "td", { class: "number" }, value === null ? "–" : row.show(value)),
        ),
        ...others.map((i) =>
          element(document, "td", { class: "number difference" }, differenceText(row, i, against)),
        ),
      ),
    );
  return element(
    document,
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Differences" },
    element(document, "table", { class: "compare-table" }, element(document, "thead", {}, heads), body),
  );
}

const lastYearOf = ({ view }: CompareItem) => view.result.years.at(-1)!.year;

/** A line of words, which have no difference. */
function line(
  document: Document,
  items: readonly CompareItem[],
  name: string,
  words: (item: CompareItem) => string,
): HTMLElement {
  return element(
    document,
    "tr",
    {},
    element(document, "th", { scope: "row" }, name),
    ...items.map((item) => element(document, "td", { class: "number" }, words(item))),
    element(document, "td", { class: "difference", colspan: items.length - 1 }),
  );
}
