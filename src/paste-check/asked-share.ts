import type { FoundTopic } from "./found-topic.js";
import type { WrittenNumber } from "./written-number.js";
import { clauseAt, type ReadSentence } from "./read-sentence.js";

/** "20 % of all legal initiatives"; "half of them are in Chicago". */
export function isOfAll({ end }: WrittenNumber, { plain, places }: ReadSentence): boolean {
  if (/^ of (?:all|every)\b/.test(plain.slice(end, end + 14))) return true;
  return places.some(
    ({ start }) =>
      start > end &&
      /\b(?:is|are|was|were)(?: found| counted| based)? in (?:the city of )?$/.test(plain.slice(end, start)),
  );
}

/** Whether a number's clause speaks of a mean. */
export function isMean({ start }: WrittenNumber, read: ReadSentence): boolean {
  const clause = clauseAt(read, start);
  return /\b(?:average|mean|per city|a city)\b/.test(read.plain.slice(clause.start, clause.end));
}

/** What is counted, as a mean of the cities. */
export function meanOf(found: FoundTopic): FoundTopic {
  const indicators = found.topic.indicators.map((indicator) => `${indicator.replace(/-mean$/, "")}-mean`);
  return { ...found, topic: { ...found.topic, indicators } };
}
