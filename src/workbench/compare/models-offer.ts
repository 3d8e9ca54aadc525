import { element } from "../../components/element.js";
import { modelFor } from "../../model/own-city.js";
import type { Opened } from "../../scenario/link.js";
import { olderModelOf } from "../../scenario/older-model.js";
import type { SavedShelf } from "../saved/saved-shelf.js";
import type { Workbench } from "../store.js";

/** What is offered beside the words about a scenario that was opened; null where there is nothing to offer. */
export type OpenedOffer = (opened: Opened) => HTMLElement | null;

/**
 * "Compare the two models", for a scenario that was made with an older version of the model: it opens the panel that
 * compares, with the scenario as today's model has it beside what its own model made of it.
 */
export function modelsOffer(document: Document, workbench: Workbench, shelf: SavedShelf): OpenedOffer {
  return ({ record }) => {
    const older = olderModelOf(record, modelFor(workbench.model, undefined));
    shelf.madeBy(older);
    if (!older) return null;
    const go = element(document, "button", { type: "button", class: "act" }, "Compare the two models");
    go.addEventListener("click", () => {
      shelf.besideItsModel();
      const panel = document.querySelector("#compare-scenarios");
      if (!panel) return;
      panel.setAttribute("open", "");
      panel.scrollIntoView?.({ block: "start" });
      panel.querySelector<HTMLElement>("summary")?.focus({ preventScroll: true });
    });
    return go;
  };
}
