import MiniSearch from "minisearch";
import { folded } from "../model/folded.js";
import { spelling } from "../model/spelling.js";
import { meanings, stemOf, wordsOfTopics, type Topic } from "../model/vocabulary.js";
import { isSmall, wordsIn } from "../model/words-in.js";
import { entryKinds, type Entry, type EntryKind } from "./entry.js";

/** What was found of one kind: the best first, and how many there are in all. */
export interface FoundKind {
  kind: EntryKind;
  entries: Entry[];
  all: number;
}

/** What a search of everything found. */
export interface FoundEntries {
  /** The kinds found, that of the best entry first; empty where nothing was asked or found. */
  kinds: FoundKind[];
  /** Words that stand nowhere, with the near one that was looked for instead. */
  respelt: { typed: string; taken: string }[];
}

/** Letters of a search that are used: each word costs a walk through the index. */
const longestQuery = 200;

/** How many of a kind are shown. */
export const mostOfKind = 5;

/** Kinds that are looked for by name count more than those with many words. */
const weight: Readonly<Record<EntryKind, number>> = {
  city: 3,
  page: 2,
  figure: 1.5,
  practice: 1,
  indicator: 1,
  recommendation: 0.8,
  discrepancy: 0.7,
  document: 1.5,
};

/** Of a practice, whose topics a reader gave, what it is about counts before what it says. */
const ofTopic = (kind: EntryKind) => (kind === "practice" ? 2 : 0.5);

/** What a word counts that stands only among those that are not shown. */
const unshown = 0.4;

/** What a topic counts that is reached from the one asked for. */
const reached = 0.5;

/** An entry's place, and how much it is about something. */
type Weighed = readonly [place: number, about: number];

/** How well an entry answers: by its words, from 0 to 1 for each part of the search, and by what it is about. */
interface Answer {
  said: number;
  about: number;
}

/**
 * An index over everything of the site. Every word asked for has to be there: as it is, as a beginning or in another
 * English ending; or the entry is about what the word means by the vocabulary, "moradia" housing. A word that is nowhere
 * is taken for the nearest.
 * @param topics the vocabulary
 * @param fewestLetters of a word that may be misspelt; default 5
 * @param placesFirst whether a misspelt word is a place where it can be one; default false
 */
export function entrySearch(
  entries: readonly Entry[],
  topics: readonly Topic[],
  { fewestLetters = 5, placesFirst = false } = {},
): (query: string) => FoundEntries {
  const index = indexOf(entries);
  const holding = (word: string) => {
    const found = index.search({
      combineWith: "OR",
      queries: [
        { queries: [folded(word)], prefix: true },
        { queries: [stemOf(word)], prefix: false },
      ],
    });
    const best = Math.max(...found.map(({ score }) => score));
    return new Map(
      found.map(({ id, score, match }) => {
        const isShown = Object.values(match).some((fields) => fields.some((field) => field !== "words"));
        return [Number(id), (score / best) * (isShown ? 1 : unshown)] as const;
      }),
    );
  };
  const meant = meanings(topics);
  const byTopic = entriesByTopic(entries);
  const reaches = new Map(topics.map((topic) => [topic.id, topic.reaches]));
  const about = (topic: string): Weighed[] => [
    ...(byTopic.get(topic) ?? []),
    ...(reaches.get(topic) ?? []).flatMap((other) =>
      (byTopic.get(other) ?? []).map(([place, much]): Weighed => [place, much * reached]),
    ),
  ];
  const ofVocabulary = wordsOfTopics(topics);
  const stems = new Set(ofVocabulary.map(stemOf));
  let near: ReturnType<typeof spelling> | undefined;
  const spelt = (word: string): string => {
    if ((!placesFirst && stems.has(stemOf(word))) || holding(word).size > 0) return word;
    near ??= spelling(wordCounts(entries, placesFirst ? [] : ofVocabulary, placesFirst), fewestLetters);
    return near(word) ?? word;
  };
  return (query) => {
    const all = wordsIn(query.slice(0, longestQuery));
    const content = all.filter((word) => !isSmall(word));
    // A small word alone may be the beginning of another.
    const typed = content.length > 0 ? content : all;
    const words = typed.map(spelt);
    const parts: ReadonlyMap<number, Answer>[] = [];
    for (let at = 0; at < words.length;) {
      const phrase = meant(words).find(({ from }) => from === at);
      const length = phrase?.length ?? 1;
      const said = words.slice(at, at + length).map(holding);
      parts.push(answers(said, [...(phrase?.topics ?? [])].flatMap(about)));
      at += length;
    }
    return {
      kinds: parts.length > 0 ? byKind(entries, parts.reduce(both)) : [],
      respelt: typed.flatMap((word, i) => (word === words[i] ? [] : [{ typed: word, taken: words[i]! }])),
    };
  };
}

function indexOf(entries: readonly Entry[]): MiniSearch<Entry & { id: number }> {
  // Most words stand many times.
  const forms = new Map<string, string[]>();
  const formsOf = (word: string): string[] => {
    const known = forms.get(word) ?? [...new Set([folded(word), stemOf(word)])];
    forms.set(word, known);
    return known;
  };
  const index = new MiniSearch<Entry & { id: number }>({
    fields: ["title", "note", "words"],
    tokenize: wordsIn,
    // A word stands in the index as it is and without its ending.
    processTerm: formsOf,
    searchOptions: {
      boost: { title: 4, note: 1.5 },
      processTerm: (word) => word,
      boostDocument: (id) => weight[entries[Number(id)]!.kind],
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return index;
}

/** Places of the entries that are about a topic, with how much: the first named counts most. */
function entriesByTopic(entries: readonly Entry[]): Map<string, Weighed[]> {
  const found = new Map<string, Weighed[]>();
  entries.forEach(({ topics = [] }, place) =>
    topics.forEach((topic, i) => {
      const of = found.get(topic) ?? [];
      of.push([place, 1 / (1 + i / 4)]);
      found.set(topic, of);
    }),
  );
  return found;
}

function wordCounts(
  entries: readonly Entry[],
  vocabulary: readonly string[],
  placesFirst: boolean,
): Map<string, number> {
  const counts = new Map(vocabulary.map((word) => [word, 1]));
  for (const { title, note, words } of entries)
    for (const word of wordsIn(`${title} ${note} ${words}`).map(folded))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  if (placesFirst)
    for (const { kind, title, note } of entries)
      for (const word of wordsIn(kind === "city" ? title : kind === "practice" ? note : "").map(folded))
        counts.set(word, counts.get(word)! + entries.length);
  return counts;
}

/** The entries that say every word of a part, or are about it. */
function answers(
  said: readonly ReadonlyMap<number, number>[],
  about: readonly Weighed[],
): Map<number, Answer> {
  const [first, ...others] = said;
  const found = new Map<number, Answer>();
  for (const [place, share] of first!)
    if (others.every((held) => held.has(place))) {
      const sum = others.reduce((sum, held) => sum + held.get(place)!, share);
      found.set(place, { said: sum / said.length, about: 0 });
    }
  for (const [place, much] of about) {
    const so = found.get(place) ?? { said: 0, about: 0 };
    found.set(place, { said: so.said, about: so.about + much });
  }
  return found;
}

/** What answers two parts of a search. */
function both(a: ReadonlyMap<number, Answer>, b: ReadonlyMap<number, Answer>): Map<number, Answer> {
  return new Map(
    [...a].flatMap(([place, { said, about }]) => {
      const other = b.get(place);
      return other ? [[place, { said: said + other.said, about: about + other.about }] as const] : [];
    }),
  );
}

/** What was found by its kind: that of the best first, of those as good the one that is more about it. */
function byKind(entries: readonly Entry[], found: ReadonlyMap<number, Answer>): FoundKind[] {
  const ofKind = new Map<EntryKind, [entry: Entry, answer: Answer][]>();
  for (const [place, answer] of found) {
    const entry = entries[place]!;
    const list = ofKind.get(entry.kind) ?? [];
    list.push([entry, answer]);
    ofKind.set(entry.kind, list);
  }
  const best = (kind: EntryKind, of: (answer: Answer) => number) =>
    Math.max(...ofKind.get(kind)!.map(([, answer]) => of(answer)));
  const whole = ({ said, about }: Answer) => said + about / 2;
  const topical = ({ about }: Answer) => about;
  return entryKinds
    .filter((kind) => ofKind.has(kind))
    .sort((a, b) => best(b, whole) - best(a, whole) || best(b, topical) - best(a, topical))
    .map((kind) => {
      const score = ({ said, about }: Answer) => said + ofTopic(kind) * about;
      const list = ofKind.get(kind)!.sort(([, a], [, b]) => score(b) - score(a));
      return { kind, entries: list.slice(0, mostOfKind).map(([entry]) => entry), all: list.length };
    });
}
