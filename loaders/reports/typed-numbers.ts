import type { PlainText } from "./report-text.js";
import { linesBefore } from "../pages/lines-before.js";

/** A number that somebody typed. */
export interface TypedNumber {
  /** As it is written: "1,200", "12.5". */
  written: string;
  /** Line of the page's text, from 1. */
  line: number;
}

/** A number in digits with its groups and decimals. What belongs to a word ("COVID-19", "G20") is part of a name. */
const digits =
  /(?<![\p{L}\p{N}\uE010\uE011]|[\p{L}\p{N}][-–.,])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\p{N}]|[.,]\d{3}(?!\d)|[-–]?\p{L}{3,})/gu;

/** Nouns before a number that names a place and counts nothing: "Table 8", "Good practice 14". */
const placeNoun =
  /(?<![\p{L}\p{N}])(tables?|box(es)?|figures?|pages?|pp?\.|chapters?|sections?|articles?|notes?|footnotes?|annex(es)?|appendix|parts?|practices?|steps?|resolutions?|recommendations?|questions?|versions?|goals?|targets?|rounds?|phases?|stages?|levels?|art\.|sdgs?|iso|no\.|№|§|#)(\s+(\d+|[a-z])(,| and|–| to)?)*\s*$/iu;

/**
 * Numbers in digits that come from no query and belong to no claim. Years (1800 to 2099), ordinals ("3rd"), numbers of
 * tables and other places, what a rate is counted against and those at the head of a list are no figures.
 */
export function typedNumbers({ text, claims, line }: PlainText): TypedNumber[] {
  return [...text.matchAll(digits)].flatMap((match): TypedNumber[] => {
    const [written] = match;
    const from = match.index;
    const to = from + written.length;
    if (claims.some(([start, end]) => start <= from && to <= end)) return [];
    if (isYear(written, text.slice(to)) || /^(st|nd|rd|th)\b/.test(text.slice(to))) return [];
    if (isOfRate(written, text.slice(0, from))) return [];
    if (placeNoun.test(text.slice(0, from)) || isOfCalendar(text, from, to)) return [];
    return [{ written, line: line + linesBefore(text, from) }];
  });
}

/** "2013", and in "2012–14" the second too; what a unit follows is an amount. */
function isYear(written: string, after: string): boolean {
  return (
    /^(1[89]|20)\d\d$/.test(written) &&
    !/^\s*(%|€|per cent|million|billion|euros?|people|persons)/.test(after)
  );
}

/** "per 100,000 residents": what a rate is counted against. */
const isOfRate = (written: string, before: string) =>
  /\bper\s+$/i.test(before) && /^10+$/.test(written.replace(/\D/g, ""));

const month = "(january|february|march|april|may|june|july|august|september|october|november|december)";
const monthAfter = new RegExp(String.raw`^(\s*[-–]\s*\d+)?\s+${month}\b`, "i");
const monthBefore = new RegExp(String.raw`\b${month}\s+$`, "i");

/** A day, a time, or hours of opening: "30 November", "November 30", "30/11/2026", "10:30", "9 a.m.", "24/7". */
function isOfCalendar(text: string, from: number, to: number): boolean {
  const [before, after] = [text.slice(Math.max(0, from - 12), from), text.slice(to, to + 20)];
  return (
    monthAfter.test(after) ||
    monthBefore.test(before) ||
    /^[/:]\d/.test(after) ||
    /\d[/:]$/.test(before) ||
    /^\s*[ap]\.?m\b/i.test(after)
  );
}
