import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import { formatNumber } from "../../components/format.js";
import type { YearResult } from "../../model/simulate.js";
import { targetWords } from "../../scenario-charts/reading.js";
import type { CompareItem } from "./compare-items.js";

/** A line of the comparison: a value of each scenario in its last year; `null` where it cannot be said. */
export interface CompareRow {
  name: string;
  values: (number | null)[];
  show: (value: number) => string;
  /** Words of a difference where they are others than those of a value. */
  showDifference?: (value: number) => string;
  /** Smallest difference that is told. */
  least: number;
}

const index = (value: number) => formatNumber(value, 3);
const percent = (value: number) => `${formatNumber(value * 100, 1)} %`;
const points = (value: number) => `${formatNumber(value * 100, 1)} points`;

/** Every line of the comparison, in the order shown. */
export function compareRows(items: readonly CompareItem[]): CompareRow[] {
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
  });
  // A scenario on older evidence may have cities that others have not.
  const names = new Map(
    items.flatMap(({ view: { model } }) =>
      model.baseline.cities.map((id) => [id, model.baseline.names.get(id) ?? id] as const),
    ),
  );
  return [
    row("Coverage, all cities", (last) => last.coverage, index, 0.0005),
    ...[...names].map(([id, name]) =>
      row(
        `Coverage, ${name}`,
        (last) => last.cities.find(({ city }) => city === id)?.cityCoverage,
        index,
        0.0005,
      ),
    ),
    row("Cost a year", (last) => last.cost.total, formatEuro, 500),
    row("Public cost a year", (last) => last.cost.public, formatEuro, 500),
    row("Inequality of coverage (Gini)", (last) => last.inequality, index, 0.0005),
    {
      ...row("Public–private share of partnerships", (last) => last.publicPrivateShare, percent, 0.0005),
      showDifference: points,
    },
  ];
}

/** The difference of a value from the first scenario's, with its sign: "+0.120", "−€450,000", "the same". */
export function differenceText({ values, show, showDifference, least }: CompareRow, i: number): string {
  const [first, own] = [values[0] ?? null, values[i] ?? null];
  if (first === null || own === null) return "–";
  const difference = own - first;
  if (Math.abs(difference) < least) return "the same";
  return `${difference > 0 ? "+" : ""}${(showDifference ?? show)(difference)}`;
}

/** Value and difference from the first scenario, line by line, in the last year of each. */
export function compareTable(document: Document, items: readonly CompareItem[]): HTMLElement {
  const head = element(document, "tr", {}, element(document, "th", { scope: "col" }, "In the last year"));
  for (const [i, { name }] of items.entries()) {
    head.append(element(document, "th", { scope: "col", class: "number" }, name));
    if (i > 0)
      head.append(element(document, "th", { scope: "col", class: "number" }, `against ${items[0]!.name}`));
  }
  const body = element(
    document,
    "tbody",
    {},
    line(document, items, "Year", (d) => String(lastYearOf(d))),
  );
  body.append(line(document, items, "Coverage of", ({ view }) => targetWords(view.document.target)));
  for (const row of compareRows(items)) {
    const made = element(document, "tr", {}, element(document, "th", { scope: "row" }, row.name));
    for (const [i, value] of row.values.entries()) {
      made.append(element(document, "td", { class: "number" }, value === null ? "–" : row.show(value)));
      if (i > 0) made.append(element(document, "td", { class: "number difference" }, differenceText(row, i)));
    }
    body.append(made);
  }
  return element(
    document,
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Differences" },
    element(document, "table", { class: "compare-table" }, element(document, "thead", {}, head), body),
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
    ...items.map((item, i) =>
      element(document, "td", { class: "number", colspan: i > 0 ? 2 : null }, words(item)),
    ),
  );
}
