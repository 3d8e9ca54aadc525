import type { FactIndex } from "./fact-index.js";
import type { Fact } from "./facts.js";
import type { Finding } from "./finding.js";
import { hedgeOf, isSupposition } from "./hedges.js";
import { valueOfWords, wordNumber } from "./number-words.js";
import type { ReadSentence } from "./read-sentence.js";
import { isCounted } from "./select-facts.js";

const cities = new RegExp(
  `\\b(all(?: eight| 8)?|every|each|no|none|half|\\d|${wordNumber})(?: of)?(?: the)?(?: eight| 8)?(?: mapped)? (?:city|cities) (?:have|has|had|lack|lacks|lacked|with|without)( no\\b| any\\b| at least one| not a single|)?`,
  "g",
);

/** "Two of the eight cities have no political initiatives": how many mapped cities have some, or none. */
export function citiesWithout(read: ReadSentence, index: FactIndex): Finding[] {
  const { plain } = read;
  return [...plain.matchAll(cities)].flatMap((match): Finding[] => {
    const [words, count = "", told = ""] = match;
    const end = match.index + words.length;
    const topic = read.topics.find(({ start }) => start >= end && start < end + 40);
    const between = topic ? plain.slice(end, topic.start) : "";
    // "All cities have 263 initiatives" counts initiatives.
    if (!topic || !isCounted(topic.indicators) || /\d|\bmost\b|\bfewest\b|\bmore\b/.test(between)) return [];
    const part = read.parts.find(
      ({ start, end: last, indicators }) =>
        start >= end && last <= topic.start && indicators.includes(topic.indicators[0]!),
    )?.part;
    const facts = index.mapped.flatMap(({ id }) => index.of(id, [topic.indicators[0]!], part ?? null));
    if (facts.length < index.mapped.length) return [];
    const lacking = /no\b|not a single/.test(told) || /\b(?:lack|lacks|lacked|without)\b/.test(words);
    const having = facts.filter(({ value }) => (lacking ? value === 0 : value > 0));
    const said = countOf(count, facts.length);
    const hedge = isSupposition(plain) ? "supposed" : hedgeOf(plain, read.written);
    return [
      {
        start: match.index,
        end: topic.end,
        kind: "ranking",
        verdict: hedge ? "cannot-tell" : having.length === said ? "agrees" : "differs",
        ...(hedge && { doubt: hedge }),
        certainty: "high",
        placeIn: "clause",
        topicIn: "clause",
        places: ["all"],
        indicator: topic.indicators[0]!,
        ...(part !== undefined && { part }),
        facts: shown(facts, having),
        ranking: { order: [...facts].sort((a, b) => b.value - a.value) },
      },
    ];
  });
}

/** The cities that are meant; where there are none, all of them. */
const shown = (facts: readonly Fact[], having: readonly Fact[]) => (having.length ? having : facts);

function countOf(words: string, all: number): number {
  if (/^(?:all|every|each)/.test(words)) return all;
  if (/^(?:no|none)$/.test(words)) return 0;
  if (words === "half") return all / 2;
  return /^\d/.test(words) ? Number(words) : valueOfWords(words);
}
