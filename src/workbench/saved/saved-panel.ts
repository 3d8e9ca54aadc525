import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { asItIs } from "../../scenario/as-it-is.js";
import { modelsOffer } from "../compare/models-offer.js";
import { tellOpened } from "../address-notice.js";
import { saveFile } from "../../components/save-file.js";
import { savedRow, type SavedRow } from "./saved-panel-row.js";
import type { SavedShelf } from "./saved-shelf.js";
import type { Workbench } from "../store.js";

/**
 * The list "Saved scenarios": open, rename, duplicate, delete and bring back, tick to compare. Rows stay in place while
 * this tab or another changes the list, so that neither focus nor a half-typed name is lost.
 * @param noticePlace for what must be told of a scenario that is opened
 */
export function savedPanel(
  document: Document,
  workbench: Workbench,
  shelf: SavedShelf,
  noticePlace: HTMLElement,
): HTMLElement {
  const summary = element(document, "summary", {}, "Saved scenarios");
  const list = element(document, "ul", { class: "saved-list" });
  const none = element(document, "p", { class: "none" });
  const ticks = element(
    document,
    "p",
    { class: "meaning" },
    "Tick two to four of them to see them side by side under “Compare scenarios”.",
  );
  const trouble = element(document, "p", { class: "trouble", role: "alert" });
  const status = element(document, "p", { class: "saved-status", role: "status" });
  const rows = new Map<string, SavedRow>();
  const panel = element(
    document,
    "details",
    { class: "saved", id: "saved-scenarios" },
    summary,
    none,
    ticks,
    list,
    trouble,
    status,
  );

  const focusOn = (id: string) => (rows.get(id)?.focus ?? (() => summary.focus()))();
  /** After a deed the list is read again before the focus goes into it. */
  const done = async (words: string, id?: string) => {
    await shelf.refresh();
    status.textContent = words;
    if (id !== undefined) focusOn(id);
  };
  const failed = (message: string) => {
    status.textContent = message;
  };

  const makeRow = (id: string) =>
    savedRow(document, id, workbench.model, {
      open: () => {
        const scenario = shelf.find(id);
        if (!scenario?.opening.ok) return;
        const taken = workbench.change(scenario.opening.value.document, `Open “${scenario.name}”`);
        if (!taken) return failed(faultsWords(workbench.faults));
        shelf.opened = id;
        tellOpened(document, noticePlace, scenario.opening.value, modelsOffer(document, workbench, shelf));
        status.textContent = `Opened “${scenario.name}”`;
        // What it comes to stands far above the list.
        document.querySelector(".result")?.scrollIntoView({ block: "center" });
      },
      rename: async (_, name) => {
        const outcome = await shelf.deed((saved) => saved.rename(id, name));
        if (!outcome.ok) return faultsWords(outcome.faults);
        await done(`Renamed to “${outcome.value.name}”`);
        return "";
      },
      duplicate: () =>
        void shelf
          .deed((saved) => saved.duplicate(id, Date.now()))
          .then((outcome) =>
            outcome.ok
              ? done(`Duplicated as “${outcome.value.name}”`, outcome.value.id)
              : failed(faultsWords(outcome.faults)),
          ),
      remove: () =>
        void shelf
          .deed((saved) => saved.remove(id, Date.now()))
          .then(async (outcome) => {
            if (!outcome.ok) return failed(faultsWords(outcome.faults));
            await done(`Deleted “${outcome.value.name}”. `);
            offerUndo(id, outcome.value.name);
          }),
      tick: (_, ticked) => shelf.tick(id, ticked),
      file: () =>
        void shelf
          .deed((saved) => saved.raw(id))
          .then((row) =>
            row.ok
              ? saveFile(document, "scenario-as-it-is.json", asItIs(row.value))
              : failed(faultsWords(row.faults)),
          ),
    });
  const offerUndo = (id: string, name: string) => {
    const undo = element(
      document,
      "button",
      { type: "button", class: "act", "aria-label": `Undo: delete ${name}` },
      "Undo",
    );
    undo.addEventListener(
      "click",
      () =>
        void shelf
          .deed((saved) => saved.restore(id))
          .then((outcome) =>
            outcome.ok ? done(`“${outcome.value.name}” is back`, id) : failed(faultsWords(outcome.faults)),
          ),
    );
    status.append(undo);
    undo.focus();
  };

  const show = () => {
    const { scenarios } = shelf;
    summary.textContent = summaryWords(scenarios.length, shelf.trouble !== "");
    none.textContent = shelf.trouble || scenarios.length > 0 ? "" : "None yet. They stay in this browser.";
    ticks.hidden = scenarios.length === 0;
    trouble.textContent = shelf.trouble;
    const ids = new Set(scenarios.map(({ id }) => id));
    for (const [id, { item }] of rows)
      if (!ids.has(id)) {
        item.remove();
        rows.delete(id);
      }
    for (const [index, scenario] of scenarios.entries()) {
      const row = rows.get(scenario.id) ?? makeRow(scenario.id);
      rows.set(scenario.id, row);
      row.show(scenario, shelf.isTicked(scenario.id));
      // Moved only where it must: an element that is moved loses the focus.
      if (list.children[index] !== row.item) list.insertBefore(row.item, list.children[index] ?? null);
    }
  };
  show();
  shelf.subscribe(show);
  return panel;
}

/** What the closed list says: who has saved some must not take them for lost. */
function summaryWords(count: number, unread: boolean): string {
  if (count > 0) return `Saved scenarios (${count})`;
  return unread ? "Saved scenarios: they cannot be read" : "Saved scenarios";
}
