import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { Cell, CellCode } from "./check-cells.js";
import type { NamedAddress } from "./check-links.js";
import type { PageText } from "./page-text.js";

/** The addresses that the tokens of a page name, with the line of its file where each stands. */
export function namedAddresses(tokens: readonly Token[], page: PageText): NamedAddress[] {
  const found: NamedAddress[] = [];
  for (const token of tokens) {
    if (!token.map) continue;
    for (const part of [token, ...(token.children ?? [])])
      for (const one of addressesOf(part)) found.push({ ...one, line: lineOf(one.address, token.map, page) });
  }
  return found;
}

function addressesOf(token: Token): Omit<NamedAddress, "line">[] {
  switch (token.type) {
    case "link_open":
      return [{ kind: "link", address: token.attrGet("href") ?? "" }];
    case "image":
      return [{ kind: "picture", address: token.attrGet("src") ?? "", words: token.content }];
    case "html_block":
    case "html_inline":
      return htmlAddresses(token.content);
    default:
      return [];
  }
}

const attributes = /<(a|img|source|video|audio|script|link|iframe|embed)\b([^>]*)>/gi;

function htmlAddresses(html: string): Omit<NamedAddress, "line">[] {
  const tags = [...html.replace(/<!--[\s\S]*?-->/g, "").matchAll(attributes)];
  return tags.flatMap(([, tag = "", rest = ""]): Omit<NamedAddress, "line">[] => {
    const name = tag.toLowerCase();
    const attribute = (name: string) => {
      const [, double, single] =
        new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(rest) ?? [];
      return double ?? single;
    };
    const address = attribute(name === "a" || name === "link" ? "href" : "src");
    // What is worked out in the page cannot be told here.
    if (address === undefined || address.includes("${")) return [];
    if (name === "a") return [{ kind: "link", address }];
    if (name === "img") return [{ kind: "picture", address, words: attribute("alt") ?? "" }];
    return [{ kind: "part", address }];
  });
}

/** The line where an address stands; the first of its paragraph where Markdown writes it another way. */
function lineOf(address: string, [from, to]: [number, number], { lines, before }: PageText): number {
  const written = [address, decodeURI(address.replace(/%(?![0-9a-f]{2})/gi, "%25"))];
  for (let line = from; line < to; line++)
    if (written.some((text) => lines[before + line]?.includes(text))) return before + line + 1;
  return before + from + 1;
}

/** Every piece of JavaScript in the tokens of a page, as Framework's own renderer reads it. */
export function cellsOf(tokens: readonly Token[], md: MarkdownIt, env: object, before: number): Cell[] {
  const cells: Cell[] = [];
  const read = (rule: "fence" | "placeholder", token: Token, line: number, language: string) => {
    const code: { node: CellCode }[] = [];
    // The renderer writes into the token that it is given.
    const copy = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
    const html = md.renderer.rules[rule]!([copy], 0, md.options, { ...env, code }, md.renderer);
    const fault = /observablehq--error"[^>]*>SyntaxError: ([^<]*)</.exec(html)?.[1];
    if (code.length || fault !== undefined)
      cells.push({
        line,
        text: token.content.trimEnd(),
        language,
        code: code[0]?.node ?? null,
        fault: fault === undefined ? null : plain(fault),
      });
  };
  for (const token of tokens) {
    const line = before + (token.map?.[0] ?? 0) + 1;
    if (token.type === "fence") read("fence", token, line + 1, /^\w+/.exec(token.info)?.[0] ?? "");
    for (const child of token.children ?? [])
      if (child.type === "placeholder") read("placeholder", child, line, "");
  }
  return cells;
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  "#x27": "'",
  "#x60": "`",
};

function plain(html: string): string {
  return html.replace(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all);
}
