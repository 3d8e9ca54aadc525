import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type MarkdownIt from "markdown-it";
import { readBlocks } from "../site/blocks.js";
import { frameworkFolder } from "../site/framework.js";
import { linesOfAllPages, pageRules } from "./page-rules.js";

interface FrameworkMarkdown {
  createMarkdownIt(options: { markdownIt: (md: MarkdownIt) => MarkdownIt }): MarkdownIt;
}

/**
 * What is wrong in the pages, a line each, read as Framework reads them: "src/funding.md:12: there is no figure …".
 * Figures that cannot be drawn are named even where no page has them.
 */
export async function pageLines(): Promise<string[]> {
  const file = pathToFileURL(join(frameworkFolder, "dist/markdown.js")).href;
  const { createMarkdownIt } = (await import(file)) as FrameworkMarkdown;
  const { faults } = readBlocks();
  const lines = linesOfAllPages(createMarkdownIt({ markdownIt: (md) => md.use(pageRules) }));
  const unseen = Object.entries(faults)
    .map(([name, words]) => `"${name}" cannot be drawn: ${words}`)
    .filter((fault) => !lines.some((line) => line.includes(fault)));
  return [...lines, ...unseen];
}
