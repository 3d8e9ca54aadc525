import type { CheckableFacts } from "./facts.js";
import { indexFacts } from "./fact-index.js";
import { findTopics } from "./find-topic.js";
import type { Before } from "./found-topic.js";
import type { CheckedText, Finding } from "./finding.js";
import { checkAmount } from "./check-amount.js";
import { checkNumber } from "./check-number.js";
import { checkRankings } from "./check-rankings.js";
import { placeReader } from "./read-places.js";
import { overlap, readSentence, type ReadSentence, type Readers } from "./read-sentence.js";
import { topicReader } from "./read-topics.js";
import { sentencesOf } from "./sentences.js";

/** Characters that a text may have. */
export const mostCharacters = 200_000;

/** Checks texts against facts. */
export type TextChecker = (text: string) => CheckedText;

/** A checker of texts: made once, for making its patterns takes longer than a page of text. */
export function textChecker(facts: CheckableFacts): TextChecker {
  const index = indexFacts(facts);
  const readers: Readers = { places: placeReader(facts.places), topics: topicReader(facts) };
  return (given) => {
    const text = given.normalize("NFC");
    const findings: Finding[] = [];
    let others = 0;
    let before: Before = { places: [], topics: [], together: false };
    let last = "";
    for (const { start, end, opens } of sentencesOf(text)) {
      if (opens) before = atParagraph(before, last);
      last = text.slice(start, end);
      const read = readSentence(last, readers);
      const rankings = checkRankings(read, before, index);
      const numbers = read.numbers.filter((number) => !rankings.some((ranking) => overlap(ranking, number)));
      const checked = numbers.map(
        (number) => checkAmount(number, read, index) ?? checkNumber(number, read, before, index),
      );
      others += checked.filter((one) => one === null).length;
      const found = [...rankings, ...checked.filter((one) => one !== null)];
      findings.push(...found.map((one) => ({ ...one, start: one.start + start, end: one.end + start })));
      before = leftOpen(read, before);
    }
    return { text, findings: findings.sort((a, b) => a.start - b.start), others };
  };
}

/** What the next sentence may go on with: the one place of this one, or the last, and what it counted. */
function leftOpen(read: ReadSentence, before: Before): Before {
  const counted = read.numbers.flatMap((number) => findTopics(number, read, before).slice(0, 1));
  const named = read.topics.map((topic) => ({ topic, part: null }));
  const topics = distinct(counted.length ? counted : named.slice(-1));
  const own = read.places.filter(({ place }) => place.kind !== "elsewhere");
  const ids = [...new Set(own.map(({ place }) => place.id))];
  const together = before.together || read.together.some(({ loose }) => !loose);
  if (ids.length) return { places: ids.length === 1 ? ids : [], topics, together };
  if (read.together.some(({ loose }) => !loose)) return { places: ["all"], topics, together };
  return { places: read.unknown.length ? [] : before.places, topics, together };
}

/** The same subjects once. */
function distinct(topics: Before["topics"]): Before["topics"] {
  const seen = new Map(topics.map((one) => [`${one.topic.indicators.join()} ${one.part}`, one]));
  return [...seen.values()].slice(0, 4);
}

/** A heading names what the paragraphs under it are about; behind a paragraph its place is left. */
function atParagraph(before: Before, last: string): Before {
  const isHeading = last.length < 60 && !/[.!?]["”’)]?$/.test(last);
  return isHeading ? before : { places: [], topics: [], together: false };
}
