import { escapeHtml } from "../../site/escape-html.js";
import type { ReviewPart, ReviewTable } from "./review-text.js";

/** A review as one page that opens from the disk: it fetches nothing and runs nothing. */
export function reviewHtml(title: string, parts: readonly ReviewPart[]): string {
  const written = parts.map(
    ({ title, paragraphs, tables }) => `<section>
<h2>${escapeHtml(title)}</h2>
${paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join("\n")}
${tables.map(tableHtml).join("\n")}
</section>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
  h1 { font: 1.7rem/1.2 Georgia, serif; }
  h2 { font: 1.25rem/1.3 Georgia, serif; margin-top: 2rem; }
  .frame { overflow-x: auto; }
  table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
  th, td { text-align: left; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); overflow-wrap: normal; }
</style>
<main>
<h1>${escapeHtml(title)}</h1>
${written.join("\n")}
</main>
</html>
`;
}

function tableHtml({ heads, rows, more }: ReviewTable): string {
  const head = heads.map((words) => `<th scope="col">${escapeHtml(words)}</th>`).join("");
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<div class="frame" role="region" tabindex="0" aria-label="${escapeHtml(heads.join(", "))}"><table><thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>${more > 0 ? `\n<p>and ${more} more</p>` : ""}`;
}
