import MiniSearch, { type Query } from "minisearch";
import { folded } from "../model/folded.js";
import { kindNames } from "../model/names.js";
import type { Practice } from "../model/practices.js";
import { stemOf } from "../model/vocabulary.js";
import { isSmall, wordsIn } from "../model/words-in.js";

/** How well a practice's texts hold a word, from 0 to 1 for the best of all, and its own words that do. */
export interface Held {
  share: number;
  words: readonly string[];
}

/** An index over everything that a card says. */
export interface PracticeIndex {
  /** The practices whose texts hold a word: as it is, begun, or in another English ending. By their ids. */
  holding: (word: string) => ReadonlyMap<string, Held>;
  /** How often each word stands, without case and accents. */
  counts: ReadonlyMap<string, number>;
}

const fields = ["name", "lead", "place", "partners", "summary", "facts"] as const;
type Field = (typeof fields)[number];

const textOf: Record<Field, (practice: Practice) => string> = {
  name: ({ name }) => name,
  lead: ({ leadActor }) => leadActor ?? "",
  place: ({ place, country, region }) => [place, country, region].filter(Boolean).join(" "),
  partners: ({ partners }) => partners.map(({ name }) => name).join(" "),
  summary: ({ summary }) => summary,
  facts: factsOf,
};

/** Names, summaries, partners, leads, places and facts, each word with its weight by where it stands. */
export function practiceIndex(practices: readonly Practice[]): PracticeIndex {
  const index = new MiniSearch<Practice>({
    fields: [...fields],
    tokenize: wordsIn,
    // A word stands in the index as it is and without its ending.
    processTerm: (word) => (isSmall(word) ? null : [...new Set([folded(word), stemOf(word)])]),
    extractField: (practice, field) => (field === "id" ? practice.id : textOf[field as Field](practice)),
    searchOptions: { boost: { name: 4, lead: 2, place: 2, partners: 1.5, facts: 0.5 } },
  });
  index.addAll(practices);
  const counts = new Map<string, number>();
  for (const practice of practices)
    for (const field of fields)
      for (const word of wordsIn(textOf[field](practice)).map(folded))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    counts,
    holding(word) {
      const found = index.search(queryOf(word));
      const best = Math.max(...found.map(({ score }) => score));
      return new Map(
        found.map(({ id, score, terms }) => [String(id), { share: score / best, words: terms }] as const),
      );
    },
  };
}

/** A word as it is or begun, or another form of it. */
function queryOf(word: string): Query {
  const asItIs = { tokenize: (text: string) => [text], processTerm: (term: string) => term };
  return {
    combineWith: "OR",
    queries: [
      { ...asItIs, queries: [folded(word)], prefix: true },
      { ...asItIs, queries: [stemOf(word)], prefix: false },
    ],
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
