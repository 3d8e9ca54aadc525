import type { FactIndex } from "./fact-index.js";
import { checkReading } from "./check-reading.js";
import { findPlaces } from "./find-places.js";
import { findTopics } from "./find-topic.js";
import type { Before } from "./found-topic.js";
import type { Finding } from "./finding.js";
import type { WrittenNumber } from "./written-number.js";
import type { ReadSentence } from "./read-sentence.js";

/**
 * What the evidence says of a number of a sentence; null where it is about nothing that the evidence holds. Where a
 * sentence leaves open what it speaks of, the reading that agrees is taken; without one nothing can be told.
 */
export function checkNumber(
  number: WrittenNumber,
  read: ReadSentence,
  before: Before,
  index: FactIndex,
): Finding | null {
  const topics = findTopics(number, read, before);
  const places = findPlaces(number, read, before);
  const found = topics.flatMap((topic) =>
    places.flatMap((where) => checkReading(number, read, topic, where, index) ?? []),
  );
  const [first] = found;
  if (!first) return null;
  const right =
    found.find(({ verdict }) => verdict === "agrees") ?? found.find(({ otherReading }) => otherReading);
  if (right) return right;
  const open = first.verdict === "differs" && found.length > 1;
  return open ? { ...first, verdict: "cannot-tell", doubt: "guess", certainty: "low" } : first;
}
