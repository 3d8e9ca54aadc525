import { capital, flagNames, formatList, readableNote } from "../components/format.js";
import { ordinal } from "../components/ordinal.js";
import type { Fact } from "./facts.js";
import { doubtWords } from "./doubt-words.js";
import { subjectWords, valueWords, type FactNames } from "./fact-words.js";
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

function valuesWords({ facts, indicator, part, kind }: Finding, names: FactNames): string {
  const [first] = facts;
  const one = (fact: Fact) => {
    const year = fact.year === undefined ? "" : `, ${fact.year}`;
    return `${fact.part !== undefined && fact.part !== part ? fact.part : capital(names.place(fact.place))} ${valueWords(fact)}${year}`;
  };
  if (indicator === "funding" && first)
    return `${capital(names.place(first.place))}, ${first.what ?? ""}: ${valueWords(first)}${first.year === undefined ? "" : `, ${first.year}`}`;
  const subject = subjectWords(first?.indicator ?? indicator, part, names);
  const shown = facts.slice(0, mostOrdered);
  const more = facts.length > shown.length ? [`${facts.length - shown.length} more`] : [];
  const share = first?.derived === "share" ? "Share of " : "";
  const without = kind === "ranking" && shown.every(({ value }) => value === 0) ? shown : null;
  if (without)
    return `${capital(subject)}: none in ${formatList(facts.map(({ place }) => names.place(place)))}`;
  return `${share ? share + subject : capital(subject)}: ${formatList([...shown.map(one), ...more])}`;
}

/** The order that a ranking is set against: its first places, or its last. */
function orderWords({ ranking, facts }: Finding, names: FactNames): string {
  const { rank, order = [] } = ranking ?? {};
  if (rank === undefined || !order.length) return "";
  const sorted = rank > 0 ? order : [...order].reverse();
  const shown = sorted.slice(0, Math.max(3, Math.abs(rank)));
  const byParts = facts.some(({ part }) => part !== undefined && order.some((other) => other.part !== part));
  const told = shown.map((fact) => `${byParts ? fact.part : names.place(fact.place)} ${valueWords(fact)}`);
  const from = rank > 0 ? "Most" : "Fewest";
  return `${from} first: ${told.join(", ")}${sorted.length > shown.length ? ", …" : ""}.${tieWords(rank, facts, order)}`;
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
