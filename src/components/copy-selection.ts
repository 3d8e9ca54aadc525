import { copiedTable } from "./copied-table.js";
import { giveTable } from "./copy-table.js";
import { tableSheet } from "./figure-sheet.js";
import type { FrameContext } from "./frame-context.js";
import type { ShownFigure } from "./shown-figure.js";

/**
 * Makes rows that a reader selects in a figure's table arrive as a table: one line of heads, marks in a column of their
 * own, bare numbers, the source under them. A selection within one cell is copied as it is.
 * @param shown the rows in the table, where they are here
 */
export function copySelection(
  frame: HTMLElement,
  context: FrameContext,
  shown: () => ShownFigure | undefined,
  citation: (shown: ShownFigure) => string,
): void {
  frame.addEventListener("copy", (event) => {
    const figure = shown();
    const lines = [...frame.querySelectorAll<HTMLTableRowElement>(".figure-table tbody > tr")];
    if (!figure || lines.length !== figure.rows.length) return;
    const chosen = lines.flatMap((line, i) =>
      cellsIn(context.document, line) ? [figure.rows[Number(line.dataset.row ?? i)]!] : [],
    );
    const cells = lines.reduce((sum, line) => sum + cellsIn(context.document, line), 0);
    if (cells < 2) return;
    giveTable(event, copiedTable(context.document, tableSheet(figure, context), citation(figure), chosen));
  });
}

/** How many cells of a line hold something of what is selected. */
function cellsIn(document: Document, line: HTMLTableRowElement): number {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return 0;
  const chosen = selection.getRangeAt(0);
  return [...line.cells].filter((cell) => {
    if (!chosen.intersectsNode(cell)) return false;
    // A double click on a cell reaches to the first letter of the next one, without it.
    const part = document.createRange();
    part.selectNodeContents(cell);
    if (part.comparePoint(chosen.startContainer, chosen.startOffset) === 0)
      part.setStart(chosen.startContainer, chosen.startOffset);
    if (part.comparePoint(chosen.endContainer, chosen.endOffset) === 0)
      part.setEnd(chosen.endContainer, chosen.endOffset);
    return part.toString().trim() !== "";
  }).length;
}
