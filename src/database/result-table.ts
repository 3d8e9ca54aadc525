import { toCsv } from "../components/csv.js";
import { element } from "../components/element.js";
import { formatNumber } from "../components/format.js";
import { saveFile } from "../components/save-file.js";
import { cutWords } from "./cell-room.js";
import type { ColumnType, ResultRow } from "./cells.js";
import { decimalsOf, resultCellText } from "./result-cell.js";

/** Most rows drawn: a page with more of them scrolls badly and nobody reads on. */
export const rowsShown = 1000;
/** Most columns drawn, and most values: with more of them a page stands still. */
const columnsShown = 100;
const valuesShown = 30_000;

/** What a result table says of its rows. */
export interface ResultWords {
  columns: { name: string; type?: ColumnType }[];
  elapsedMs?: number;
  /** True when the query has more rows than were read. */
  truncated?: boolean;
  /** True when cells hold less than the query gives. */
  cellsCut?: boolean;
  /** Columns of the query that were not read. */
  columnsLeftOut?: number;
}

/**
 * The rows of a query in a region that scrolls, named "Result", with their number and time in its caption, and a button
 * that saves all that was read as CSV.
 */
export function resultTable(document: Document, rows: ResultRow[], words: ResultWords): HTMLElement {
  const shown = rows.slice(0, rowsDrawn(words.columns.length));
  const columns = words.columns.slice(0, columnsShown).map((column) => {
    const values = shown.map((row) => row[column.name] ?? null);
    const numeric = column.type
      ? column.type === "integer" || column.type === "number"
      : values.some((value) => typeof value === "number");
    return { ...column, numeric, decimals: decimalsOf(values) };
  });
  const head = element(document, "tr");
  for (const { name, numeric } of columns)
    head.append(element(document, "th", { scope: "col", class: numeric ? "number" : null }, name));
  const body = element(document, "tbody");
  for (const row of shown) {
    const line = element(document, "tr");
    columns.forEach((column, i) => {
      const value = row[column.name] ?? null;
      const kind = value === null ? (column.numeric ? "missing among-numbers" : "missing") : null;
      line.append(
        element(
          document,
          i === 0 ? "th" : "td",
          {
            scope: i === 0 ? "row" : null,
            class: kind ?? (column.numeric ? "number" : null),
            "data-label": i === 0 ? null : column.name,
          },
          value === null ? "null" : resultCellText(value, column, column.decimals, words.cellsCut),
        ),
      );
    });
    body.append(line);
  }
  const caption = element(document, "caption", {}, resultWords(rows.length, words));
  const table = element(document, "table", {}, caption, element(document, "thead", {}, head), body);
  const region = { class: "panel scroll", tabindex: 0, role: "region", "aria-label": "Result" };
  return element(
    document,
    "div",
    { class: "query-result" },
    element(document, "div", region, table),
    words.cellsCut ? element(document, "p", {}, cutWords) : null,
    saveButton(document, rows, words),
  );
}

/** "40 rows in 12 ms", "the first 1,000 of 4,200 rows in 80 ms", "1 row, the first 100 of 2,000 columns, in 80 ms". */
export function resultWords(
  count: number,
  { columns, elapsedMs, truncated, columnsLeftOut = 0 }: Partial<ResultWords>,
): string {
  const width = columns?.length ?? 0;
  const drawn = Math.min(count, rowsDrawn(width));
  const noun = count === 1 ? "row" : "rows";
  const number = formatNumber(count);
  const cut = count > drawn ? `the first ${formatNumber(drawn)} of ${number} ${noun}` : `${number} ${noun}`;
  const said = truncated ? `the first ${formatNumber(drawn)} ${drawn === 1 ? "row" : "rows"}` : cut;
  const saved = columnsLeftOut ? ` (${formatNumber(width)} of them in the saved file)` : "";
  const wide =
    width > columnsShown
      ? `, the first ${columnsShown} of ${formatNumber(width + columnsLeftOut)} columns${saved},`
      : "";
  if (elapsedMs === undefined) return said + wide.replace(/,$/, "");
  return `${said}${wide} in ${formatNumber(Math.max(1, elapsedMs))} ms`;
}

function rowsDrawn(columns: number): number {
  return Math.min(rowsShown, Math.floor(valuesShown / Math.min(Math.max(columns, 1), columnsShown)));
}

function saveButton(document: Document, rows: ResultRow[], { columns }: ResultWords): HTMLElement {
  const button = element(document, "button", { type: "button", class: "run" }, "Save these rows");
  button.addEventListener("click", () => {
    const text = toCsv(
      rows,
      columns.map(({ name }) => name),
    );
    saveFile(document, "result.csv", text);
  });
  return button;
}
