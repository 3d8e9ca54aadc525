import { formatNumber } from "../../components/format.js";
import type { CityResult, YearResult } from "../../model/simulate.js";
import type { CompareItem } from "./compare-items.js";
import { money, share, signedDifference, type Quantity } from "./compare-quantity.js";

/** A line of the comparison: a value of each scenario in its last year; `null` where it cannot be said. */
export interface CompareRow extends Quantity {
  values: (number | null)[];
  /** Ids of the cities that each value is of; values of other cities have no difference. */
  of: string[];
}

/** The lines of a comparison, in the order shown. */
export interface CompareRows {
  main: CompareRow[];
  /** Cities that the comparison is not about; empty where it is about all of them. */
  others: CompareRow[];
}

const gini = (name: string): Quantity => ({
  name,
  show: (value) => formatNumber(value, 3),
  least: 0.0005,
});

/**
 * Every line of the comparison.
 * @param inView id of the city whose lines come first of all, where one is in view
 */
export function compareRows(items: readonly CompareItem[], inView?: string): CompareRows {
  const lasts = items.map(({ view }) => view.result.years.at(-1)!);
  // A scenario on older evidence, or of a city of the reader's own, may have cities that others have not.
  const names = new Map(
    items.flatMap(({ view: { model } }) =>
      model.baseline.cities.map((id) => [id, model.baseline.names.get(id) ?? id] as const),
    ),
  );
  const row = (quantity: Quantity, of: string[], value: (last: YearResult) => number | undefined) => ({
    ...quantity,
    of,
    values: lasts.map((last) => {
      const found = value(last);
      return found === undefined || Number.isNaN(found) ? null : found;
    }),
  });
  const ofCity = (quantity: Quantity, id: string, value: (own: CityResult) => number) =>
    row(
      quantity,
      lasts.map(() => id),
      (last) => {
        const own = last.cities.find(({ city }) => city === id);
        return own && value(own);
      },
    );
  const coverageOf = ([id, name]: readonly [string, string]) =>
    ofCity(share(`Coverage, ${name}`), id, (own) => own.cityCoverage);
  // One city has lines of its own.
  const together = (quantity: Quantity, value: (last: YearResult) => number) =>
    row(
      quantity,
      lasts.map(({ cities }) => cities.map(({ city }) => city).join()),
      (last) => (last.cities.length > 1 ? value(last) : undefined),
    );
  const coverage = together(share("Coverage, all cities"), (last) => last.coverage);
  const rest = [
    together(money("Cost a year, all cities"), (last) => last.cost.total),
    together(money("Public cost a year, all cities"), (last) => last.cost.public),
    together(gini("Inequality of coverage between cities (Gini, 0 is none)"), (last) => last.inequality),
    together(share("Public–private share of partnerships, all cities"), (last) => last.publicPrivateShare),
  ];
  const name = inView === undefined ? undefined : names.get(inView);
  const others = [...names].filter(([id]) => id !== inView).map(coverageOf);
  if (inView === undefined || name === undefined) return { main: [coverage, ...others, ...rest], others: [] };
  const own = [
    coverageOf([inView, name]),
    ofCity(money(`Cost a year, ${name}`), inView, ({ cost }) => cost.total),
    ofCity(money(`Public cost a year, ${name}`), inView, ({ cost }) => cost.public),
    ofCity(share(`Public–private share of partnerships, ${name}`), inView, (d) => d.publicPrivateShare),
  ];
  return { main: [...own, ...[coverage, ...rest].filter(isSaid)], others: others.filter(isSaid) };
}

/** A line that no scenario has a value for says nothing. */
const isSaid = ({ values }: CompareRow): boolean => values.some((value) => value !== null);

/**
 * The difference of a value from that of another scenario, with its sign: "+12.0 points", "−€450,000", "the same".
 * @param against place of the other
 */
export function differenceText(row: CompareRow, i: number, against = 0): string {
  const { values, step, of } = row;
  const [first, own] = [values[against] ?? null, values[i] ?? null];
  if (first === null || own === null || of[i] !== of[against]) return "–";
  const difference = step ? (Math.round(own / step) - Math.round(first / step)) * step : own - first;
  return signedDifference(row, difference, "the same");
}
