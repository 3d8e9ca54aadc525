import type { PluginSimple } from "markdown-it";
import { linesBefore } from "./lines-before.js";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {
  crossReference,
  readCitation,
  readNarrative,
  type CitedWork,
  type CrossReference,
} from "./cited-text.js";

/** Kinds of the tokens of citations, and of references to figures and tables. */
const citationKind = "arrivals_citation";
const referenceKind = "arrivals_reference";

/** A citation in a page. Its HTML is set when all of them are known. */
export interface PlacedCitation {
  token: Token;
  works: CitedWork[];
  /** True in running text, where the authors are part of the sentence. */
  narrative: boolean;
  /** Line of the text below the front matter, from 1. */
  line: number;
}

/** A reference to a figure or table. */
export interface PlacedReference extends CrossReference {
  token: Token;
  line: number;
}

/**
 * Citations as Pandoc and Quarto write them: `[@thp-2014, Table 8]`, `@thp-2014`, and references to figures and tables,
 * `@fig-coverage`.
 */
export const citedRules: PluginSimple = (md) => {
  md.inline.ruler.before("link", citationKind, citationRule);
  md.inline.ruler.before("link", referenceKind, referenceRule);
  for (const kind of [citationKind, referenceKind])
    md.renderer.rules[kind] = (tokens, at) => tokens[at]!.content;
};

/** The citations of a page, in their order. */
export function citationsIn(tokens: readonly Token[]): PlacedCitation[] {
  return placed(tokens, citationKind).map(({ token, line }) => ({
    // The token's own line is that within its paragraph.
    ...(token.meta as Pick<PlacedCitation, "works" | "narrative">),
    token,
    line,
  }));
}

/** The references to figures and tables of a page. */
export function referencesIn(tokens: readonly Token[]): PlacedReference[] {
  return placed(tokens, referenceKind).map(({ token, line }) => ({
    ...(token.meta as CrossReference),
    token,
    line,
  }));
}

function placed(tokens: readonly Token[], kind: string): { token: Token; line: number }[] {
  return tokens.flatMap((token) =>
    (token.children ?? [])
      .filter((child) => child.type === kind)
      .map((child) => ({
        token: child,
        line: (token.map?.[0] ?? 0) + (child.meta as { line: number }).line + 1,
      })),
  );
}

/** In the words of a link an @ is somebody's name: a link has no other in it. Its types do not know the library's count. */
const isInLink = (state: StateInline) => (state as StateInline & { linkLevel: number }).linkLevel > 0;

function citationRule(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  if (src[pos] !== "[" || isInLink(state)) return false;
  const end = state.md.helpers.parseLinkLabel(state, pos);
  // What an address or a claim follows is a link or its sentence.
  if (end < 0 || end >= state.posMax || /[([{]/.test(src[end + 1] ?? "")) return false;
  const works = readCitation(src.slice(pos + 1, end).replace(/\s+/g, " "));
  if (!works) return false;
  // "[@fig-coverage]" names a figure, and no work.
  const [first, ...others] = works;
  const reference =
    first && others.length === 0 && !first.prefix && !first.place ? crossReference(first.key) : null;
  if (!silent && reference) push(state, referenceKind, src.slice(pos, end + 1), reference);
  else if (!silent) push(state, citationKind, src.slice(pos, end + 1), { works, narrative: false });
  state.pos = end + 1;
  return true;
}

function referenceRule(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  if (src[pos] !== "@" || isInLink(state) || /[\p{L}\p{N}_./]/u.test(src[pos - 1] ?? "")) return false;
  const key = readNarrative(src, pos);
  if (key === null || pos + key.length + 1 > state.posMax) return false;
  if (!silent) {
    const reference = crossReference(key);
    const written = src.slice(pos, pos + key.length + 1);
    if (reference) push(state, referenceKind, written, reference);
    else {
      const work: CitedWork = { key, prefix: "", place: "", withoutAuthors: false };
      push(state, citationKind, written, { works: [work], narrative: true });
    }
  }
  state.pos = pos + key.length + 1;
  return true;
}

/** @param written shown, escaped, where nothing better is known */
function push(state: StateInline, kind: string, written: string, meta: object): void {
  const token = state.push(kind, "", 0);
  token.content = state.md.utils.escapeHtml(written);
  token.meta = { ...meta, line: linesBefore(state.src, state.pos) };
}
