import { formatList } from "../components/format.js";
import { dimensions } from "../model/names.js";
import type { Model } from "../model/model.js";
import { costingOf } from "../scenario/costing.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { countWords } from "./reading.js";

interface Costed {
  model: Model;
  /** Says how costs are taken; left out, they are pooled. */
  document?: Pick<ScenarioDocument, "costing">;
}

/**
 * What the euros of a scenario rest on: "An initiative is assumed to cost the same in every dimension: one figure,
 * pooled from five unlike programme budgets, none from a mapped city. It is taken at the prices of each city’s country,
 * in euros of the budgets’ own years."
 */
export function costWords({ model, document = {} }: Costed): string {
  const { assumptions, baseline, version = 1 } = model.whole ?? model;
  const budgets = assumptions.flatMap(({ budgetCity }) => (budgetCity === undefined ? [] : [budgetCity]));
  const count = budgets.length;
  if (count === 0) return "No document gives a budget that the costs could be based on.";
  const each = count === dimensions.length ? ", one per dimension" : "";
  const mapped = baseline.cities.filter((city) => budgets.includes(city));
  const ofMapped = budgets.filter((city) => city !== null && mapped.includes(city)).length;
  const where =
    ofMapped === 0
      ? "none from a mapped city"
      : `${countWords(ofMapped)} of them from ${formatList(mapped.map((city) => baseline.names.get(city) ?? city))}, which ${mapped.length === 1 ? "is a mapped city" : "are mapped cities"}`;
  const from = `${countWords(count)} ${count === 1 ? "programme budget" : "unlike programme budgets"}`;
  // Version 1 knew neither a pooled cost nor prices of countries.
  const pooled = version > 1 && costingOf(document) === "pooled";
  const prices = version > 1 ? "at the prices of each city’s country, " : "";
  return [
    pooled
      ? `An initiative is assumed to cost the same in every dimension: one figure, pooled from ${from}, ${where}.`
      : `What an initiative costs is assumed by dimension, from ${from}${each}, ${where}.`,
    `It is taken ${prices}in euros of the budgets’ own years.`,
  ].join(" ");
}
