/** How a list of references is written for a reference manager; plain text is the page's own. */
export type CitationFormat = "bibtex" | "ris" | "csl-json";

/** A reference in the form of the Citation Style Language, which Zotero, Pandoc and others read. */
export interface CslItem {
  id: string;
  type: "report" | "webpage" | "dataset";
  title: string;
  author?: ({ literal: string } | { given: string; family: string })[];
  publisher?: string;
  issued?: { "date-parts": [[year: number]] };
  /** The day on which the address was read. */
  accessed?: { "date-parts": [[year: number, month: number, day: number]] };
  URL?: string;
  version?: string;
  note?: string;
}
