import { formatList } from "../../components/format.js";
import type { Row } from "../../components/figure.js";
import type { Limits } from "../../model/search/limits.js";
import type { RobustChoice } from "../../model/search/robust-choice.js";
import { nameOf, targetWords } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { measureWords } from "../../scenario/measure-words.js";
import { modelVersion } from "../../scenario/versions.js";
import { soughtWords } from "./objective.js";
import { moneyNames } from "./plan.js";
import type { TestedQuestion } from "./tested-question.js";

/**
 * What each row of a file about a tested plan says beside its numbers, so that they can be worked out again: the
 * question, the draws, and the scenario in words and as a link.
 * @param link opens the scenario that the plan was tested in
 */
export function testedRow(
  { view, money, objective, city, limits }: TestedQuestion,
  { budget, draws, seed }: RobustChoice,
  link: string,
): Row {
  return {
    budget_a_year_eur: budget,
    money: moneyNames[money],
    sought: soughtWords(view, objective, city),
    measured: [targetWords(view.document.target), ...measureWords(view.document)].join("; "),
    limits: limitsWords(view, limits),
    number_of_draws: draws,
    seed,
    levers: view.leverNames.join("; ") || "none",
    scenario: link,
    model_version: modelVersion,
  };
}

/** The limits of a search: "nothing new in Lisbon; at most 2 new initiatives in each city". */
function limitsWords(view: ScenarioView, { cities = {}, dimensions = {}, leaveOut = [] }: Limits): string {
  const most = [...new Set(Object.values(cities).flatMap((bounds) => bounds.most ?? []))];
  const shut = Object.keys(dimensions);
  return (
    [
      leaveOut.length > 0 && `nothing new in ${formatList(leaveOut.map((city) => nameOf(view, city)))}`,
      most.length > 0 && `at most ${most.join(", ")} new initiatives in each city`,
      shut.length > 0 && `none that are ${formatList(shut)}`,
    ]
      .filter(Boolean)
      .join("; ") || "none"
  );
}
