import { countedTerms, statisticTerms, type Term } from "./topic-terms.js";
import type { CheckableFacts, Indicator } from "./facts.js";
import type { Span } from "./sentences.js";

/** What a stretch of a sentence counts: the indicators that its words may mean. */
export interface NamedTopic extends Span {
  indicators: readonly string[];
  weight: number;
  /** Found by a word of an indicator's name alone: only an agreement means something. */
  vague: boolean;
}

/** A part of what is counted: a dimension, a type of partnership, a kind of stakeholder or of practice. */
export interface NamedPart extends Span {
  part: string;
  /** The indicators that have it. */
  indicators: readonly string[];
}

/** Finds what sentences count. @param places ids of the places that the sentence names */
export type TopicReader = (plain: string, places: readonly string[]) => NamedTopic[];

/**
 * A reader of topics, made once. Statistics without terms of their own, as those of programmes, are found by words of
 * their names, where their place is named too.
 */
export function topicReader({ indicators, facts }: CheckableFacts): TopicReader {
  const held = new Set(facts.map(({ indicator, place }) => `${indicator} ${place}`));
  const known = new Set([...countedTerms, ...statisticTerms].flatMap((term) => term.indicators));
  const others = indicators.filter(({ id }) => !known.has(id.replace(/-(?:low|high)$/, ""))).flatMap(termOf);
  const terms = [...countedTerms, ...statisticTerms, ...others].map((term, i) => ({
    ...term,
    ofPlace: i >= countedTerms.length + statisticTerms.length,
    any: new RegExp(`\\b(?:${term.pattern})\\b`, "g"),
  }));
  return (plain, places) => {
    const asked = terms.filter(
      ({ ofPlace, indicators: [id] }) => !ofPlace || places.some((place) => held.has(`${id} ${place}`)),
    );
    const found = asked.flatMap(({ any, indicators, weight, ofPlace }) =>
      [...plain.matchAll(any)].map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
        indicators,
        weight,
        vague: ofPlace,
      })),
    );
    return merged(found);
  };
}

/** Terms at one place become one topic: of those that overlap, the surer and longer goes first. */
function merged(found: readonly NamedTopic[]): NamedTopic[] {
  const order = [...found].sort(
    (a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: NamedTopic[] = [];
  for (const topic of order) {
    const same = kept.find(({ start, end }) => start === topic.start && end === topic.end);
    if (same) same.indicators = [...new Set([...same.indicators, ...topic.indicators])];
    else if (!kept.some(({ start, end }) => start < topic.end && topic.start < end)) kept.push({ ...topic });
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Words of names that say nothing of what is counted. */
const empty =
  /^(?:length|share|people|part|with|from|that|taking|under|rank|age|plan|year|years|number|programme|who|for|the|and|other|city|cities|money|largest|named|high|low|estimate)$/;

function termOf({ id, name, unit }: Indicator): Term[] {
  const words = `${name} ${unit.replace(/^%.*/, "")}`
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3 && !empty.test(word));
  const wanted = [
    ...new Set([...words, ...(/^programme-participants/.test(id) ? ["people", "took part"] : [])]),
  ];
  if (!wanted.length) return [];
  const alone = id.replace(/-(?:low|high)$/, "-low");
  return [
    {
      indicators: id === alone ? [id] : [alone],
      pattern: wanted.map((word) => word.replace(/s$/, "s?")).join("|"),
      weight: 1,
    },
  ];
}

const part = (name: string, indicators: string, pattern: string) => ({
  name,
  indicators: indicators.split(" "),
  any: new RegExp(`\\b(?:${pattern})(?![a-z])`, "g"),
});

const parts = [
  ...["social", "cultural", "legal", "political", "economic"].map((name) =>
    part(name, "initiatives actors", `${name}`),
  ),
  part("public-private", "partnerships", "public[- ](?:to[- ])?private|private[- ]public"),
  part("third-private", "partnerships", "third[- ](?:sector[- ])?private|private[- ]third"),
  part("third-public", "partnerships", "third[- ](?:sector[- ])?public|public[- ]third"),
  part("other", "partnerships", "other (?:partnerships?|types?|kinds?)|of another (?:type|kind)"),
  part("policy-makers", "interviewed", "policy[- ]?makers?"),
  part("practitioners", "interviewed", "practitioners?"),
  part("businesses", "interviewed", "business(?:es| people)?|firms|companies"),
  part("civil-society", "interviewed", "civil society(?: organisations?)?"),
  part("international-organisations", "interviewed", "international organi[sz]ations?"),
  part("good", "practices", "good(?= practices?)"),
  part("promising", "practices", "promising(?= practices?)"),
  part("example", "practices", "examples?(?= of practices?)"),
  part("partner-action", "practices", "partner actions?"),
];

/** The parts that a sentence names. */
export function partsIn(plain: string): NamedPart[] {
  return parts
    .flatMap(({ name, indicators, any }) =>
      [...plain.matchAll(any)].map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
        part: name,
        indicators,
      })),
    )
    .sort((a, b) => a.start - b.start);
}
