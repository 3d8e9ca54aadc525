import type { Canvas, Column, Row, RowCells, Source } from "../components/figure.js";
import type { LastRanges } from "./last-ranges.js";
import type { ScenarioView } from "./scenario-view.js";

/** The room a picture is drawn in. */
export interface ScenarioCanvas extends Canvas {
  /**
   * Scales that a live picture keeps while a lever is dragged, by name: a band that is still being drawn comes back
   * without the axis jumping. Left out, every picture stands alone.
   */
  kept?: Map<string, number>;
  /** The last ranges that a live picture knew, see `rangesToDraw`. Left out, a range that is not known is not drawn. */
  ranges?: LastRanges;
}

/** A picture of a scenario: a table of the model's result, and a drawing of its rows. */
export interface ScenarioPicture<View = ScenarioView> {
  /** Also the id of its element and the name of its files. */
  id: string;
  /** The finding or the question, from the data. */
  title(view: View): string;
  /** Unit of what is drawn, with its denominator; shown under the title. */
  unit: string;
  /** What a reader who cannot see the picture needs to know, from the data. */
  description(view: View): string;
  columns: Column[];
  /** The rows drawn, which are also the table and the download. Missing is `null`, never NaN. */
  rows(view: View): Row[];
  /** Names of the picture's colours, where its parts cannot carry their label. */
  key?: { name: string; colour: string }[];
  /** Picture, or `null` where the table is the figure. */
  draw: ((rows: Row[], canvas: ScenarioCanvas, view: View) => Element) | null;
  /** Sentences from the data, shown as a list under the picture. */
  words?(view: View): string[];
  /** The evidence cells behind the columns of a row, for the marks of their second readings. */
  cells?(row: Row): RowCells;
  /** Where its numbers come from. */
  sources(view: View): Source[];
  /** What a reader must know before quoting the numbers; from the view where it follows from the data. */
  caveat?: string | ((view: View) => string);
}
