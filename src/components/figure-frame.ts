import type { Canvas } from "./figure.js";
import { dataTable } from "./data-table.js";
import { element } from "./element.js";
import type { FrameContext } from "./frame-context.js";
import { figureCaption } from "./figure-caption.js";
import { flagSentence } from "./format.js";
import { markHigherThanSheet } from "./higher-than-sheet.js";
import { colourKey } from "./key.js";
import type { ShownFigure } from "./shown-figure.js";

/** Widths at which a picture is drawn for the page's HTML, in CSS pixels: for a column, and for a phone. */
export const drawnWidths = { wide: 760, narrow: 340 } as const;

/** How a frame is made. */
export interface FrameOptions {
  class?: string;
  /** What the page's script finds the figure by, and what it reads from it. */
  attributes?: Record<string, string | boolean | null>;
  /** Level of the heading; default `h2`. */
  heading?: "h2" | "h3";
  /** Places for the reader's choices and for stepping through the picture's parts, which scripts fill. */
  places?: { choices?: boolean; steps?: boolean };
  /** False leaves the picture's place empty, for a script that draws it for the room there is. Default true. */
  drawn?: boolean;
}

/**
 * The whole of a figure: heading, picture, caption with source and place, table and query. It reads without scripts;
 * the page's script adds choices and downloads to it.
 */
export function figureFrame(
  shown: ShownFigure,
  context: FrameContext,
  { attributes, heading = "h2", places, drawn = true, ...options }: FrameOptions = {},
): HTMLElement {
  const { document } = context;
  const { id } = shown;
  const names = ["figure", options.class, shown.draw ? "" : "table-only"];
  const frame = element(document, "figure", {
    class: names.filter(Boolean).join(" "),
    id,
    ...attributes,
    "aria-labelledby": `${id}-title`,
  });
  frame.append(element(document, heading, { id: `${id}-title`, tabindex: -1 }, shown.title));
  if (shown.unit) frame.append(element(document, "p", { class: "unit" }, shown.unit));
  if (places?.choices) frame.append(element(document, "div", { class: "choices" }));
  if (shown.key) frame.append(colourKey(document, shown.key));
  if (shown.draw) frame.append(picture(shown, context, drawn));
  if (places?.steps) frame.append(element(document, "div", { class: "steps" }));
  if (shown.words) frame.append(wordList(shown, document));
  frame.append(figureCaption(shown, context), menu(shown, context));
  const wide = frame.querySelector(":scope > .picture > :is(.wide, .alike) > *");
  if (wide) markHigherThanSheet(frame, wide);
  return frame;
}

/** The figure's sentences, and room for those on their way. */
export function wordList(
  { words = [], awaited = [] }: Pick<ShownFigure, "words" | "awaited">,
  document: Document,
): HTMLElement {
  return element(
    document,
    "ul",
    { class: "words" },
    ...words.map((sentence) => element(document, "li", {}, sentence)),
    ...awaited.map((sentence) =>
      element(document, "li", { class: "awaited", "aria-hidden": "true" }, sentence),
    ),
  );
}

/** The picture, drawn twice: for a column and for a phone. Style shows the one that fits. */
function picture(shown: ShownFigure, context: FrameContext, drawn: boolean): HTMLElement {
  const { document } = context;
  const holder = element(document, "div", { class: "picture" });
  if (!drawn) return holder;
  const widths = shown.width ? { alike: shown.width } : drawnWidths;
  for (const [name, width] of Object.entries(widths))
    holder.append(element(document, "div", { class: name }, drawFigure(shown, { ...context, width })));
  return holder;
}

/** Draws a figure's picture and gives it its words, for those who cannot see it. */
export function drawFigure(
  { id, rows, description, draw }: Pick<ShownFigure, "id" | "rows" | "description" | "draw">,
  canvas: Canvas,
): Element {
  if (!draw) throw new Error(`figure ${id} has no picture`);
  const drawing = draw(canvas);
  // A picture with parts to press is a group of them; an image would hide them.
  drawing.setAttribute("role", drawing.querySelector("[role=button]") ? "group" : "img");
  // Plot names its groups, which only a group may be.
  for (const group of drawing.querySelectorAll("g[aria-label]:not([role])"))
    group.setAttribute("role", "group");
  drawing.setAttribute("aria-label", [description, flagSentence(rows)].filter(Boolean).join(" "));
  return drawing;
}

/** Name of a figure's menu. */
export const menuLabel = ({ title, sql }: Pick<ShownFigure, "title" | "sql">): string =>
  `${sql === undefined ? "Table and downloads" : "Table, query and downloads"}: ${title}`;

function menu(shown: ShownFigure, context: FrameContext): HTMLElement {
  const { document } = context;
  const made = element(document, "div", { class: "menu", role: "group", "aria-label": menuLabel(shown) });
  const table = element(document, "details", {
    class: shown.draw ? "figure-table" : "figure-table folds",
    open: shown.draw === null,
  });
  table.append(element(document, "summary", {}, "Table"), tablePanel(shown, context));
  made.append(table);
  if (shown.sql === undefined) return made;
  const sql = element(document, "details", { class: "figure-sql" });
  sql.append(element(document, "summary", {}, "SQL"), sqlPanel(shown, document));
  made.append(sql);
  return made;
}

/** The table behind a picture. */
export function tablePanel(shown: ShownFigure, context: FrameContext): HTMLElement {
  return element(
    context.document,
    "div",
    { class: "panel scroll", tabindex: 0, role: "region", "aria-label": tableLabel(shown) },
    dataTable(shown.rows, shown.columns, context, shown.cells, shown),
  );
}

/** Name of the table behind a picture. */
export const tableLabel = ({ title }: Pick<ShownFigure, "title">): string => `Table: ${title}`;

/** The query whose result is the rows drawn, but for those of a reader's own city. */
export function sqlPanel(
  { id, sql = "", own }: Pick<ShownFigure, "id" | "sql" | "own">,
  document: Document,
): HTMLElement {
  const code = element(document, "code", {}, sql);
  return element(
    document,
    "div",
    { class: "panel" },
    own?.joined
      ? element(
          document,
          "p",
          {},
          `The query reads the evidence. The figure adds the rows of ${own.label} to its rows.`,
        )
      : null,
    element(document, "pre", { tabindex: 0, "aria-label": `Query of the figure ${id}` }, code),
  );
}
