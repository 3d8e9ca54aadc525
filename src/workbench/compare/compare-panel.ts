import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import type { FrameContext } from "../../components/frame-context.js";
import { asItWasMadeName, comparable, compareItems, notInCommon, olderWords } from "./compare-items.js";
import { comparePictures } from "./compare-pictures.js";
import { compareSplit } from "./compare-split.js";
import { comparedWith, compareTable } from "./compare-table.js";
import { asItWasMade, theBaseline, thisScenario, type SavedShelf } from "../saved/saved-shelf.js";
import type { Workbench } from "../store.js";

/**
 * Two to four scenarios side by side: chosen among this one, the baseline and the saved ones; on the same scales, with
 * their differences, and for two of them where the difference comes from. Nothing is worked out while it is closed.
 */
export function comparePanel(context: FrameContext, workbench: Workbench, shelf: SavedShelf): HTMLElement {
  const { document } = context;
  const choices = element(document, "fieldset", { class: "compare-choices" });
  const legend = element(document, "legend", {}, `Choose ${comparable.least} to ${comparable.most}`);
  choices.append(legend);
  const status = element(document, "p", { class: "compare-status", role: "status" });
  const shown = element(document, "div", { class: "compared" });
  const pictures = comparePictures(context);
  const boxes = new Map<string, { label: HTMLElement; box: HTMLInputElement; name: HTMLElement }>();
  const panel = element(
    document,
    "details",
    { class: "compare", id: "compare-scenarios" },
    element(document, "summary", {}, "Compare scenarios"),
    choices,
    status,
    shown,
  );

  const showChoices = () => {
    const all = [
      { id: thisScenario, name: "This scenario" },
      { id: theBaseline, name: "Baseline" },
      ...(shelf.older ? [{ id: asItWasMade, name: asItWasMadeName(shelf.older) }] : []),
      ...shelf.scenarios.filter(({ opening }) => opening.ok),
    ];
    const ids = new Set(all.map(({ id }) => id));
    for (const [id, { label }] of boxes)
      if (!ids.has(id)) {
        label.remove();
        boxes.delete(id);
      }
    for (const [index, { id, name }] of all.entries()) {
      const choice = boxes.get(id) ?? makeChoice(id);
      boxes.set(id, choice);
      choice.box.checked = shelf.isTicked(id);
      choice.name.textContent = name;
      // The legend is the first child.
      if (choices.children[index + 1] !== choice.label)
        choices.insertBefore(choice.label, choices.children[index + 1] ?? null);
    }
  };
  const makeChoice = (id: string) => {
    const box = element(document, "input", { type: "checkbox" });
    const name = element(document, "span", {});
    box.addEventListener("change", () => shelf.tick(id, box.checked));
    return { label: element(document, "label", {}, box, " ", name), box, name };
  };

  let stale = true;
  const show = () => {
    stale = true;
    if (!panel.open) return;
    stale = false;
    const ids = shelf.ticked();
    const { least, most } = comparable;
    if (ids.length < least || ids.length > most) {
      status.textContent =
        ids.length > most
          ? `${ids.length} are chosen: untick ${ids.length - most} to see them side by side. Nothing is lost.`
          : `Choose ${least - ids.length === 1 ? "one more" : "two"} to compare.`;
      return shown.replaceChildren();
    }
    const items = compareItems(ids, workbench.view, shelf.scenarios, shelf.older);
    if (!items.ok) {
      status.textContent = `They cannot be compared: ${faultsWords(items.faults)}.`;
      return shown.replaceChildren();
    }
    const apart = notInCommon(items.value);
    status.textContent = [...olderWords(items.value), apart].filter(Boolean).join(" ");
    // From the one that the other is set against, as in the table.
    const from = comparedWith(items.value);
    const [first, second] = [items.value[from], items.value[1 - from]];
    const wasOpen = shown.querySelector<HTMLDetailsElement>(".compare-lines details")?.open;
    shown.replaceChildren(
      ...pictures(items.value, workbench.document.view.city),
      compareTable(document, items.value, workbench.document.view.city, wasOpen),
      ...(items.value.length === 2 && !apart
        ? [compareSplit(document, first!, second!, workbench.document.view.city)]
        : []),
    );
  };
  const follow = () => {
    showChoices();
    show();
  };
  showChoices();
  panel.addEventListener("toggle", () => stale && show());
  shelf.subscribe(follow);
  // While a slider is drawn there are many changes a frame apart: they are compared once the hand rests.
  let resting: ReturnType<typeof setTimeout> | undefined;
  workbench.subscribe((_, change) => {
    if (change !== "document") return;
    stale = true;
    clearTimeout(resting);
    if (panel.open) resting = setTimeout(show, 150);
  });
  return panel;
}
