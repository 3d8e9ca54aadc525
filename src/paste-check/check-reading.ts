import { isMean, isOfAll, meanOf } from "./asked-share.js";
import type { FactIndex } from "./fact-index.js";
import type { Fact } from "./facts.js";
import type { FoundPlaces } from "./find-places.js";
import type { FoundTopic } from "./found-topic.js";
import type { Certainty, Doubt, Finding } from "./finding.js";
import { fitsPlace, type Fit } from "./fits-place.js";
import { hedgeOf, isNarrowed, isSupposition, type Hedge } from "./hedges.js";
import { judgePlaces } from "./judge-places.js";
import { ofYear, yearOf } from "./named-year.js";
import type { WrittenNumber } from "./written-number.js";
import { clauseAt, type ReadSentence } from "./read-sentence.js";
import { isCounted, selectFacts } from "./select-facts.js";

/** What the evidence says of a number, with one way to read what is counted, and where; null where that is nothing it holds. */
export function checkReading(
  number: WrittenNumber,
  read: ReadSentence,
  found: FoundTopic,
  where: FoundPlaces,
  index: FactIndex,
): Finding | null {
  const fit = fitsPlace(number, found, read);
  if (fit === "else") return null;
  const year = yearOf(number, read);
  const base = baseOf(number, found, where, year);
  const cannot = (doubt: Doubt, facts: readonly Fact[]): Finding => ({
    ...base,
    verdict: "cannot-tell",
    doubt,
    facts,
  });
  if (where.unknown) return found.topic.weight > 1 ? cannot("unknown-place", []) : null;
  const asked = where.places[0] === "all" && isMean(number, read) ? meanOf(found) : found;
  const ofAll = isOfAll(number, read);
  const selected = where.places.map((place) => selectFacts(place, asked, number, index, ofAll));
  const facts = selected.flatMap((one) => one.facts);
  if (!facts.length) return isMissing(found, where) ? cannot("not-held", []) : null;
  const doubt = doubtOf(number, read, found, fit, facts) ?? selected.find((one) => one.doubt)?.doubt;
  const dated = ofYear(facts, year);
  if (doubt) return cannot(doubt, doubt === "part-of-it" ? facts.slice(0, 1) : (dated ?? facts));
  return dated ? against(number, where, dated, base, fit) : cannot("other-year", facts);
}

/** Sets a number against the facts that it is about. */
function against(
  number: WrittenNumber,
  where: FoundPlaces,
  facts: readonly Fact[],
  base: ReturnType<typeof baseOf>,
  fit: Fit,
): Finding | null {
  const judged = judgePlaces(number, where, facts);
  const indicator = judged.facts[0]?.indicator ?? base.indicator;
  // Of several years that the text leaves open, the one that fits best was taken.
  const isOpen = facts.length > where.places.length && base.certainty === "high";
  const told = { ...base, indicator, ...judged, ...(isOpen && { certainty: "middling" as const }) };
  return told.verdict === "agrees" ? told : disagreeing(told, fit, number);
}

/** What was understood loosely, or by guess alone, is no ground to call a number wrong. */
function disagreeing(told: Finding, fit: Fit, number: WrittenNumber): Finding | null {
  if (fit === "loose") return null;
  if (told.certainty !== "low" || told.otherReading) return told;
  // "one initiative", "no partnership" of no place is hardly a count.
  if (told.facts.every(({ value }) => value > 1) && isFew(number)) return null;
  return { ...told, verdict: "cannot-tell", doubt: "guess" };
}

const isFew = ({ values, form }: WrittenNumber) => form === "none" || (form === "words" && values[0] === 1);

/** Where a finding stands, and of what it is. */
function baseOf(number: WrittenNumber, found: FoundTopic, where: FoundPlaces, year: number | null) {
  return {
    kind: "number" as const,
    start: number.start,
    end: number.end,
    placeIn: where.placeIn,
    topicIn: found.topicIn,
    places: where.places,
    indicator: found.topic.indicators[0]!,
    certainty: certaintyOf(where, found),
    ...(found.part !== null && { part: found.part }),
    ...(year !== null && { year }),
  };
}

/** High where one clause says it all; middling where something was read elsewhere; low where no place is named. */
function certaintyOf({ placeIn }: FoundPlaces, { topicIn, topic }: FoundTopic): Certainty {
  if (placeIn === "nowhere") return "low";
  return placeIn === "clause" && topicIn === "clause" && topic.weight > 1 ? "high" : "middling";
}

/** A place of which the mapping counted nothing is worth a word, where the text is plain. */
const isMissing = ({ topic, topicIn }: FoundTopic, { placeIn }: FoundPlaces) =>
  isCounted(topic.indicators) && placeIn !== "nowhere" && topicIn !== "before";

/** What keeps a number from being set against the facts. */
function doubtOf(
  number: WrittenNumber,
  read: ReadSentence,
  found: FoundTopic,
  fit: Fit,
  facts: readonly Fact[],
): Doubt | null {
  const hedge = hedged(read, found, number);
  if (hedge && !isForeseen(facts, hedge)) return hedge;
  const narrowed = isCounted(found.topic.indicators) && isNarrowed(behindTopic(found, read));
  return fit === "part" || narrowed ? "part-of-it" : null;
}

/** Plain text between what is counted and the next number: "36 initiatives with 18 actors" leaves none of them out. */
function behindTopic({ topic }: FoundTopic, { plain, numbers }: ReadSentence): string {
  const next = numbers.find(({ start }) => start >= topic.end);
  const words = plain.slice(topic.end, next?.start);
  return next && words.length < 12 ? "" : words;
}

/** What the number's clause, or the one that it takes its words from, hedges. */
function hedged(read: ReadSentence, { topic, topicIn }: FoundTopic, number: WrittenNumber): Hedge | null {
  const clauses = [clauseAt(read, number.start)];
  if (topicIn !== "before") clauses.push(clauseAt(read, topic.start));
  if (isSupposition(read.plain)) return "supposed";
  for (const { start, end } of clauses) {
    const hedge = hedgeOf(read.plain.slice(start, end), read.written.slice(start, end));
    if (hedge) return hedge;
  }
  return null;
}

/** Forecasts of documents are told as such, and changes that they count as changes. */
function isForeseen(facts: readonly Fact[], hedge: Doubt): boolean {
  if (hedge === "supposed") return facts.some(({ flag }) => flag?.includes("p"));
  return hedge === "changed" && facts.every(({ indicator }) => /change|growth|gain|lost/.test(indicator));
}
