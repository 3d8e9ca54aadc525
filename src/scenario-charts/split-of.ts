import { attribution, type Attribution } from "../model/attribution.js";
import { everyCity } from "../model/levers/every-city.js";
import type { Outcome } from "../model/outcome.js";
import { scenarioOf, type ScenarioDocument } from "../scenario/document.js";
import type { ScenarioView } from "./scenario-view.js";

/** Levers on one city up to which a change is split here and now: 16 runs, a tenth of a frame for all cities. */
const quick = 4;

const split = new WeakMap<ScenarioDocument, Outcome<Attribution>>();

/**
 * The change of coverage by lever: the view's own, or, while that is on its way and the levers are few, worked out at
 * once, so that the picture follows the slider; otherwise null.
 */
export function splitOf(view: ScenarioView): Outcome<Attribution> | null {
  const { document, model } = view;
  if (view.attribution) return view.attribution;
  const known = split.get(document);
  if (known) return known;
  const { cities } = model.baseline;
  const acting = (city: string) =>
    document.levers.filter((lever) => lever.city === city || lever.city === everyCity).length;
  if (cities.some((city) => acting(city) > quick)) return null;
  const place = document.view.city;
  const measure = { kind: "coverage", ...(place === everyCity ? {} : { city: place }) } as const;
  const made = attribution(model, scenarioOf(document), measure);
  split.set(document, made);
  return made;
}
