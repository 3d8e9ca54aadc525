import type { Canvas, Figure, Options, Row } from "./figure.js";
import { dataTable } from "./data-table.js";
import { element } from "./element.js";
import type { FrameContext } from "./frame-context.js";
import { figureCaption, sourcesBehind, touchedBy } from "./figure-caption.js";
import { flagSentence } from "./format.js";
import { colourKey } from "./key.js";

/** Widths at which a picture is drawn for the page's HTML, in CSS pixels: for a column, and for a phone. */
export const drawnWidths = { wide: 760, narrow: 340 } as const;

/**
 * The whole of a figure: heading, picture, caption with source and place, table and query. It reads without scripts;
 * the page's script adds choices and downloads to it.
 */
export function figureFrame(
  figure: Figure,
  rows: Row[],
  context: FrameContext,
  options: Options = {},
): HTMLElement {
  const { document } = context;
  const chosen = { ...figure.options, ...options };
  const frame = element(document, "figure", {
    class: figure.draw ? "figure" : "figure table-only",
    id: figure.id,
    "data-figure": figure.id,
    "data-sortable": figure.sortable ?? false,
    "aria-labelledby": `${figure.id}-title`,
    "data-version": context.version,
    "data-options": figure.given ? JSON.stringify(givenOptions(figure, options)) : null,
    "data-sources": JSON.stringify(
      Object.fromEntries(
        sourcesBehind(figure, rows).map(({ source_id }) => [
          source_id,
          [context.sourceName(source_id), context.sourceCitation(source_id)],
        ]),
      ),
    ),
    "data-discrepancies": carriedDiscrepancies(figure, rows, context),
    "data-places": context.places ? JSON.stringify(context.places) : null,
  });
  frame.append(
    element(document, "h2", { id: `${figure.id}-title`, tabindex: -1 }, figure.title(rows, chosen)),
  );
  if (figure.choices?.some((choice) => !choice.shared))
    frame.append(element(document, "div", { class: "choices" }));
  if (figure.key) frame.append(colourKey(document, figure.key));
  if (figure.draw) frame.append(picture(figure, rows, context, chosen));
  if (figure.steps) frame.append(element(document, "div", { class: "steps" }));
  if (figure.words) frame.append(wordList(figure, rows, document, chosen));
  frame.append(figureCaption(figure, rows, context));
  frame.append(menu(figure, rows, context, chosen));
  return frame;
}

/** The options that the page gives, out of all. */
export function givenOptions(figure: Figure, options: Options): Options {
  return Object.fromEntries(
    (figure.given ?? []).flatMap((name) => (name in options ? [[name, options[name]!]] : [])),
  );
}

/** The figure's sentences. */
export function wordList(figure: Figure, rows: Row[], document: Document, options: Options): HTMLElement {
  return element(
    document,
    "ul",
    { class: "words" },
    ...(figure.words?.(rows, options) ?? []).map((words) => element(document, "li", {}, words)),
  );
}

/** The picture, drawn twice: for a column and for a phone. Style shows the one that fits. */
function picture(figure: Figure, rows: Row[], context: FrameContext, options: Options): HTMLElement {
  const { document } = context;
  const holder = element(document, "div", { class: "picture" });
  const widths = figure.width ? { alike: figure.width } : drawnWidths;
  for (const [name, width] of Object.entries(widths)) {
    const drawing = drawFigure(figure, rows, { ...context, width }, options);
    holder.append(element(document, "div", { class: name }, drawing));
  }
  return holder;
}

/** Draws a figure's picture and gives it its words, for those who cannot see it. */
export function drawFigure(figure: Figure, rows: Row[], canvas: Canvas, options: Options): Element {
  if (!figure.draw) throw new Error(`figure ${figure.id} has no picture`);
  const drawing = figure.draw(rows, canvas, options);
  drawing.setAttribute("role", "img");
  // Plot names its groups, which only a group may be.
  for (const group of drawing.querySelectorAll("g[aria-label]")) group.setAttribute("role", "group");
  drawing.setAttribute(
    "aria-label",
    [figure.description(rows, options), flagSentence(rows)].filter(Boolean).join(" "),
  );
  return drawing;
}

/** Id, table, row and column of the discrepancies that touch the rows, for the page's script. */
function carriedDiscrepancies(figure: Figure, rows: Row[], context: FrameContext): string | null {
  const { on, about } = touchedBy(figure, rows, context);
  const ids = new Set([...on, ...about]);
  if (!ids.size) return null;
  const carried = (context.discrepancies ?? []).filter((row) => ids.has(String(row.discrepancy_id)));
  return JSON.stringify(
    carried.map((row) => [row.discrepancy_id, row.table_name, row.row_key, row.column_name, row.title]),
  );
}

function menu(figure: Figure, rows: Row[], context: FrameContext, options: Options): HTMLElement {
  const { document } = context;
  const made = element(document, "div", {
    class: "menu",
    role: "group",
    "aria-label": `Table, query and downloads: ${figure.title(rows, options)}`,
  });
  const table = element(document, "details", {
    class: figure.draw ? "figure-table" : "figure-table folds",
    open: figure.draw === null,
  });
  table.append(element(document, "summary", {}, "Table"), tablePanel(figure, rows, context, options));
  const sql = element(document, "details", { class: "figure-sql" });
  sql.append(element(document, "summary", {}, "SQL"), sqlPanel(figure, document, options));
  made.append(table, sql);
  return made;
}

/** The table behind a picture. */
export function tablePanel(
  figure: Figure,
  rows: Row[],
  context: FrameContext,
  options: Options,
): HTMLElement {
  return element(
    context.document,
    "div",
    {
      class: "panel scroll",
      tabindex: 0,
      role: "region",
      "aria-label": `Table: ${figure.title(rows, options)}`,
    },
    dataTable(rows, figure.columns, context, figure.cells?.bind(figure)),
  );
}

/** The query whose result is the rows drawn. */
export function sqlPanel(figure: Figure, document: Document, options: Options): HTMLElement {
  const code = element(document, "code", {}, figure.sql(options));
  return element(
    document,
    "div",
    { class: "panel" },
    element(document, "pre", { tabindex: 0, "aria-label": `Query of the figure ${figure.id}` }, code),
  );
}
