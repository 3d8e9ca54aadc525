import { formatCell } from "../components/format.js";
import type { ColumnType, ResultCell } from "./cells.js";

/** Most characters of a value drawn; more of it is in the saved file. */
const charactersShown = 1000;

const grouped = new Intl.NumberFormat("en-GB");

/**
 * A value of a result as shown: every digit of it where it is a whole number or a decimal, and infinity, -infinity and
 * NaN as what they are.
 * @param decimals digits behind the point of the column's numbers, see `decimalsOf`
 * @param cellsCut true where cells of the result may hold less than the query gives; default false
 */
export function resultCellText(
  value: Exclude<ResultCell, null>,
  { name, type }: { name: string; type?: ColumnType },
  decimals: number,
  cellsCut = false,
): string {
  if (typeof value === "bigint") return grouped.format(value).replace("-", "−");
  if (typeof value === "number") {
    if (Number.isNaN(value)) return "NaN";
    if (!Number.isFinite(value)) return value > 0 ? "infinity" : "-infinity";
    if (Math.abs(value) >= 1e21) return String(value).replace("-", "−");
    return formatCell(value, { year: namesYear(name), decimals });
  }
  if (typeof value === "boolean") return formatCell(value, {});
  return type === "number" ? groupedDigits(value) : shortened(value, cellsCut);
}

/** True for a name of a column of years: all that a result tells of what its numbers are. */
const namesYear = (name: string): boolean => /(^|_)year($|_)|^founded$/.test(name);

/** Digits after the point that a column's numbers need, six at most unless they are smaller than that. */
export function decimalsOf(values: ResultCell[]): number {
  const numbers = values.filter(
    (value): value is number => typeof value === "number" && Number.isFinite(value),
  );
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const cap = largest > 0 && largest < 1e-3 ? 12 : 6;
  return numbers.reduce(
    (most, value) => Math.max(most, Number(value.toFixed(cap)).toString().split(".")[1]?.length ?? 0),
    0,
  );
}

/** "12345678901234567890.5" with its thousands set apart. */
function groupedDigits(digits: string): string {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(.*)$/.exec(digits) ?? [];
  return `${sign && "−"}${grouped.format(BigInt(whole))}${fraction}`;
}

function shortened(text: string, cellsCut: boolean): string {
  if (text.length <= charactersShown) return text;
  const saved = cellsCut
    ? "the saved file has more of it"
    : `${grouped.format(text.length)} characters; all of them are in the saved file`;
  return `${text.slice(0, charactersShown).replace(/[\ud800-\udbff]$/, "")} … (${saved})`;
}
