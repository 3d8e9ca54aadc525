import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { TextlintKernel, type TextlintKernelOptions } from "@textlint/kernel";
import ts from "typescript";

type Plugin = NonNullable<TextlintKernelOptions["plugins"]>[number]["plugin"];
type Rule = NonNullable<TextlintKernelOptions["rules"]>[number]["rule"];

// Older modules of the linter, whose default export tools find in different places.
const require = createRequire(import.meta.url);
const { default: markdown } = require("@textlint/textlint-plugin-markdown") as { default: Plugin };
const { default: text } = require("@textlint/textlint-plugin-text") as { default: Plugin };
const { default: words } = require("textlint-rule-prh") as { default: Rule };

/** A piece of prose, and where its lines stand. */
interface Piece {
  kind: ".md" | ".txt";
  text: string;
  /** File and line of the piece's line n, from 0. */
  place(line: number): { file: string; line: number };
}

/** The page that shows the old words beside the new ones. */
const pageOfPairs = "src/guide/words.md";

/**
 * Old words in what readers meet: pages and guides, the evidence's texts, and the words in code. One line each, with
 * file, line, the word and what to say in its place; the words are those of `words.yml`.
 * @param project folder of the project
 */
export async function proseComplaints(project: string): Promise<string[]> {
  const kernel = new TextlintKernel();
  const lines: string[] = [];
  for (const piece of [...pagesOf(project), ...textsOf(project), ...wordsOfCode(project)]) {
    const { messages } = await kernel.lintText(piece.text, optionsFor(piece.kind));
    for (const { message, loc } of messages) {
      const { file, line } = piece.place(loc.start.line - 1);
      const [pair, why] = message.split("\n");
      const [old, better] = pair!.split(" => ");
      lines.push(`words: ${file}:${line}: “${old}”: say “${better}”${why ? ` (${why})` : ""}`);
    }
  }
  return lines.sort();
}

function optionsFor(ext: Piece["kind"]): TextlintKernelOptions {
  return {
    ext,
    plugins: [
      { pluginId: "markdown", plugin: markdown },
      { pluginId: "text", plugin: text },
    ],
    rules: [
      { ruleId: "words", rule: words, options: { rulePaths: [join(import.meta.dirname, "words.yml")] } },
    ],
  };
}

function pagesOf(project: string): Piece[] {
  const top = readdirSync(project).filter((name) => name.endsWith(".md"));
  return [...top.map((name) => join(project, name)), ...filesBelow(join(project, "src"), /\.md$/)]
    .map((path) => relative(project, path))
    .filter((file) => file !== pageOfPairs)
    .map((file) => ({
      kind: ".md",
      text: readFileSync(join(project, file), "utf8"),
      place: (line) => ({ file, line: line + 1 }),
    }));
}

/** The evidence: one line of text a line of the file. */
function textsOf(project: string): Piece[] {
  return filesBelow(join(project, "data"), /\.(csv|json)$/).map((path) => ({
    kind: ".txt",
    text: readFileSync(path, "utf8"),
    place: (line) => ({ file: relative(project, path), line: line + 1 }),
  }));
}

/** All texts in code that hold more than a word, as one piece: to begin anew for each file takes longer than to read it. */
function wordsOfCode(project: string): Piece[] {
  const lines: string[] = [];
  const places: { file: string; line: number }[] = [];
  for (const path of [
    ...filesBelow(join(project, "src"), /\.ts$/),
    ...filesBelow(join(project, "loaders"), /\.ts$/),
  ]) {
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      const words = wordsOf(node);
      if (words?.includes(" ")) {
        lines.push(words.replace(/\s+/g, " "));
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        places.push({ file: relative(project, path), line: line + 1 });
      }
      if (words === undefined || ts.isTemplateExpression(node)) ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [{ kind: ".txt", text: lines.join("\n"), place: (line) => places[line]! }];
}

/** The words of a literal; what is put into them stands as “…”. Undefined for all that is no literal. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("…");
}

function filesBelow(folder: string, ending: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(".observablehq"))
    .sort();
}
