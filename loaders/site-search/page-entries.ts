import slugify from "@sindresorhus/slugify";
import { folded } from "../../src/model/folded.js";
import { wordsIn } from "../../src/model/words-in.js";
import type { Entry } from "../../src/site-search/entry.js";

/** A page as its Markdown has it. */
export interface MarkdownPage {
  /** Its address, from "/…". */
  address: string;
  title: string;
  /** Its group and its name in the navigation ("Findings: Funding"); empty for a page that does not stand there. */
  called: string;
  description: string;
  /** The text below the front matter. */
  body: string;
}

/**
 * A page, its headings with the words below each, and the figures it names.
 * @param figureTitles by id; a figure without one is left out
 */
export function pageEntries(page: MarkdownPage, figureTitles: ReadonlyMap<string, string>): Entry[] {
  const { address, title, called, description, body } = page;
  const figures = [...withoutCode(body).matchAll(/^::: figure (\S+)/gm)].flatMap(([, id]): Entry[] => {
    const figureTitle = figureTitles.get(id!);
    if (figureTitle === undefined) return [];
    return [{ kind: "figure", title: figureTitle, note: title, address: `${address}#${id}`, words: called }];
  });
  return [
    { kind: "page", title, note: called, address, words: description },
    ...sectionsOf(body).map(({ heading, text }): Entry => ({
      kind: "page",
      title: heading,
      note: title,
      address: `${address}#${slugify(heading)}`,
      words: ownWords(text),
    })),
    ...figures,
  ];
}

/** A text without what stands between fences: it shows how something is written. */
const withoutCode = (body: string): string => body.replace(/^(```|~~~).*?^\1/gms, "");

/** Headings of the second and third level, outside of code, with the text up to the next. */
function sectionsOf(body: string): { heading: string; text: string }[] {
  const prose = withoutCode(body);
  const headings = [...prose.matchAll(/^#{2,3} (.+?)\s*#*$/gm)];
  return headings.map((match, i) => ({
    heading: match[1]!.replace(/[*_`]/g, ""),
    text: prose.slice(match.index + match[0].length, headings[i + 1]?.index),
  }));
}

/** Each word of a text once, without addresses, tags and lines that name a block; numbers and short words find nothing. */
function ownWords(text: string): string {
  const prose = text
    .replace(/^:::.*$/gm, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\]\([^)]*\)/g, " ");
  return [...new Set(wordsIn(folded(prose)).filter((word) => word.length > 3 && !/\p{N}/u.test(word)))].join(
    " ",
  );
}
