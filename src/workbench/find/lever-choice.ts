import { element } from "../../components/element.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { LeverName, LeverSlot } from "../../model/levers/lever-kinds.js";
import { detailsOf, slotIn, slotKey, slotOf } from "../../scenario/lever-slot.js";
import { leverName, leverText } from "../../scenario/lever-words.js";
import type { ToldLever } from "../../scenario/told-levers/told-lever.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";
import type { FormField } from "./fields.js";
import type { Workbench } from "../store.js";

/** Every lever: the moved ones first, then the others, by city. */
export function leverChoice(document: Document, workbench: Workbench): FormField<LeverSlot> {
  const { model } = workbench;
  const { cities } = model.baseline;
  const places = cities.length > 1 ? [everyCity, ...cities] : cities;
  const groups = (Object.entries(toldLevers) as [LeverName, ToldLever][])
    .filter(([, { control }]) => control.as === "slider")
    .flatMap(([kind, told]) =>
      detailsOf(kind).map((detail) => ({
        title: told.title(slotIn(kind, everyCity, detail), model),
        slots: places.map((city) => slotIn(kind, city, detail)),
      })),
    );
  const slots = new Map(groups.flatMap(({ slots }) => slots.map((slot) => [slotKey(slot), slot] as const)));
  const option = (slot: LeverSlot, label: string) =>
    element(document, "option", { value: slotKey(slot) }, label);
  const moved = element(document, "optgroup", { label: "Moved levers" });
  const control = element(
    document,
    "select",
    {},
    ...groups.map(({ title, slots }) =>
      element(
        document,
        "optgroup",
        { label: title },
        ...slots.map((slot) => option(slot, leverName(slot, model))),
      ),
    ),
  );
  /** The first lever of the city in view, or of all. */
  const firstIn = (city: string) =>
    slotKey(groups[0]!.slots.find((slot) => slot.city === city) ?? groups[0]!.slots[0]!);
  let viewed = workbench.document.view.city;
  let chosen = firstIn(viewed);
  const show = () => {
    const own = workbench.document.levers.filter((lever) => slots.has(slotKey(lever)));
    const different = own.filter((lever, i) => own.findIndex((one) => slotKey(one) === slotKey(lever)) === i);
    moved.replaceChildren(
      ...different.map((lever) => option(slotOf(lever), leverText(lever, workbench.model))),
    );
    if (different.length > 0) control.prepend(moved);
    else moved.remove();
    // The first of its value: among the moved ones it says how far it is moved.
    const first = [...control.querySelectorAll("option")].find(({ value }) => value === chosen);
    if (first) first.selected = true;
  };
  control.addEventListener("change", () => (chosen = control.value));
  show();
  workbench.subscribe((_, change) => {
    if (change !== "document") return;
    const { city } = workbench.document.view;
    if (city !== viewed) chosen = firstIn((viewed = city));
    show();
  });
  return {
    field: element(document, "label", {}, "What ", control),
    control,
    read: () => slots.get(control.value) ?? slots.get(chosen) ?? null,
  };
}
