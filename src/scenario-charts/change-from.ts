import { countWords, isNothing } from "./reading.js";

/** How near the second part must come to the first for the two to be named together. */
const near = 0.7;

/**
 * Where a change comes from, for a title: "all of it from “A”", "most of it from “A”" above a half, "“A” and “B” most"
 * where the two first are over a half together and near each other. Parts of one size are told as such; empty where no
 * lever stands out.
 * @param parts of the change, in the order of the names; they sum to it
 */
export function changeFrom(parts: readonly number[], names: readonly string[]): string {
  const change = parts.reduce((sum, part) => sum + part, 0);
  const acting = parts
    .map((part, i) => ({ name: `“${names[i]!}”`, size: part * Math.sign(change), part }))
    .filter(({ part }) => !isNothing(part))
    .sort((a, b) => b.size - a.size);
  // What works against the change is no part of where it comes from.
  const towards = acting.filter(({ size }) => size > 0);
  const [first, second, third] = towards;
  if (!first) return "";
  if (acting.length === 1) return `all of it from ${first.name}`;
  const whole = towards.reduce((sum, { size }) => sum + size, 0);
  const last = towards[towards.length - 1]!;
  if (towards.length === acting.length && alike(first.size, last.size))
    return acting.length === 2
      ? `half of it from ${first.name}, half from ${second!.name}`
      : `as much from each of ${countWords(acting.length)} levers`;
  if (first.size > whole / 2) return `most of it from ${first.name}`;
  if (!second || second.size < near * first.size || first.size + second.size <= whole / 2) return "";
  if (third && alike(second.size, third.size)) return "";
  return `${first.name} and ${second.name} most${alike(first.size, second.size) ? ", as much each" : ""}`;
}

/** True for sizes that nobody could tell apart: less than a two-hundredth of the larger lies between them. */
const alike = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(a, b) / 200;
