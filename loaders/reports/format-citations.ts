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
  updateItems(ids: readonly string[]): void;
  updateUncitedItems(ids: readonly string[]): void;
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
  const locale = localeFor(lang);
  const short = works
    .map(withPlainNumber)
    .map(({ shortAuthor, ...work }) =>
      shortAuthor === undefined ? work : { ...work, author: [{ literal: shortAuthor }] },
    );
  const uncited = works.map(({ id }) => id);
  const whole = works.map((work) => ({ ...withPlainNumber(work), shortAuthor: undefined }));
  const [{ entry_ids }, entries] = withEngine(whole, style, locale, (engine) => {
    const clusters = citations.map((citation) => clusterOf(citation, style));
    engine.rebuildProcessorState(clusters, "html", uncited);
    return engine.makeBibliography();
  });
  const places = new Map(entry_ids.map(([id], i) => [id!, i]));
  const clusters = citations.map((citation) => clusterOf(citation, style, places));
  const inText = withEngine(short, style, locale, (engine) =>
    engine.rebuildProcessorState(clusters, "html", uncited),
  ).map(([, , html], i) => linked(html, citations[i]!, works, style, locale));
  return {
    inText,
    entries: entries.map((html, i) => ({ id: entry_ids[i]![0]!, html: plainEntry(html) })),
  };
}

/** Citation.js, which its plugin for styles has joined. */
const citationJs = plugins.config as unknown as { get(name: "@csl"): CslPlugin };

/** The library keeps one engine for each style and language: what it knows of these works must not reach the next page. */
function withEngine<Made>(
  works: readonly object[],
  style: CitationStyle,
  locale: string,
  use: (engine: CslEngine) => Made,
): Made {
  const engine = citationJs.get("@csl").engine(works, styleNames[style], locale, "html");
  try {
    return use(engine);
  } finally {
    engine.updateUncitedItems([]);
    engine.updateItems([]);
  }
}

/** The number of a report, "18-2424", is no range: a hyphen with this sign before it stays one. */
function withPlainNumber(work: CitableWork & { number?: unknown }): CitableWork {
  return typeof work.number === "string"
    ? Object.assign({}, work, { number: work.number.replaceAll("-", "\\-") })
    : work;
}

function localeFor(lang: string): string {
  const { locales } = citationJs.get("@csl");
  if (!locales.has("en-GB"))
    locales.add(
      "en-GB",
      britishDates.reduce((xml, [from, to]) => xml.replace(from, to), locales.get("en-US")),
    );
  const same = ["de-DE", "es-ES", "fr-FR", "nl-NL"].find((one) => one.slice(0, 2) === lang.slice(0, 2));
  return lang === "en-US" ? lang : (same ?? "en-GB");
}

/** @param places of the works in the list: those of one author and year stand in the order of their letters */
function clusterOf(
  { works, narrative }: Citation,
  style: CitationStyle,
  places?: ReadonlyMap<string, number>,
): object {
  const citationItems = works.map(({ key, prefix, place, withoutAuthors }, i) => {
    // A style of numbers leaves pages out: there they stand as every other place.
    const page = style === "numbered" ? undefined : /^(?:pp?\.?|pages?) ?(\d[\d–, -]*)$/.exec(place)?.[1];
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
  // "see also" belongs to the works behind it: they stay in the author's order.
  const unsorted = works.slice(1).some(({ prefix }) => prefix !== "");
  if (places && style === "author-date" && !unsorted)
    citationItems.sort((a, b) => places.get(a.id)! - places.get(b.id)!);
  const properties = { noteIndex: 0, ...(composite && { mode: "composite" }), ...(unsorted && { unsorted }) };
  return { citationItems, properties };
}

/** Each work of a citation as a link to its entry in the list. */
function linked(
  html: string,
  { works, narrative }: Citation,
  known: readonly CitableWork[],
  style: CitationStyle,
  lang: string,
): string {
  const link = (key: string, words: string) => `<a class="cite" href="#ref-${escapeHtml(key)}">${words}</a>`;
  const [first] = works;
  const bare = (words: string) => words.replace(/[\uE000-\uF8FF]/g, "");
  if (narrative && first) {
    const authors = known.find(({ id }) => id === first.key);
    if (style === "author-date") return link(first.key, withAnd(bare(html), authors, lang));
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

/** In a sentence the last of several authors follows a word, and no sign: "Silva and Costa (2020)". */
function withAnd(html: string, work: CitableWork | undefined, locale: string): string {
  const last = work?.shortAuthor === undefined ? work?.author?.slice(1).at(-1) : undefined;
  const sign = " &#38; ";
  const at = html.lastIndexOf(sign);
  if (!last || !html.slice(Math.max(at, 0)).includes("literal" in last ? last.literal : last.family))
    return html;
  const and = new Intl.ListFormat(locale).formatToParts(["a", "b"])[1]!.value;
  return at < 0 ? html : `${html.slice(0, at)}${and}${html.slice(at + sign.length)}`;
}

/** An entry without the boxes that a style puts around it. */
function plainEntry(html: string): string {
  return html
    .replace(/<div class="csl-left-margin">[\s\S]*?<\/div>/, "")
    .replace(/<\/?div[^>]*>/g, "")
    .trim()
    .replace(
      /(?<!["=])\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,)]/g,
      (address) => `<a href="${address}">${address}</a>`,
    );
}
