import { element } from "../components/element.js";

/**
 * The parts of a brief as a list of links, for a reader on a screen: on paper there are two sheets.
 * @param parts each with its name in the list; a part that has no id of its own has a heading with one
 */
export function contents(
  document: Document,
  parts: readonly (readonly [part: HTMLElement, name: string])[],
): HTMLElement {
  const items = parts.map(([part, name]) => {
    const id = part.id || (part.querySelector("h2")?.id ?? "");
    return element(document, "li", {}, element(document, "a", { href: `#${id}` }, name));
  });
  return element(
    document,
    "nav",
    { class: "brief-contents", "aria-label": "Contents" },
    element(document, "p", { "aria-hidden": "true" }, "Contents"),
    element(document, "ul", {}, ...items),
  );
}
