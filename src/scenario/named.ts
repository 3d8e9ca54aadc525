import type { Adoptable } from "../model/adoptable.js";
import type { Baseline } from "../model/baseline.js";
import { everyCity, type Place } from "../model/levers/every-city.js";

/** What names are taken from. */
export type Named = {
  baseline: Pick<Baseline, "names">;
  practices: ReadonlyMap<string, Pick<Adoptable, "name">>;
};

/** A city by its name; "all cities"; an id that nobody knows as it is, shortened. */
export function placeName(city: Place, { baseline }: Pick<Named, "baseline">): string {
  return city === everyCity ? "all cities" : (baseline.names.get(city) ?? city.slice(0, 60));
}

/** A practice by its name; an id that nobody knows as it is, shortened. */
export function practiceName(id: string, { practices }: Pick<Named, "practices">): string {
  return practices.get(id)?.name ?? id.slice(0, 60);
}
