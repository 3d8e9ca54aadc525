import type { Fact, Reading } from "./facts.js";
import type { Verdict } from "./finding.js";
import { intervalOfFact, intervalOfText, isApart, isWithin } from "./interval.js";
import type { WrittenNumber } from "./written-number.js";

/** What one fact says of a number. */
export interface Judged {
  verdict: Verdict;
  /** Another reading of the document that the number agrees with, where it is not the fact's own value. */
  otherReading?: Reading;
}

/**
 * Sets a number of a text against a fact: it agrees where all that the evidence leaves room for would make the text
 * right, differs where nothing would, and else cannot be told. The document's own words ("more than 60") agree with
 * themselves.
 */
export function judgeNumber(number: WrittenNumber, fact: Fact): Judged {
  const verdicts = number.values.map((value) => verdictOn(value, number, fact));
  const verdict = verdicts.includes("agrees") ? "agrees" : verdicts[0]!;
  if (verdict === "agrees") return { verdict };
  const said = fact.readings?.find(
    ({ value, unit }) =>
      value !== undefined &&
      (unit !== "percent" || fact.unit === "percent") &&
      number.values.some((read) => verdictOn(read, number, bare(fact, value)) === "agrees"),
  );
  return said ? { verdict: "differs", otherReading: said } : { verdict };
}

function verdictOn(value: number, number: WrittenNumber, fact: Fact): Verdict {
  if (asDocument(value, number, fact)) return "agrees";
  const [text, evidence] = [
    intervalOfText(value, number, Number.isInteger(fact.value)),
    intervalOfFact(fact),
  ];
  if (isWithin(evidence, text)) return "agrees";
  return isApart(evidence, text) ? "differs" : "cannot-tell";
}

/** The same number with the same bound, or a number that the document gives as about so much. */
function asDocument(value: number, { approximation, upTo, step }: WrittenNumber, fact: Fact): boolean {
  if (upTo !== undefined || fact.qualifier === undefined) return false;
  if (Math.abs(value - fact.value) > step / 2) return false;
  const same: Partial<Record<NonNullable<Fact["qualifier"]>, readonly string[]>> = {
    "≈": ["exact", "about", "nearly", "just-over"],
    ">": ["more", "just-over", "at-least"],
    "≥": ["at-least"],
    "<": ["fewer", "nearly", "at-most"],
    "≤": ["at-most"],
  };
  return same[fact.qualifier]!.includes(approximation);
}

/** A fact with another value, without what bounds its own. */
function bare(fact: Fact, value: number): Fact {
  const made: Fact = { ...fact, value };
  delete made.qualifier;
  delete made.upTo;
  return made;
}
