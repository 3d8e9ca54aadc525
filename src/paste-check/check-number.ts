import type { Fact } from "./facts.js";
import type { FactIndex } from "./fact-index.js";
import { findPlaces, type FoundPlaces } from "./find-places.js";
import { findTopics, type Before, type FoundTopic } from "./find-topic.js";
import type { Certainty, Doubt, Finding } from "./finding.js";
import { hedgeOf, isNarrowed, isSupposition } from "./hedges.js";
import { judgeNumber } from "./judge-number.js";
import { fitsPlace } from "./fits-place.js";
import type { WrittenNumber } from "./read-numbers.js";
import { clauseAt, within, type ReadSentence } from "./read-sentence.js";
import { isCounted, selectFacts } from "./select-facts.js";

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
  const open = first.verdict === "differs" && new Set(found.map(({ facts }) => facts)).size > 1;
  return open ? { ...first, verdict: "cannot-tell", doubt: "guess", certainty: "low" } : first;
}

/** The same for one way to read what is counted, and where. */
function checkReading(
  number: WrittenNumber,
  read: ReadSentence,
  found: FoundTopic,
  where: FoundPlaces,
  index: FactIndex,
): Finding | null {
  const fit = fitsPlace(number, found, read);
  if (fit === "else") return null;
  const base = {
    kind: "number" as const,
    start: number.start,
    end: number.end,
    placeIn: where.placeIn,
    topicIn: found.topicIn,
    places: where.places,
    indicator: found.topic.indicators[0]!,
    ...(found.part !== null && { part: found.part }),
    certainty: certaintyOf(where, found),
  };
  const cannot = (doubt: Doubt, facts: readonly Fact[] = []): Finding => ({
    ...base,
    verdict: "cannot-tell",
    doubt,
    facts,
  });
  const firm = isCounted(found.topic.indicators);
  if (where.unknown) return found.topic.weight > 1 ? cannot("unknown-place") : null;
  const clause = clauseAt(read, number.start);
  const ofAll = isOfAll(number, read);
  const asked =
    isMean(read.plain.slice(clause.start, clause.end)) && where.places[0] === "all" ? meanOf(found) : found;
  const selected = where.places.map((place) => selectFacts(place, asked, number, index, ofAll));
  const facts = selected.flatMap((one) => one.facts);
  if (!facts.length)
    return firm && where.placeIn !== "nowhere" && found.topicIn !== "before" ? cannot("not-held") : null;
  const hedge = hedged(read, found, number);
  if (hedge && !isForeseen(facts, hedge)) return cannot(hedge, sameYear(facts, read, clause) ?? facts);
  if (fit === "part" || (firm && isNarrowed(behindTopic(found, read))))
    return cannot("part-of-it", facts.slice(0, 1));
  const doubt = selected.find((one) => one.doubt)?.doubt;
  if (doubt) return cannot(doubt, facts);
  const dated = sameYear(facts, read, clause);
  const year = yearOf(read, clause);
  if (!dated) return { ...cannot("other-year", facts), ...(year !== null && { year }) };
  const judged = judgePlaces(number, where, dated);
  const told: Finding = {
    ...base,
    indicator: judged.facts[0]?.indicator ?? base.indicator,
    ...judged,
    ...(year !== null && { year }),
  };
  if (told.verdict === "agrees") return told;
  if (fit === "loose") return null;
  // What was understood by guess alone is no ground to call a number wrong.
  if (told.certainty === "low") return cannot("guess", told.facts);
  return told;
}

/** "20 % of all legal initiatives"; "half of them are in Chicago". */
function isOfAll({ end }: WrittenNumber, { plain, places }: ReadSentence): boolean {
  if (/^ of (?:all|every)\b/.test(plain.slice(end, end + 14))) return true;
  return places.some(
    ({ start }) =>
      start > end &&
      /\b(?:is|are|was|were)(?: found| counted| based)? in (?:the city of )?$/.test(plain.slice(end, start)),
  );
}

const isMean = (clause: string) => /\b(?:average|mean|per city|a city)\b/.test(clause);

/** What is counted, as a mean of the cities. */
function meanOf(found: FoundTopic): FoundTopic {
  const indicators = found.topic.indicators.map((indicator) => `${indicator.replace(/-mean$/, "")}-mean`);
  return { ...found, topic: { ...found.topic, indicators } };
}

/** Plain text between what is counted and the next number: "36 initiatives with 18 actors" leaves none of them out. */
function behindTopic({ topic }: FoundTopic, { plain, numbers }: ReadSentence): string {
  const next = numbers.find(({ start }) => start >= topic.end);
  const words = plain.slice(topic.end, next?.start);
  return next && words.length < 12 ? "" : words;
}

type Judgement = Pick<Finding, "verdict" | "facts" | "doubt" | "otherReading">;

/** One fact a place: the one that fits best. Several places are each set against the number, or their sum is. */
function judgePlaces(
  number: WrittenNumber,
  { places, each }: FoundPlaces,
  facts: readonly Fact[],
): Judgement {
  const rank = { agrees: 0, "cannot-tell": 1, differs: 2 };
  const best = places.map(
    (place) =>
      facts
        .filter((fact) => fact.place === place)
        .map((fact) => ({ fact, ...judgeNumber(number, fact) }))
        .sort(
          (a, b) =>
            rank[a.verdict] - rank[b.verdict] ||
            Number(!a.otherReading) - Number(!b.otherReading) ||
            (b.fact.year ?? 0) - (a.fact.year ?? 0),
        )[0],
  );
  const known = best.filter((one) => one !== undefined);
  const shown = known.map(({ fact }) => fact);
  if (known.length < places.length) return { verdict: "cannot-tell", doubt: "not-held", facts: shown };
  const [first] = known;
  if (known.length === 1)
    return {
      verdict: first!.verdict,
      facts: shown,
      ...(first!.otherReading && { otherReading: first!.otherReading }),
      ...(first!.verdict === "cannot-tell" && { doubt: "bounds" as const }),
    };
  const sum: Fact = {
    ...first!.fact,
    value: shown.reduce((all, { value }) => all + value, 0),
    derived: "sum",
  };
  const eachAgrees = known.every(({ verdict }) => verdict === "agrees");
  const sumAgrees = number.unit !== "percent" && judgeNumber(number, sum).verdict === "agrees";
  const right = each === true ? eachAgrees : each === false ? sumAgrees : eachAgrees || sumAgrees;
  return { verdict: right ? "agrees" : "differs", facts: shown };
}

/** High where one clause says it all; middling where something was read elsewhere; low where no place is named. */
function certaintyOf({ placeIn }: FoundPlaces, { topicIn, topic }: FoundTopic): Certainty {
  if (placeIn === "nowhere") return "low";
  return placeIn === "clause" && topicIn === "clause" && topic.weight > 1 ? "high" : "middling";
}

/** What the number's clause, or the one that it takes its words from, hedges. */
function hedged(read: ReadSentence, { topic, topicIn }: FoundTopic, number: WrittenNumber) {
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

function yearOf(read: ReadSentence, clause: { start: number; end: number }): number | null {
  const own = within(read.years, clause);
  const years = own.length ? own : read.years;
  return years.length === 1 ? years[0]!.year : null;
}

/** The facts of the year that the text names; null where all are of other years. */
function sameYear(
  facts: readonly Fact[],
  read: ReadSentence,
  clause: { start: number; end: number },
): Fact[] | null {
  const year = yearOf(read, clause);
  if (year === null) return [...facts];
  const fitting = facts.filter((fact) => fact.year === undefined || fact.year === year);
  const exact = fitting.filter((fact) => fact.year === year);
  return exact.length ? exact : fitting.length ? fitting : null;
}
