import type { Row } from "../components/figure.js";
import type { ScenarioDocument } from "../scenario/document.js";
import type { ScenarioView } from "./scenario-view.js";

/** The rows of a live picture's last drawing that had ranges, and of what. */
export interface LastRanges {
  known?: { document: ScenarioDocument; rows: readonly Row[] };
  /** True where the drawing shows ranges of an earlier moment. */
  shown?: boolean;
}

/** Rows to take ranges from. */
export interface RangedRows {
  rows: readonly Row[];
  /** True where the ranges are those of an earlier moment. They are never told in words. */
  last: boolean;
}

/** Class of the marks of a range; the page's style draws those of an earlier moment paler. */
export const rangeMark = "range";

/**
 * The ranges to draw: those of the rows, or, while they are being worked out, the last ones known. Without them every
 * range vanished with each move of a slider and came back three frames later, fifteen times a second. Only ranges of
 * the same city, target and years are kept: of others the scale is another.
 */
export function rangesToDraw(
  rows: readonly Row[],
  { ranges }: { ranges?: LastRanges },
  view: ScenarioView,
): RangedRows {
  const { document, uncertainty } = view;
  if (!ranges) return { rows, last: false };
  if (uncertainty) ranges.known = { document, rows };
  const { known } = ranges;
  ranges.shown = !uncertainty && known?.rows.length === rows.length && alikeInView(known.document, document);
  return ranges.shown && known ? { rows: known.rows, last: true } : { rows, last: false };
}

function alikeInView(a: ScenarioDocument, b: ScenarioDocument): boolean {
  return a.view.city === b.view.city && a.horizon === b.horizon && a.target === b.target;
}
