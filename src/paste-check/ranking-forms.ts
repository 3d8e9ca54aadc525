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
  return [
    ...superlatives(plain),
    ...majorities(plain),
    ...places(plain),
    ...multiples(plain),
    ...comparatives(plain),
  ].sort((a, b) => a.start - b.start);
}

/** "the most", "the second highest", "most of them are". */
function superlatives(plain: string): RankingForm[] {
  return [...plain.matchAll(superlative)].flatMap(
    ({ 0: words, 1: place, 2: sort, index: start }): RankingForm[] => {
      if (/\bat (?:the )?$/.test(plain.slice(0, start))) return [];
      const span = { start, end: start + words.length };
      const bare = sort === "most" && place === undefined && !/\bthe $/.test(plain.slice(0, start));
      if (bare && isMajority(plain.slice(span.end))) return [{ ...span, kind: "majority" }];
      const fromLast = /^(?:fewest|least|lowest|smallest)$/.test(sort!);
      return [{ ...span, kind: "rank", rank: signed(place, fromLast) }];
    },
  );
}

function majorities(plain: string): RankingForm[] {
  return [...plain.matchAll(/\b(?:the|a) (?:vast |great |large )?majority\b/g)].map(
    ({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      kind: "majority",
    }),
  );
}

/** "leads", "ranks second", "comes last". */
function places(plain: string): RankingForm[] {
  return [...plain.matchAll(first)].map((match) => {
    const place = match.slice(1).find((group) => group !== undefined);
    const rank = place === "last" ? -1 : signed(place === "first" ? undefined : place, false);
    return { start: match.index, end: match.index + match[0].length, kind: "rank", rank };
  });
}

/** "twice as many … as". */
function multiples(plain: string): RankingForm[] {
  return [...plain.matchAll(times)].flatMap((match): RankingForm[] => {
    const end = match.index + match[0].length;
    const start = end - match[0].trimStart().length;
    const behind = plain.slice(end);
    const pivot = behind.search(/\b(?:as|of|than|in)\b(?= [a-z])/);
    const factor = factors[match[1] ?? ""] ?? (match[0].includes("as many") ? 1 : null);
    if (pivot < 0 || factor === null || /^ as (?:\d|[a-z]+ (?:initiatives|partnerships))/.test(behind))
      return [];
    const { approximation, before } = boundingOf(plain.slice(0, start), "");
    return [{ start: start - before, end, kind: "times", times: factor, approximation, pivot: end + pivot }];
  });
}

/** "more … than". */
function comparatives(plain: string): RankingForm[] {
  return [...plain.matchAll(comparative)].flatMap((match): RankingForm[] => {
    const end = match.index + match[0].length;
    const pivot = plain.slice(end).search(/\bthan\b/);
    if (pivot < 0) return [];
    const approximation = match[1] === "more" ? "more" : "fewer";
    return [{ start: match.index, end, kind: "times", times: 1, approximation, pivot: end + pivot }];
  });
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
