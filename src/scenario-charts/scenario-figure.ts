import { drawFigure, figureFrame } from "../components/figure-frame.js";
import type { FrameContext } from "../components/frame-context.js";
import type { Row } from "../components/figure.js";
import type { ShownFigure } from "../components/shown-figure.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";

/** What a figure of a scenario needs beside its view. */
export interface ScenarioContext extends FrameContext {
  /** Versions of the moment for the caption, after the data's: "model 2; seed 1, 1,000 simulations". Default none. */
  versions?: () => string;
  /** Address that opens the scenario of the moment, for "Copy link" and "Cite". Default the page's. */
  scenarioLink?: () => string;
  /** Level of the heading; default `h2`. */
  heading?: "h2" | "h3";
}

/** Wider, its letters would be smaller than 7.5 points in a sheet of 718 pixels: they are 12 pixels high. */
const widest = 860;

/** Stands under every picture of a scenario. */
export const notAForecast = "A model, not a forecast.";

/**
 * A picture of a scenario at one moment.
 * @param kept what a live picture keeps from one moment to the next
 */
export function shownScenario<View>(
  picture: ScenarioPicture<View>,
  view: View,
  { version, versions }: Pick<ScenarioContext, "version" | "versions">,
  kept: Pick<ScenarioCanvas, "kept" | "ranges"> = {},
): ShownFigure {
  const { id, unit, columns, key, caveat } = picture;
  const rows = picture.rows(view);
  return {
    id,
    unit,
    columns,
    key,
    sources: picture.sources(view),
    rows,
    title: picture.title(view),
    description: picture.description(view),
    words: picture.words?.(view),
    cells: picture.cells?.bind(picture),
    draw: picture.draw && ((canvas) => picture.draw!(rows, { ...canvas, ...kept }, view)),
    caveat: [notAForecast, typeof caveat === "function" ? caveat(view) : caveat].filter(Boolean).join(" "),
    versions: [`Data version ${version}`, versions?.()].filter(Boolean).join("; "),
    widest,
  };
}

/**
 * The frame of a picture of a scenario, which reads without scripts.
 * @param drawn false leaves the picture's place empty, for a script that draws it for the room there is
 */
export function scenarioFigure<View>(
  picture: ScenarioPicture<View>,
  view: View,
  context: ScenarioContext,
  { drawn = true }: { drawn?: boolean } = {},
): HTMLElement {
  return figureFrame(shownScenario(picture, view, context), context, {
    class: "scenario-figure",
    attributes: { "data-picture": picture.id },
    heading: context.heading,
    drawn,
  });
}

/** Draws a picture alone, with its words for those who cannot see it. */
export function drawPicture<View>(
  picture: ScenarioPicture<View>,
  rows: Row[],
  canvas: ScenarioCanvas,
  view: View,
): Element {
  const draw = picture.draw && (() => picture.draw!(rows, canvas, view));
  return drawFigure({ id: picture.id, rows, description: picture.description(view), draw }, canvas);
}
