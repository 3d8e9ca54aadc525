import type { Practice } from "../model/practices.js";
import { spelling } from "../model/spelling.js";
import { meanings, stemOf, wordsOfTopics, type Topic } from "../model/vocabulary.js";
import { isSmall, wordsIn } from "../model/words-in.js";
import { practiceIndex, type Held } from "./practice-index.js";
import { topicMembers } from "./topic-members.js";

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
  /** Words that stand nowhere, with the near one that was looked for instead. */
  readonly respelt: readonly { typed: string; taken: string }[];
  /** Parts that stand in no practice found: those are found by the topics that the part means, given by their titles. */
  readonly byTopic: readonly { words: string; topics: readonly string[] }[];
}

/**
 * Whether a query asks for anything. Small words alone do not, but one may be the beginning of another: the list stays
 * as it is.
 */
export function asksForSomething(query: string): boolean {
  return wordsIn(query).some((word) => !isSmall(word));
}

/** Fewest letters of a word that may be misspelt. */
const fewestLetters = 4;

/** What being about a topic counts; what a text holds of the words counts up to 1. */
const ofTopic = 2;

/** What one part of a search found. */
interface Part {
  /** As typed. */
  words: string;
  /** By the practice's id. */
  found: ReadonlyMap<string, Hit>;
  /** Titles of the topics it means; empty where it means none, or a text holds it. */
  onlyTopics: readonly string[];
}

/**
 * An index over everything that a card says: names, summaries, partners, leads, places, topics and facts. A word is there
 * as it is, as a beginning or with another English ending. Words and phrases of the vocabulary find the practices of
 * their topics too, before those that merely hold the words: "moradia" those about housing. A word that is nowhere is
 * taken for the nearest, from four letters on and without digits, with a slip for five of its letters. Practices that
 * answer every word come alone; where there is none, those that answer most of them.
 * @param topics the vocabulary
 * @returns a search: null where it asks for nothing
 */
export function practiceSearch(
  practices: readonly Practice[],
  topics: readonly Topic[],
): (query: string) => Hits | null {
  const { holding, counts } = practiceIndex(practices);
  const meant = meanings(topics);
  const members = topicMembers(practices, topics);
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const ofVocabulary = wordsOfTopics(topics);
  const stems = new Set(ofVocabulary.map(stemOf));
  // Between two words as near, readers mean a subject.
  const ofSubjects = 1 + Math.max(0, ...counts.values());
  const near = spelling(
    new Map([
      ...counts,
      ...ofVocabulary.map((word) => [word, ofSubjects + (counts.get(word) ?? 0)] as const),
    ]),
    fewestLetters,
  );
  const known = (word: string) => stems.has(stemOf(word)) || holding(word).size > 0;
  return (query) => {
    if (!asksForSomething(query)) return null;
    const typed = wordsIn(query).filter((word) => !isSmall(word));
    const words = typed.map((word) => (known(word) ? word : (near(word) ?? word)));
    const phrases = meant(words);
    const parts: Part[] = [];
    for (let at = 0; at < words.length;) {
      const phrase = phrases.find(({ from }) => from === at);
      const length = phrase?.length ?? 1;
      const texts = words.slice(at, at + length).map(holding);
      const onlyTopics = phrase && !heldWhole(texts) ? [...phrase.topics].map((id) => titles.get(id)!) : [];
      // What no text says is looked for by the names of what it means: "moradia" by "housing".
      const named = onlyTopics.flatMap((title) => wordsIn(title).filter((word) => !isSmall(word)));
      parts.push({
        words: typed.slice(at, at + length).join(" "),
        found: phrase
          ? answersOf(members(phrase.topics), [...texts, ...named.map(holding)])
          : textHits(texts),
        onlyTopics,
      });
      at += length;
    }
    const respelt = typed.flatMap((word, i) =>
      word === words[i] ? [] : [{ typed: word, taken: words[i]! }],
    );
    return ranked(parts, respelt);
  };
}

type Texts = readonly ReadonlyMap<string, Held>[];

/** Whether any text holds every word. */
const heldWhole = (texts: Texts) => textHits(texts).size > 0;

/** The practices whose texts hold every word; each of them as much as the mean of the words. */
function textHits(texts: Texts): Map<string, Hit> {
  const [first, ...others] = texts;
  return new Map(
    [...first!.keys()]
      .filter((id) => others.every((held) => held.has(id)))
      .map((id) => [id, hitOf(id, texts)]),
  );
}

function hitOf(id: string, texts: Texts): Hit {
  const held = texts.flatMap((text) => text.get(id) ?? []);
  return {
    score: held.reduce((sum, { share }) => sum + share, 0) / texts.length,
    words: held.flatMap(({ words }) => words),
  };
}

/**
 * The practices that are about a phrase, each as much as it is about it and as its texts hold of the words; after them
 * those whose texts hold all its words.
 */
function answersOf(about: ReadonlyMap<string, number>, texts: Texts): Map<string, Hit> {
  const found = textHits(texts);
  for (const [id, weight] of about) {
    const { score, words } = hitOf(id, texts);
    found.set(id, { score: ofTopic * weight + score, words });
  }
  return found;
}

/** The practices that answer every part, else those that answer most. */
function ranked(parts: readonly Part[], respelt: Hits["respelt"]): Hits {
  const answered = new Map<string, { count: number; score: number; words: string[] }>();
  for (const { found } of parts)
    for (const [id, { score, words }] of found) {
      const so = answered.get(id) ?? { count: 0, score: 0, words: [] };
      answered.set(id, { count: so.count + 1, score: so.score + score, words: [...so.words, ...words] });
    }
  const most = Math.max(0, ...[...answered.values()].map(({ count }) => count));
  const best = [...answered].filter(([, { count }]) => count === most);
  const hits = new Map(best.map(([id, { score, words }]) => [id, { score, words }] as const));
  const isAnswered = ({ found }: Part) => [...hits.keys()].some((id) => found.has(id));
  return Object.assign(hits, {
    missed: parts.filter((part) => !isAnswered(part)).map(({ words }) => words),
    partial: most < parts.length,
    respelt,
    byTopic: parts
      .filter((part) => part.onlyTopics.length > 0 && isAnswered(part))
      .map(({ words, onlyTopics }) => ({ words, topics: onlyTopics })),
  });
}
