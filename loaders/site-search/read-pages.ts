import { readdirSync } from "node:fs";
import { readPageText } from "../pages/page-text.js";
import { isDraft, isReportPath } from "../reports/report-fields.js";
import { reportProse, withoutBound } from "../reports/report-prose.js";
import { navigation } from "../site/navigation.js";
import { sourceRoot } from "../site/paths.js";
import type { MarkdownPage } from "./page-entries.js";

/** Pages that nobody looks for. */
const leftOut = ["/404"];

/** Every page of `src` that is written as Markdown, those that stand for many left out (`[city].md`). */
export function readPages(): MarkdownPage[] {
  return readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .map((file) => `/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".md") && !file.includes("[") && !file.startsWith("/."))
    .map((file) => file.slice(0, -".md".length))
    .filter((path) => !leftOut.includes(path))
    .sort()
    .flatMap((path): MarkdownPage[] => {
      // What is wrong with a page is told where it is read for itself.
      const page = readPageText(sourceRoot, path)!;
      const { fields, lines, before } = page;
      const isReport = isReportPath(path);
      if (isReport && isDraft(page)) return [];
      const { title, description = isReport ? withoutBound(String(fields["abstract"] ?? "")) : "" } = fields;
      const address = path.replace(/\/index$/, "/");
      const called = isReport ? "Reports" : nameInNavigation(address);
      const body = isReport ? reportProse(page) : lines.slice(before).join("\n");
      return [{ address, title: String(title ?? address), called, description: String(description), body }];
    });
}

function nameInNavigation(address: string): string {
  return (
    navigation.flatMap(({ name: group, items }) =>
      items.filter(({ path }) => path === address).map(({ name }) => `${group}: ${name.toLowerCase()}`),
    )[0] ?? ""
  );
}
