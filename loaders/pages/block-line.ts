import type { Options } from "../../src/components/figure.js";

/** A line `::: figure coverage measure=actors` of a page, taken apart. */
export interface BlockLine {
  /** "figure", "finding", or the name of a block that is there once, such as "dictionary". */
  kind: string;
  /** What follows: the id of a figure or finding; empty where nothing does. */
  id: string;
  /** What is chosen for it, in the order written. */
  options: Options;
  /** Words that are neither id nor choice, and choices made twice. */
  stray: string[];
  /** True where a figure's choices are fixed: readers do not change them. */
  fixed?: true;
}

/** Takes the line of a block apart; null for any other line. */
export function readBlockLine(line: string): BlockLine | null {
  const words = /^\s*:::\s+(\S.*?)\s*$/.exec(line)?.[1]?.split(/\s+/);
  if (!words) return null;
  const [kind = "", ...rest] = words;
  const id = rest[0] !== undefined && !rest[0].includes("=") ? rest.shift()! : "";
  const options: Options = {};
  const stray: string[] = [];
  for (const word of rest) {
    const [, name, value] = /^([\w-]+)=(.*)$/.exec(word) ?? [];
    if (name === undefined || name in options) stray.push(word);
    else options[name] = value!;
  }
  const isFixed = kind === "figure" && stray.at(-1) === fixedWord;
  if (isFixed) stray.pop();
  return { kind, id, options, stray, ...(isFixed && { fixed: true as const }) };
}

/** Last word of a figure whose choices are fixed. */
const fixedWord = "fixed";

/** True for a figure that is drawn for its page alone, and not with all others. */
export const isChosen = ({ options, fixed }: Pick<BlockLine, "options" | "fixed">): boolean =>
  fixed === true || Object.keys(options).length > 0;

/** The name that a block is drawn under: choices in the order of their names. */
export function blockName({
  kind,
  id,
  options,
  fixed,
}: Pick<BlockLine, "kind" | "id" | "options" | "fixed">): string {
  const chosen = Object.keys(options)
    .sort()
    .map((name) => `${name}=${options[name]}`);
  return [kind, id, ...chosen, fixed ? fixedWord : ""].filter(Boolean).join(" ");
}
