import type { PluginSimple } from "markdown-it";
import { linesBefore } from "./lines-before.js";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { readAnswers } from "../site/blocks.js";
import { escapeHtml } from "../site/escape-html.js";
import { endOfBound, readBound, type BoundMeta, type BoundText } from "./bound-text.js";
import type { PageEnv } from "./page-env.js";
import { queryMark } from "./query-mark.js";
import { writeValue } from "./value-formats.js";

/** Kinds of the tokens of a bound value, and of the sentence of a claim. */
const valueKind = "arrivals_bound";
const claimKind = "arrivals_claim";

/**
 * Two things that sentences have here: `{{ select … | number }}` is the value of a query, and
 * `[The sentence]{claim=id}` is bound to a claim of the front matter. Each has a quiet mark that opens its query.
 */
export const boundRules: PluginSimple = (md) => {
  md.inline.ruler.before("escape", valueKind, valueRule);
  md.inline.ruler.before("link", claimKind, claimRule);
  md.renderer.rules[valueKind] = (tokens, at, _options, env) => valueHtml(tokens[at]!, env as PageEnv);
  md.renderer.rules[`${claimKind}_open`] = (tokens, at) =>
    `<span class="claim" id="${escapeHtml(String(tokens[at]!.attrGet("id")))}">`;
  md.renderer.rules[`${claimKind}_close`] = (tokens, at, _options, env) =>
    claimEnd(tokens[at]!, env as PageEnv);
};

/** The tokens of bound values and claims in a page, with the line of the text below the front matter, from 1. */
export function boundIn(tokens: readonly Token[]): { line: number; meta: BoundMeta }[] {
  return tokens.flatMap((token) =>
    (token.children ?? []).flatMap((child) => {
      if (child.type !== valueKind && child.type !== `${claimKind}_close`) return [];
      const meta = child.meta as BoundMeta;
      return [{ line: (token.map?.[0] ?? 0) + meta.line + 1, meta }];
    }),
  );
}

function valueRule(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  if (!src.startsWith("{{", pos)) return false;
  const end = endOfBound(src, pos);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) {
    const token = state.push(valueKind, "", 0);
    token.content = src.slice(pos, end);
    token.meta = { line: linesBefore(state.src, pos), bound: readBound(src.slice(pos + 2, end - 2)) };
  }
  state.pos = end;
  return true;
}

function claimRule(state: StateInline, silent: boolean): boolean {
  const { pos, src, posMax } = state;
  if (src[pos] !== "[") return false;
  const end = state.md.helpers.parseLinkLabel(state, pos);
  const named = end < 0 ? null : /^\{claim=([^}\s]*)\}/.exec(src.slice(end + 1, posMax));
  if (!named) return false;
  if (!silent) {
    const all = state.tokens;
    const meta: BoundMeta = {
      line: linesBefore(state.src, pos),
      claim: named[1]!,
      says: src.slice(pos + 1, end).replace(/\s+/g, " "),
      shown: () => shownWords(between(all, meta)),
    };
    const opened = state.push(`${claimKind}_open`, "span", 1);
    opened.meta = meta;
    opened.attrSet("id", `claim-${named[1]!}`);
    state.pos = pos + 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push(`${claimKind}_close`, "span", -1).meta = meta;
  }
  state.pos = end + 1 + named[0].length;
  state.posMax = posMax;
  return true;
}

/** What stands between the beginning and the end of a claim's sentence, when its paragraph is whole. */
function between(tokens: readonly Token[], meta: BoundMeta): Token[] {
  const from = tokens.findIndex((token) => token.meta === meta);
  const to = tokens.findLastIndex((token) => token.meta === meta);
  return tokens.slice(from + 1, to);
}

/** The words of a sentence without its signs and marks. */
export function shownWords(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === valueKind) return valueWords(token);
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      // What was written as HTML says nothing of its own.
      return token.type === "text" || token.type === "code_inline" ? token.content : "";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** A bound value in words; as it is written where it has none. */
function valueWords({ meta, content }: Token): string {
  const { bound } = meta as { bound: BoundText };
  if (bound.kind === "excuse") return bound.shown;
  const answer = readAnswers()[bound.query];
  const written = answer?.kind === "rows" ? writeValue(answer, bound.format) : null;
  return written && "text" in written ? written.text : content;
}

function valueHtml({ meta, content }: Token, env: PageEnv): string {
  const { bound } = meta as { bound: BoundText };
  if (bound.kind === "excuse") return escapeHtml(bound.shown);
  const answer = env.onlyRead ? undefined : readAnswers()[bound.query];
  if (answer?.kind !== "rows") return escapeHtml(content);
  const written = writeValue(answer, bound.format);
  // What is wrong with it is shown, or thrown, beside the paragraph.
  if (!("text" in written)) return escapeHtml(content);
  return `${escapeHtml(written.text)}${queryMark(env, `Query of ${written.text}`, bound.query)}`;
}

function claimEnd({ meta }: Token, env: PageEnv): string {
  const { claim, says, shown } = meta as Extract<BoundMeta, { claim: string }>;
  const found = env.claims?.find(({ id }) => id === claim);
  if (!found) return "</span>";
  const endsInValue = /\}\}[^\p{L}\p{N}]{0,3}$/u.test(says);
  const label = `Query that this sentence was checked with: ${shown()}`;
  return `${queryMark(env, label, found.sql, endsInValue)}</span>`;
}
