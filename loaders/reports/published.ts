import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readPageText, type PageText } from "../pages/page-text.js";
import { sourceRoot } from "../site/paths.js";
import { isDraft, isReportPath, readReport, type ReportFields } from "./report-fields.js";

/** A report with its file. */
export interface Report {
  /** Last part of its address: "/reports/<slug>". */
  slug: string;
  path: string;
  page: PageText;
  fields: ReportFields;
}

/** Every report, the newest first; those of a day by title. What cannot be read is told where its page is read. */
function allReports(): Report[] {
  return readdirSync(join(sourceRoot, "reports"))
    .filter((name) => name.endsWith(".md"))
    .flatMap((name): Report[] => {
      const slug = name.slice(0, -".md".length);
      const path = `/reports/${slug}`;
      const page = isReportPath(path) ? readPageText(sourceRoot, path) : null;
      if (!page || page.fault) return [];
      return [{ slug, path, page, fields: readReport(page, sourceRoot).report }];
    })
    .sort(
      (a, b) =>
        b.fields.date.localeCompare(a.fields.date) || a.fields.title.localeCompare(b.fields.title, "en-GB"),
    );
}

/** The reports that a build publishes. */
export const publishedReports = (): Report[] => allReports().filter(({ page }) => !isDraft(page));

/** Files of the reports that no build publishes: "src/reports/a-try.md". */
export const draftFiles = (): string[] =>
  allReports()
    .filter(({ page }) => isDraft(page))
    .map(({ page }) => page.file);
