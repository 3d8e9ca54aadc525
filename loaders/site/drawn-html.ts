import type { PluginSimple } from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

/**
 * Kind of the tokens that hold HTML drawn here. Framework runs `${…}` in every `html_block` as JavaScript, and the page's
 * policy then allows what it made of it. A kind of our own is written out as it is: what stands in data stays text.
 */
const kind = "arrivals_drawn_html";

/** Writes drawn HTML into the page, unread by Markdown and by Framework. */
export const drawnHtmlRule: PluginSimple = (md) => {
  md.renderer.rules[kind] = (tokens, at) => tokens[at]!.content;
};

/** HTML drawn here, from elements alone, as a token of the page. */
export function pushDrawnHtml(state: StateBlock, line: number, html: string): void {
  const token = state.push(kind, "", 0);
  token.content = `${html}\n`;
  token.map = [line, line + 1];
}

/** The same for a page whose text was read already. */
export function drawnToken(state: Pick<StateCore, "Token">, html: string): Token {
  const token = new state.Token(kind, "", 0);
  token.content = `${html}\n`;
  token.block = true;
  return token;
}

/**
 * The page's heading, from which Framework takes its title.
 * @param text shown as it is, whatever Markdown or Framework would make of its letters
 */
export function headingTokens({ Token }: Pick<StateCore, "Token">, id: string, text: string): Token[] {
  const heading = new Token("heading_open", "h1", 1);
  heading.attrSet("id", id);
  const name = new Token("inline", "", 0);
  // Children made here: an inline token without content of its own is left unread.
  const words = new Token("text", "", 0);
  words.content = text;
  name.children = [words];
  const end = new Token("heading_close", "h1", -1);
  for (const token of [heading, name, end]) token.block = true;
  return [heading, name, end];
}

/** The same in the midst of reading a page. */
export function pushHeading(state: StateBlock, line: number, id: string, text: string): void {
  for (const token of headingTokens(state, id, text)) {
    if (token.nesting >= 0) token.map = [line, line + 1];
    state.tokens.push(token);
  }
}
