import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import matter from "gray-matter";
import { yamlWords } from "./yaml-words.js";

/** A page as its file has it. */
export interface PageText {
  /** Its file, from the project's folder: "src/funding.md". */
  file: string;
  /** Lines of the whole file. */
  lines: string[];
  /** How many of them stand before the text that Markdown reads. */
  before: number;
  /** Fields of the front matter; empty where it cannot be read. */
  fields: Record<string, unknown>;
  /** Why the front matter cannot be read, and in which line. */
  fault: { line: number; words: string } | null;
}

/**
 * Reads a page's file. Front matter that cannot be read is a fault, and the whole file is then the text, as Framework
 * has it.
 * @param root the folder of the pages
 * @param path of the page: "/funding"; a city's brief has the file that stands for all of them
 * @returns null where there is no such file
 */
export function readPageText(root: string, path: string): PageText | null {
  const name = pageFile(root, path);
  return name === null ? null : takeApart(`src${name}`, readFileSync(join(root, name), "utf8"));
}

/** @param file as messages name it */
export function takeApart(file: string, text: string): PageText {
  const lines = text.split(/\r?\n/);
  try {
    // With options of its own, the library reads anew: it remembers a text that it could not read as one without fields.
    const { data, content } = matter(text, {}) as { data: unknown; content: string };
    const before = lines.length - content.split(/\r?\n/).length;
    if (typeof data === "object" && data !== null && !Array.isArray(data))
      return { file, lines, before, fields: data as Record<string, unknown>, fault: null };
    const words = "the front matter is no list of fields";
    return { file, lines, before, fields: {}, fault: { line: 2, words } };
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    const words = `the front matter cannot be read: ${yamlWords(reason ?? (error as Error).message)}`;
    return { file, lines, before: 0, fields: {}, fault: { line: (mark?.line ?? 0) + 1, words } };
  }
}

function pageFile(root: string, path: string): string | null {
  if (existsSync(join(root, `${path}.md`))) return `${path}.md`;
  const folder = dirname(path);
  if (!existsSync(join(root, folder))) return null;
  const many = readdirSync(join(root, folder)).find((name) => /^\[\w+\]\.md$/.test(name));
  return many ? join(folder, many).replaceAll("\\", "/") : null;
}

/** The line of a field in the front matter, from 1; the first line where it is not there. */
export function lineOfField({ lines, before }: Pick<PageText, "lines" | "before">, field: string): number {
  return lines.slice(0, Math.max(before, 1)).findIndex((line) => line.startsWith(`${field}:`)) + 1 || 1;
}
