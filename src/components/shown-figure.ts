import type { Canvas, Figure, Options, Row, RowCells, Source } from "./figure.js";
import type { OwnInFigure } from "./own-rows.js";

/**
 * A figure as it stands at one moment: the rows and the words that its frame shows. A query's figure gives one for
 * each choice of the reader, a picture of a scenario one for each result of the model.
 */
export interface ShownFigure extends Pick<
  Figure,
  "id" | "columns" | "key" | "sources" | "caveat" | "width" | "sortable" | "unflagged" | "placesListed"
> {
  /** The rows drawn, which are also the table and the download. */
  rows: Row[];
  title: string;
  /** What a reader who cannot see the picture needs to know. */
  description: string;
  /** Unit of what is drawn, told under the title. */
  unit?: string;
  /** Sentences under the picture; left out where the figure has no place for any. */
  words?: readonly string[];
  /** Sentences that are on their way again: their room is kept after the others, unseen and unread. */
  awaited?: readonly string[];
  /** The evidence cells behind the columns of a row, for the marks of discrepancies. */
  cells?: (row: Row) => RowCells;
  /** Where just these rows come from; default `sources`. */
  sourcesOf?: (rows: Row[]) => Source[];
  /** Picture, or `null` where the table is the figure. */
  draw: ((canvas: Canvas) => Element) | null;
  /** The query whose result is the rows; left out where the model works them out. */
  sql?: string;
  /** What the reader chose; left out where nothing can be chosen. */
  options?: Options;
  /** A city of the reader's own that the choice asks for. */
  own?: OwnInFigure;
  /** Up to this width, in CSS pixels, a live picture is drawn pixel by pixel; default 760. In more room it is made larger. */
  widest?: number;
  /** Versions that the numbers stand on, told in the caption; left out where it names none. */
  versions?: string;
}
