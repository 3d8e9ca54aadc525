import { dataTable } from "../components/data-table.js";
import { element } from "../components/element.js";
import { formatNumber } from "../components/format.js";
import { noMarks } from "../components/marks.js";
import type { Row } from "../figures/figure.js";

/** Most rows drawn: a page with more of them scrolls badly and nobody reads on. */
export const rowsShown = 1000;

/** What a result table says of its rows. */
export interface ResultWords {
  columns: { name: string }[];
  elapsedMs?: number;
  /** True when the query has more rows than were read. */
  truncated?: boolean;
}

/** The rows of a query in a region that scrolls, named "Result", with their number and time in its caption. */
export function resultTable(
  document: Document,
  rows: Row[],
  { columns, elapsedMs, truncated }: ResultWords,
): HTMLElement {
  const shown = rows.slice(0, rowsShown);
  const described = columns.map(({ name }) => ({
    name,
    title: name,
    decimals: decimalsOf(shown, name),
    missing: "null",
  }));
  const table = dataTable(shown, described, { document, link: (path) => path, marks: noMarks });
  table.prepend(element(document, "caption", {}, resultWords(rows.length, { elapsedMs, truncated })));
  return element(
    document,
    "div",
    { class: "panel scroll", tabindex: 0, role: "region", "aria-label": "Result" },
    table,
  );
}

/** "40 rows in 12 ms", "the first 1,000 of 4,200 rows in 80 ms". */
export function resultWords(count: number, { elapsedMs, truncated }: Omit<ResultWords, "columns">): string {
  const noun = count === 1 ? "row" : "rows";
  const number = formatNumber(count);
  const cut =
    count > rowsShown ? `the first ${formatNumber(rowsShown)} of ${number} ${noun}` : `${number} ${noun}`;
  const said = truncated ? `the first ${formatNumber(Math.min(count, rowsShown))} rows` : cut;
  return elapsedMs === undefined ? said : `${said} in ${formatNumber(Math.max(1, elapsedMs))} ms`;
}

/** Digits after the point that a column needs, six at most unless its values are smaller than that. */
function decimalsOf(rows: Row[], name: string): number {
  const numbers = rows
    .map((row) => row[name])
    .filter((value) => typeof value === "number" && Number.isFinite(value));
  const largest = numbers.reduce<number>((most, value) => Math.max(most, Math.abs(value as number)), 0);
  const cap = largest > 0 && largest < 1e-3 ? 12 : 6;
  return numbers.reduce<number>((most, value) => {
    const digits =
      Number((value as number).toFixed(cap))
        .toString()
        .split(".")[1]?.length ?? 0;
    return Math.max(most, digits);
  }, 0);
}
