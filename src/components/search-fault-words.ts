import type { FaultKind, FaultOf, NamedLimit } from "../model/fault.js";
import { kindNamed } from "../model/levers/lever-kinds.js";
import { eachMostRange } from "../model/search/limits.js";
import { formatNumber, percent } from "./format.js";
import { leverValueWords } from "./lever-value-words.js";
import { shownText } from "./told-fault.js";

/** What is said of kinds of faults. */
export type FaultWords<K extends FaultKind> = { readonly [Kind in K]: (fault: FaultOf<Kind>) => string };

/** What is said of the faults of searches. */
export const searchFaultWords: FaultWords<
  | "unknown-objective"
  | "unknown-money"
  | "unknown-goal"
  | "no-such-lever"
  | "no-amount"
  | "goal-unreachable"
  | "limits-not-read"
  | "every-city-left-out"
  | "bounds-contradict"
  | "limits-contradict"
  | "budget-too-small"
  | "target-unreachable"
  | "search-stopped"
  | "plan-too-long"
> = {
  "unknown-objective": ({ given }) => `there is no objective "${shownText(given)}"`,
  "unknown-money": ({ given }) => `there is no money "${shownText(given)}"`,
  "unknown-goal": ({ given }) => `a goal is a coverage, a public or a total cost, not "${shownText(given)}"`,
  "no-such-lever": ({ index }) => `the scenario has no lever ${index}`,
  "no-amount": () => "a practice is adopted or it is not: it has no amount to seek",
  "goal-unreachable": goalUnreachable,
  "limits-not-read": ({ part, wanted, given }) =>
    `${part} must be ${wanted === "list" ? "a list" : "a set of named values"}, not "${given}"; leave it out where there is no limit`,
  "every-city-left-out": () => "every city is left out: leave at least one in, which may get new initiatives",
  "bounds-contradict": ({ bounded, least, most }) =>
    `${bounded}: at least ${least} and at most ${most} new initiatives exclude each other`,
  "limits-contradict": ({ without }) =>
    without.length > 0
      ? `the limits on new initiatives exclude one another; it would work without any one of these: ${listed(without)}`
      : "the limits on new initiatives exclude one another, several of them at once",
  "budget-too-small": ({ required, money, best, budget }) => {
    const paidBy = money === "public" ? " of public money" : "";
    return `what must start (${listed(required)}) costs at least €${formatNumber(best)} a year${paidBy}, more than the budget of €${formatNumber(budget)}`;
  },
  "target-unreachable": targetUnreachable,
  "search-stopped": () =>
    "the search took too long and was ended; fewer limits or another objective may help",
  "plan-too-long": ({ planned, levers, most }) =>
    `the plan has ${planned} levers; with the scenario's ${levers} these are more than ${most}`,
};

function goalUnreachable({
  leverKind,
  measure,
  goal,
  chance,
  at,
  best,
}: FaultOf<"goal-unreachable">): string {
  const kind = kindNamed(leverKind)!;
  const amount = (value: number) =>
    measure === "coverage" ? `a coverage of ${percent(value, 1)}` : `€${formatNumber(value)} a year`;
  const money = measure === "public" ? "public money" : "all money";
  const aim = measure === "coverage" ? amount(goal) : `${money} down to ${amount(goal)}`;
  const sure = chance === null ? "" : ` with a chance of ${formatNumber(chance * 100)} %`;
  const start = `no value of “${kind.title}” brings ${aim}${sure}`;
  const chanceWords = `${formatNumber(best * 100, 1)} %`;
  if (at === null)
    return `${start}: whatever its value, ${chance === null ? `it gives ${amount(best)}` : `the chance is ${chanceWords}`}`;
  const can = chance === null ? `it gives ${amount(best)}` : `the chance is ${chanceWords}`;
  return `${start}: at best, at ${leverValueWords(at, kind)}, ${can}`;
}

function targetUnreachable({
  city,
  coverage,
  best,
  enough,
  some,
  limited,
}: FaultOf<"target-unreachable">): string {
  const whose = city === "all" ? "all cities together" : city === "each" ? "every city" : city.name;
  const start = `a coverage of ${whose} of ${percent(coverage, 1)} cannot be reached: ${percent(best, 1)} is the most`;
  if (enough.length > 0)
    return `${start}; it could be reached without any one of these limits: ${listed(enough)}`;
  if (some.length > 0)
    return `${start}; each of these limits holds it back, and lifting one alone is not enough: ${listed(some)}`;
  return limited
    ? `${start}: all limits together hold it back`
    : `${start}: each city and dimension may get ${eachMostRange.maximum} new initiatives at most`;
}

const listed = (limits: readonly NamedLimit[]): string => limits.map(limitWords).join("; ");

/** A limit as a part of a sentence. */
function limitWords(limit: NamedLimit): string {
  switch (limit.kind) {
    case "least":
    case "most": {
      const bound = `at ${limit.kind} ${limit.initiatives}`;
      return "city" in limit ? `${bound} in ${limit.city.name}` : `${bound} ${limit.dimension}`;
    }
    case "excluded":
      return `no ${limit.dimension} ones in ${limit.city.name}`;
    case "left-out":
      return `${limit.city.name} left out`;
    case "each-most":
      return `at most ${limit.initiatives} per city and dimension`;
  }
}
