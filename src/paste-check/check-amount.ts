import type { Fact } from "./facts.js";
import type { FactIndex } from "./fact-index.js";
import type { Finding } from "./finding.js";
import { hedgeOf, isSupposition } from "./hedges.js";
import { judgeNumber } from "./judge-number.js";
import { plainText } from "./plain-text.js";
import type { WrittenNumber } from "./read-numbers.js";
import { clauseAt, within, type ReadSentence } from "./read-sentence.js";

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
  const { fact, named } = meant;
  const clause = clauseAt(read, number.start);
  const hedge = isSupposition(read.plain)
    ? ("supposed" as const)
    : hedgeOf(read.plain.slice(clause.start, clause.end), read.written.slice(clause.start, clause.end));
  const own = within(read.years, clause);
  const year = (own.length ? own : read.years)[0]?.year;
  const base = {
    kind: "number" as const,
    start: number.start,
    end: number.end,
    placeIn: named ? ("clause" as const) : ("sentence" as const),
    topicIn: "clause" as const,
    places: [fact.place],
    indicator: "funding",
    facts: [fact],
    certainty: named && meant.words > 1 ? ("high" as const) : ("middling" as const),
    ...(year !== undefined && { year }),
  };
  const doubtful = (doubt: NonNullable<Finding["doubt"]>): Finding => ({
    ...base,
    verdict: "cannot-tell",
    doubt,
  });
  if (hedge && !(hedge === "supposed" && fact.flag?.includes("p"))) return doubtful(hedge);
  if (fact.unit !== number.unit) return doubtful("other-currency");
  // A financial year bears the numbers of two calendar years.
  const otherYear = fact.year !== undefined && year !== undefined && Math.abs(fact.year - year) > 1;
  if (otherYear) return doubtful("other-year");
  const { verdict, otherReading } = judgeNumber(number, fact);
  return {
    ...base,
    verdict,
    ...(otherReading && { otherReading }),
    ...(verdict === "cannot-tell" && { doubt: "bounds" as const }),
  };
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
