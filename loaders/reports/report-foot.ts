import { citationsAs } from "../../src/components/citation-formats.js";
import type { CslItem } from "../../src/components/csl-item.js";
import { readAuthor, shownAuthor } from "./author-names.js";
import { escapeHtml } from "../site/escape-html.js";
import type { Claim } from "../pages/claims.js";
import { longDate } from "./report-head.js";
import type { ReportFields, ReportVersion } from "./report-fields.js";

/** How a report is cited, in words and in three forms that reference managers read; its earlier versions; its queries. */
export function reportFoot(
  report: ReportFields,
  slug: string,
  version: string,
  claims: readonly { claim: Claim; sentence: string }[],
): string {
  return [citeHtml(report, slug, version), versionsHtml(report.versions), appendixHtml(claims)]
    .filter(Boolean)
    .join("\n");
}

function citeHtml({ title, authors, date }: ReportFields, slug: string, version: string): string {
  const address = `/reports/${slug}`;
  const text = `${authors.map(shownAuthor).join("; ")} (${date.slice(0, 4)}). ${title}. Arrivals, data version ${version}, ${longDate(date)}.`;
  const item: CslItem = {
    id: slug,
    type: "report",
    title,
    author: authors.map(readAuthor),
    publisher: "Arrivals",
    issued: { "date-parts": [[Number(date.slice(0, 4))]] },
    note: `Data version ${version}, ${longDate(date)}`,
    URL: address,
  };
  const forms = [
    ["BibTeX", citationsAs([item], "bibtex")],
    ["RIS", citationsAs([item], "ris")],
    ["CSL-JSON", citationsAs([item], "csl-json")],
  ]
    .map(
      ([name, words]) =>
        `<details><summary>${name}</summary><pre tabindex="0" aria-label="${name}"><code>${escapeHtml(words!)}</code></pre></details>`,
    )
    .join("");
  return `<section class="report-cite" aria-labelledby="how-to-cite" data-report="${escapeHtml(slug)}">
<h2 id="how-to-cite">How to cite</h2>
<p class="cite-text">${escapeHtml(text)} <span class="cite-address">${address}</span></p>
${forms}
<p><a href="${address}.zip">The tables of all figures</a> as CSV, in one archive. Each figure and claim has <a href="${address}/values.json">an address that says its value</a>, to be watched for changes.</p>
</section>`;
}

function versionsHtml(versions: readonly ReportVersion[]): string {
  if (versions.length === 0) return "";
  const items = versions
    .map(({ date, says, data, url }) => {
      const when = `<time datetime="${date}">${longDate(date)}</time>`;
      const kept = url === undefined ? when : `<a href="${escapeHtml(url)}">${when}</a>`;
      return `<li>${kept}: ${escapeHtml(says)}${data === undefined ? "" : ` Data version ${escapeHtml(data)}.`}</li>`;
    })
    .join("");
  return `<section class="report-versions" aria-labelledby="versions"><h2 id="versions">Earlier versions</h2><ul>${items}</ul></section>`;
}

/** On paper, where no mark opens a query: each claim with its own. */
function appendixHtml(claims: readonly { claim: Claim; sentence: string }[]): string {
  if (claims.length === 0) return "";
  const items = claims
    .map(
      ({ claim, sentence }) =>
        `<li><p>${escapeHtml(sentence)}</p><pre><code>${escapeHtml(claim.sql)}</code></pre></li>`,
    )
    .join("");
  return `<section class="query-appendix" aria-hidden="true"><h2>Queries that the sentences were checked with</h2><ol>${items}</ol></section>`;
}
