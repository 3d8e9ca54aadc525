import type { Before, FoundTopic } from "./found-topic.js";
import type { RankingForm } from "./ranking-forms.js";
import type { ReadSentence } from "./read-sentence.js";
import type { NamedPart, NamedTopic } from "./read-topics.js";

/** How far behind "most" what is counted may stand, in characters. */
const reach = 60;

/** What an order counts: the words behind "most", else those of the sentence, else of the sentence before. */
export function rankingTopics(form: RankingForm, read: ReadSentence, before: Before): FoundTopic[] {
  const topic =
    read.topics.find(({ start }) => start >= form.end && start < form.end + reach) ??
    read.topics.filter(({ start }) => start < form.start).at(-1);
  if (topic)
    return [{ topic, part: partNear(topic, form, read), topicIn: "clause", ahead: topic.start < form.start }];
  if (form.kind === "majority") return [];
  return before.topics.map((one) => ({
    topic: one.topic,
    part: partNear(one.topic, form, read) ?? one.part,
    topicIn: "before",
    ahead: true,
  }));
}

/** Whether a part is one of what is counted. */
export const fits = ({ indicators }: NamedTopic, part: NamedPart) =>
  part.indicators.some((indicator) => indicators.includes(indicator));

/** The part right before what is counted, or in its field: "legal initiatives", "initiatives in the legal field". */
function partNear(topic: NamedTopic, form: RankingForm, { parts, plain }: ReadSentence): string | null {
  const own = parts.filter((part) => fits(topic, part));
  const ahead = own.filter(({ end }) => end <= topic.start && topic.start - end < 4).at(-1);
  if (ahead) return ahead.part;
  if (form.kind === "majority") return own.find(({ start }) => start > topic.end)?.part ?? null;
  const behind = own.find(
    ({ start }) =>
      start > topic.end && /^ (?:in|on|of|for|within) (?:the )?$/.test(plain.slice(topic.end, start)),
  );
  if (behind) return behind.part;
  const field = own.find(
    ({ end }) => /^ (?:dimension|field)/.test(plain.slice(end)) && !isSubject(plain, end),
  );
  return field?.part ?? null;
}

/** Whether a part that ends here is what the sentence ranks: "the social dimension has". */
export const isSubject = (plain: string, end: number) =>
  /^ (?:dimension|field|initiatives|partnerships|one|type)? ?(?:has|had|have|is|was|are|were|leads|comes|ranks)\b/.test(
    plain.slice(end),
  );
