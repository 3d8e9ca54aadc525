import { followParts, pageNotice } from "./page-notice.js";

/** How long the first script may take after the page has been read, in milliseconds, before that is said. */
const lateAfter = 20_000;
const part = "The controls of this page";
const held = "the network or the browser may be holding its scripts back";
/** A page without any of these needs no script. */
const live =
  "[data-figure],[data-query],[data-workbench],[data-checklist],[data-practices],[data-comparators],[data-discrepancy-list],[data-paste-check]";

/**
 * Stands in the head of every page, for only a script that is in the page already can say that `start.ts` did not
 * arrive. A module runs before the document counts as loaded, however slow the line is: one that has not said by then
 * that it is there will not come. One that hangs keeps the document from being loaded, and is said to be late.
 */
const root = document.documentElement;
const started = () => "started" in root.dataset;
const say = (words: string, failed: boolean) => {
  if (document.querySelector(`main :is(${live})`)) pageNotice(document, { part, words, failed });
};

followParts(document);
// Half a file, or a page in its place, is a fault of syntax; the reader is told of it below.
addEventListener("error", (event) => {
  if (started()) return;
  console.warn(event.message);
  event.preventDefault();
});
document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  const late = setTimeout(
    () => say(`${part} have not arrived yet; they start when they come.`, false),
    lateAfter,
  );
  document.addEventListener("DOMContentLoaded", () => {
    clearTimeout(late);
    // The last that a page has: see `footer` in `loaders/site/page-parts.ts`.
    if (!document.querySelector("[data-page-end]"))
      pageNotice(document, {
        part: "The page",
        words: "This page did not arrive whole: its end is missing.",
      });
    if (started()) return pageNotice(document, { part, words: null });
    // Figures below the first view wait for a script no longer.
    root.dataset.shown = "true";
    say(`${part} could not be loaded; ${held}.`, true);
  });
});
