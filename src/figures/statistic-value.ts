import { bounded, formatLarge, formatNumber } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";

/** From here on the decimals of an indicator say nothing: "166,024", not "166,024.0". */
const large = 1000;

/** Decimals with which a sentence or a label tells a number: those of its indicator, at most two, none of a large one. */
export const decimalsOf = (row: Row): number =>
  Math.abs(number(row, "value")!) >= large ? 0 : Math.min(2, number(row, "decimals") ?? 0);

/** "2.7 million", "18.1 %", "0.701". */
export function valueWords(row: Row): string {
  const value = number(row, "value")!;
  const unit = text(row, "unit");
  const decimals = decimalsOf(row);
  const words = unit.startsWith("%")
    ? `${formatNumber(value, Math.min(1, decimals))}\u202f%`
    : decimals > 0
      ? formatNumber(value, decimals)
      : formatLarge(Math.round(value));
  return bounded(words, row.qualifier);
}
