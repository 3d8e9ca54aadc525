import { dimensions } from "../model/names.js";
import { placeInView } from "./reading.js";
import type { ScenarioView } from "./scenario-view.js";

/** T by dimension of the city in view, or of all where they have the same; null where each city has its own. */
export function targetsInView(view: ScenarioView): readonly number[] | null {
  const { targets } = view.result;
  const place = placeInView(view);
  if (place >= 0) return targets[place]!;
  const first = targets[0]!;
  return targets.every((own) => dimensions.every((_, d) => own[d] === first[d])) ? first : null;
}
