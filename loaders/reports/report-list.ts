import { formatList } from "../../src/components/format.js";
import { escapeHtml } from "../site/escape-html.js";
import { readAnswers } from "../site/blocks.js";
import { publishedReports, type Report } from "./published.js";
import type { ReportFields } from "./report-fields.js";
import { longDate } from "./report-head.js";
import { figuresOfReport } from "./report-places.js";
import { shownAuthor } from "./author-names.js";
import { withoutMarkup } from "./without-markup.js";
import { writeBound } from "./write-bound.js";

/** An abstract with its values, and without their marks. */
export function plainAbstract({ abstract }: Pick<ReportFields, "abstract">): string {
  const written = writeBound(abstract, (query) => readAnswers()[query]);
  return withoutMarkup("text" in written ? written.text : abstract);
}

/** The published reports with a search, for their list. */
export function reportList(reports: readonly Report[] = publishedReports()): string {
  if (reports.length === 0)
    return `<p class="lede">No report is published yet. The <a href="/guide/reports">guide</a> says how to write one.</p>`;
  const items = reports.map(reportItem).join("\n");
  return `<section class="report-list" data-report-list aria-label="Published reports">
<div class="report-search" hidden><label for="report-search">Search reports</label> <input type="search" id="report-search" maxlength="200" autocomplete="off" spellcheck="false"> <span role="status"></span></div>
<ul>
${items}
</ul>
</section>`;
}

function reportItem(report: Report): string {
  const { path, slug, fields } = report;
  const figures = figuresOfReport(report);
  const links = figures
    .map(({ id, title }) => `<li><a href="${path}#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`)
    .join("");
  return `<li data-slug="${escapeHtml(slug)}"><article>
<h2><a href="${path}">${escapeHtml(fields.title)}</a></h2>
<p class="report-by">${escapeHtml(formatList(fields.authors.map(shownAuthor)))} · <time datetime="${fields.date}">${longDate(fields.date)}</time></p>
<p>${escapeHtml(plainAbstract(fields))}</p>
<details><summary>${figures.length} figures and tables</summary><ol>${links}</ol></details>
</article></li>`;
}

/** One line that leads to the newest report; empty where none is published. */
export function newestReport([newest]: readonly Report[] = publishedReports()): string {
  if (!newest) return "";
  const { path, fields } = newest;
  return `<p class="newest-report">Newest report: <a href="${path}">${escapeHtml(fields.title)}</a>, ${longDate(fields.date)}.</p>`;
}
