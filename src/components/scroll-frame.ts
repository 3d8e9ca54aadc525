import { element, type Child } from "./element.js";

/**
 * A frame in which a wide table scrolls, so that the page does not: by keyboard as well, and named for those who cannot
 * see it.
 */
export function scrollFrame(document: Document, label: string, ...content: Child[]): HTMLElement {
  return element(
    document,
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": label },
    ...content,
  );
}
