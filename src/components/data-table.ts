import type { Column, Row, RowCells } from "./figure.js";
import type { FrameContext } from "./frame-context.js";
import { element } from "./element.js";
import { flagWords, formatCell } from "./format.js";

const superscripts = ["¹", "²", "³", "⁴", "⁵"];

/**
 * A table of rows, with units in its headings, marks of discrepancies as links and flags in words.
 * @param rows one table row each; `flag` and `note` are shown beside the values they speak of
 * @param cells the evidence cells behind a row's columns
 */
export function dataTable(
  rows: Row[],
  columns: Column[],
  context: Pick<FrameContext, "document" | "link" | "marks">,
  cells?: (row: Row) => RowCells,
): HTMLTableElement {
  const { document } = context;
  const flagged = rows.some((row) => row.flag) && !columns.some((column) => column.name === "flag");
  const head = element(document, "tr");
  for (const column of columns) {
    const unit = column.unit ? element(document, "span", { class: "unit" }, column.unit) : null;
    head.append(
      element(
        document,
        "th",
        { scope: "col", class: isNumeric(rows, column) ? "number" : null },
        column.title,
        unit ? " " : null,
        unit,
      ),
    );
  }
  if (flagged) head.append(element(document, "th", { scope: "col" }, "Flag"));
  const body = element(document, "tbody");
  for (const row of rows) {
    const references = cells?.(row) ?? {};
    const line = element(document, "tr");
    columns.forEach((column, i) => {
      const marks = [...new Set([references[column.name] ?? []].flat().flatMap(context.marks.on))];
      const value = row[column.name] ?? null;
      const shown =
        column.words?.(row) ?? (value === null ? (column.missing ?? "no figure") : formatCell(value, column));
      const target = column.link?.(row);
      const content = target ? element(document, "a", { href: context.link(target) }, shown) : shown;
      const cell = element(
        document,
        i === 0 ? "th" : "td",
        {
          scope: i === 0 ? "row" : null,
          class:
            value === null && !column.words
              ? isNumeric(rows, column)
                ? "missing among-numbers"
                : "missing"
              : typeof value === "number" && !column.words
                ? "number"
                : null,
          "data-label": i === 0 ? null : [column.title, column.unit].filter(Boolean).join(", "),
        },
        content,
      );
      marks.forEach((id, n) => {
        // Two marks side by side would read as a double dagger.
        const sign = marks.length > 1 ? `†${superscripts[n] ?? ""}` : "†";
        // A name begins with what is seen, for those who speak to their browser.
        const label = `${sign} second reading: ${context.marks.title(id)}`;
        cell.append(
          element(
            document,
            "a",
            { class: "mark", href: context.link(`/sources#${id}`), "aria-label": label },
            sign,
          ),
        );
      });
      line.append(cell);
    });
    if (flagged) line.append(element(document, "td", { "data-label": "Flag" }, flagWords(row)));
    body.append(line);
  }
  return element(document, "table", {}, element(document, "thead", {}, head), body);
}

function isNumeric(rows: Row[], column: Column): boolean {
  return !column.words && rows.some((row) => typeof row[column.name] === "number");
}
