import { formatEuro } from "../../components/euro.js";
import { formatNumber, percent } from "../../components/format.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { YearResult } from "../../model/simulate.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { whose } from "./attained.js";
import { cityField } from "./city-field.js";
import { chosenField, readAll, typedField, type FormField } from "./fields.js";
import { coverageField } from "./least-money.js";
import { coverageForm, euroForm } from "../numbers/number-form.js";
import { numberWords } from "../numbers/number-words.js";
import type { Workbench } from "../store.js";

/** What can be aimed at: a coverage that is reached, or a cost that is not passed. */
export type GoalMeasure = "coverage" | "public" | "total";

/** A goal for the last year. */
export interface Aim {
  measure: GoalMeasure;
  /** A mapped city's id, or `all`. */
  city: string;
  /** A coverage from 0 to 1, or EUR a year. */
  goal: number;
}

/** Measures in the words of the form and of the answer. */
const goalNames: Readonly<Record<GoalMeasure, string>> = {
  coverage: "coverage",
  public: "public money a year",
  total: "all money a year",
};

/** The most that a cost field takes, as that of a budget. */
const mostMoney = 1e10;

/** The fields of a goal, which are read as one. */
export type GoalFields = Omit<FormField<Aim>, "field"> & { fields: HTMLElement[] };

/** "brings coverage of Rotterdam to at least 60 %", "brings public money a year of Lisbon to at most €2,000,000". */
export function goalFields(document: Document, workbench: Workbench): GoalFields {
  const measure = chosenField<GoalMeasure>(
    document,
    "brings",
    (Object.keys(goalNames) as GoalMeasure[]).map((value) => ({ value, label: goalNames[value] })),
    "coverage",
  );
  const city = cityField(
    document,
    workbench,
    "of",
    [{ value: everyCity, label: "all cities together" }],
    everyCity,
  );
  const coverage = coverageField(document, "to at least", "");
  const money = typedField(document, { before: "to at most €", value: "", size: 11 }, euroForm(0, mostMoney));
  /** Fields in which the reader typed: what stands there is theirs. */
  const own = new Set<typeof money>();
  for (const field of [coverage, money]) field.control.addEventListener("input", () => own.add(field));
  const figure = () => (measure.read() === "coverage" ? coverage : money);
  const show = () => {
    const shown = figure();
    for (const { field } of [coverage, money]) field.hidden = field !== shown.field;
    if (!own.has(shown)) shown.control.value = firstGoal(workbench.view, measure.read()!, city.read()!);
  };
  show();
  measure.control.addEventListener("change", show);
  city.onChange(show);
  return {
    fields: [measure.field, city.field, coverage.field, money.field],
    get control() {
      return figure().control;
    },
    read: () =>
      readAll<{ measure: GoalMeasure; city: string; goal: number }>({ measure, city, goal: figure() }),
  };
}

/** A goal to begin with: what the scenario comes to, a little below: so much is there to lose, or to be saved. */
function firstGoal({ result }: Pick<ScenarioView, "result">, measure: GoalMeasure, city: string): string {
  const value = valueOf(result.years.at(-1)!, measure, city);
  if (measure === "coverage") return `${Math.floor(value * 10 + 1e-9) * 10} %`;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return formatNumber(Math.floor(value / unit + 1e-9) * unit);
}

function valueOf(year: YearResult, measure: GoalMeasure, city: string): number {
  const one = year.cities.find((own) => own.city === city);
  if (measure === "coverage") return one ? one.cityCoverage : year.coverage;
  return (one ?? year).cost[measure];
}

/** "coverage of Rotterdam": what is aimed at. */
export function aimedAt(
  view: Pick<ScenarioView, "model">,
  { measure, city }: Pick<Aim, "measure" | "city">,
): string {
  return `${{ coverage: "coverage", public: "public money", total: "all money" }[measure]} of ${whose(view, city)}`;
}

/** "at least 60 %", "at most €2,000,000 a year": the goal as it was set, to its last figure. */
export function goalWords({ measure, goal }: Pick<Aim, "measure" | "goal">): string {
  return measure === "coverage"
    ? `at least ${numberWords(goal, coverageForm)}`
    : `at most €${formatNumber(goal, Number.isInteger(goal) ? 0 : 2)} a year`;
}

/** "coverage is 61.2 %", "public money is €1.9 million a year": what it comes to. */
export function reachedWords(measure: GoalMeasure, value: number): string {
  if (measure === "coverage") return `coverage is ${percent(value, 1)}`;
  return `${measure === "public" ? "public money" : "all money"} is ${formatEuro(value)} a year`;
}
