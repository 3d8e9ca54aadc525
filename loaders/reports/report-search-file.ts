import type { SearchedReport } from "../../src/reports/search-reports.js";
import { readBlocks, readWritten } from "../site/blocks.js";
import { documentsToCite } from "./citable-works.js";
import { plainAbstract } from "./report-list.js";
import { reportProse } from "./report-prose.js";
import { figuresOfReport } from "./report-places.js";
import type { Report } from "./published.js";
import { shownAuthor } from "./author-names.js";
import { sourcesOfReport } from "./sources-of-blocks.js";

/** What the search of the list of reports looks in, for `/data/report-search.json`. */
export function reportSearchFile(reports: readonly Report[]): string {
  const documents = new Map(documentsToCite().map((work) => [work.id, work]));
  const entries = reports.map((report): SearchedReport => {
    const { slug, page, fields } = report;
    const keys = sourcesOfReport(page, { blocks: readBlocks, written: readWritten });
    const named = keys.flatMap((key) => documents.get(key) ?? []);
    return {
      slug,
      title: fields.title,
      authors: fields.authors.map(shownAuthor).join(", "),
      abstract: plainAbstract(fields),
      figures: figuresOfReport(report)
        .map(({ title }) => title)
        .join(". "),
      sources: named.map(({ title, shortAuthor = "" }) => `${shortAuthor} ${title}`).join(". "),
      text: reportProse(page),
    };
  });
  return `${JSON.stringify(entries)}\n`;
}
