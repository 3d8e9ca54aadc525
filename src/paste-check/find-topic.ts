import type { Before, FoundTopic } from "./found-topic.js";
import type { WrittenNumber } from "./written-number.js";
import { clauseAt, within, type ReadSentence } from "./read-sentence.js";
import { isCounted } from "./select-facts.js";
import type { NamedPart, NamedTopic } from "./read-topics.js";
import type { Span } from "./sentences.js";

/** What a number may count: in its clause the words after it, then those before it; else what its sentence, or the one before, counts. */
export function findTopics(number: WrittenNumber, read: ReadSentence, before: Before): FoundTopic[] {
  const clause = clauseAt(read, number.start);
  const own = within(read.numbers, clause);
  const topics = read.topics.filter((topic) => fitsUnit(topic, number));
  const at = own.indexOf(number);
  // Its own room in the clause: up to the next number, and back to the one before.
  const behind: Span = { start: number.end, end: own[at + 1]?.start ?? clause.end };
  const ahead: Span = { start: own[at - 1]?.end ?? clause.start, end: number.start };
  const isWhole = isShareOf(number, read);
  const parts = isPartOf(number, read)
    ? within(read.parts, { start: number.end, end: read.plain.length })
    : [...within(read.parts, behind), ...within(read.parts, ahead).reverse()].filter(
        ({ start }) => !isWhole || start < (within(topics, behind)[0]?.start ?? 0),
      );
  // "10 of the 139 are public-private" counts one part; of several it is a sum that nobody counted.
  if (isPartOf(number, read) && new Set(parts.map(({ part }) => part)).size > 1) return [];
  const [after] = repliers(within(topics, behind).sort(nearest), number);
  const first = surest(within(topics, ahead));
  // "interviewed 56 people": the people are those who were interviewed.
  const isAfter = after && (after.weight > 1 || !first || first.weight === 1);
  if (isAfter) return [{ topic: after, part: partOf(after, parts), topicIn: "clause", ahead: false }];
  if (first) return [{ topic: first, part: partOf(first, parts), topicIn: "clause", ahead: true }];
  const elsewhere = surest(within(topics, clause)) ?? inSentence(number, topics);
  if (elsewhere) return [ofSentence(elsewhere, number, { read, clause, parts, isWhole, topics })];
  return before.topics
    .filter(({ topic }) => fitsUnit(topic, number))
    .map(({ topic, part }) => ({
      topic,
      part: partOf(topic, parts) ?? part,
      topicIn: "before",
      ahead: true,
    }));
}

/** What another part of the sentence counts, with the part that it names; a whole has none. */
function ofSentence(
  topic: NamedTopic,
  number: WrittenNumber,
  own: { read: ReadSentence; clause: Span; parts: NamedPart[]; isWhole: boolean; topics: NamedTopic[] },
): FoundTopic {
  const { read, clause, parts, isWhole, topics } = own;
  const inClause = topic.start >= clause.start && topic.start < clause.end;
  const alone = new Set(topics.map(({ indicators }) => indicators.join())).size === 1;
  const there = inClause || isWhole ? null : partIn(read, clauseAt(read, topic.start), topic);
  return {
    topic,
    part: partOf(topic, parts) ?? there,
    topicIn: inClause || alone ? "clause" : "sentence",
    ahead: topic.start < number.start,
  };
}

/** Shares are of what is counted in per cent, or of the mapping's counts; counts are of all but shares. */
function fitsUnit({ indicators }: NamedTopic, { unit }: WrittenNumber): boolean {
  if (unit !== "percent") return indicators.some((indicator) => !indicator.endsWith("-pct"));
  return isCounted(indicators) || indicators.some((indicator) => indicator.endsWith("-pct"));
}

/** Of those contacted a share replied or was interviewed: that is what the share is of. */
function repliers(topics: NamedTopic[], { unit }: WrittenNumber): NamedTopic[] {
  if (unit !== "percent" || topics[0]?.indicators[0] !== "contacted" || topics.length < 2) return topics;
  return topics.slice(1);
}

/** Surer words go first; of the same, the nearer. */
const nearest = (a: NamedTopic, b: NamedTopic) => b.weight - a.weight || a.start - b.start;
const surest = (topics: readonly NamedTopic[]) =>
  [...topics].sort((a, b) => b.weight - a.weight || b.start - a.start)[0];

/** The topic of the sentence that stands before the number and nearest to it, else the next behind it. */
function inSentence(number: Span, topics: readonly NamedTopic[]): NamedTopic | undefined {
  return topics.filter(({ start }) => start < number.start).at(-1) ?? topics[0];
}

function partOf({ indicators }: NamedTopic, parts: readonly NamedPart[]): string | null {
  const bare = indicators.map((indicator) => indicator.replace(/-mean$/, ""));
  return parts.find((part) => part.indicators.some((indicator) => bare.includes(indicator)))?.part ?? null;
}

/** The part that a clause names for its topic, where it names one alone. */
function partIn(read: ReadSentence, clause: Span, topic: NamedTopic): string | null {
  const parts = within(read.parts, clause);
  return parts.length === 1 ? partOf(topic, parts) : null;
}

/** Between two numbers of which the first counts some of the second: "10 of Lisbon's 36". "7, or 5 %," are one number. */
const someOf = /^ (?:out )?of (?:the |all |its |their |[a-z -]{2,24}'s? )?$/;
const otherwise = /^, or (?:about )?$/;

/** The number counts some of the next: what is said behind both is said of it. */
function isPartOf(number: WrittenNumber, { plain, numbers }: ReadSentence): boolean {
  const next = numbers[numbers.indexOf(number) + 1];
  const between = next ? plain.slice(number.end, next.start) : "";
  return someOf.test(between) || otherwise.test(between);
}

/** The number counts the whole of which the one before counts some. */
function isShareOf(number: WrittenNumber, { plain, numbers }: ReadSentence): boolean {
  const last = numbers[numbers.indexOf(number) - 1];
  return last !== undefined && someOf.test(plain.slice(last.end, number.start));
}
