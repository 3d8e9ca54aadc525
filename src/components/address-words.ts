import { closest } from "../model/closest.js";
import { plainName } from "../model/plain-name.js";
import type { Choice } from "./figure.js";
import { formatList, inWords } from "./format.js";

/** Letters and values that a note repeats of what it could not use. */
const lettersShown = 40;
const valuesShown = 3;
/** A note lists what is offered where the names have no more letters than this, about a line and a half. */
const offeredLetters = 120;

/** What was asked for and is not offered, and how to mend it. */
export function notOffered(choice: Choice, unknown: readonly string[]): string {
  const named = unknown.slice(0, valuesShown).map((value) => `“${shortened(value)}”`);
  const hidden = unknown.length - named.length;
  const list = formatList(hidden > 0 ? [...named, `${hidden} more`] : named);
  const [are, were] = unknown.length === 1 ? ["it is", "It was"] : ["they are", "They were"];
  return `The link asks for ${list} under “${choice.label}”, where ${are} not offered. ${were} ignored. ${remedy(choice, unknown)}`;
}

export const nothingNamed = ({ label }: Choice): string =>
  `The link leaves “${label}” empty, so the page is shown as usual.`;

export const tooMany = ({ label }: Choice, asked: number, most: number): string =>
  `The link asks for ${asked} values under “${label}”; the first ${most === 1 ? "is" : `${most} are`} shown.`;

export const tooFew = ({ label, values }: Choice, least: number, most: number): string =>
  `The link names fewer than ${inWords(least)} ${label.toLowerCase()}, so ${values.length > most ? "the usual ones" : `all ${inWords(values.length)}`} are shown.`;

/** What is offered: what is near to it, or all of it where that is short, or where it stands. */
function remedy({ label, values }: Choice, unknown: readonly string[]): string {
  const offered = values.filter(({ value }) => value !== "");
  const run = runOf(offered.map(({ value }) => value));
  if (run) return `Choose from ${run[0]} to ${run[1]}.`;
  const near = [...new Set(unknown.flatMap((value) => nearTo(value, offered) ?? []))].slice(0, valuesShown);
  if (near.length === 1) return `The closest match is “${near[0]}”.`;
  if (near.length) return `The closest matches are ${formatList(near.map((name) => `“${name}”`))}.`;
  const names = offered.map((option) => option.label);
  return names.join(", ").length <= offeredLetters
    ? `Choose from ${formatList(names)}.`
    : `Choose one of the ${names.length} under “${label}”.`;
}

/** The first and the last of whole numbers that follow each other, such as years; null for anything else. */
function runOf(values: readonly string[]): [string, string] | null {
  const numbers = values.map(Number).sort((a, b) => a - b);
  const follow = numbers.every((one, i) => Number.isInteger(one) && (i === 0 || one === numbers[i - 1]! + 1));
  return follow && numbers.length > 1 ? [String(numbers[0]), String(numbers.at(-1))] : null;
}

/** The label of what is written most like it; null where nothing is. */
function nearTo(asked: string, offered: Choice["values"]): string | null {
  const labels = new Map(
    offered.flatMap(({ value, label }) => [value, label].map((name) => [plainName(name), label])),
  );
  const near = closest(plainName(asked), labels.keys());
  return near === null ? null : labels.get(near)!;
}

/** At most so many letters, and none that cannot be seen. */
function shortened(value: string): string {
  const letters = [...value.replace(/\p{C}/gu, "�")];
  return letters.length > lettersShown ? `${letters.slice(0, lettersShown).join("")}…` : letters.join("");
}
