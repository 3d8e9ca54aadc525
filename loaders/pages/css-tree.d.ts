/** The few parts of css-tree that the check of styles asks; the package brings no types. */
declare module "css-tree" {
  interface Position {
    /** From 1. */
    line: number;
    offset: number;
  }

  interface CssNode {
    type: string;
    loc: { start: Position; end: Position } | null;
    /** Of a declaration. */
    property?: string;
    /** Of an at-rule. */
    name?: string;
    /** Of a node that was left as text. */
    value?: string;
  }

  interface ParseOptions {
    positions: true;
    /** Left as text where false. */
    parseValue?: boolean;
    parseAtrulePrelude?: boolean;
    onParseError?(error: { message: string; line: number }, fallback: CssNode): void;
  }

  export function parse(css: string, options: ParseOptions): CssNode;

  /** @param enter runs with `this.atrule`, the at-rule around a node, or null */
  export function walk(
    ast: CssNode,
    options: { visit: "Declaration"; enter(this: { atrule: CssNode | null }, node: CssNode): void },
  ): void;

  /** Kinds of tokens by name. */
  export const tokenTypes: Readonly<
    Record<"LeftCurlyBracket" | "RightCurlyBracket" | "Semicolon" | "WhiteSpace" | "Comment", number>
  >;
  export function tokenize(css: string, onToken: (type: number, start: number, end: number) => void): void;

  export const lexer: {
    properties: Readonly<Record<string, unknown>>;
    /** What the lexer knows of a property, with or without the prefix of a browser; null for one that it does not know. */
    getProperty(name: string): object | null;
  };
}
