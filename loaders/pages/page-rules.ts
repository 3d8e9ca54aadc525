import { statSync } from "node:fs";
import { join } from "node:path";
import type MarkdownIt from "markdown-it";
import type { PluginSimple } from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { readAnswers, readBlocks, readQueryFaults } from "../site/blocks.js";
import { drawnHtmlRule } from "../site/drawn-html.js";
import { projectFolder, sourceRoot } from "../site/paths.js";
import { isDraft, isReportPath } from "../reports/report-fields.js";
import { notes } from "../reports/notes.js";
import { pageExtras } from "../reports/report-page.js";
import { blockRule } from "./block-rule.js";
import { boundProblems } from "./bound-problems.js";
import { boundIn, boundRules } from "./bound-rules.js";
import { cellsFor } from "./built-ins.js";
import { blocksTogether } from "./check-block.js";
import { cellProblems, freeNames } from "./check-cells.js";
import { fieldProblems, unnamedSources } from "./check-front-matter.js";
import { citedRules } from "./cited-rules.js";
import { readClaims } from "./claims.js";
import { addressProblems } from "./check-links.js";
import { placeProblems } from "./check-places.js";
import type { PageEnv } from "./page-env.js";
import { queryProblems } from "./query-problems.js";
import { pageStyleProblems } from "./page-styles.js";
import { linkTargets, pagePaths } from "./page-places.js";
import { lookAgain } from "../site/page-texts.js";
import { leftSigns } from "./left-signs.js";
import { readPageText, type PageText } from "./page-text.js";
import { formatProblem, PageProblems, type PageProblem } from "./problem.js";
import { cellsOf, namedAddresses } from "./read-tokens.js";
import { showProblems } from "./show-problems.js";

/**
 * What Markdown is here beyond Framework's: `::: figure coverage measure=actors`, alone on its line, stands for that
 * block, drawn beforehand; a page that names `Plot` or `d3` gets ours; and every page is checked. A build throws all
 * problems of all pages at once. A preview (`ARRIVALS_KEEP_LAST`) shows each at its place in the page.
 */
export const pageRules: PluginSimple = (md) => {
  md.use(drawnHtmlRule);
  md.use(boundRules);
  md.use(citedRules);
  md.use(notes);
  // A block ends the paragraph before it, as a heading does.
  md.block.ruler.before("fence", "arrivals_block", blockRule, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  // What was saved a moment ago is what is read now.
  md.core.ruler.before("normalize", "arrivals_look", (state) => {
    if (process.env.ARRIVALS_KEEP_LAST && !state.inlineMode) lookAgain();
  });
  // Cells of a table do not say where they stand: their row does.
  md.core.ruler.after("block", "arrivals_lines", ({ tokens }) => {
    let last: [number, number] | null = null;
    for (const token of tokens) {
      if (token.map) last = token.map;
      else if (token.type === "inline") token.map = last;
    }
  });
  let checked = false;
  md.core.ruler.push("arrivals_page", (state) => {
    const env = state.env as PageEnv;
    // Framework reads titles with the file's name in the place of an address.
    if (env.onlyRead || state.inlineMode || !env.path?.startsWith("/")) return;
    const page = env.page ?? readPageText(sourceRoot, env.path);
    if (!page || isBeingWritten(page)) return;
    env.claims = readClaims(page).claims;
    const extras = pageExtras(state, page, md, env.claims);
    const problems = () => problemsOf(state, page, md, extras.problems);
    if (env.problems) {
      env.problems.push(...problems());
      env.advice = extras.advice;
      return;
    }
    if (process.env.ARRIVALS_KEEP_LAST) showProblems(state, page, problems());
    else if (!checked) {
      checked = true;
      const { problems: lines } = linesOfAllPages(md, { drafts: false });
      if (lines.length) throw new PageProblems(lines.join("\n"));
    }
    extras.place();
    const free = freeNames(cellsOf(state.tokens, md, env, page.before));
    for (const cell of cellsFor(free)) state.tokens.push(fence(state, cell));
  });
};

/**
 * True for a file that is empty since a moment, as one is that somebody saves just now. Framework looks at an empty page
 * once more a little later, and would not at one that says what is wrong with it.
 */
function isBeingWritten({ file, lines }: PageText): boolean {
  if (!process.env.ARRIVALS_KEEP_LAST || lines.some((line) => line !== "")) return false;
  const saved = statSync(join(projectFolder, file), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - saved < 120;
}

/** What is wrong in the pages, and what to look at, a line each. */
export interface LinesOfPages {
  problems: string[];
  advice: string[];
}

/**
 * Reads every page.
 * @param md with these rules
 * @param drafts whether reports that no build publishes are read too
 */
export function linesOfAllPages(md: MarkdownIt, { drafts }: { drafts: boolean }): LinesOfPages {
  const lines: LinesOfPages = { problems: [], advice: [] };
  for (const path of pagePaths()) {
    const page = readPageText(sourceRoot, path)!;
    if (!drafts && isReportPath(path) && isDraft(page)) continue;
    const { problems, advice } = linesOfPage(md, path, page);
    lines.problems.push(...problems);
    lines.advice.push(...advice);
  }
  return lines;
}

/** Reads one page. @param md with these rules */
export function linesOfPage(md: MarkdownIt, path: string, page: PageText): LinesOfPages {
  const env: PageEnv = { path, page, code: [], problems: [] };
  md.parse(page.lines.slice(page.before).join("\n"), env);
  const lines = (problems: readonly PageProblem[] = []) =>
    problems.map((problem) => formatProblem(page.file, problem));
  return { problems: lines(env.problems), advice: lines(env.advice) };
}

/** All that is wrong with a page, in the order of its lines. */
function problemsOf(
  state: StateCore,
  page: PageText,
  md: MarkdownIt,
  ofExtras: readonly PageProblem[],
): PageProblem[] {
  const env = state.env as PageEnv;
  const { path = "", blocks = [], blockFaults = [], params } = env;
  const { known } = readBlocks();
  const inFile = <Placed extends { line: number }>(placed: Placed): Placed => ({
    ...placed,
    line: placed.line + page.before,
  });
  const placed = blocks.map(inFile);
  const cells = cellsOf(state.tokens, md, env, page.before);
  const free = freeNames(cells);
  const ofClaims = readClaims(page);
  const addresses = namedAddresses(state.tokens, page);
  // The page that stands for all cities has its fields from the evidence.
  const ofFields = () => [...fieldProblems(page, sourceRoot, known), ...unnamedSources(page, placed, known)];
  const isFilled = (params !== undefined || isReportPath(path)) && !page.fault;
  const problems = [
    ...(isFilled ? [] : ofFields()),
    ...blockFaults.map(inFile),
    ...blocksTogether(placed, known),
    ...placeProblems(state.tokens, placed, page.before),
    ...cells.flatMap((cell) => cellProblems(cell, sourceRoot, path, free)),
    ...cells.flatMap((cell) => queryProblems(cell, readQueryFaults)),
    // Fields that cannot be read name neither claims nor works: that is one fault, and told once.
    ...(page.fault
      ? []
      : [
          ...ofExtras,
          ...ofClaims.problems,
          ...leftSigns(state.tokens, blockFaults.length > 0).map(inFile),
          ...boundProblems(
            [...(env.inAbstract ?? []), ...boundIn(state.tokens)].map(inFile),
            ofClaims.claims,
            [page.fields["abstract"], ...page.lines.slice(page.before)].join(" "),
            readAnswers,
          ),
        ]),
    ...pageStyleProblems(state.tokens, page, sourceRoot),
    ...(addresses.length ? addressProblems(path, addresses, linkTargets(md)) : []),
  ];
  return problems.sort((a, b) => a.line - b.line);
}

function fence(state: StateCore, code: string): Token {
  const token = new state.Token("fence", "code", 0);
  token.info = "js";
  token.markup = "```";
  token.content = `${code}\n`;
  token.block = true;
  return token;
}
