import { element } from "../components/element.js";
import { withCosting } from "../scenario/costing.js";
import { untouched } from "../scenario/document.js";
import { ownChange } from "./own-change.js";
import type { Workbench } from "./store.js";

/** How long each end of a replay stays in view, in milliseconds. */
const replayStep = 900;

/** Undo, redo, replay and the two resets; what else acts on the scenario as a whole is added behind them. */
export function toolbar(document: Document, workbench: Workbench, ...more: HTMLElement[]): HTMLElement {
  const button = (name: string, act: () => void) => {
    const made = element(document, "button", { type: "button" }, name);
    made.addEventListener("click", act);
    return made;
  };
  const undo = button("Undo", () => workbench.undo());
  const redo = button("Redo", () => workbench.redo());
  const replay = button("Replay", () => replayLast(workbench));
  const resetLevers = button("Reset levers", () => {
    workbench.change(ownChange(workbench.document, { levers: untouched.levers }), "Reset levers");
  });
  // How costs are taken is one of the assumptions, and stands with them.
  const resetAssumptions = button("Reset assumptions", () =>
    workbench.change(
      { ...withCosting(workbench.document, "pooled"), overrides: untouched.overrides },
      "Reset assumptions",
    ),
  );
  const show = () => {
    able(undo, workbench.undoLabel, "Undo");
    able(redo, workbench.redoLabel, "Redo");
    able(replay, workbench.lastChange?.label ?? null, "Replay");
    resetLevers.setAttribute("aria-disabled", String(workbench.document.levers.length === 0));
    const { overrides, costing } = workbench.document;
    resetAssumptions.setAttribute(
      "aria-disabled",
      String(Object.keys(overrides).length === 0 && costing === undefined),
    );
  };
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return element(
    document,
    "div",
    { class: "toolbar", role: "group", "aria-label": "Scenario" },
    element(document, "div", { class: "toolbar-first" }, undo, redo, replay),
    element(document, "div", { class: "toolbar-more" }, resetLevers, resetAssumptions, ...more),
  );
}

/** A button keeps the focus when there is nothing left for it, and says in its tip what it would do. */
function able(button: HTMLElement, label: string | null, name: string): void {
  button.setAttribute("aria-disabled", String(label === null));
  if (label === null) button.removeAttribute("title");
  else button.setAttribute("title", `${name}: ${label}`);
}

/** Shows what was before the last change, then what is now; any other change ends it. */
function replayLast(workbench: Workbench): void {
  const last = workbench.lastChange;
  if (!last) return;
  workbench.show(last.before);
  const back = setTimeout(() => {
    end();
    workbench.show(last.after);
  }, replayStep);
  const end = workbench.subscribe((_, change) => {
    // Undo leads to the same document as the replay does, but by another way.
    const shown = workbench.document === last.before && workbench.lastChange === last;
    if (change !== "document" || shown) return;
    clearTimeout(back);
    end();
  });
}

/** Ctrl or ⌘ with Z takes back, with Shift+Z or Y brings again; not while text is typed, where they act on the text. */
export function followKeys(document: Document, workbench: Workbench): void {
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const target = event.target as HTMLElement | null;
    if (target?.closest("textarea, [contenteditable], input:not([type=range]):not([type=checkbox])")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) workbench.undo();
    else if (key === "y" || key === "z") workbench.redo();
    else return;
    event.preventDefault();
  });
}
