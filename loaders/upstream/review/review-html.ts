import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../site/escape-html.js";
import { sourceRoot } from "../../site/paths.js";
import {
  counted,
  type ReviewCode,
  type ReviewLink,
  type ReviewPart,
  type ReviewPicture,
  type ReviewTable,
  type ReviewWords,
} from "./review-part.js";

/** The colours of the site, which pictures are drawn with. */
const colours = () =>
  readFileSync(join(sourceRoot, "style", "tokens.css"), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .trim();

/** A review as one page that opens from the disk: it fetches nothing and runs nothing. */
export function reviewHtml(title: string, parts: readonly ReviewPart[]): string {
  const written = parts.map(({ title, id, level = 2, paragraphs, tables, last = [], pictures = [] }) =>
    [
      id ? `<section id="${id}">` : "<section>",
      `<h${level}>${escapeHtml(title)}</h${level}>`,
      ...paragraphs.map(paragraphHtml),
      ...(pictures.length ? [`<div class="pictures">${pictures.map(pictureHtml).join("\n")}</div>`] : []),
      ...tables.map(tableHtml),
      ...last.map(paragraphHtml),
      "</section>",
    ].join("\n"),
  );
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${colours()}
  body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; background: var(--ground); color: var(--ink); }
  h1 { font: 1.7rem/1.2 var(--serif); }
  h2 { font: 1.25rem/1.3 var(--serif); margin-top: 2rem; }
  h3 { font: 1.1rem/1.3 var(--serif); margin-top: 1.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
  p { max-width: 46rem; }
  a { color: var(--link); }
  code { font-size: 0.9375em; overflow-wrap: normal; }
  summary { cursor: pointer; }
  .frame { overflow-x: auto; margin: 1rem 0; }
  table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
  th, td { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
  td { min-width: 4rem; max-width: 24rem; }
  .pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem 2rem; }
  figure { margin: 0; break-inside: avoid; }
  figcaption { color: var(--soft); font-size: 0.875rem; }
  svg { display: block; width: 100%; max-width: 420px; height: auto; overflow: visible; background: none; color: var(--ink); font-family: var(--sans); font-size: var(--step-picture); }
  .key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0 0 0.5rem; padding: 0; list-style: none; font-size: 0.875rem; }
  .swatch { display: inline-block; width: 0.8em; height: 0.8em; margin-right: 0.375rem; print-color-adjust: exact; forced-color-adjust: none; }
  @media print { body { max-width: none; margin: 0; } .frame { overflow: visible; } }
</style>
<main>
<h1>${escapeHtml(title)}</h1>
${written.join("\n")}
</main>
</html>
`;
}

const paragraphHtml = (words: ReviewWords) => `<p>${wordsHtml(words)}</p>`;

const wordsHtml = (words: ReviewWords): string =>
  typeof words === "string" ? escapeHtml(words) : words.map(wordHtml).join("");

/** Links lead to pages of producers, which the lock names, and to parts of this page. */
function wordHtml(one: string | ReviewLink | ReviewCode): string {
  if (typeof one === "string") return escapeHtml(one);
  if ("code" in one) return `<code>${escapeHtml(one.code)}</code>`;
  const words = escapeHtml(one.words);
  return /^(https?:|#)/.test(one.href) ? `<a href="${escapeHtml(one.href)}">${words}</a>` : words;
}

/** What is drawn here is made of elements, and its text is escaped already. */
const pictureHtml = ({ caption, html }: ReviewPicture) =>
  `<figure><figcaption>${escapeHtml(caption)}</figcaption>${html}</figure>`;

function tableHtml({ heads, rows, more, rest }: ReviewTable): string {
  const below =
    more > rest.length ? `<p>and ${counted(more - rest.length, "more row")} that are not listed</p>` : "";
  return (
    frameHtml(heads, rows) +
    (rest.length > 0
      ? `\n<details><summary>${counted(more, "more row")}</summary>\n${frameHtml(heads, rest)}${below}</details>`
      : "")
  );
}

function frameHtml(heads: readonly string[], rows: ReviewTable["rows"]): string {
  const head = heads.map((words) => `<th scope="col">${escapeHtml(words)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${wordsHtml(cell)}</td>`).join("")}</tr>`);
  return `<div class="frame" role="region" tabindex="0" aria-label="${escapeHtml(heads.join(", "))}"><table><thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}
