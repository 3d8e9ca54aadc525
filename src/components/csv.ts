import { csvFormat } from "d3-dsv";
import type { Cell } from "./figure.js";
import type { FrameContext } from "./frame-context.js";
import { sourcesBehind, touchedBy } from "./figure-caption.js";
import { startsFormula } from "./formula.js";
import { isOwnRow, yourNumbers } from "./own-rows.js";
import type { ShownFigure } from "./shown-figure.js";
import { sourceText } from "./source-text.js";

/**
 * Rows as CSV (RFC 4180): UTF-8 without a byte order mark, commas, LF, the names as header. A missing value is an
 * empty cell; a text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param columns names in the order of the columns
 */
export function toCsv(rows: Record<string, Cell | bigint>[], columns: string[]): string {
  const safe = rows.map((row) =>
    Object.fromEntries(
      columns.map((name) => {
        const value = row[name] ?? null;
        return [name, typeof value === "string" && startsFormula(value) ? `'${value}` : value];
      }),
    ),
  );
  return csvFormat(safe, columns) + "\n";
}

/**
 * The rows of a figure as CSV. Each says where it comes from: ids of the discrepancies that touch its numbers, joined
 * by spaces, the documents with their places, and the version of the data; rows that the reader typed say so, and are of
 * no version.
 */
export function figureCsv(
  shown: Pick<ShownFigure, "rows" | "cells" | "sources" | "sourcesOf">,
  context: Pick<FrameContext, "marks" | "sourceName" | "version">,
): string {
  const told = shown.rows.map((row) => ({
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)])),
    second_reading: touchedBy({ ...shown, rows: [row] }, context).on.join(" "),
    source: isOwnRow(row) ? yourNumbers : sourceText({ sources: sourcesBehind(shown, [row]) }, context),
    data_version: isOwnRow(row) ? null : context.version,
  }));
  return toCsv(told, Object.keys(told[0] ?? {}));
}

/** A ratio without the digits that it only seems to know: six decimals, six digits where it is below one. */
function rounded(value: Cell): Cell {
  if (typeof value !== "number" || Number.isInteger(value)) return value;
  return Number(Math.abs(value) < 1 ? value.toPrecision(6) : value.toFixed(6));
}
