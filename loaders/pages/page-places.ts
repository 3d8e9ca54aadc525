import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type MarkdownIt from "markdown-it";
import { isDraft, isReportPath } from "../reports/report-fields.js";
import { readBlocks } from "../site/blocks.js";
import { readBriefs } from "../site/city-briefs.js";
import { sourceRoot } from "../site/paths.js";
import { stableFiles } from "../site/stable-files.js";
import type { Targets } from "./check-links.js";
import type { PageEnv } from "./page-env.js";
import { readPageText } from "./page-text.js";

/** Paths of the pages that have a file of their own: "/index", "/guide/sql". */
export function pagePaths(): string[] {
  return readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .map((file) => `/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".md") && !file.includes("[") && !file.startsWith("/."))
    .map((file) => file.slice(0, -".md".length))
    .sort();
}

/** What links of pages may lead to. @param md with the rules of pages */
export function linkTargets(md: MarkdownIt): Targets {
  return {
    root: sourceRoot,
    // What no build publishes is no place to lead to.
    pages: pagePaths()
      .filter((path) => !isReportPath(path) || !isDraft(readPageText(sourceRoot, path)!))
      .map((path) => path.replace(/\/index$/, "/")),
    files: stableFiles(),
    known: readBlocks().known,
    idsOf: (path) => idsOf(path, md),
  };
}

const idsByPath = new Map<string, { made: string; ids: ReadonlySet<string> }>();

/** Ids of the places on a page, from its HTML; null where it has no file. */
function idsOf(path: string, md: MarkdownIt): ReadonlySet<string> | null {
  const city = /^\/cities\/([^/]+)$/.exec(path)?.[1];
  if (city !== undefined && city !== "index") {
    const html = readBriefs().briefs[city]?.html;
    return html === undefined ? null : idsIn(html);
  }
  const info = statSync(join(sourceRoot, `${path}.md`), { throwIfNoEntry: false });
  const page = info && readPageText(sourceRoot, path);
  if (!page) return null;
  const made = `${info.mtimeMs} ${info.size} ${readBlocks().version}`;
  const before = idsByPath.get(path);
  if (before?.made === made) return before.ids;
  const env: PageEnv = { path, code: [], onlyRead: true };
  const ids = idsIn(md.render(page.lines.slice(page.before).join("\n"), env));
  idsByPath.set(path, { made, ids });
  return ids;
}

const idsIn = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
