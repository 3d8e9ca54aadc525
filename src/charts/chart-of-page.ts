import type { Figure } from "../components/figure.js";
import { chartFigure } from "./chart-figure.js";
import type { ChartSpec } from "./chart-spec.js";

/** The figure of an author's chart, as its frame in the page carries it. Names of its colours stand in the page. */
export function chartOfPage(frame: HTMLElement): Figure {
  return chartFigure(JSON.parse(frame.dataset.chart!) as ChartSpec);
}
