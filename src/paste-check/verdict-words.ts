import { capital, flagNames, formatList, readableNote } from "../components/format.js";
import { ordinal } from "../components/ordinal.js";
import type { Fact } from "./facts.js";
import { doubtWords } from "./doubt-words.js";
import { isNamedCount, subjectWords, valueWords, type FactNames } from "./fact-words.js";
import type { Finding } from "./finding.js";

/** How many places an order names. */
const mostOrdered = 4;

/** What the evidence has, in one sentence or two: "Lisbon: 36 initiatives." */
export function evidenceWords(finding: Finding, names: FactNames): string {
  const { facts, doubt } = finding;
  const said = facts.length ? `${valuesWords(finding, names)}.` : "";
  const why = doubt === undefined ? "" : doubtWords(doubt);
  return [why, said, orderWords(finding, names), readingWords(finding)].filter(Boolean).join(" ");
}

/** "36 initiatives in Lisbon, 2013"; "foreign-born residents in Chicago: 25.6 %"; of several places a list. */
function valuesWords(finding: Finding, names: FactNames): string {
  const { facts, part, indicator } = finding;
  const [first] = facts;
  if (!first) return "";
  const year = first.year === undefined ? "" : `, ${first.year}`;
  if (first.indicator === "funding")
    return `${capital(names.place(first.place))}, ${first.what ?? ""}: ${valueWords(first)}${year}`;
  const parts = new Set(facts.map((fact) => fact.part));
  const subject = subjectWords(first.indicator, parts.size > 1 ? undefined : (part ?? first.part), names);
  if (first.derived === "share") return `${shareWords(first, subject, names)}${year}`;
  if (facts.length > 1) {
    const name = (fact: Fact) => (parts.size > 1 ? String(fact.part) : names.place(fact.place));
    const shown = facts.slice(0, mostOrdered).map((fact) => `${name(fact)} ${valueWords(fact)}`);
    const more = facts.length > shown.length ? [`${facts.length - shown.length} more`] : [];
    return `${capital(subject)}: ${formatList([...shown, ...more])}${year}`;
  }
  const where = `${preposition(first, indicator)}${names.place(first.place)}`;
  return isNamedCount(first.indicator)
    ? `${capital(valueWords(first))} ${subject} ${where}${year}`
    : `${capital(subject)} ${where}: ${valueWords(first)}${year}`;
}

const preposition = ({ place }: Fact, indicator: string) =>
  indicator === "mapped-cities" ? "among " : place === "world" ? "of the " : "in ";

/** "Public–private partnerships in the eight mapped cities: 10 of 139, 7.2 %". */
function shareWords(fact: Fact, subject: string, names: FactNames): string {
  return `${capital(subject)} in ${names.place(fact.place)}: ${fact.what ?? ""}, ${valueWords(fact)}`;
}

/** The order that a ranking is set against: its first places, or its last. */
function orderWords({ ranking, facts }: Finding, names: FactNames): string {
  const { rank, order = [] } = ranking ?? {};
  if (rank === undefined || !order.length) return "";
  const sorted = rank > 0 ? order : [...order].reverse();
  const shown = sorted.slice(0, Math.max(3, Math.abs(rank)));
  const byParts = new Set(order.map(({ place }) => place)).size === 1;
  const told = shown.map((fact) => `${byParts ? fact.part : names.place(fact.place)} ${valueWords(fact)}`);
  return `The ${rank > 0 ? "most" : "fewest"}: ${formatList(told)}.${tieWords(rank, facts, order)}`;
}

function tieWords(rank: number, facts: readonly Fact[], order: readonly Fact[]): string {
  const [first] = facts;
  if (!first || facts.length > 1) return "";
  const level = order.filter(({ value }) => value === first.value).length;
  return level > 1
    ? ` ${level} share the ${rank > 0 ? ordinal(rank) : `${ordinal(-rank)} from the end`}.`
    : "";
}

/** What else documents say of it. */
function readingWords({ otherReading, verdict, facts }: Finding): string {
  if (otherReading)
    return `It differs from the table used, but agrees with another reading: “${otherReading.said}” (${otherReading.locator}).`;
  const other = facts.length === 1 ? facts[0]!.readings?.[0] : undefined;
  if (!other || verdict === "cannot-tell") return "";
  return `Another reading: “${other.said}” (${other.locator}).`;
}

/** What to mind about the facts: their flags, and their note where there is one fact. */
export function mindedWords({ facts }: Finding): string {
  const [first] = facts;
  if (!first) return "";
  const flags = flagNames({ flag: [...new Set(facts.flatMap(({ flag }) => [...(flag ?? "")]))].join("") });
  const note = facts.length === 1 && first.note !== undefined ? readableNote(first.note) : "";
  const told = [flags, note].filter(Boolean).join(": ");
  return told === "" ? "" : `${capital(told)}${/[.!?]$/.test(told) ? "" : "."}`;
}

/** How many statements there are of each verdict, for the status and the copied text. */
export function countWords(findings: readonly Finding[], others: number): string {
  const of = (verdict: Finding["verdict"]) => findings.filter((one) => one.verdict === verdict).length;
  const told = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const besides =
    others === 0
      ? ""
      : ` ${others} other ${others === 1 ? "number is" : "numbers are"} about something the evidence does not hold.`;
  if (!findings.length) return `The text says nothing that the evidence can judge.${besides}`;
  const list = [
    ...told(of("agrees"), "agrees", "agree"),
    ...told(of("differs"), "differs", "differ"),
    ...told(of("cannot-tell"), "cannot be told", "cannot be told"),
  ];
  return `${findings.length} ${findings.length === 1 ? "statement" : "statements"} checked: ${formatList(list)}.${besides}`;
}
