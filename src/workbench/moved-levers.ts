import { formatNumber } from "../components/format.js";
import { element } from "../components/element.js";
import { leverText } from "../scenario/lever-slot.js";
import { ownChange } from "./own-change.js";
import type { Workbench } from "./store.js";

/** Everything that was moved, with its part in the change of coverage and a way to take it back. */
export function movedLevers(document: Document, workbench: Workbench): HTMLElement {
  const list = element(document, "ul", { class: "moved-list" });
  const none = element(document, "p", { class: "none" }, "No lever is moved.");
  const more = element(document, "summary", {}, "");
  const details = element(document, "details", { class: "moved-levers" }, more, list);
  const show = () => {
    const { levers } = workbench.document;
    const parts = workbench.view.attribution;
    none.hidden = levers.length > 0;
    details.hidden = levers.length === 0;
    more.textContent = levers.length === 1 ? "1 lever is moved" : `${levers.length} levers are moved`;
    list.replaceChildren(
      ...levers.map((lever, index) => {
        const words = leverText(lever, workbench.model);
        const part = parts?.ok ? parts.value.levers[index] : undefined;
        const remove = element(
          document,
          "button",
          { type: "button", "aria-label": `Remove ${words}` },
          "Remove",
        );
        remove.addEventListener("click", () => {
          workbench.change(
            ownChange(workbench.document, { levers: levers.filter((_, i) => i !== index) }),
            `Remove ${words}`,
          );
          (details.hidden ? more : (list.querySelector("button") ?? more)).focus();
        });
        return element(
          document,
          "li",
          {},
          words,
          part === undefined
            ? ""
            : element(document, "span", { class: "part" }, ` ${sign(part)} of coverage`),
          " ",
          remove,
        );
      }),
    );
  };
  show();
  workbench.subscribe(show);
  return element(document, "div", { class: "moved" }, none, details);
}

const sign = (part: number) => (part > 0.0005 ? "+" : "") + formatNumber(part, 3);
