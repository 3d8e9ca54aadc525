import { leverKinds, type Lever } from "../../model/levers/lever-kinds.js";
import { presets } from "../../model/presets.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { amountOf } from "../../scenario/lever-slot.js";
import { leverText } from "../../scenario/lever-words.js";
import { tidyName } from "../../scenario/record.js";

/**
 * A name to begin with: the preset's title, or the lever that does most to coverage (while that is not known, the one
 * that is moved most of its range).
 */
export function proposedName(view: ScenarioView): string {
  const { document, model, attribution } = view;
  const preset = presets.find(({ id }) => id === document.preset);
  if (preset) return tidyName(preset.title);
  const { levers, overrides } = document;
  if (levers.length === 0) {
    const changed = Object.keys(overrides).length;
    if (changed === 0) return "Baseline";
    return changed === 1 ? "One changed assumption" : `${changed} changed assumptions`;
  }
  const parts = attribution?.ok ? attribution.value.levers : [];
  const split = parts.some((part) => Math.abs(part) > 1e-9);
  const weight = (lever: Lever, i: number) =>
    split ? Math.abs(parts[i] ?? 0) : Math.abs(amountOf(lever)) / leverKinds[lever.kind].maximum;
  const largest = levers.reduce(
    (best, lever, i) => (weight(lever, i) > weight(levers[best]!, best) ? i : best),
    0,
  );
  const more = levers.length - 1;
  return tidyName(`${leverText(levers[largest]!, model)}${more ? `, and ${more} more` : ""}`);
}
