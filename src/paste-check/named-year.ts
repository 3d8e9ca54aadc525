import type { Fact } from "./facts.js";
import { clauseAt, within, type ReadSentence } from "./read-sentence.js";
import type { Span } from "./sentences.js";

/** The year that a number's clause names, else its sentence; null where there is none or several. */
export function yearOf(number: Span, read: ReadSentence): number | null {
  const own = within(read.years, clauseAt(read, number.start));
  const years = own.length ? own : read.years;
  return years.length === 1 ? years[0]!.year : null;
}

/** The facts of a year; null where all are of other years. @param year null takes all of them */
export function ofYear(facts: readonly Fact[], year: number | null): Fact[] | null {
  if (year === null) return [...facts];
  const exact = facts.filter((fact) => fact.year === year);
  if (exact.length) return exact;
  const undated = facts.filter((fact) => fact.year === undefined);
  return undated.length ? undated : null;
}
