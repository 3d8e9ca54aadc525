import { element } from "../../components/element.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { Lever } from "../../model/levers/lever-kinds.js";
import { presetLevers } from "../../model/preset-levers.js";
import { presets, type Preset } from "../../model/presets.js";
import { startOf } from "../../model/start.js";
import { scenarioOf } from "../../scenario/document.js";
import type { SourceLink } from "../source-link.js";
import type { Workbench } from "../store.js";

/** Documented cases to start from: each with its story and its source. Choosing one replaces the levers, which undo brings back. */
export function presetsPanel(document: Document, workbench: Workbench, sourceLink: SourceLink): HTMLElement {
  const cards = presets.map((preset) => {
    const button = element(document, "button", { type: "button", class: "preset" }, preset.title);
    button.addEventListener("click", () => takePreset(workbench, preset));
    return {
      preset,
      button,
      card: element(
        document,
        "li",
        {},
        button,
        element(document, "p", {}, `${preset.story} `, sourceLink(preset)),
      ),
    };
  });
  const show = () => {
    for (const { preset, button } of cards)
      button.setAttribute("aria-pressed", String(workbench.document.preset === preset.id));
  };
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return element(
    document,
    "details",
    { class: "presets" },
    element(document, "summary", {}, "Start from a documented case"),
    element(document, "ul", {}, ...cards.map(({ card }) => card)),
  );
}

/** Replaces the levers by those of a preset; a preset of one city brings that city into view. */
export function takePreset(workbench: Workbench, preset: Preset): boolean {
  const { baseline } = workbench.model;
  const start = startOf(workbench.model, scenarioOf(workbench.document));
  if (!start.ok) return false;
  const levers = presetLevers(preset, baseline, start.value);
  return workbench.change(
    {
      ...workbench.document,
      levers,
      preset: preset.id,
      view: { ...workbench.document.view, city: cityOf(levers) },
    },
    preset.title,
  );
}

function cityOf(levers: readonly Lever[]): string {
  const cities = new Set(levers.map(({ city }) => city));
  return cities.size === 1 ? [...cities][0]! : everyCity;
}
