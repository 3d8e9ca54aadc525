import { element } from "../../components/element.js";
import { pointsWords } from "../../scenario-charts/reading.js";
import { actingText, leverText } from "../../scenario/lever-words.js";
import { ownChange } from "../own-change.js";
import type { Workbench } from "../store.js";
import { setText } from "../../components/set-text.js";

/** A line of the list; the same element for whichever lever stands at its place. */
interface Line {
  item: HTMLElement;
  remove: HTMLElement;
  show: (words: string, acting: string, part: number | undefined) => void;
}

/**
 * Everything that was moved and adopted, with when it acts and how a rise is spent, its part in the change of coverage
 * and a way to take it back. It stands above the levers and stays in view while they are scrolled. Lines stay while
 * answers come, and the focus goes on to the next line where one is removed.
 */
export function movedLevers(document: Document, workbench: Workbench): HTMLElement {
  const list = element(document, "ul", { class: "moved-list" });
  const none = element(document, "p", { class: "none", tabindex: -1 });
  const more = element(document, "summary", {}, "");
  const details = element(document, "details", { class: "moved-levers", open: true }, more, list);
  const lines: Line[] = [];

  const makeLine = (index: number): Line => {
    const words = element(document, "span", {});
    const share = element(document, "span", { class: "part" });
    const how = element(document, "small", { class: "lever-terms" });
    const remove = element(document, "button", { type: "button" }, "Remove");
    remove.addEventListener("click", () => {
      const { levers } = workbench.document;
      const lever = levers[index];
      if (!lever) return;
      const rest = levers.filter((_, i) => i !== index);
      workbench.change(
        ownChange(workbench.document, { levers: rest }),
        `Remove ${leverText(lever, workbench.model)}`,
      );
      (lines[Math.min(index, lines.length - 1)]?.remove ?? none).focus();
    });
    return {
      item: element(document, "li", {}, words, share, " ", remove, how),
      remove,
      show(text, acting, part) {
        words.textContent = text;
        share.textContent = part === undefined ? "" : ` ${pointsWords(part)} points of coverage`;
        how.textContent = acting;
        remove.setAttribute("aria-label", `Remove ${text}`);
      },
    };
  };

  const show = () => {
    const { levers, overrides } = workbench.document;
    const parts = workbench.view.attribution;
    setText(
      none,
      Object.keys(overrides).length === 0 ? "You have not changed anything yet." : "No lever changed yet.",
    );
    none.hidden = levers.length > 0;
    details.hidden = levers.length === 0;
    more.textContent = levers.length === 1 ? "1 lever changed" : `${levers.length} levers changed`;
    for (const { item } of lines.splice(levers.length)) item.remove();
    levers.forEach((lever, index) => {
      const line = (lines[index] ??= makeLine(index));
      if (!line.item.parentNode) list.append(line.item);
      line.show(
        leverText(lever, workbench.model),
        actingText(lever),
        parts?.ok ? parts.value.levers[index] : undefined,
      );
    });
  };
  show();
  workbench.subscribe(show);
  return element(document, "div", { class: "moved-place" }, none, details);
}
