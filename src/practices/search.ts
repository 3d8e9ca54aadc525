import MiniSearch, { type Query } from "minisearch";
import { folded } from "../model/folded.js";
import { kindNames } from "../model/names.js";
import type { Practice } from "../model/practices.js";
import { meanings, stemOf, type Topic } from "../model/vocabulary.js";
import { wordsIn } from "../model/words-in.js";

/** How well a practice fits a search, and its words that the search meant. */
interface Hit {
  score: number;
  words: readonly string[];
}

/** What a search found, by the practice's id, and how much of what was asked for each of them answers. */
export interface Hits extends ReadonlyMap<string, Hit> {
  /** Parts of the search, as typed, that no practice found answers; empty where all of them are answered. */
  readonly missed: readonly string[];
  /** True where no practice answers every part, so that those which answer most stand here. */
  readonly partial: boolean;
}

/** Words that say nothing of what is looked for. */
const small = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);
const isSmall = (word: string) => small.has(word.toLowerCase());

/**
 * Whether a query asks for anything. Small words alone do not, but one may be the beginning of another: the list stays
 * as it is.
 */
export function asksForSomething(query: string): boolean {
  return wordsIn(query).some((word) => !isSmall(word));
}

/** Counts for a practice that is about what was meant, beside what its words count. */
const ofTopic = 12;

/** What one part of a search found. */
interface Part {
  /** As typed. */
  words: string;
  /** By the practice's id. */
  found: ReadonlyMap<string, Hit>;
}

/**
 * An index over everything that a card says: names, summaries, partners, leads, places, topics and facts. A word is there
 * as it is, as a beginning, with another English ending, or, from four letters on and without digits, with a fifth of its
 * letters wrong. Words and phrases of the vocabulary find the practices of their topics too: "moradia" those about
 * housing. Practices that answer every word come alone; where there is none, those that answer most of them.
 * @param topics the vocabulary
 * @returns a search: null where it asks for nothing
 */
export function practiceSearch(
  practices: readonly Practice[],
  topics: readonly Topic[],
): (query: string) => Hits | null {
  const index = indexOf(practices);
  const meant = meanings(topics);
  const byTopic = new Map<string, Practice[]>();
  for (const practice of practices)
    for (const topic of practice.topics) byTopic.set(topic, [...(byTopic.get(topic) ?? []), practice]);
  const textHits = (word: string): Map<string, Hit> =>
    new Map(
      index
        .search(queryOf(word))
        .map(({ id, score, terms }) => [String(id), { score, words: terms }] as const),
    );
  const topicHits = (ids: ReadonlySet<string>): Map<string, Hit> => {
    const found = new Map<string, Hit>();
    for (const topic of ids)
      for (const { id, topics: all } of byTopic.get(topic) ?? [])
        // A practice about one thing is more about it than one about five.
        found.set(id, { score: ofTopic / Math.sqrt(all.length), words: [] });
    return found;
  };
  return (query) => {
    if (!asksForSomething(query)) return null;
    const words = wordsIn(query).filter((word) => !isSmall(word));
    const phrases = meant(words);
    const parts: Part[] = [];
    for (let at = 0; at < words.length;) {
      const phrase = phrases.find(({ from }) => from === at);
      const own = words.slice(at, at + (phrase?.length ?? 1));
      // Words of a phrase are looked for together in texts as well: each has to be there.
      const inText = own.map(textHits).reduce(both);
      parts.push({
        words: own.join(" "),
        found: phrase ? either(inText, topicHits(phrase.topics)) : inText,
      });
      at += own.length;
    }
    return ranked(parts);
  };
}

/** The practices that answer every part, else those that answer most. */
function ranked(parts: readonly Part[]): Hits {
  const answered = new Map<string, { count: number; score: number; words: string[] }>();
  for (const { found } of parts)
    for (const [id, { score, words }] of found) {
      const so = answered.get(id) ?? { count: 0, score: 0, words: [] };
      answered.set(id, { count: so.count + 1, score: so.score + score, words: [...so.words, ...words] });
    }
  const most = Math.max(0, ...[...answered.values()].map(({ count }) => count));
  const best = [...answered].filter(([, { count }]) => count === most);
  const hits = new Map(best.map(([id, { score, words }]) => [id, { score, words }] as const));
  const missed = parts.filter(({ found }) => ![...hits.keys()].some((id) => found.has(id)));
  return Object.assign(hits, {
    missed: missed.map(({ words }) => words),
    partial: most < parts.length,
  });
}

function both(a: Map<string, Hit>, b: ReadonlyMap<string, Hit>): Map<string, Hit> {
  return new Map(
    [...a].flatMap(([id, { score, words }]) => {
      const other = b.get(id);
      return other ? [[id, { score: score + other.score, words: [...words, ...other.words] }] as const] : [];
    }),
  );
}

function either(a: ReadonlyMap<string, Hit>, b: ReadonlyMap<string, Hit>): Map<string, Hit> {
  const found = new Map(a);
  for (const [id, { score, words }] of b) {
    const other = found.get(id);
    found.set(
      id,
      other ? { score: score + other.score, words: [...words, ...other.words] } : { score, words },
    );
  }
  return found;
}

function indexOf(practices: readonly Practice[]): MiniSearch<Practice> {
  const index = new MiniSearch<Practice>({
    fields: ["name", "lead", "place", "partners", "summary", "facts"],
    tokenize: wordsIn,
    // A word stands in the index as it is and without its ending.
    processTerm: (word) => (isSmall(word) ? null : [...new Set([folded(word), stemOf(word)])]),
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
    searchOptions: { boost: { name: 4, lead: 2, place: 2, partners: 1.5, facts: 0.5 } },
  });
  index.addAll(practices);
  return index;
}

/** A number is never misspelt: 2012 is not 2010. */
const hasDigit = /\p{N}/u;

/** A word as it is, begun or misspelt, or another form of it. */
function queryOf(word: string): Query {
  const asItIs = { tokenize: (text: string) => [text], processTerm: (term: string) => term };
  return {
    combineWith: "OR",
    queries: [
      {
        ...asItIs,
        queries: [folded(word)],
        prefix: true,
        fuzzy: word.length > 3 && !hasDigit.test(word) ? 0.2 : false,
      },
      { ...asItIs, queries: [stemOf(word)], prefix: false, fuzzy: false },
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
