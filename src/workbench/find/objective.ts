import type { Objective } from "../../model/search/aim.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { Outlook } from "../../model/search/found.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { chosenField } from "./fields.js";
import { coverageWith, whose } from "./attained.js";
import type { CityField } from "./city-field.js";

/** Objectives in the words of the forms. */
const optionNames: Readonly<Record<Objective, string>> = {
  coverage: "most coverage",
  "weakest-city": "the weakest city",
  "weakest-dimension": "the weakest dimension",
};

/** A choice of what a search makes as high as it can. Of one city alone there is no weakest. */
export function objectiveField(document: Document, before: string, city: CityField, allCities: string) {
  const field = chosenField<Objective>(
    document,
    before,
    (Object.keys(optionNames) as Objective[]).map((value) => ({ value, label: optionNames[value] })),
    "coverage",
  );
  const weakest = field.control.querySelector<HTMLOptionElement>('[value="weakest-city"]')!;
  const show = () => {
    weakest.hidden = weakest.disabled = city.read() !== allCities && city.read() !== "chosen";
    if (weakest.disabled && field.read() === "weakest-city")
      field.control.querySelector("option")!.selected = true;
  };
  city.onChange(show);
  show();
  return field;
}

/** What an objective makes as high as it can be, with whose it is. */
export function soughtWords(view: Pick<ScenarioView, "model">, objective: Objective, city: string): string {
  if (objective === "coverage") return `the highest coverage of ${whose(view, city)}`;
  if (objective === "weakest-city") return "the highest coverage of the city with the least";
  return city === everyCity
    ? "the highest mean coverage of the dimension with the least"
    : `the highest coverage of ${whose(view, city)}’s weakest dimension`;
}

/** The level that an objective raises, as its scale is called. */
export function levelName(view: Pick<ScenarioView, "model">, objective: Objective, city: string): string {
  if (objective === "coverage") return `coverage of ${whose(view, city)}`;
  if (objective === "weakest-city") return "coverage of the weakest city";
  return city === everyCity
    ? "mean coverage of the weakest dimension"
    : `coverage of ${whose(view, city)}’s weakest dimension`;
}

/** What an objective comes to. */
export function levelOf(view: ScenarioView, objective: Objective, outlook: Outlook, city: string): number {
  if (objective === "coverage") return coverageWith(view, outlook, city);
  return objective === "weakest-city" ? outlook.weakestCity.coverage : outlook.weakestDimension.coverage;
}
