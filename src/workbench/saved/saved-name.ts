import { presets } from "../../model/presets.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { tidyName } from "../../scenario/record.js";
import { sameData } from "../../scenario/same-data.js";
import { leversTitle } from "./levers-title.js";
import type { SavedShelf } from "./saved-shelf.js";

/** A name to begin with, for the whole: the preset's title, or what all levers come to: "Lisbon: five practices adopted". */
export function proposedName({ document, model }: Pick<ScenarioView, "document" | "model">): string {
  const preset = presets.find(({ id }) => id === document.preset);
  if (preset) return tidyName(preset.title);
  const { levers, overrides, costing, ownCity } = document;
  if (levers.length > 0) return tidyName(leversTitle(levers, model));
  const changed = Object.keys(overrides).length;
  const words =
    changed === 0
      ? costing
        ? "Costs by dimension"
        : "Baseline"
      : changed === 1
        ? "One changed assumption"
        : `${changed} changed assumptions`;
  return tidyName(ownCity ? `${ownCity.name}: ${words.toLowerCase()}` : words);
}

/** The name under which this very scenario is saved; else one to begin with. */
export function titleOf(view: ScenarioView, shelf: SavedShelf): string {
  const saved = shelf.opened === null ? undefined : shelf.find(shelf.opened);
  return saved?.opening.ok && sameData(saved.opening.value.document, view.document)
    ? saved.name
    : proposedName(view);
}
