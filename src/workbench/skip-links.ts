import { element } from "../components/element.js";

/** Parts of the workbench between which a keyboard goes to and fro. */
const parts = [
  { name: "levers", selector: ".levers-side" },
  { name: "result", selector: ".result" },
  { name: "pictures", selector: ".charts" },
  { name: "best use of money", selector: ".budget-first" },
] as const;

/**
 * Buttons that bring the focus to a part of the workbench; they show when they have the focus. They are no links: the
 * hash of the address holds the scenario.
 */
export function skipLinks(document: Document): HTMLElement {
  const buttons = parts.map(({ name, selector }) => {
    const button = element(document, "button", { type: "button" }, `Go to the ${name}`);
    button.addEventListener("click", () => {
      const part = document.querySelector<HTMLElement>(selector);
      if (!part) return;
      if (!part.hasAttribute("tabindex")) part.tabIndex = -1;
      part.focus();
      part.scrollIntoView({ block: "start" });
    });
    return button;
  });
  return element(document, "div", { class: "skip-parts", role: "group", "aria-label": "Parts" }, ...buttons);
}
