import { number, text, type Row } from "../components/figure.js";
import { flagMark, formatAsItIs, formatNumber } from "../components/format.js";
import { estimatedWidth } from "../components/text-width.js";
import { shownColumn, type ChartSpec, type Sort } from "./chart-spec.js";
import { coloursOf, inKnownOrder, namesOf } from "./known-words.js";

/** Size of letters in a picture, in CSS pixels. */
export const fontSize = 12;
/** The width below which a picture is a phone's. */
export const narrowBelow = 500;

/**
 * The categories of a channel, in the order asked for: by the number beside them, by their names, or as they come.
 * @param by the column of the numbers
 */
export function orderedCategories(
  rows: readonly Row[],
  category: string,
  by: string,
  sort: Sort | null,
  channel: "x" | "y",
): string[] {
  const found = inKnownOrder(category, [...new Set(rows.map((row) => text(row, category)))]);
  if (sort === null) return found;
  if (sort.by === channel) found.sort((a, b) => a.localeCompare(b, "en-GB"));
  else {
    const totals = new Map<string, number>();
    for (const row of rows)
      totals.set(text(row, category), (totals.get(text(row, category)) ?? 0) + (number(row, by) ?? 0));
    found.sort((a, b) => totals.get(a)! - totals.get(b)!);
  }
  return sort.descending ? found.reverse() : found;
}

/** A value as readers see it: ids of the evidence have names. */
export const nameOf = (column: string, value: string): string => namesOf(column)?.[value] ?? value;

/** The label of an axis: the column's title with its unit. */
export function axisLabel({ columns }: Pick<ChartSpec, "columns">, name: string): string {
  const column = columns.find((column) => column.name === name);
  if (!column) return name;
  return column.unit && column.unit !== column.title.toLowerCase()
    ? `${column.title}, ${column.unit}`
    : column.title;
}

/** A number beside its mark, with its flags. */
export function numberLabel({ columns }: Pick<ChartSpec, "columns">, row: Row, name: string): string {
  const value = number(row, name);
  if (value === null) return "no figure";
  const given = columns.find((column) => column.name === name);
  const column = given && shownColumn(given);
  const words =
    column?.show?.(value, row) ??
    (column?.year
      ? String(value)
      : column?.decimals === undefined
        ? formatAsItIs(value)
        : formatNumber(value, column.decimals));
  return words + flagMark(row);
}

/** Room for the longest of some names, in CSS pixels, up to a part of the width. */
export function roomFor(names: readonly string[], width: number, part = 0.42): number {
  const longest = Math.max(0, ...names.map((name) => estimatedWidth(name, { size: fontSize })));
  return Math.ceil(Math.min(longest + 12, width * part));
}

/** Colours of the series of a chart: one where no column has colours. */
export function seriesOf({ channels: { colour } }: Pick<ChartSpec, "channels">, rows: readonly Row[]) {
  if (colour === undefined) return null;
  const values = coloursOf(colour, [...new Set(rows.map((row) => text(row, colour)))]);
  return {
    column: colour,
    domain: values.map(({ value }) => value),
    range: values.map(({ colour }) => colour),
    names: new Map(values.map(({ value, name }) => [value, name])),
  };
}

/**
 * Limits of an axis whose numbers are all the same, or none: it would be without length, and name the one with six
 * decimals. Empty for every other.
 * @param fromZero true where the axis holds zero
 */
export function limitsOfOne(
  rows: readonly Row[],
  name: string,
  fromZero: boolean,
): { domain?: [least: number, most: number] } {
  const found = new Set(rows.map((row) => number(row, name)).filter((value) => value !== null));
  if (fromZero) found.add(0);
  const [one = 0] = found;
  if (found.size > 1) return {};
  return { domain: fromZero ? [0, 1] : [Math.floor(one) - 1, Math.floor(one) + 2] };
}
