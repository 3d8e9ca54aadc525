import type { Approximation } from "./approximations.js";
import { boundingOf } from "./approximations.js";
import type { Span } from "./sentences.js";

/** What a sentence says of an order. */
export type RankingForm = Span &
  (
    | {
        /** "the second most": 1 is the first; from the end: −1 is the last. */
        kind: "rank";
        rank: number;
      }
    | {
        /** "most of them are": more than half. */
        kind: "majority";
      }
    | {
        /** "twice as many … as", "more … than": from `low` to `high` times as many, ends open. */
        kind: "times";
        times: number;
        approximation: Approximation;
        /** Where "than" or "as" stands, behind which the other one is named. */
        pivot: number;
      }
  );

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const ordinal = `(?:${ordinals.slice(1).join("|")}|2nd|3rd|[4-8]th)`;

const superlative = new RegExp(
  `\\b(?:(${ordinal})[ -])?(most|fewest|least|highest|largest|greatest|biggest|lowest|smallest)\\b(?! (?:of (?:them|those|these)\\b|other\\b|important|recent|likely|vulnerable|common ground|part\\b|people\\b|often\\b))`,
  "g",
);
const first = new RegExp(
  `\\b(?:leads?(?! (?:to|partner|actor|the way))|tops?|ranks? (${ordinal}|first|last)|comes? (first|${ordinal}|last)|is (?:first|(${ordinal}|last)) (?:in|for|by|with))\\b`,
  "g",
);
const times =
  /\b(twice|double|three times|four times|five times|half|just|exactly)? ?\b(?:as many|as high|the number of)\b/g;
const comparative =
  /\b(more|fewer)\b(?! than (?:[a-z]+ )?(?:half|\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|twice|a (?:third|quarter|hundred|dozen)))/g;

const factors: Record<string, number> = {
  twice: 2,
  double: 2,
  "three times": 3,
  "four times": 4,
  "five times": 5,
  half: 0.5,
};

/** Orders that a sentence tells, in their order. @param plain the sentence as `plainText` gives it */
export function rankingForms(plain: string): RankingForm[] {
  const found: RankingForm[] = [];
  for (const match of plain.matchAll(superlative)) {
    const [words, place, sort] = match;
    const start = match.index;
    if (/\bat (?:the )?$/.test(plain.slice(0, start))) continue;
    const span = { start, end: start + words.length };
    if (
      sort === "most" &&
      place === undefined &&
      !/\bthe $/.test(plain.slice(0, start)) &&
      isMajority(plain.slice(span.end))
    )
      found.push({ ...span, kind: "majority" });
    else
      found.push({
        ...span,
        kind: "rank",
        rank: signed(place, /^(?:fewest|least|lowest|smallest)$/.test(sort!)),
      });
  }
  for (const { 0: words, index } of plain.matchAll(/\b(?:the|a) (?:vast |great |large )?majority\b/g))
    found.push({ start: index, end: index + words.length, kind: "majority" });
  for (const match of plain.matchAll(first)) {
    const place = match.slice(1).find((group) => group !== undefined);
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({
      ...span,
      kind: "rank",
      rank: place === "last" ? -1 : signed(place === "first" ? undefined : place, false),
    });
  }
  for (const match of plain.matchAll(times)) {
    const end = match.index + match[0].length;
    const start = end - match[0].trimStart().length;
    const pivot = plain.slice(end).search(/\b(?:as|of|than|in)\b(?= [a-z])/);
    const factor = factors[match[1] ?? ""] ?? (match[0].includes("as many") ? 1 : null);
    if (
      pivot < 0 ||
      factor === null ||
      /^ as (?:\d|[a-z]+ (?:initiatives|partnerships))/.test(plain.slice(end))
    )
      continue;
    const { approximation, before } = boundingOf(plain.slice(0, start), "");
    found.push({
      start: start - before,
      end,
      kind: "times",
      times: factor,
      approximation,
      pivot: end + pivot,
    });
  }
  for (const match of plain.matchAll(comparative)) {
    const end = match.index + match[0].length;
    const pivot = plain.slice(end).search(/\bthan\b/);
    if (pivot < 0) continue;
    const approximation = match[1] === "more" ? "more" : "fewer";
    found.push({ start: match.index, end, kind: "times", times: 1, approximation, pivot: end + pivot });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "most partnerships are third-public": the verb follows what is counted. */
const isMajority = (behind: string) =>
  /^ (?:of (?:the|its|all|their) )?(?:[a-z'-]+ ){0,3}?(?:initiatives|partnerships|actors|interviews|interviewees|practices)(?: (?:in|of) [a-z' ]{2,20})? (?:are|were|is|was|belong|have)\b/.test(
    behind,
  );

function signed(place: string | undefined, fromLast: boolean): number {
  const at = place === undefined ? 1 : Number.parseInt(place) || ordinals.indexOf(place) + 1;
  return fromLast ? -at : at;
}
