import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { drawingFaults } from "../site/drawn-aside.js";
import { drawnToken } from "../site/drawn-html.js";
import { drawingBox, faultBox } from "./fault-box.js";
import type { PageText } from "./page-text.js";
import { formatProblem, type PageProblem } from "./problem.js";

/** Puts each problem into the page at its place and names it in the terminal; cells that have one do not run. */
export function showProblems(state: StateCore, page: PageText, problems: readonly PageProblem[]): void {
  const { tokens } = state;
  tell(page.file, problems);
  if (page.fault) dropFrontMatter(state, page);
  for (const token of tokens) {
    if (!token.map) continue;
    const [from, to] = token.map;
    const isFaulty = problems.some(({ line }) => line - page.before > from && line - page.before <= to);
    if (isFaulty) keepFromRunning(token);
  }
  for (const problem of problems)
    insertAt(state, problem.line - page.before - 1, faultBox(page.file, problem));
  for (const words of drawingFaults()) tokens.unshift(drawnToken(state, drawingBox(words)));
}

/** What was said last of each page. */
const told = new Map<string, string>();

function tell(file: string, problems: readonly PageProblem[]): void {
  const lines = problems.map((problem) => formatProblem(file, problem)).join("\n");
  if (lines && told.get(file) !== lines) console.error(lines);
  told.set(file, lines);
}

function keepFromRunning(token: Token): void {
  if (token.type === "fence") token.info = `${token.info} run=false`;
  for (const child of token.children ?? [])
    if (child.type === "placeholder") {
      child.type = "text";
      child.content = `\${${child.content}}`;
    }
}

/** Before the part of the page that holds the line, or what follows it. @param line of the text, from 0 */
function insertAt(state: StateCore, line: number, html: string): void {
  const { tokens } = state;
  const found = tokens.findIndex((token) => isPart(token) && token.map![1] > line);
  tokens.splice(found < 0 ? tokens.length : found, 0, drawnToken(state, html));
}

/** Front matter that cannot be read is text to Markdown: its lines are not shown as the page's. */
function dropFrontMatter({ tokens }: StateCore, { lines }: PageText): void {
  const end = lines.indexOf("---", 1);
  if (end < 0) return;
  const first = tokens.findIndex((token) => isPart(token) && token.map![0] > end);
  tokens.splice(0, first < 0 ? tokens.length : first);
}

/** True where a part of the page begins that stands in no other. */
const isPart = ({ level, nesting, map }: Token) => level === 0 && nesting >= 0 && map !== null;
