import { element } from "../../components/element.js";
import { everyCity } from "../../model/levers/every-city.js";
import { leverKinds, type LeverName } from "../../model/levers/lever-kinds.js";
import { detailsOf, slotIn } from "../../scenario/lever-slot.js";
import type { Slider } from "../../scenario/told-levers/told-lever.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";
import type { SourceLink } from "../source-link.js";
import type { Workbench } from "../store.js";
import { leverControl, type LeverControl } from "./lever-control.js";

/** The sliders of one kind of lever. */
interface Group {
  document: Document;
  workbench: Workbench;
  kind: LeverName;
  slider: Slider;
  /** Takes a control into the panel, which keeps it in line. */
  add: (control: LeverControl) => HTMLElement;
}

/** The levers of a kind: those of the city in view, and for all cities each of them below, city by city. */
export function leverGroup(group: Group, city: string, sourceLink: SourceLink): HTMLElement {
  const { document, kind } = group;
  const made = element(
    document,
    "fieldset",
    { class: `lever-group ${kind}` },
    element(document, "legend", {}, leverKinds[kind].title),
    meaning(document, kind, sourceLink),
  );
  const details = detailsOf(kind);
  for (const detail of details) made.append(control(group, city, detail));
  if (city === everyCity) for (const detail of details) made.append(cityByCity(group, detail));
  return made;
}

/** What the levers of a kind mean and where something like it happened, with its source. */
export function meaning(document: Document, kind: LeverName, sourceLink: SourceLink): HTMLElement {
  const { meaning: words, example } = toldLevers[kind];
  const label = `Real examples: ${leverKinds[kind].title}`;
  return element(
    document,
    "div",
    { class: "meaning" },
    element(document, "p", {}, words),
    element(
      document,
      "details",
      { class: "example" },
      element(document, "summary", { "aria-label": label }, "Real examples"),
      element(document, "p", {}, `${example.text} `, sourceLink(example)),
    ),
  );
}

/** A disclosure with one control a city, made when it is opened, unless the kind has it open from the start. */
function cityByCity(group: Group, detail: string | undefined): HTMLElement {
  const { document, slider, workbench } = group;
  const open = slider.openByCity ?? false;
  const name = detail === undefined ? "" : (slider.partName?.(detail) ?? detail);
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
    for (const city of workbench.model.baseline.cities) details.append(control(group, city, detail));
  };
  if (open) {
    made = true;
    for (const city of workbench.model.baseline.cities) details.append(control(group, city, detail));
  } else details.addEventListener("toggle", make);
  return details;
}

function control(
  { document, workbench, kind, slider, add }: Group,
  city: string,
  detail: string | undefined,
) {
  return add(leverControl(document, workbench, slotIn(kind, city, detail), slider));
}
