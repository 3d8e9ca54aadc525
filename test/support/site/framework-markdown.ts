import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type MarkdownIt from "markdown-it";
import { frameworkFolder } from "../../../loaders/site/framework.js";

/** A page as Framework reads it: its HTML, its title, and every piece of it that would run in a browser. */
export interface ReadPage {
  body: string;
  title: string | null;
  code: { id: string }[];
}

interface FrameworkMarkdown {
  createMarkdownIt(options: { markdownIt?: (md: MarkdownIt) => MarkdownIt }): MarkdownIt;
  parseMarkdown(text: string, options: { md: MarkdownIt; path: string; params?: object }): ReadPage;
}

/** Framework's own reading of Markdown, with rules of ours. */
export async function frameworkMarkdown(
  rules: (md: MarkdownIt) => MarkdownIt = (md) => md,
): Promise<(text: string) => ReadPage> {
  const { createMarkdownIt, parseMarkdown } = await framework();
  const md = createMarkdownIt({ markdownIt: rules });
  return (text) => parseMarkdown(text, { md, path: "/page" });
}

/** The reader itself, to ask for tokens and what pages are told. */
export async function frameworkReader(rules: (md: MarkdownIt) => MarkdownIt): Promise<MarkdownIt> {
  return (await framework()).createMarkdownIt({ markdownIt: rules });
}

async function framework(): Promise<FrameworkMarkdown> {
  const file = join(frameworkFolder, "dist/markdown.js");
  return (await import(pathToFileURL(file).href)) as FrameworkMarkdown;
}
