import type { Fault, FaultKind } from "../model/fault.js";
import { searchFaultWords, type FaultWords } from "./search-fault-words.js";
import { mostNamed, someOf } from "./some-of.js";
import { shownText, type ToldFault } from "./told-fault.js";

/** A fault as a sentence or part of one, without a full stop: with the value at fault and what is allowed. */
export function faultWords(fault: Fault | ToldFault): string {
  if (!("kind" in fault)) return fault.message;
  const say = words[fault.kind] as (fault: Fault) => string;
  return say(fault);
}

/** Most letters of faults that stand in one sentence; the first is told whatever its length. */
const mostLetters = 600;

/** Several faults as parts of one sentence: the first eight, fewer where they are long; the others are counted. */
export function faultsWords(faults: readonly (Fault | ToldFault)[]): string {
  const told: string[] = [];
  let [letters, more] = [0, 0];
  for (const fault of faults) {
    const counted = "more" in fault ? (fault.more ?? 0) : 0;
    const isRoom = more === 0 && told.length < mostNamed;
    const words = isRoom && counted === 0 ? faultWords(fault) : null;
    if (words === null || (told.length > 0 && letters + words.length > mostLetters)) more += counted || 1;
    else {
      told.push(words);
      letters += words.length;
    }
  }
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** What is said of each kind. */
const words: FaultWords<FaultKind> = {
  ...searchFaultWords,
  "levers-not-listed": () => "the levers of a scenario must be a list",
  "unknown-lever": ({ given }) => `there is no lever "${shownText(given)}"`,
  "too-many-levers": ({ levers, most }) => `a scenario has at most ${most} levers, not ${levers}`,
  "unknown-spending": ({ given }) => `funding cannot be spent "${shownText(given)}"`,
  "no-weights": () => "at least one dimension must have a weight above 0",
  "unknown-practice": ({ given }) => `there is no practice "${shownText(given)}"`,
  "unknown-dimension": ({ given }) => `there is no dimension "${shownText(given)}"`,
  "unknown-partnership-type": ({ given }) => `there is no type of partnership "${shownText(given)}"`,
  "unknown-city": ({ given }) => `there is no city "${shownText(given)}"`,
  "no-mapped-city": ({ given }) => `no mapped city has the id "${shownText(given)}"`,
  "city-without-mapping": ({ city: { name }, purpose }) =>
    ({
      lever: `${name} cannot be simulated: its initiatives and partnerships were not mapped`,
      measure: `${name} cannot be simulated: it was not mapped`,
      plan: `${name} was not mapped and cannot be planned for`,
    })[purpose],
  "city-of-another-scenario": ({ city: { name }, own }) =>
    `${name} has no part in this scenario, which is of ${own} alone`,
  "out-of-range": ({ field, value, minimum, maximum, unit, whole }) =>
    whole
      ? `${field} must be a whole number between ${minimum} and ${maximum} (${unit}), not ${value}`
      : `${field} must lie between ${minimum} and ${maximum} (${unit}), not ${value ?? "something that is no number"}`,
  "missing-count": ({ column, city, part }) => `there is no count of ${column} for ${city.name}, ${part}`,
  "no-city-mapped": () => "no city is mapped",
  "missing-assumption": ({ assumption }) => `the table of assumptions has no row ${assumption}`,
  "missing-assumptions-then": ({ assumptions }) => {
    const { named, more } = someOf(assumptions);
    const others = more > 0 ? ` and ${more} more` : "";
    return `the evidence of that day has no assumption ${named.map(shownText).join(", ")}${others}`;
  },
  "unknown-assumption": ({ assumption }) => `there is no assumption "${shownText(assumption)}"`,
  "unknown-unit": ({ assumption, unit }) => `${assumption} has the unknown unit "${unit}"`,
  "unknown-distribution": ({ assumption, distribution }) =>
    `${assumption} has the unknown distribution "${distribution}"`,
  "range-of-fixed": ({ assumption }) => `${assumption} is not drawn: it has a central value and no range`,
  "ratio-from-zero": ({ assumption }) => `${assumption} is drawn by its ratio and cannot be as low as 0`,
  "range-not-rising": ({ assumption, low, central, high }) =>
    `${assumption} must rise from low (${low}) over central (${central}) to high (${high})`,
  "unknown-target": ({ given }) => `there is no target "${shownText(given)}"`,
  "unknown-costing": ({ given }) => `costs are pooled or by dimension, not "${shownText(given)}"`,
  "unknown-heads": ({ given }) =>
    `cities are taken by residents or by migrants, not by "${shownText(given)}"`,
  "unknown-counts": ({ given }) =>
    `counts are as they were counted, or "uncertain", not "${shownText(given)}"`,
  "not-known-of-city": ({ city, figure }) =>
    figure === "heads"
      ? `how many residents or migrants ${city.name} has is not known: take targets per city and each city alike, or add the figure to the assumptions`
      : `which share of its initiatives the mapping found in ${city.name} is not known: take counts as they were counted, or add the figure to the assumptions`,
  "choice-of-version-2": () =>
    "version 1 of the model has no targets per head, no weights of cities and no uncertain counts",
  "unknown-measure": ({ given }) => `there is no measure "${shownText(given)}"`,
  "inequality-of-city": () => "inequality is between cities: one city has none",
  "inequality-not-split": () => "inequality is no sum over cities and is not split",
  "too-many-levers-of-city": ({ city, levers, most }) =>
    `${levers} levers act on ${city.name}; the change can be split among ${most} at most`,
  "cities-differ": () => "the two versions map different cities and cannot be split",
};
