import { element } from "../../components/element.js";
import { longestName, tidyName } from "../../scenario/record.js";
import type { ScenarioDocument } from "../../scenario/document.js";
import { sameData } from "../../scenario/same-data.js";
import type { Workbench } from "../store.js";
import { titleOf } from "./saved-name.js";
import type { SavedShelf } from "./saved-shelf.js";

/** The field for the title of the whole: heading of the brief, and name of its files. */
export interface TitleField {
  field: HTMLElement;
  /** The title as it stands; the proposed one where the field is empty or speaks of another scenario. */
  now: () => string;
  /** Proposes a title, unless one was typed for this very scenario. */
  show: () => void;
}

/** Makes the field "Title" with a proposal made of all levers. */
export function titleField(document: Document, workbench: Workbench, shelf: SavedShelf): TitleField {
  const input = element(document, "input", { type: "text", maxlength: longestName, autocomplete: "off" });
  let typedFor: ScenarioDocument | null = null;
  const isTyped = () => typedFor !== null && sameData(typedFor, workbench.document);
  input.addEventListener("input", () => (typedFor = workbench.document));
  const show = () => {
    if (!isTyped()) input.value = titleOf(workbench.view, shelf);
  };
  workbench.subscribe((_, change) => change === "document" && show());
  return {
    field: element(document, "label", { class: "title-field" }, "Title ", input),
    now: () => (isTyped() && tidyName(input.value)) || titleOf(workbench.view, shelf),
    show,
  };
}
