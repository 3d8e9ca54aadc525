import type { Canvas, Row } from "./figure.js";

/** What a frame needs to know beyond the figure: link targets, marks and documents' names. */
export interface FrameContext extends Omit<Canvas, "width"> {
  /** Address of a page of this site, from "/…". */
  link: (path: string) => string;
  /** Short name of a document by `source_id`. */
  sourceName: (id: string) => string;
  /** A document with authors, title, publisher and year, as a citation wants it. */
  sourceCitation: (id: string) => string;
  /** Hash of the data the rows were read from. */
  version: string;
  /** Rows of `discrepancies`; the page's HTML carries those its figures need. */
  discrepancies?: Row[];
  /** Puts the button that runs a figure's query into its place. Left out, the query can only be read. */
  offerRunner?: (
    document: Document,
    place: HTMLElement,
    query: () => string,
    options: { expectRows?: number },
  ) => Promise<void>;
}
