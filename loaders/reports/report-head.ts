import { formatList } from "../../src/components/format.js";
import { escapeHtml } from "../site/escape-html.js";
import { shownAuthor } from "./author-names.js";
import type { ReportFields } from "./report-fields.js";

/** A heading that the list of contents names. */
export interface Heading {
  id: string;
  text: string;
}

/** Words that a reader of English takes in a minute; Brysbaert 2019 found 238 for prose, and numbers take longer. */
const wordsPerMinute = 220;

/** Minutes to read a text, one at least. */
export const minutesToRead = (words: number): number => Math.max(1, Math.round(words / wordsPerMinute));

/** "30 November 2026". */
export function longDate(day: string): string {
  const written = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", written);
}

/**
 * What stands between a report's title and its text: who wrote it and when, how long it takes, what it finds, and its
 * contents.
 * @param abstract as HTML
 */
export function reportHead(
  { authors, date, status }: ReportFields,
  abstract: string,
  headings: readonly Heading[],
  minutes: number,
): string {
  const by = `${escapeHtml(formatList(authors.map(shownAuthor)))} · <time datetime="${date}">${longDate(date)}</time> · ${minutes} ${minutes === 1 ? "minute" : "minutes"} to read`;
  const draft =
    status === "draft" ? `<p class="report-draft"><strong>Draft:</strong> no build publishes it.</p>\n` : "";
  const contents = headings
    .map(({ id, text }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`)
    .join("");
  const list = contents
    ? `\n<nav class="report-contents" aria-label="Contents"><p>Contents</p><ol>${contents}</ol></nav>`
    : "";
  return `<div class="report-head">
<p class="report-by">${by}</p>
${draft}<p class="abstract">${abstract}</p>${list}
</div>`;
}
