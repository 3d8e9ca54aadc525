import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { CslItem } from "../../src/components/csl-item.js";
import type { CitedWork } from "../pages/cited-text.js";
import { escapeHtml } from "../site/escape-html.js";

/** How works are cited: authors and year in the sentence, or a number. */
export const citationStyles = ["author-date", "numbered"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A work that can be cited. */
export interface CitableWork extends Omit<CslItem, "type"> {
  type: string;
  /** The authors as a sentence names them, where the whole names are too long for it. */
  shortAuthor?: string;
}

/** A citation of a page, in its order. */
export interface Citation {
  works: readonly CitedWork[];
  narrative: boolean;
}

/** Citations and the list of works as HTML. */
export interface FormattedCitations {
  /** Of each citation, with links to the entries of the list. */
  inText: string[];
  /** Entries of the list, in the style's order. */
  entries: { id: string; html: string }[];
}

/** The styles of the Citation Style Language that stand for ours. */
const styleNames: Record<CitationStyle, string> = { "author-date": "apa", numbered: "vancouver" };
const britishDates: [from: string, to: string][] = [
  ['xml:lang="en-US"', 'xml:lang="en-GB"'],
  ['punctuation-in-quote="true"', 'punctuation-in-quote="false"'],
  [
    '<date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/>',
    '<date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/>',
  ],
];

interface CslEngine {
  rebuildProcessorState(
    clusters: readonly object[],
    format: "html",
    uncited: readonly string[],
  ): [id: string, note: number, html: string][];
  makeBibliography(): [{ entry_ids: string[][] }, string[]];
}

interface CslPlugin {
  engine(items: readonly object[], style: string, locale: string, format: "html"): CslEngine;
  locales: {
    has(locale: string): boolean;
    get(locale: string): string;
    add(locale: string, xml: string): void;
  };
}

/** Characters for private use: a style leaves them where they are, and so they tell the works of a citation apart. */
const [opens, closes, firstPlace] = ["\uE001", "\uE002", 0xe100];

/**
 * Formats citations with Citation.js and a style of the Citation Style Language.
 * @param works all that are cited, and those that only the list has
 * @param lang of the page, such as "en-GB"; a language that the library does not have is cited in British English
 */
export function formatCitations(
  works: readonly CitableWork[],
  citations: readonly Citation[],
  style: CitationStyle,
  lang: string,
): FormattedCitations {
  const csl = (plugins.config as unknown as { get(name: "@csl"): CslPlugin }).get("@csl");
  const locale = localeFor(lang, csl);
  const name = styleNames[style];
  const short = works.map(({ shortAuthor, ...work }) =>
    shortAuthor === undefined ? work : { ...work, author: [{ literal: shortAuthor }] },
  );
  const clusters = citations.map((citation) => clusterOf(citation, style));
  const uncited = works.map(({ id }) => id);
  const inText = csl
    .engine(short, name, locale, "html")
    .rebuildProcessorState(clusters, "html", uncited)
    .map(([, , html], i) => linked(html, citations[i]!, works, style));
  const list = csl.engine(
    works.map((work) => ({ ...work, shortAuthor: undefined })),
    name,
    locale,
    "html",
  );
  list.rebuildProcessorState(clusters, "html", uncited);
  const [{ entry_ids }, entries] = list.makeBibliography();
  return {
    inText,
    entries: entries.map((html, i) => ({ id: entry_ids[i]![0]!, html: plainEntry(html) })),
  };
}

function localeFor(lang: string, { locales }: CslPlugin): string {
  if (!locales.has("en-GB"))
    locales.add(
      "en-GB",
      britishDates.reduce((xml, [from, to]) => xml.replace(from, to), locales.get("en-US")),
    );
  const same = ["de-DE", "es-ES", "fr-FR", "nl-NL"].find((one) => one.slice(0, 2) === lang.slice(0, 2));
  return lang === "en-US" ? lang : (same ?? "en-GB");
}

function clusterOf({ works, narrative }: Citation, style: CitationStyle): object {
  const citationItems = works.map(({ key, prefix, place, withoutAuthors }, i) => {
    const page = /^(?:pp?\.?|pages?) ?(\d[\d–, -]*)$/.exec(place)?.[1];
    return {
      id: key,
      prefix: `${opens}${String.fromCharCode(firstPlace + i)}${prefix && `${prefix} `}`,
      ...(page === undefined
        ? { suffix: `${place && `, ${place}`}${closes}` }
        : { locator: page, label: "page", suffix: closes }),
      ...(withoutAuthors && { "suppress-author": true }),
    };
  });
  const composite = narrative && style === "author-date";
  return { citationItems, properties: { noteIndex: 0, ...(composite && { mode: "composite" }) } };
}

/** Each work of a citation as a link to its entry in the list. */
function linked(
  html: string,
  { works, narrative }: Citation,
  known: readonly CitableWork[],
  style: CitationStyle,
): string {
  const link = (key: string, words: string) => `<a class="cite" href="#ref-${escapeHtml(key)}">${words}</a>`;
  const [first] = works;
  const bare = (words: string) => words.replace(/[\uE000-\uF8FF]/g, "");
  if (narrative && first) {
    if (style === "author-date") return link(first.key, bare(html));
    const authors = known.find(({ id }) => id === first.key);
    return `${escapeHtml(namesOf(authors))} ${link(first.key, bare(html))}`;
  }
  const parts = new RegExp(`${opens}([\uE100-\uE1ff])([^${closes}]*)${closes}`, "g");
  return bare(
    html.replace(parts, (_all, place: string, words: string) =>
      link(works[place.charCodeAt(0) - firstPlace]!.key, words.trim()),
    ),
  );
}

function namesOf(work: CitableWork | undefined): string {
  const [first, ...others] = work?.author ?? [];
  const name = first && ("literal" in first ? first.literal : first.family);
  return (
    work?.shortAuthor ?? (name === undefined ? (work?.title ?? "") : others.length ? `${name} et al.` : name)
  );
}

/** An entry without the boxes that a style puts around it. */
function plainEntry(html: string): string {
  return html
    .replace(/<div class="csl-left-margin">[\s\S]*?<\/div>/, "")
    .replace(/<\/?div[^>]*>/g, "")
    .trim()
    .replace(/(?<!["=])\bhttps?:\/\/[^\s<]+[^\s<.,)]/g, (address) => `<a href="${address}">${address}</a>`);
}
