import type { Fact } from "./facts.js";
import type { FactIndex } from "./fact-index.js";
import type { Doubt, Finding } from "./finding.js";
import { hedgeOf, isSupposition } from "./hedges.js";
import { yearOf } from "./named-year.js";
import { judgeNumber } from "./judge-number.js";
import { plainText } from "./plain-text.js";
import type { WrittenNumber } from "./written-number.js";
import { clauseAt, type ReadSentence } from "./read-sentence.js";

const currencies = new Set(["EUR", "USD", "CAD", "NZD"]);

/** An amount that fits a sentence, and how many of its words stand there. */
interface Fitting {
  fact: Fact;
  named: boolean;
  words: number;
}

/** What the evidence says of an amount of money; null where no amount of the documents is about the same. */
export function checkAmount(number: WrittenNumber, read: ReadSentence, index: FactIndex): Finding | null {
  if (!currencies.has(number.unit)) return null;
  const fitting = index.amounts
    .map((fact) => fittingOf(fact, read, index))
    .filter(({ named, words }) => (named && words > 0) || words > 2)
    .sort((a, b) => Number(b.named) - Number(a.named) || b.words - a.words);
  const agreeing = fitting.find(
    ({ fact }) => fact.unit === number.unit && judgeNumber(number, fact).verdict === "agrees",
  );
  // Amounts of other things stand beside those of the evidence: only one that is plainly meant can differ.
  const meant = agreeing ?? fitting.find(({ named, words }) => named && words > 1);
  if (!meant) return null;
  const { fact, named, words } = meant;
  const year = yearOf(number, read);
  const doubt = doubtOf(number, fact, read, year);
  const { verdict, otherReading } = judgeNumber(number, fact);
  const told = doubt ? "cannot-tell" : verdict;
  return {
    kind: "number",
    start: number.start,
    end: number.end,
    placeIn: named ? "clause" : "sentence",
    topicIn: "clause",
    places: [fact.place],
    indicator: "funding",
    facts: [fact],
    certainty: named && words > 1 ? "high" : "middling",
    verdict: told,
    ...(year !== null && { year }),
    ...(told === "cannot-tell" && { doubt: doubt ?? "bounds" }),
    ...(told === "differs" && otherReading && { otherReading }),
  };
}

/** What keeps an amount from being set against a document's. */
function doubtOf(number: WrittenNumber, fact: Fact, read: ReadSentence, year: number | null): Doubt | null {
  const clause = clauseAt(read, number.start);
  const hedge = isSupposition(read.plain)
    ? "supposed"
    : hedgeOf(read.plain.slice(clause.start, clause.end), read.written.slice(clause.start, clause.end));
  if (hedge && !(hedge === "supposed" && fact.flag?.includes("p"))) return hedge;
  if (fact.unit !== number.unit) return "other-currency";
  // A financial year bears the numbers of two calendar years.
  const apart = fact.year !== undefined && year !== null && Math.abs(fact.year - year) > 1;
  return apart ? "other-year" : null;
}

/** Words that say little of what an amount pays for. */
const common =
  /^(?:which|their|there|other|those|about|under|after|before|since|without|annual|amount|million|received|these|where|years?)$/;

function fittingOf(fact: Fact, { plain, places }: ReadSentence, index: FactIndex): Fitting {
  const place = index.places.find(({ id }) => id === fact.place);
  const words = new Set(
    plainText(`${fact.what ?? ""} ${place?.name ?? ""}`)
      .split(/[^a-z]+/)
      .filter((word) => word.length > 4 && !common.test(word))
      .map((word) => word.slice(0, 7)),
  );
  const said = new Set(plain.split(/[^a-z]+/).map((word) => word.slice(0, 7)));
  const named = places.some((one) => one.place.id === fact.place);
  const own = place
    ? plainText(place.name)
        .split(/[^a-z]+/)
        .map((word) => word.slice(0, 7))
    : [];
  const shared = [...words].filter((word) => said.has(word) && !(named && own.includes(word)));
  return { fact, named, words: shared.length };
}
