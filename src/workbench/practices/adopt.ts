import { everyCity } from "../../model/levers/every-city.js";
import type { Model } from "../../model/model.js";
import type { ScenarioDocument } from "../../scenario/document.js";
import type { LeverSlot } from "../../model/levers/lever-kinds.js";
import { leverIn, withLever } from "../../scenario/lever-slot.js";
import { changeText } from "../../scenario/lever-words.js";
import { placeName } from "../../scenario/named.js";
import { ownChange } from "../own-change.js";
import type { Workbench } from "../store.js";

/** How a practice stands with a city, or with all of them. */
export type Adoption =
  /** It comes from there: adopting it would add nothing. */
  | "at home"
  /** A lever of all cities brings it. */
  | "in all"
  | "adopted"
  | "not adopted";

/** The slot of a practice in a city, or in all. */
export const practiceSlot = (practice: string, city: string): LeverSlot & { kind: "practice" } => ({
  kind: "practice",
  city,
  practice,
});

/** How a practice stands with a city in a scenario. */
export function adoptionOf(
  { levers }: ScenarioDocument,
  { practices }: Pick<Model, "practices">,
  practice: string,
  city: string,
): Adoption {
  if (city !== everyCity && practices.get(practice)?.city === city) return "at home";
  // Asked for every practice on show at every move of a lever: no key is built.
  const by = (place: string) =>
    levers.some((lever) => lever.kind === "practice" && lever.practice === practice && lever.city === place);
  if (by(city)) return "adopted";
  return by(everyCity) ? "in all" : "not adopted";
}

/** Adopts a practice, or takes it back where it was adopted. @returns false where the scenario refuses it */
export function toggleAdoption(workbench: Workbench, practice: string, city: string): boolean {
  const { document, model } = workbench;
  const slot = practiceSlot(practice, city);
  const change = { amount: leverIn(document.levers, slot) ? 0 : 1 };
  const levers = withLever(document.levers, slot, change);
  return workbench.change(ownChange(document, { levers }), changeText(slot, change, model));
}

/** Adopts several practices in a city as one step, with that city in view unless the view is kept. */
export function adoptAll(
  workbench: Workbench,
  practices: readonly string[],
  city: string,
  keepsView = false,
): boolean {
  const { document, model } = workbench;
  const levers = practices.reduce(
    (levers, practice) => withLever(levers, practiceSlot(practice, city), { amount: 1 }),
    document.levers,
  );
  const [only] = practices;
  const label =
    practices.length === 1
      ? changeText(practiceSlot(only!, city), { amount: 1 }, model)
      : `Adopt ${practices.length} practices, ${placeName(city, model)}`;
  const view = keepsView ? document.view : { ...document.view, city };
  return workbench.change(ownChange(document, { levers, view }), label);
}
