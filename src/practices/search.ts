import MiniSearch from "minisearch";
import { folded } from "../model/folded.js";
import { kindNames } from "../model/names.js";
import { wordsIn } from "../model/words-in.js";
import type { Practice } from "../model/practices.js";

/** What a search found: how well each practice fits, and its words that the search meant. */
export type Hits = ReadonlyMap<string, { score: number; words: readonly string[] }>;

/** Words that say nothing of what is looked for. */
const small = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);

/**
 * Whether a query asks for anything. Small words alone do not, but one may be the beginning of another: the list stays
 * as it is.
 */
export function asksForSomething(query: string): boolean {
  return wordsIn(query).some((word) => !small.has(word.toLowerCase()));
}

/**
 * An index over everything that a card says: names, summaries, partners, leads, places, and facts. Every word asked for
 * has to be there: as it is, as a beginning, or, from four letters on, with a fifth of its letters wrong. What is in the
 * name counts most.
 * @returns a search: null where it asks for nothing
 */
export function practiceSearch(practices: readonly Practice[]): (query: string) => Hits | null {
  const index = new MiniSearch<Practice>({
    fields: ["name", "lead", "place", "partners", "summary", "facts"],
    tokenize: wordsIn,
    processTerm: (word) => (small.has(word.toLowerCase()) ? null : folded(word)),
    extractField: (practice, field) =>
      ({
        id: practice.id,
        name: practice.name,
        lead: practice.leadActor ?? "",
        place: [practice.place, practice.country, practice.region].filter(Boolean).join(" "),
        partners: practice.partners.map(({ name }) => name).join(" "),
        summary: practice.summary,
        facts: factsOf(practice),
      })[field] ?? "",
    searchOptions: {
      boost: { name: 4, lead: 2, place: 2, partners: 1.5, facts: 0.5 },
      prefix: true,
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
      combineWith: "AND",
    },
  });
  index.addAll(practices);
  return (query) => {
    if (!asksForSomething(query)) return null;
    return new Map(index.search(query).map(({ id, score, terms }) => [String(id), { score, words: terms }]));
  };
}

/** What else a card says: dimensions, kind, money and who pays it, evaluation, note. */
function factsOf({ dimensions, kind, costs, fundedBy, evaluation, note }: Practice): string {
  return [
    ...dimensions,
    kindNames[kind],
    ...costs.map(({ what, currency }) => `${what} ${currency ?? ""}`),
    fundedBy ?? "",
    evaluation ?? "",
    note ?? "",
  ].join(" ");
}
