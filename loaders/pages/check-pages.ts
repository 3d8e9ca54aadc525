import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type MarkdownIt from "markdown-it";
import { readBlocks } from "../site/blocks.js";
import { frameworkFolder } from "../site/framework.js";
import type { Table } from "../read-table.js";
import { trueOfAnyData } from "../reports/claims-of-any-data.js";
import { sourceRoot } from "../site/paths.js";
import { readClaims } from "./claims.js";
import { pagePaths } from "./page-places.js";
import { linesOfAllPages, pageRules, type LinesOfPages } from "./page-rules.js";
import { readPageText } from "./page-text.js";
import { formatProblem } from "./problem.js";

interface FrameworkMarkdown {
  createMarkdownIt(options: { markdownIt: (md: MarkdownIt) => MarkdownIt }): MarkdownIt;
}

/**
 * What is wrong in the pages, a line each, read as Framework reads them: "src/funding.md:12: there is no figure …"; and
 * what to look at. Figures that cannot be drawn are named even where no page has them.
 */
export async function linesOfPages(): Promise<LinesOfPages> {
  const file = pathToFileURL(join(frameworkFolder, "dist/markdown.js")).href;
  const { createMarkdownIt } = (await import(file)) as FrameworkMarkdown;
  const { faults } = readBlocks();
  const md = createMarkdownIt({ markdownIt: (md) => md.use(pageRules) });
  const { problems, advice } = linesOfAllPages(md, { drafts: true });
  const unseen = Object.entries(faults)
    .map(([name, words]) => `"${name}" cannot be drawn: ${words}`)
    .filter((fault) => !problems.some((line) => line.includes(fault)));
  return { problems: [...problems, ...unseen], advice };
}

/** Claims of pages that other data would not make false, a line each. */
export async function emptyClaimLines(evidence: ReadonlyMap<string, Table>): Promise<string[]> {
  const placed = pagePaths().flatMap((path) => {
    const page = readPageText(sourceRoot, path)!;
    return readClaims(page).claims.map((claim) => ({ file: page.file, claim }));
  });
  const empty = await trueOfAnyData(
    evidence,
    placed.map(({ claim }) => claim.sql),
  );
  return placed
    .filter(({ claim }) => empty.has(claim.sql))
    .map(({ file, claim: { line, id, says } }) =>
      formatProblem(file, {
        line,
        what: `the claim "${id ?? says ?? ""}" is also true of tables without rows and of shuffled values`,
        mend: "ask for something that other data would make false",
      }),
    );
}
