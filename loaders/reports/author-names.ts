import type { CslItem } from "../../src/components/csl-item.js";

type Author = NonNullable<CslItem["author"]>[number];

/**
 * An author as a reference has it: "Silva, Ana" and "Ana Silva" are a person, "{European Commission}" is an organisation,
 * and so is what has one word, or three and more.
 */
export function readAuthor(name: string): Author {
  const organisation = /^\{(.+)\}$/.exec(name)?.[1];
  if (organisation !== undefined) return { literal: organisation };
  const [family, given, ...more] = name.split(", ");
  if (given !== undefined && more.length === 0) return { given, family: family! };
  const words = name.split(" ");
  return words.length === 2 ? { given: words[0]!, family: words[1]! } : { literal: name };
}

/** An author as a line of names has it. */
export function shownAuthor(name: string): string {
  const author = readAuthor(name);
  return "literal" in author ? author.literal : `${author.given} ${author.family}`;
}
