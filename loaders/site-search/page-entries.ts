import slugify from "@sindresorhus/slugify";
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
 * A page, its headings and the figures it names.
 * @param figureTitles by id; a figure without one is left out
 */
export function pageEntries(page: MarkdownPage, figureTitles: ReadonlyMap<string, string>): Entry[] {
  const { address, title, called, description, body } = page;
  const figures = [...body.matchAll(/^::: figure (\S+)/gm)].flatMap(([, id]): Entry[] => {
    const figureTitle = figureTitles.get(id!);
    if (figureTitle === undefined) return [];
    return [{ kind: "figure", title: figureTitle, note: title, address: `${address}#${id}`, words: "" }];
  });
  return [
    { kind: "page", title, note: called, address, words: description },
    ...headingsOf(body).map((heading): Entry => ({
      kind: "page",
      title: heading,
      note: title,
      address: `${address}#${slugify(heading)}`,
      words: "",
    })),
    ...figures,
  ];
}

/** Headings of the second and third level, outside of code. */
function headingsOf(body: string): string[] {
  const prose = body.replace(/^(```|~~~).*?^\1/gms, "");
  return [...prose.matchAll(/^#{2,3} (.+?)\s*#*$/gm)].map(([, heading]) => heading!.replace(/[*_`]/g, ""));
}
