import { dataTable } from "../components/data-table.js";
import { element } from "../components/element.js";
import { figureCaption } from "../components/figure-caption.js";
import { drawnWidths } from "../components/figure-frame.js";
import type { FrameContext } from "../components/frame-context.js";
import { colourKey } from "../components/key.js";
import type { Figure, Row } from "../components/figure.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";

/** What a figure of a scenario needs beside its view. */
export interface ScenarioContext extends FrameContext {
  /** Versions of the moment for the caption, after the data's: "model 1; seed 1, 1,000 draws". Default none. */
  versions?: () => string;
  /** Address that opens the scenario of the moment, for "Copy link" and "Cite". Default the page's. */
  scenarioLink?: () => string;
  /** Level of the heading; default `h2`. */
  heading?: "h2" | "h3";
}

/** Stands under every picture of a scenario. */
export const notAForecast = "A model, not a forecast.";

/**
 * The whole of a figure: heading, unit, picture, words, caption, table. It reads without scripts.
 * @param drawn false leaves the picture's place empty, for a script that draws it for the room there is
 */
export function scenarioFigure<View>(
  picture: ScenarioPicture<View>,
  view: View,
  context: ScenarioContext,
  { drawn = true }: { drawn?: boolean } = {},
): HTMLElement {
  const { document } = context;
  const rows = picture.rows(view);
  const title = picture.title(view);
  const frame = element(document, "figure", {
    class: `figure scenario-figure${picture.draw ? "" : " table-only"}`,
    id: picture.id,
    "data-picture": picture.id,
    "aria-labelledby": `${picture.id}-title`,
  });
  frame.append(
    element(document, context.heading ?? "h2", { id: `${picture.id}-title`, tabindex: -1 }, title),
    element(document, "p", { class: "unit" }, picture.unit),
  );
  if (picture.key) frame.append(colourKey(document, picture.key));
  if (picture.draw) {
    const holder = element(document, "div", { class: "picture" });
    for (const [name, width] of drawn ? Object.entries(drawnWidths) : [])
      holder.append(
        element(document, "div", { class: name }, drawPicture(picture, rows, { ...context, width }, view)),
      );
    frame.append(holder);
  }
  if (picture.words) frame.append(wordList(document, picture.words(view)));
  frame.append(scenarioCaption(picture, rows, view, context), menu(picture, rows, view, context));
  return frame;
}

/** Draws a picture and gives it its words, for those who cannot see it. */
export function drawPicture<View>(
  picture: ScenarioPicture<View>,
  rows: Row[],
  canvas: ScenarioCanvas,
  view: View,
  description = picture.description(view),
): Element {
  if (!picture.draw) throw new Error(`picture ${picture.id} is a table`);
  const drawing = picture.draw(rows, canvas, view);
  // A picture with parts to press is a group of them; an image would hide them.
  drawing.setAttribute("role", drawing.querySelector("[role=button]") ? "group" : "img");
  drawing.setAttribute("aria-label", description);
  return drawing;
}

/** The picture's sentences. */
export function wordList(document: Document, words: readonly string[]): HTMLElement {
  return element(
    document,
    "ul",
    { class: "words" },
    ...words.map((sentence) => element(document, "li", {}, sentence)),
  );
}

/** What to mind, source and place of every number, and the versions. */
export function scenarioCaption<View>(
  picture: ScenarioPicture<View>,
  rows: Row[],
  view: View,
  context: ScenarioContext,
): HTMLElement {
  const made = figureCaption(
    figureOf(picture, () => view),
    rows,
    context,
  );
  const versions = [`Data version ${context.version}`, context.versions?.()].filter(Boolean).join("; ");
  made.append(element(context.document, "p", { class: "versions" }, `${versions}.`));
  return made;
}

/** The picture as a figure of the site, so that downloads, caption and citation are the same for both. */
export function figureOf<View>(picture: ScenarioPicture<View>, viewNow: () => View): Figure {
  return {
    id: picture.id,
    // Scenarios are no query: the model's result is the table.
    sql: () => "",
    title: () => picture.title(viewNow()),
    description: () => picture.description(viewNow()),
    columns: picture.columns,
    ...(picture.key ? { key: picture.key } : {}),
    draw: picture.draw && ((rows, canvas) => picture.draw!(rows, canvas, viewNow())),
    ...(picture.cells ? { cells: (row: Row) => picture.cells!(row) } : {}),
    sources: picture.sources,
    caveat: [notAForecast, picture.caveat].filter(Boolean).join(" "),
  };
}

function menu<View>(
  picture: ScenarioPicture<View>,
  rows: Row[],
  view: View,
  context: ScenarioContext,
): HTMLElement {
  const { document } = context;
  const title = picture.title(view);
  const table = element(document, "details", {
    class: picture.draw ? "figure-table" : "figure-table folds",
    open: picture.draw === null,
  });
  table.append(element(document, "summary", {}, "Table"), tablePanel(picture, rows, title, context));
  return element(document, "div", { class: "menu", role: "group", "aria-label": menuLabel(title) }, table);
}

/** Name of a figure's menu. */
export const menuLabel = (title: string): string => `Table and downloads: ${title}`;

/** The table behind a picture. */
export function tablePanel<View>(
  picture: ScenarioPicture<View>,
  rows: Row[],
  title: string,
  context: ScenarioContext,
): HTMLElement {
  return element(
    context.document,
    "div",
    { class: "panel scroll", tabindex: 0, role: "region", "aria-label": `Table: ${title}` },
    dataTable(rows, picture.columns, context, picture.cells?.bind(picture)),
  );
}
