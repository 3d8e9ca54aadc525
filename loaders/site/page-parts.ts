import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { blockName, readBlockLine, type BlockLine } from "../pages/block-line.js";
import type { Known } from "../pages/known.js";
import { readPageText } from "../pages/page-text.js";
import { readTable } from "../read-table.js";
import { dataFolder, readPackage, resource } from "../package.js";
import { dataVersion } from "../version.js";
import { isReportPath, type ReportFields } from "../reports/report-fields.js";
import { reportOf } from "../reports/report-page.js";
import { plainAbstract } from "../reports/report-list.js";
import { sourcesOfReport } from "../reports/sources-of-blocks.js";
import { readBlocks, readWritten } from "./blocks.js";
import { anyCity, briefOfPage } from "./city-briefs.js";
import { escapeHtml } from "./escape-html.js";
import { comingsScript } from "./follow-pages.js";
import { groupOf, navigation, type NavigationGroup } from "./navigation.js";
import { sourceRoot } from "./paths.js";
import { shownAuthor } from "../reports/author-names.js";
import { watchScript } from "./watch-script.js";

interface PageContext {
  title: string | null;
  path: string;
  /** What Framework has read of the front matter. */
  data?: Record<string, unknown>;
}

const icon =
  "data:image/svg+xml," +
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="2" fill="#0d3f63"/><path d="M3 12h10M5 12V8m3 4V4m3 8V6" stroke="#fff" stroke-width="1.6"/></svg>`,
  );

const watch = watchScript();
const inPreview = process.env.ARRIVALS_KEEP_LAST !== undefined;

/** What a page says of itself to browsers and search engines; its description stands in its front matter. */
export function head({ title, path, data }: PageContext): string {
  if (data) dropFaults(data, path);
  const report = reportAt(path);
  if (data && report) {
    data.style ??= "report.css";
    // Framework leaves drafts out of builds.
    if (report.status === "draft") data.draft = true;
  }
  const description = escapeHtml(report ? plainAbstract(report) : String(fieldsOf(path).description ?? ""));
  return `${report ? reportMeta(report) : ""}<meta name="description" content="${description}">
<meta property="og:title" content="${escapeHtml(title ?? "Arrivals")}">
<meta property="og:description" content="${description}">
<meta name="color-scheme" content="light dark">
<link rel="external icon" href="${icon}">
<script>${watch}</script>${inPreview ? `\n<script>${comingsScript}</script>` : ""}
<script type="module" src="/start/start.js"></script>`;
}

/** The report of a page; null for a page that is none. */
function reportAt(path: string): ReportFields | null {
  const page = isReportPath(path) ? readPageText(sourceRoot, path) : null;
  return page && reportOf(page, path);
}

/** What else a report says of itself; `finish.ts` takes the page's language from it. */
function reportMeta({ authors, date, lang }: ReportFields): string {
  const names = authors
    .map((name) => `<meta name="author" content="${escapeHtml(shownAuthor(name))}">\n`)
    .join("");
  return `${names}<meta name="date" content="${date}">\n<meta name="language" content="${escapeHtml(lang)}">\n`;
}

/**
 * Takes out what would stop the page: a preview shows what is wrong with it. `sql` would be asked of another host, and a
 * stylesheet that is not there leaves the page without any.
 */
function dropFaults(data: Record<string, unknown>, path: string): void {
  delete data.sql;
  if (typeof data.style === "string" && !existsSync(join(sourceRoot, dirname(path), data.style)))
    delete data.style;
}

/**
 * Skip link, my city, the one navigation and the search. The groups stand in one line; below them the pages of the
 * group that is open, with the page named as current. On a phone all of it but name and city opens with a button, which
 * needs no script.
 */
export function header({ path }: PageContext): string {
  const here = path === "/index" ? "/" : path.replace(/index$/, "");
  const open = groupOf(here);
  const groups = navigation.map((group) => {
    const current = group === open ? ' aria-current="true"' : "";
    return `<li><a href="${group.items[0]!.path}"${current}>${group.name}</a></li>`;
  });
  return `<a class="skip" href="#observablehq-main">Skip to the content</a>
<div class="site">
<a class="brand" href="/">Arrivals</a>
${readBlocks().html["my-city"]!}
<button type="button" class="menu-button" popovertarget="site-menu">Menu</button>
<div class="site-menu" id="site-menu" popover>
<nav aria-label="Pages"><ul class="groups">${groups.join("")}</ul>${open ? pagesOf(open, here) : ""}</nav>
<search class="site-search" data-site-search><form><label for="site-search">Search</label><input type="search" id="site-search" maxlength="200" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-keyshortcuts="/"></form><div class="search-found" data-found hidden></div></search>
</div>
</div>`;
}

function pagesOf({ name, items }: NavigationGroup, here: string): string {
  const links = items.map(
    ({ path, name }) =>
      `<li><a href="${path}"${path === here ? ' aria-current="page"' : ""}>${name}</a></li>`,
  );
  return `<ul class="pages" aria-label="${name}">${links.join("")}</ul>`;
}

/**
 * The documents a page draws on, from its front matter (`sources: [thp-2014]`) and its blocks, and the version of the data. Last comes a
 * mark that a page has which arrived whole: see `watch-start.ts`.
 */
export function footer({ path }: PageContext): string {
  return `<p>Sources of this page: ${sourcesOf(path)}.</p>
<p>Arrivals, data version ${dataVersion(dataFolder)}. Every number names its document and the place in it; <a href="/sources#discrepancies">where two readings differ</a>, both are kept. <a href="/licences.txt">Licences</a> of the software in this site.</p>
<p data-page-end hidden></p>`;
}

/** Documents of a page, as its footer links them; the page of sources lists them itself, each title once. */
function sourcesOf(path: string): string {
  if (path === "/sources") return `<a href="#documents">all documents</a>, listed above`;
  if (isReportPath(path)) return linksOfReport(path);
  const { sources } = fieldsOf(path);
  const named = Array.isArray(sources) ? sources.map(String) : [];
  return named[0] === anyCity.sources[0] ? named[0]! : sourceLinks([...named, ...documentsOfBlocks(path)]);
}

/** Documents of a report, as its footer links them. */
function linksOfReport(path: string): string {
  const page = readPageText(sourceRoot, path);
  return sourceLinks(page ? sourcesOfReport(page, { blocks: readBlocks, written: readWritten }) : []);
}

/**
 * Documents behind what a page draws: those of its blocks, and those that came with the data after the page was written,
 * such as that of a newer count, or of a producer of newer figures.
 */
function documentsOfBlocks(path: string): string[] {
  const { documents, known } = readBlocks();
  return (readPageText(sourceRoot, path)?.lines ?? []).flatMap((line) => {
    const block = readBlockLine(line);
    if (!block) return [];
    return [...(documents[blockName({ ...block, options: {} })] ?? []), ...producersBehind(block, known)];
  });
}

/** Producers behind any of a block's numbers, not those of its first view alone: no front matter has to name them. */
export function producersBehind({ kind, id }: Pick<BlockLine, "kind" | "id">, known: Known): string[] {
  const list = kind === "figure" ? known.figures : kind === "finding" ? known.findings : [];
  const sources = list.find((one) => one.id === id)?.sources ?? [];
  return sources.filter((source) => known.ofProducers.includes(source));
}

/**
 * Links to documents, as a footer has them. A title stands once; a second document of that title (the web page on a
 * paper) is named by its kind.
 * @param ids of the documents; those that the table does not have are left out
 * @param root way to the site's root; default "/"
 */
export function sourceLinks(ids: readonly string[], root = "/"): string {
  const { table } = readTable(dataFolder, resource(readPackage(), "sources"));
  const named = new Set<string>();
  const links = (table?.rows ?? [])
    .filter((row) => ids.includes(String(row.source_id)))
    .map((row) => {
      const title = String(row.title);
      const words = named.has(title) ? `a ${String(row.kind).replaceAll("-", " ")} of that title` : title;
      named.add(title);
      return `<a href="${root}sources#${String(row.source_id)}">${escapeHtml(words)}</a> (${String(row.year)})`;
    });
  return links.join("; ") || "none beyond this site";
}

/** What a page says of itself: in its front matter, or of the brief that a page of a city stands for. */
function fieldsOf(path: string): { description?: unknown; sources?: unknown } {
  return briefOfPage(path) ?? readPageText(sourceRoot, path)?.fields ?? {};
}
