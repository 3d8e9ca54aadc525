import { element } from "../../components/element.js";
import { dimensions, partnershipTypes } from "../../model/names.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { LeverKind } from "../../model/levers/lever-kind.js";
import { leverKinds } from "../../model/levers/lever-kinds.js";
import type { LeverSlot } from "../../scenario/lever-slot.js";
import { leverControl, type LeverControl } from "./lever-control.js";
import type { Workbench } from "../store.js";

/** Groups of sliders, in the order shown. */
const groups = ["funding", "initiatives", "partnerships", "turned"] as const;
type Group = (typeof groups)[number];

/** Short name and address of a document. */
export type SourceLink = (source: { source_id: string; locator: string }) => HTMLElement;

/**
 * Every lever, grouped. With all cities in view each lever moves them together, and below it city by city; with one
 * city in view there are the levers of that city alone.
 * @param practices the group of practices adopted, which keeps itself in line
 */
export function leversPanel(
  document: Document,
  workbench: Workbench,
  sourceLink: SourceLink,
  practices: HTMLElement,
): HTMLElement {
  const panel = element(document, "div", { class: "levers" });
  let city = "";
  let controls: LeverControl[] = [];
  const build = () => {
    city = workbench.document.view.city;
    controls = [];
    const active = document.activeElement as HTMLElement | null;
    const inPractices = active !== null && practices.contains(active);
    const focused = inPractices ? null : placeOfFocus(panel);
    const add = (control: LeverControl) => {
      controls.push(control);
      return control.control;
    };
    const made: HTMLElement[] = groups.map((group) =>
      leverGroup(document, workbench, group, city, add, sourceLink),
    );
    // Behind the new initiatives, which practices are.
    made.splice(2, 0, practices);
    panel.replaceChildren(...made);
    if (inPractices) active.focus();
    else if (focused) focusAgain(panel, focused);
  };
  build();
  workbench.subscribe((_, change) => {
    if (change !== "document") return;
    if (workbench.document.view.city !== city) build();
    else for (const control of controls) control.show();
  });
  return panel;
}

/** The lever and the group that have the focus; null where the panel has it not. */
function placeOfFocus(panel: HTMLElement): { lever: string | undefined; group: Group | undefined } | null {
  const active = panel.ownerDocument.activeElement;
  if (!active || !panel.contains(active)) return null;
  const around = active.closest(".lever-group");
  return {
    lever: active.closest<HTMLElement>("[data-lever]")?.dataset.lever,
    group: groups.find((group) => around?.classList.contains(group)),
  };
}

/** A reader who undid a choice of city from a lever goes on at that lever, or at the first of its group. */
function focusAgain(
  panel: HTMLElement,
  { lever, group }: NonNullable<ReturnType<typeof placeOfFocus>>,
): void {
  const same = [...panel.querySelectorAll<HTMLElement>("[data-lever]")].find(
    ({ dataset }) => dataset.lever === lever,
  );
  const place = same ?? panel.querySelector<HTMLElement>(`.lever-group.${group ?? groups[0]}`);
  place?.querySelector<HTMLElement>("input")?.focus();
}

function leverGroup(
  document: Document,
  workbench: Workbench,
  group: Group,
  city: string,
  add: (control: LeverControl) => HTMLElement,
  sourceLink: SourceLink,
): HTMLElement {
  const kind = leverKinds[group];
  const made = element(
    document,
    "fieldset",
    { class: `lever-group ${group}` },
    element(document, "legend", {}, kind.title),
    meaning(document, kind, sourceLink),
  );
  for (const slot of slotsOf(group, city)) made.append(add(leverControl(document, workbench, slot)));
  if (city === everyCity)
    for (const part of partsOf(group)) made.append(cityByCity(document, workbench, group, part, add));
  return made;
}

/** What the levers of a group mean and where something like it happened, with its source. */
export function meaning(
  document: Document,
  { title, meaning: words, example }: LeverKind,
  sourceLink: SourceLink,
): HTMLElement {
  return element(
    document,
    "div",
    { class: "meaning" },
    element(document, "p", {}, words),
    element(
      document,
      "details",
      { class: "example" },
      element(document, "summary", { "aria-label": `Where it happened: ${title}` }, "Where it happened"),
      element(document, "p", {}, `${example.text} `, sourceLink(example)),
    ),
  );
}

/** The slots of a group for a city or all of them. */
function slotsOf(group: Group, city: string): LeverSlot[] {
  switch (group) {
    case "initiatives":
      return dimensions.map((dimension) => ({ kind: group, city, dimension }));
    case "partnerships":
      return partnershipTypes.map((type) => ({ kind: group, city, type }));
    default:
      return [{ kind: group, city }];
  }
}

/** The parts of a group that open city by city: a dimension, a type, or the group as a whole. */
function partsOf(group: Group): { name: string; slots: (city: string) => LeverSlot[] }[] {
  if (group === "initiatives")
    return dimensions.map((dimension) => ({
      name: dimension,
      slots: (city) => [{ kind: group, city, dimension }],
    }));
  if (group === "partnerships")
    return partnershipTypes.map((type) => ({
      name: type.replace("-", "–"),
      slots: (city) => [{ kind: group, city, type }],
    }));
  return [{ name: "", slots: (city) => slotsOf(group, city) }];
}

/** A disclosure with one control a city; made when it is opened, but for funding, which is what is asked first. */
function cityByCity(
  document: Document,
  workbench: Workbench,
  group: Group,
  { name, slots }: { name: string; slots: (city: string) => LeverSlot[] },
  add: (control: LeverControl) => HTMLElement,
): HTMLElement {
  const open = group === "funding";
  const details = element(
    document,
    "details",
    { class: "by-city", open },
    element(document, "summary", {}, name ? `City by city, ${name}` : "City by city"),
  );
  let made = false;
  const make = () => {
    if (made || !details.open) return;
    made = true;
    for (const city of workbench.model.baseline.cities)
      for (const slot of slots(city)) details.append(add(leverControl(document, workbench, slot)));
  };
  if (open) {
    made = true;
    for (const city of workbench.model.baseline.cities)
      for (const slot of slots(city)) details.append(add(leverControl(document, workbench, slot)));
  } else details.addEventListener("toggle", make);
  return details;
}
