import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { projectFolder } from "../site/paths.js";
import { readFileBy, refusedNames, type FreeNames } from "./built-ins.js";
import type { PageProblem } from "./problem.js";
import { undefinedName } from "./undefined-names.js";

/** A piece of JavaScript as Framework has read it. */
export interface CellCode {
  declarations: { name: string }[] | null;
  references: { name: string; start: number }[];
  files: { name: string; method?: string; node: { start: number } }[];
  imports: { name: string; type: "local" | "global" }[];
  input: string;
}

/** A piece of a page that runs in the browser: a fenced block, or `${…}` in a text. */
export interface Cell {
  /** Line of the page's file where its text begins, from 1. */
  line: number;
  /** The text that the author wrote. */
  text: string;
  /** First word after the fence, "js"; empty for `${…}`. */
  language: string;
  /** Null where it cannot be read. */
  code: CellCode | null;
  /** Why it cannot be read, in the reader's own words: "Unexpected token (2:5)". */
  fault: string | null;
}

/** What the cells of a page ask for that none of them declares. */
export function freeNames(cells: readonly Cell[]): FreeNames {
  const declared = new Set(cells.flatMap(({ code }) => (code?.declarations ?? []).map(({ name }) => name)));
  const namesOf = (some: readonly Cell[]) =>
    new Set(
      some
        .flatMap(({ code }) => code?.references ?? [])
        .map(({ name }) => name)
        .filter((name) => !declared.has(name)),
    );
  return {
    ofSql: namesOf(cells.filter(({ language }) => language === "sql")),
    ofCode: namesOf(cells.filter(({ language }) => language !== "sql")),
    declared,
  };
}

/**
 * What is wrong with a cell by itself, and what it asks of other hosts.
 * @param root the folder of the pages
 * @param path of the page: "/funding"
 * @param free names that no cell of the page declares
 */
export function cellProblems(cell: Cell, root: string, path: string, free: FreeNames): PageProblem[] {
  const { code, fault, language, line } = cell;
  if (fault !== null) return [syntaxProblem(cell, fault)];
  if (language === "jsx" || language === "tsx")
    return [
      {
        line,
        what: `cells in ${language} need React, which is fetched from another host`,
        mend: 'write a cell in "js" or "ts"',
      },
    ];
  if (!code) return [];
  const at = (start: number) =>
    cell.text === code.input.trimEnd() || code.input === cell.text
      ? line + code.input.slice(0, start).split("\n").length - 1
      : line;
  const found = (text: string) => {
    const index = cell.text.indexOf(text);
    return index < 0 ? line : line + cell.text.slice(0, index).split("\n").length - 1;
  };
  const names = code.references
    .filter(({ name }) => free.ofCode.has(name) || free.ofSql.has(name))
    .flatMap(({ name, start }) => {
      const problem = refusedName(name) ?? undefinedName(name, free.declared);
      return problem ? [{ line: at(start), ...problem }] : [];
    });
  const files = code.files.flatMap(({ name, method, node }) =>
    fileProblems(name, method, root, path, at(node.start)),
  );
  const imports = code.imports.flatMap(({ name, type }) =>
    type === "local" ? localImport(name, root, path, found(name)) : globalImport(name, found(name)),
  );
  return [...names, ...files, ...imports];
}

function refusedName(name: string): Omit<PageProblem, "line"> | null {
  return Object.hasOwn(refusedNames, name)
    ? {
        what: `"${name}" is fetched from another host, which this site never asks`,
        mend: refusedNames[name]!,
      }
    : null;
}

function syntaxProblem({ line, language, text }: Cell, fault: string): PageProblem {
  const [, words = fault, row, column] = /^(.*?)(?: \((\d+):(\d+)\))?$/s.exec(fault) ?? [];
  const where = language ? `the ${language} cell` : "the code between ${ and }";
  const outside = /^non-local (?:import|file path): (.*)$/.exec(words)?.[1];
  if (outside !== undefined)
    return {
      line,
      what: `"${outside}" is outside of src`,
      mend: "pages take files and modules from src alone: put it there",
    };
  return {
    // What is missing at the end is missing in the last line.
    line: line + (row && language !== "sql" ? Math.min(Number(row), text.split("\n").length) - 1 : 0),
    what: `${where} cannot be read: ${words}`,
    mend: `${language === "js" && row ? lookAt(text, Number(row), Number(column)) : "mend it there"}; to show code without running it, write \`\`\`js run=false`,
  };
}

/** Where to look in a cell: what stands at the place that the reader of the code names. @param column from 0 */
function lookAt(text: string, row: number, column: number): string {
  const [token] = /^(?:[\w$]+|\S)/.exec(text.split("\n")[row - 1]?.slice(column) ?? "") ?? [];
  return token === undefined
    ? "a bracket, a quote or the end of a statement is missing before the end of this line"
    : `look at ${token === '"' ? "the quote" : `"${token}"`}, character ${column + 1} of this line, and at what stands before it`;
}

function fileProblems(
  name: string,
  method: string | undefined,
  root: string,
  path: string,
  line: number,
): PageProblem[] {
  const instead = readFileBy(method ?? "", name);
  if (instead !== null) {
    const what = `to read ${name} by .${method}() a library is fetched from another host, which this site never asks`;
    return [{ line, what, mend: instead }];
  }
  const place = join(root, dirname(path), name);
  return isMade(place)
    ? []
    : [
        {
          line,
          what: `there is no file "${name}" beside the page`,
          mend: "put it there, or name one that is there",
        },
      ];
}

/** Whether a file is there, or a loader that makes it, or one that makes many. */
function isMade(place: string): boolean {
  if (existsSync(place)) return true;
  const folder = dirname(place);
  if (!existsSync(folder)) return existsSync(`${folder}.zip`) || existsSync(`${folder}.zip.ts`);
  return readdirSync(folder).some(
    (name) =>
      name.startsWith(`${basename(place)}.`) || (name.startsWith("[") && name.includes(`]${extname(place)}`)),
  );
}

function localImport(name: string, root: string, path: string, line: number): PageProblem[] {
  const place = name.startsWith("/") ? join(root, name) : join(root, dirname(path), name);
  const base = place.replace(/\.js$/, "");
  if (
    [place, `${place}.ts`, ...["jsx", "ts", "tsx"].map((ending) => `${base}.${ending}`)].some((file) =>
      existsSync(file),
    )
  )
    return [];
  return [
    {
      line,
      what: `there is no module "${name}"`,
      mend: "name one that is there; a module in TypeScript is imported with the ending .js",
    },
  ];
}

function globalImport(name: string, line: number): PageProblem[] {
  if (name.startsWith("observablehq:")) return [];
  const bare = /^(?:npm:|jsr:)?((?:@[^/@]+\/)?[^/@:]+)(?:@[^/]*)?(\/.*)?$/.exec(name);
  const named = bare?.[1] ?? "";
  const installed = named !== "" && existsSync(join(projectFolder, "node_modules", named));
  if (installed && !/^(npm|jsr):/.test(name)) return [];
  const write = `write: … from "${named}${bare?.[2] ?? ""}";`;
  const mend = installed
    ? write
    : named
      ? `run "npm install ${named}" and ${write}`
      : "install its package with npm, and name that";
  const what = /^\w+:/.test(name)
    ? `"${name}" is fetched from another host, which this site never asks`
    : `the package "${name}" is not installed`;
  return [{ line, what, mend }];
}
