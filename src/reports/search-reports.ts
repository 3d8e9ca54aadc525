import MiniSearch from "minisearch";
import { folded } from "../model/folded.js";
import { stemOf } from "../model/vocabulary.js";
import { isSmall, wordsIn } from "../model/words-in.js";

/** A report as its search knows it. */
export interface SearchedReport {
  slug: string;
  title: string;
  /** Names, parted by commas. */
  authors: string;
  abstract: string;
  /** Titles of its figures and tables. */
  figures: string;
  /** Names of the documents that it cites and draws on. */
  sources: string;
  /** Its words. */
  text: string;
}

const fields = ["title", "authors", "abstract", "figures", "sources", "text"] as const;

/**
 * A search over reports: every word asked for has to be there, as it is, as a beginning or in another form.
 * @returns slugs, the best first; all of them where nothing is asked
 */
export function reportSearch(reports: readonly SearchedReport[]): (query: string) => string[] {
  const index = new MiniSearch<SearchedReport>({
    idField: "slug",
    fields: [...fields],
    tokenize: wordsIn,
    // A word in the making is a beginning of the word itself, and seldom of what is left of it without its ending.
    processTerm: (word) => (isSmall(word) ? null : [...new Set([folded(word), stemOf(folded(word))])]),
    searchOptions: {
      processTerm: (word) => (isSmall(word) ? null : stemOf(folded(word))),
      boost: { title: 4, abstract: 2, figures: 2 },
      prefix: true,
      combineWith: "AND",
    },
  });
  index.addAll(reports);
  const all = reports.map(({ slug }) => slug);
  return (query) =>
    wordsIn(query).some((word) => !isSmall(word)) ? index.search(query).map(({ id }) => String(id)) : all;
}
