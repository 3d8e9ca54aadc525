import { presets } from "../../model/presets.js";
import { tell } from "../address-notice.js";
import { takePreset } from "./presets-panel.js";
import type { Workbench } from "../store.js";

/** Takes the documented case that a query names; a name that is none is told, and changes nothing. */
export function openPreset(
  document: Document,
  search: string,
  workbench: Workbench,
  noticePlace: HTMLElement,
): void {
  const asked = new URLSearchParams(search).get("preset");
  if (asked === null) return;
  const preset = presets.find(({ id }) => id === asked);
  if (preset) takePreset(workbench, preset);
  else
    tell(document, noticePlace, "status", [
      `The link asks for a documented case that is not offered (${presets.map(({ id }) => id).join(", ")}); it was ignored.`,
    ]);
}

/** A query without the name of a documented case. */
export function withoutPreset(search: string): string {
  const parameters = new URLSearchParams(search);
  if (!parameters.has("preset")) return search;
  parameters.delete("preset");
  const rest = parameters.toString();
  return rest ? `?${rest}` : "";
}
