import { bad } from "../../model/outcome.js";
import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { longestName } from "../../scenario/record.js";
import type { ScenarioDocument } from "../../scenario/document.js";
import type { Done, Saved } from "../../scenario/saved.js";
import type { NamedRow } from "../../scenario/saved-rows.js";
import { heldWords } from "../practices/held.js";
import { proposedName } from "./saved-name.js";
import type { SavedShelf } from "./saved-shelf.js";
import type { Workbench } from "../store.js";

/** The button "Save" of the toolbar, with the small form it opens: Enter saves, Escape closes. */
export function saveButton(document: Document, workbench: Workbench, shelf: SavedShelf): HTMLElement {
  const button = element(
    document,
    "button",
    { type: "button", class: "act", "aria-expanded": "false" },
    "Save",
  );
  const status = element(document, "span", { role: "status" });
  const input = element(document, "input", { type: "text", maxlength: longestName, autocomplete: "off" });
  const problem = element(document, "span", { class: "field-problem", role: "alert" });
  const replace = element(document, "button", { type: "button", class: "act" });
  const form = element(
    document,
    "form",
    { class: "tool-form", "aria-label": "Save this scenario", hidden: true, novalidate: true },
    element(document, "label", {}, "Name ", input),
    element(document, "button", { type: "submit", class: "act" }, "Save scenario"),
    replace,
    problem,
  );
  const opened = (open: boolean) => {
    form.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    problem.textContent = "";
  };
  const close = () => {
    opened(false);
    button.focus();
  };
  const finish = (done: Done<NamedRow>) => {
    if (!done.ok) {
      problem.textContent = faultsWords(done.faults);
      input.focus();
      return;
    }
    shelf.opened = done.value.id;
    status.textContent = `Saved as “${done.value.name}”`;
    close();
  };
  button.addEventListener("click", () => {
    if (!form.hidden) return close();
    status.textContent = "";
    const old = shelf.opened === null ? undefined : shelf.find(shelf.opened);
    replace.hidden = !old?.opening.ok;
    replace.textContent = old ? `Replace “${old.name}”` : "";
    input.value = proposedName(workbench.view);
    opened(true);
    input.focus();
    input.select();
  });
  const deed = (act: (saved: Saved, now: ScenarioDocument) => Promise<Done<NamedRow>>) => {
    const now = workbench.document;
    const message = heldWords(workbench);
    if (message) finish(bad({ message }));
    else void shelf.deed((saved) => act(saved, now)).then(finish);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    deed((saved, now) => saved.save(input.value, now, Date.now()));
  });
  replace.addEventListener("click", () => {
    const id = shelf.opened ?? "";
    deed((saved, now) => saved.replace(id, now, Date.now()));
  });
  form.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return element(document, "span", { class: "tool" }, button, form, status);
}
