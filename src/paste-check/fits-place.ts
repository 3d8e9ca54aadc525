import type { FoundTopic } from "./find-topic.js";
import { strangeWords } from "./hedges.js";
import type { WrittenNumber } from "./written-number.js";
import type { ReadSentence } from "./read-sentence.js";
import { isCounted } from "./select-facts.js";

/**
 * How well a number goes with what it seems to count: firmly; as a part that the evidence does not count; loosely, so that
 * only an agreement means something; or as a number of something else.
 */
export type Fit = "firm" | "part" | "loose" | "else";

/** What may stand right behind a number that counts what was named before. */
const open =
  /^ ?(?:$|[.,;:!?)"']|-|(?:and|or|but|in|of|at|as|are|is|was|were|have|has|had|each|both|respectively|while|whereas|than|there|then|only|also|ones?|apiece|together|combined|per cent|overall|for|to|when|where|so far|altogether|by|per|points|followed)\b)/;

/** Organisations are what was asked. */
const asked = new Set(["contacted", "replied", "rejected", "not-replied", "interviewed"]);
const bodies = /^ (?:different )?(?:organi[sz]ations|stakeholders|people|persons|bodies)\b/;

/** Measures how a number and its topic stand to each other. */
export function fitsPlace(
  number: WrittenNumber,
  { topic, topicIn, ahead }: FoundTopic,
  read: ReadSentence,
): Fit {
  const firm = isCounted(topic.indicators);
  if (ahead || topicIn !== "clause" || topic.start < number.start) {
    if (
      !opensTo(number, read) &&
      !(asked.has(topic.indicators[0]!) && bodies.test(read.plain.slice(number.end)))
    )
      return "else";
    const words = topicIn === "before" ? [] : strangeWords(blanked(read, topic.end, number.start));
    return firm || words.length <= 3 ? "firm" : "loose";
  }
  const strange = strangeWords(blanked(read, number.end, topic.start));
  if (!firm) return strange.length === 0 ? "firm" : "loose";
  if (strange.length === 0) return "firm";
  return strange.length === 1 ? "part" : "else";
}

/** Whether the number stands by itself, or before a place or a part, and counts no thing of its own. */
function opensTo({ end, unit }: WrittenNumber, { plain, places, parts }: ReadSentence): boolean {
  if (unit === "percent") return true;
  if (open.test(plain.slice(end))) return true;
  return [...places, ...parts].some(({ start }) => start === end + 1);
}

/** Plain words between two places of a sentence, without names of places. */
function blanked({ plain, places, together }: ReadSentence, start: number, end: number): string {
  let words = plain.slice(start, Math.max(start, end));
  for (const name of [...places, ...together])
    if (name.start >= start && name.end <= end)
      words =
        words.slice(0, name.start - start) +
        " ".repeat(name.end - name.start) +
        words.slice(name.end - start);
  return words;
}
