import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { shownText } from "../../components/told-fault.js";
import { wordsFor } from "../../components/reader-error.js";
import { mostFileBytes, readScenarioFile } from "../../scenario/import-json.js";
import type { Opened } from "../../scenario/link.js";
import { todayOf } from "../today.js";
import { modelsOffer } from "../compare/models-offer.js";
import { tellOpened } from "../address-notice.js";
import { proposedName } from "./saved-name.js";
import type { SavedShelf } from "./saved-shelf.js";
import type { Workbench } from "../store.js";
import { run } from "../run.js";

/**
 * The button "Import": reads a file of scenarios in the browser and offers each to be opened or saved. Nothing is
 * changed before one of them is chosen; what cannot be read is listed with the path of its field.
 */
export function importMenu(
  document: Document,
  workbench: Workbench,
  shelf: SavedShelf,
  noticePlace: HTMLElement,
): HTMLElement {
  const button = element(
    document,
    "button",
    { type: "button", class: "act", "aria-expanded": "false" },
    "Import",
  );
  const status = element(document, "span", { role: "status" });
  const file = element(document, "input", { type: "file", accept: ".json,application/json" });
  const found = element(document, "ul", { class: "import-found" });
  const problems = element(document, "div", { class: "import-problems", role: "alert" });
  const menu = element(
    document,
    "div",
    { class: "tool-form import-menu", role: "group", "aria-label": "Import scenarios", hidden: true },
    element(document, "label", {}, "A file of scenarios (.json) ", file),
    found,
    problems,
  );
  const opened = (open: boolean) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };

  const openIt = (opening: Opened, name: string) => {
    if (!workbench.change(opening.document, `Open “${name}”`)) {
      status.textContent = faultsWords(workbench.faults);
      return;
    }
    shelf.opened = null;
    tellOpened(document, noticePlace, opening, modelsOffer(document, workbench, shelf));
    status.textContent = `Opened “${name}”`;
  };
  const offer = (opening: Opened, index: number) => {
    const name = opening.record.name ?? nameOf(workbench, opening) ?? `Scenario ${index + 1}`;
    const act = (label: string, deed: () => void) => {
      const made = element(
        document,
        "button",
        { type: "button", class: "act", "aria-label": `${label} ${name}` },
        label,
      );
      made.addEventListener("click", deed);
      return made;
    };
    return element(
      document,
      "li",
      {},
      element(document, "span", { class: "saved-name" }, name),
      " ",
      act("Open", () => openIt(opening, name)),
      " ",
      act("Save", () => {
        void shelf
          .deed((saved) => saved.keep(name, opening.record, Date.now()))
          .then((done) => {
            status.textContent = done.ok ? `Saved as “${done.value.name}”` : faultsWords(done.faults);
          });
      }),
    );
  };
  const read = async (chosen: File) => {
    found.replaceChildren();
    problems.replaceChildren();
    // Looked at before it is read: a wrong file may be of any size.
    const imported =
      chosen.size > mostFileBytes
        ? {
            scenarios: [],
            faults: [{ message: `the file is larger than ${mostFileBytes / 1_000_000} MB` }],
          }
        : readScenarioFile(await chosen.text(), todayOf(workbench));
    const { scenarios, faults } = imported;
    found.append(...scenarios.map(offer));
    const count = scenarios.length === 1 ? "1 scenario" : `${scenarios.length} scenarios`;
    status.textContent = scenarios.length > 0 ? `${count} in ${shownText(chosen.name)}` : "";
    if (faults.length > 0)
      problems.append(
        element(
          document,
          "p",
          {},
          `Not everything in ${shownText(chosen.name)} can be read; nothing was changed.`,
        ),
        element(
          document,
          "ul",
          {},
          ...faults.map((fault) => {
            const field = "field" in fault ? fault.field : undefined;
            return element(
              document,
              "li",
              {},
              fault.message,
              field && !fault.message.includes(field) ? ` (${field})` : "",
            );
          }),
        ),
      );
  };
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    read(chosen)
      .catch((error: unknown) => {
        problems.textContent = `The file could not be read: ${wordsFor(error, "the browser does not let the page have it")}.`;
      })
      // The same file can be chosen again, once it is mended.
      .finally(() => (file.value = ""));
  });
  button.addEventListener("click", () => {
    opened(menu.hidden);
    status.textContent = "";
    if (!menu.hidden) file.focus();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    opened(false);
    button.focus();
  });
  return element(document, "span", { class: "tool" }, button, menu, status);
}

function nameOf({ model }: Workbench, { document }: Opened): string | null {
  const view = run(model, document);
  return view.ok ? proposedName(view.value) : null;
}
