import { lexer, parse, tokenize, tokenTypes, walk, type CssNode } from "css-tree";
import { closest } from "../../src/model/closest.js";
import type { PageProblem } from "./problem.js";

/**
 * Properties that browsers have and the lexer does not know, and for which another name would be taken. A test holds the
 * list to what TypeScript knows of browsers.
 */
const alsoKnown: ReadonlySet<string> = new Set(["container", "page"]);

/** At-rules whose blocks hold descriptors, which are no properties. */
const descriptorRules = /^(?:page|property|font-face|font-palette-values|counter-style|view-transition)$/;

/**
 * What is wrong with a piece of CSS: braces that do not close, what cannot be read, a semicolon that is missing, and
 * properties that do not exist where one of nearly that name does. Values are not judged, and neither is what stands
 * after the name of an at-rule: browsers know more of both than any list.
 * @param first line of the file on which the text begins, from 1
 */
export function styleProblems(css: string, first: number): PageProblem[] {
  const braces = braceProblem(css);
  // Whatever is read after a brace too many or too few is read at the wrong place.
  const found = braces ? [braces] : [...unreadable(css), ...declarationProblems(css)];
  return found
    .map((problem) => ({ ...problem, line: problem.line + first - 1 }))
    .sort((a, b) => a.line - b.line);
}

const lineOf = (css: string, offset: number): number => css.slice(0, offset).split("\n").length;

/** Text of CSS as a message shows it: its first line, cut where it is long. */
function shown(text: string): string {
  const [line = ""] = text.trim().split("\n");
  return line.length > 50 ? `${line.slice(0, 49)}…` : line.trim();
}

/** The first brace that closes nothing, or the outermost that nothing closes; lines from 1. */
function braceProblem(css: string): PageProblem | null {
  /** Where the text before each open block began. */
  const open: number[] = [];
  /** Where the statement began that is being read; null between two. */
  let statement: number | null = null;
  /** Where what stands outside of all blocks began. */
  let outside: number | null = null;
  let extra: PageProblem | null = null;
  tokenize(css, (type, start) => {
    if (extra || type === tokenTypes.WhiteSpace || type === tokenTypes.Comment) return;
    if (type === tokenTypes.RightCurlyBracket) {
      if (!open.length) extra = extraBrace(css, start, outside);
      open.pop();
      [statement, outside] = [null, null];
      return;
    }
    statement ??= start;
    if (!open.length) outside ??= start;
    if (type === tokenTypes.LeftCurlyBracket) open.push(statement);
    if (type === tokenTypes.LeftCurlyBracket || type === tokenTypes.Semicolon) statement = null;
  });
  if (extra || open[0] === undefined) return extra;
  const began = open[0];
  return {
    line: lineOf(css, began),
    what: `nothing closes the block that begins with "${shown(css.slice(began))}"`,
    mend: "write } where it ends",
  };
}

function extraBrace(css: string, at: number, outside: number | null): PageProblem {
  return outside === null
    ? {
        line: lineOf(css, at),
        what: "this } closes no block",
        mend: "remove it, or write { where its block begins",
      }
    : {
        line: lineOf(css, outside),
        what: `"${shown(css.slice(outside, at + 1))}" ends with }, and no { begins it`,
        mend: "write { after the selector",
      };
}

/** What the parser makes nothing of; lines from 1. */
function unreadable(css: string): PageProblem[] {
  const problems: PageProblem[] = [];
  parse(css, {
    ...readAsText,
    onParseError({ message, line }, { value = "", loc }) {
      // Rules within a rule: browsers read selectors there that the parser does not.
      const rules = value.includes("{") && loc ? withoutSelectors(value) : css;
      if (rules.length < css.length) return void problems.push(...styleProblems(rules, loc!.start.line));
      problems.push({
        line,
        what: `this CSS cannot be read: "${shown(value)}"`,
        mend: mendOf(message, value),
      });
    },
  });
  return problems;
}

/** Rules whose selectors are all "p", on the same lines. */
const withoutSelectors = (css: string): string =>
  css.replace(
    /(^|[;{}])([^;{}@]*)\{/g,
    (_all, before: string, selector: string) => `${before}${selector.replace(/[^\n]/g, "")}p {`,
  );

const readAsText = { positions: true, parseValue: false, parseAtrulePrelude: false } as const;

function mendOf(message: string, value: string): string {
  if (/^\s*\/\//.test(value)) return "write a comment as /* … */";
  if (message.startsWith("Colon")) {
    const [, name = "", rest = ""] = /^\s*([\w-]+)\s*([\s\S]*)$/.exec(value) ?? [];
    return rest ? `write a colon: "${name}: ${shown(rest)}"` : `write a colon and a value: "${name}: …"`;
  }
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}: write it as selector { property: value; }`;
}

/** Declarations that took the next one in, and properties that do not exist; lines from 1. */
function declarationProblems(css: string): PageProblem[] {
  const problems: PageProblem[] = [];
  const ast = parse(css, { ...readAsText, onParseError() {} });
  walk(ast, {
    visit: "Declaration",
    enter(node) {
      if (this.atrule && descriptorRules.test(this.atrule.name ?? "")) return;
      problems.push(...runOn(node, css), ...unknownProperty(node));
    },
  });
  return problems;
}

/** A value that goes on with the next property, since no semicolon ends it. */
function runOn({ loc, property = "" }: CssNode, css: string): PageProblem[] {
  if (!loc || property.startsWith("--")) return [];
  const text = css.slice(loc.start.offset, loc.end.offset);
  const [, value = "", next = ""] = /^[^:]*:([^{}]*?)\n\s*([a-z-]+)\s*:/.exec(text) ?? [];
  if (!next || !isProperty(next)) return [];
  const whole = text.slice(0, text.indexOf(value) + value.length);
  return [
    {
      line: loc.start.line + whole.split("\n").length - 1,
      what: `no semicolon ends "${property}: ${shown(value)}", so that "${next}" is read as part of it`,
      mend: `write "${property}: ${shown(value)};"`,
    },
  ];
}

const isProperty = (name: string): boolean => alsoKnown.has(name) || lexer.getProperty(name) !== null;

function unknownProperty({ loc, property = "" }: CssNode): PageProblem[] {
  // Names of the author's own, of one browser, and of old hacks.
  if (!loc || !/^[a-z]/i.test(property) || isProperty(property.toLowerCase())) return [];
  const near = closest(
    property,
    Object.keys(lexer.properties).filter((name) => /^[a-z]/.test(name)),
  );
  // What is like no property may be one that is newer than the list.
  if (near === null) return [];
  return [{ line: loc.start.line, what: `CSS has no property "${property}"`, mend: `write "${near}"` }];
}
