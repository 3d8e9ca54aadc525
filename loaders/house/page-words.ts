import { wordsInCode, type Words } from "./code-words.js";

/** Front matter, the code of a cell, and attributes and pictures' words: what a reader of Markdown leaves out. */
const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/;
const fields = /^(?:title|description):\s*(.*)$/gm;
const cells = /^(`{3,}|~{3,})(?:js|ts)\b([^\n]*)\n([\s\S]*?)^\1/gm;
const fences = /^(`{3,}|~{3,})[\s\S]*?^\1/gm;
const attributes = /\s(?:alt|title|aria-label|aria-description|placeholder)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const pictures = /!\[([^\]]*)\]\(/g;

/**
 * The words of a page that stand beside its text: title and description, attributes of HTML that are read or shown, words
 * of pictures, and texts in the code of its cells.
 */
export function wordsBeside(page: string): Words[] {
  const text = page.replaceAll("\r\n", "\n");
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length - 1;
  const front = frontMatter.exec(text)?.[1] ?? "";
  const ofFields = [...front.matchAll(fields)].map(({ index, 1: words = "" }) => ({
    line: lineAt(index + "---\n".length),
    text: words,
  }));
  const ofCells = [...text.matchAll(cells)]
    .filter(([, , info = ""]) => !/\brun=false\b/.test(info))
    .flatMap(({ index, 3: code = "" }) =>
      wordsInCode(code).map((words) => ({ ...words, line: words.line + lineAt(index) + 1 })),
    );
  // Code is no HTML, whatever it holds; its lines stay.
  const outside = text.replace(fences, (block) => block.replace(/[^\n]/g, " "));
  const ofHtml = [...outside.matchAll(attributes), ...outside.matchAll(pictures)].map((found) => ({
    line: lineAt(found.index + 1),
    text: found[1] ?? found[2] ?? "",
  }));
  return [...ofFields, ...ofHtml, ...ofCells];
}
