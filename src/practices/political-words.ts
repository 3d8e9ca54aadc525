import { formatList } from "../components/format.js";
import type { RankedPractice, Rankable } from "../model/rank-practices.js";

/**
 * How many of the practices that answer a political gap give migrants a vote, a seat or a say, and what the others are;
 * null where the city has no such gap.
 */
export function politicalWords(ranked: Iterable<RankedPractice<Rankable>>): string | null {
  const answering = [...ranked].filter(({ gaps }) => gaps.some(({ dimension }) => dimension === "political"));
  if (answering.length === 0) return null;
  const say = answering.filter(({ political }) => political === "say").length;
  const advocacy = answering.filter(({ political }) => political === "advocacy").length;
  const first = say === 0 ? "none is" : say === 1 ? "1 is" : `${say} are`;
  const other = answering.length - say - advocacy;
  const others = [advocacy > 0 && `${advocacy} about advocacy`, other > 0 && `${other} about neither`].filter(
    (words) => words !== false,
  );
  return [
    `In the political dimension the register has ${answering.length} practices for it: ${first} about voting and participation${say > 0 ? ", and come first" : ""}.`,
    ...(others.length > 0
      ? [`The others give migrants no vote, seat or say by themselves: ${formatList(others)}.`]
      : []),
  ].join(" ");
}
