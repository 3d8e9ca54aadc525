import type { FoundTopic } from "./found-topic.js";
import { strangeWords } from "./hedges.js";
import type { WrittenNumber } from "./written-number.js";
import { clauseAt, within, type ReadSentence } from "./read-sentence.js";
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
export function fitsPlace(number: WrittenNumber, found: FoundTopic, read: ReadSentence): Fit {
  const { topic, topicIn, ahead } = found;
  const firm = isCounted(topic.indicators);
  if (firm && isFraction(number)) return "else";
  const isAway = topic.start >= clauseAt(read, number.start).end;
  const isAhead = ahead || topicIn !== "clause" || topic.start < number.start || isAway;
  if (isAhead && !isAnchored(number, found, read)) return "else";
  if (topic.vague) return "loose";
  if (isAhead) return firm || isClose(number, found, read) ? "firm" : "loose";
  const strange = strangeWords(blanked(read, number.end, topic.start));
  if (strange.length === 0) return "firm";
  return firm ? (strange.length === 1 ? "part" : "else") : "loose";
}

/** "population stood at 114,000": few words stand between what is counted and the number. */
const isClose = (number: WrittenNumber, { topic, topicIn }: FoundTopic, read: ReadSentence) =>
  topicIn === "before" || strangeWords(blanked(read, topic.end, number.start)).length <= 3;

/** "0.5" counts no things. */
const isFraction = ({ unit, values }: WrittenNumber) =>
  unit === "count" && values.every((value) => value !== 0 && value < 1);

/** "of them", "of these": what was counted before. */
const back = /\bof (?:them|these|those|which|its)\b/;

/** Whether a number that stands away from its topic belongs to it: its clause names a place, a part, or what was before. */
function isAnchored(number: WrittenNumber, { topic, topicIn }: FoundTopic, read: ReadSentence): boolean {
  const isAsked = asked.has(topic.indicators[0]!) && bodies.test(read.plain.slice(number.end));
  if (!opensTo(number, read) && !isAsked) return false;
  const clause = clauseAt(read, number.start);
  const own = topicIn !== "before" && topic.start >= clause.start && topic.start < clause.end;
  const places = within(read.places, clause);
  if (number.form === "words" && number.values[0] === 1 && number.unit === "count")
    return places.some(({ end }) => hasOne.test(read.plain.slice(end, number.start)));
  if (places.length > 0) return true;
  if (number.form === "none") return false;
  if (own) return true;
  return within(read.parts, clause).length > 0 || back.test(read.plain.slice(clause.start, clause.end));
}

/** "Lisbon has one", "Lisbon one": the word counts. */
const hasOne = /^(?: (?:has|had|have|counts?|with))?(?: only| just)? $/;

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
