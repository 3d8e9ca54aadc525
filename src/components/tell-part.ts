/** What is said of a part of the page's scripts. */
export interface PartNews {
  /** What the part does, in the plural: "Search and filters". */
  part: string;
  /** A sentence, or `null` where there is nothing to say any more. */
  words: string | null;
  /** True where the part will not come: its controls stop. */
  failed?: boolean;
}

/** The event that carries it. */
export const partNews = "arrivals-part";

/** Has the top of the page say what a part of its scripts does not do: see `page-notice.ts`, which stands in its head. */
export function tellPart(document: Document, news: PartNews): void {
  document.dispatchEvent(new CustomEvent(partNews, { detail: news }));
}
