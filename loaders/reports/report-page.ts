import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { dataFolder } from "../package.js";
import { boundIn, shownWords } from "../pages/bound-rules.js";
import { citationsIn, referencesIn } from "../pages/cited-rules.js";
import type { Claim } from "../pages/claims.js";
import { leftSigns } from "../pages/left-signs.js";
import type { PageEnv } from "../pages/page-env.js";
import { lineOfField, type PageText } from "../pages/page-text.js";
import type { PageProblem } from "../pages/problem.js";
import { readBlocks, readWritten } from "../site/blocks.js";
import { drawnToken, headingTokens } from "../site/drawn-html.js";
import { sourceRoot } from "../site/paths.js";
import { dataVersion } from "../version.js";
import { blockWords } from "./block-words.js";
import { documentsToCite } from "./citable-works.js";
import { worksHtml, writeCitations, writeReferences } from "./page-citations.js";
import { lostNotes, unboundNumbers, unboundWords } from "./report-advice.js";
import { isReportPath, readReport, type ReportFields } from "./report-fields.js";
import { reportFoot } from "./report-foot.js";
import { minutesToRead, reportHead, type Heading } from "./report-head.js";
import { maskedText } from "./report-text.js";
import { sourcesOfBlocks } from "./sources-of-blocks.js";

/** What a report's page adds to its text, made when its problems are known; for pages that are none, their list of works. */
export interface PageExtras {
  problems: PageProblem[];
  /** What to look at, which is no fault. */
  advice: PageProblem[];
  /** Puts head and foot around the text. */
  place: () => unknown;
}

/**
 * Citations, references to figures and, of a report, its fields: what is wrong with them, and what stands around the text.
 * @param claims of the page
 */
export function pageExtras(
  state: StateCore,
  page: PageText,
  md: MarkdownIt,
  claims: readonly Claim[],
): PageExtras {
  const env = state.env as PageEnv;
  const isReport = isReportPath(env.path);
  const read = isReport && !page.fault ? readReport(page, sourceRoot) : null;
  const abstract = read ? abstractOf(read.report, page, md, env) : [];
  const inAbstract = <Placed extends { line: number }>(placed: Placed): Placed => ({
    ...placed,
    line: abstractLine(page),
  });
  const citations = [...citationsIn(abstract).map(inAbstract), ...citationsIn(state.tokens)];
  const references = [...referencesIn(abstract).map(inAbstract), ...referencesIn(state.tokens)];
  if (!isReport && citations.length === 0 && references.length === 0)
    return { problems: [], advice: [], place: () => {} };
  const { citations: style, lang, references: own } = { ...usual, ...read?.report };
  const { entries, problems: unknown } = writeCitations(
    citations,
    [...documentsToCite(), ...own],
    isReport ? sourcesOfBlocks(page, { blocks: readBlocks, written: readWritten }) : [],
    style,
    lang,
  );
  const works = worksHtml(entries, style);
  const inFile = (problem: PageProblem) => ({ ...problem, line: problem.line + page.before });
  const problems = [...unknown, ...writeReferences(references, env.places ?? [])].map(inFile);
  if (!read) return { problems, advice: [], place: () => works !== null && pushSection(state, works) };
  const plainAbstract = { ...maskedText(abstract[0]?.children ?? []), line: abstractLine(page) };
  return {
    problems: [
      ...read.problems,
      ...problems,
      ...lostNotes(state.tokens).map(inFile),
      ...leftSigns(abstract).map(inAbstract).map(inFile),
      ...unboundNumbers(state.tokens, [plainAbstract, ...blockWords(page)]).map(inFile),
    ],
    advice: unboundWords(state.tokens, plainAbstract).map(inFile),
    place: () =>
      placeReport(state, read.report, md.renderer.render(abstract, md.options, env), works, claims),
  };
}

/** What a page is that says nothing of it. */
const usual = {
  citations: "author-date",
  lang: "en-GB",
  references: [],
} as const satisfies Partial<ReportFields>;

/** Line of the abstract in the page's text: it stands above it, so it is below 1. */
const abstractLine = (page: PageText) => lineOfField(page, "abstract") - page.before;

/** The abstract read as Markdown; what is bound in it is kept in the page's env. */
function abstractOf({ abstract }: ReportFields, page: PageText, md: MarkdownIt, env: PageEnv): Token[] {
  // The notes of the text stand behind the text, once.
  const tokens = md.parseInline(abstract, { ...env, footnotes: undefined });
  env.inAbstract = boundIn(tokens).map(({ meta }) => ({ line: abstractLine(page), meta }));
  return tokens;
}

/** Title and head before the text, list of works, citation and queries behind it. */
function placeReport(
  state: StateCore,
  report: ReportFields,
  abstract: string,
  works: string | null,
  claims: readonly Claim[],
): void {
  const { tokens } = state;
  const head = reportHead(report, abstract, headingsOf(tokens), minutesToRead(wordsOf(tokens)));
  const slug = (state.env as PageEnv).path!.replace("/reports/", "");
  const foot = reportFoot(report, slug, dataVersion(dataFolder), sentencesOf(tokens, claims));
  tokens.unshift(...headingTokens(state, "title", report.title), drawnToken(state, head));
  if (works !== null) pushSection(state, works);
  tokens.push(drawnToken(state, foot));
}

/** The report's own fields, for what is written of it elsewhere. @returns null for a page that is none */
export function reportOf(page: PageText, path: string): ReportFields | null {
  return isReportPath(path) && !page.fault ? readReport(page, sourceRoot).report : null;
}

function pushSection(state: StateCore, list: string): void {
  state.tokens.push(drawnToken(state, `<h2 id="works-cited">Sources</h2>\n${list}`));
}

/** Headings of the second level, as the contents name them. */
function headingsOf(tokens: readonly Token[]): Heading[] {
  return tokens.flatMap((token, at): Heading[] => {
    if (token.type !== "heading_open" || token.tag !== "h2") return [];
    const id = token.attrGet("id");
    const text = shownWords(tokens[at + 1]?.children ?? []);
    return id === null ? [] : [{ id: String(id), text }];
  });
}

/** Words of the text, what stands in figures left out. */
function wordsOf(tokens: readonly Token[]): number {
  const text = tokens
    .filter(({ type }) => type === "inline")
    .map(({ children }) =>
      (children ?? []).map(({ type, content }) => (type === "text" ? content : " n ")).join(""),
    )
    .join(" ");
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
}

/** The sentence of each claim as readers see it. */
function sentencesOf(
  tokens: readonly Token[],
  claims: readonly Claim[],
): { claim: Claim; sentence: string }[] {
  const inText = new Map<string, string>();
  for (const { meta } of boundIn(tokens)) if ("claim" in meta) inText.set(meta.claim, meta.shown());
  return claims.flatMap((claim) => {
    const sentence = (claim.id === null ? undefined : inText.get(claim.id)) ?? claim.says;
    return sentence === null || sentence === undefined ? [] : [{ claim, sentence }];
  });
}
