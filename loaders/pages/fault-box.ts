import { escapeHtml } from "../site/escape-html.js";
import type { PageProblem } from "./problem.js";

/** The style of a box, which only previews have: a page of the built site does not carry it. */
const look =
  "border:2px solid var(--alert);border-radius:4px;padding:var(--space-4) var(--space-6);margin:var(--space-6) 0";
const mono = "font-family:ui-monospace,monospace;font-size:var(--step-3);overflow-wrap:anywhere";

/**
 * A problem as its author sees it in the preview, at its place in the page: what, where, and how to mend it.
 * @param file from the project's folder
 */
export function faultBox(file: string, { line, what, mend }: PageProblem): string {
  return box(`${file}, line ${line}`, what, mend);
}

/** Faults that have no place in the page: what was drawn last stays, and why. */
export function drawingBox(words: string): string {
  const lines = words.split("\n");
  const hidden = lines.length - mostShown;
  const shown = hidden > 0 ? [...lines.slice(0, mostShown), `${hidden} more: see the terminal`] : lines;
  return box("The pages keep what was drawn last", shown.join("\n"), "mend it and save: the page follows");
}

/** Lines of a fault that a box shows. */
const mostShown = 8;

function box(where: string, what: string, mend: string): string {
  return `<div role="alert" data-author-fault style="${look}">
<p style="margin:0;overflow-wrap:anywhere"><strong>${escapeHtml(ended(capital(what))).replaceAll("\n", "<br>")}</strong></p>
<p style="margin:var(--space-2) 0;overflow-wrap:anywhere">${escapeHtml(ended(capital(mend)))}</p>
<p style="margin:0;${mono}">${escapeHtml(where)}</p>
</div>`;
}

/** Code and addresses keep their own end. */
const ended = (words: string) => (/[\w"…]$/.test(words) ? `${words}.` : words);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
