import { everyCity } from "../../model/levers/every-city.js";
import type { Outlook } from "../../model/search/found.js";
import { goesWords, lastOf, nameOf, shareOf } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";

/** "all cities together", or a city's name. */
export function whose(view: Pick<ScenarioView, "model">, city: string): string {
  return city === everyCity ? "all cities together" : nameOf(view, city);
}

/** Coverage of a city, or of all, that the scenario comes to in its last year. */
export function coverageNow({ result, model }: ScenarioView, city: string): number {
  const last = lastOf(result);
  return city === everyCity ? last.coverage : last.cities[model.baseline.cities.indexOf(city)]!.cityCoverage;
}

/** The same with a plan. */
export function coverageWith({ model }: ScenarioView, outlook: Outlook, city: string): number {
  return city === everyCity ? outlook.coverage : outlook.cities[model.baseline.cities.indexOf(city)]!;
}

/** "Lisbon goes from 51 % to 98 % of what the best of the mapped cities has": what a plan does for whom it was asked. */
export function attainedWords(view: ScenarioView, outlook: Outlook, city: string): string {
  const goes = goesWords(
    coverageNow(view, city),
    coverageWith(view, outlook, city),
    city === everyCity ? "many" : "one",
  );
  return `${whose(view, city)} ${goes} of ${shareOf(view.document.target)}`;
}
