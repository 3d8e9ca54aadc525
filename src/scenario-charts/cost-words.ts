import { capital, formatList } from "../components/format.js";
import { dimensions } from "../model/names.js";
import type { Model } from "../model/model.js";
import { countWords } from "./reading.js";

/**
 * What the costs of a scenario rest on: "Costs are based on five programme budgets, one per dimension, none from a
 * mapped city."
 */
export function costWords(model: Model): string {
  const { assumptions, baseline } = model.whole ?? model;
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
  return capital(
    `costs are based on ${countWords(count)} programme budget${count === 1 ? "" : "s"}${each}, ${where}.`,
  );
}
