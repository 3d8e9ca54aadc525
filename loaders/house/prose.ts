import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { TextlintKernel, type TextlintKernelOptions } from "@textlint/kernel";
import { wordsInCode, type Words } from "./code-words.js";
import { wordsBeside } from "./page-words.js";

type Plugin = NonNullable<TextlintKernelOptions["plugins"]>[number]["plugin"];
type Rule = NonNullable<TextlintKernelOptions["rules"]>[number]["rule"];

// Older modules of the linter, whose default export tools find in different places.
const require = createRequire(import.meta.url);
const { default: markdown } = require("@textlint/textlint-plugin-markdown") as { default: Plugin };
const { default: text } = require("@textlint/textlint-plugin-text") as { default: Plugin };
const { default: words } = require("textlint-rule-prh") as { default: Rule };

const anySpace = "(?:[ \\t]+|[ \\t]*\\n[ \\t>]*)";

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
      // The old words may stand on two lines.
      const [, old = message, better = "", why] = /^([\s\S]*?) => (.*)(?:\n([\s\S]*))?$/.exec(message) ?? [];
      const said = old.replace(/\s*\n[\s>]*/g, " ");
      lines.push(`words: ${file}:${line}: “${said}”: say “${better}”${why ? ` (${why})` : ""}`);
    }
  }
  return lines.sort();
}

/** The list, in which a space stands for the end of a line as well, also of one in a quotation. */
const wordList = readFileSync(join(import.meta.dirname, "words.yml"), "utf8").replace(
  /^( *pattern: )(.*)$/gm,
  (_all, field: string, pattern: string) =>
    field + pattern.replaceAll(" ", pattern.startsWith('"') ? anySpace.replaceAll("\\", "\\\\") : anySpace),
);

function optionsFor(ext: Piece["kind"]): TextlintKernelOptions {
  return {
    ext,
    plugins: [
      { pluginId: "markdown", plugin: markdown },
      { pluginId: "text", plugin: text },
    ],
    rules: [
      {
        ruleId: "words",
        rule: words,
        options: { ruleContents: [wordList], checkBlockQuote: true, checkEmphasis: true, checkLink: true },
      },
    ],
  };
}

function pagesOf(project: string): Piece[] {
  const top = readdirSync(project).filter((name) => name.endsWith(".md"));
  return [...top.map((name) => join(project, name)), ...filesBelow(join(project, "src"), /\.md$/)]
    .map((path) => relative(project, path))
    .filter((file) => file !== pageOfPairs)
    .flatMap((file): Piece[] => {
      const text = readFileSync(join(project, file), "utf8");
      const page: Piece = { kind: ".md", text, place: (line) => ({ file, line: line + 1 }) };
      return [page, pieceOf(wordsBeside(text).map((words) => ({ ...words, file })))];
    });
}

/** The evidence: one line of text a line of the file. */
function textsOf(project: string): Piece[] {
  return filesBelow(join(project, "data"), /\.(csv|json)$/).map((path) => ({
    kind: ".txt",
    text: readFileSync(path, "utf8"),
    place: (line) => ({ file: relative(project, path), line: line + 1 }),
  }));
}

/** All texts in code, as one piece: to begin anew for each file takes longer than to read it. */
function wordsOfCode(project: string): Piece[] {
  const paths = ["src", "loaders"].flatMap((room) => filesBelow(join(project, room), /\.ts$/));
  const found = paths.flatMap((path) =>
    wordsInCode(readFileSync(path, "utf8")).map((words) => ({ ...words, file: relative(project, path) })),
  );
  return [pieceOf(found)];
}

/** Words of many places as a piece, a line each, with an empty line between two that nothing may read across. */
function pieceOf(found: readonly (Words & { file: string })[]): Piece {
  return {
    kind: ".txt",
    text: found.map(({ text }) => text.replace(/\s+/g, " ")).join("\n\n"),
    place(line) {
      const { file, line: own } = found[line / 2]!;
      return { file, line: own + 1 };
    },
  };
}

function filesBelow(folder: string, ending: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(".observablehq"))
    .sort();
}
