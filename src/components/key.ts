import { element } from "./element.js";

/** Names of colours in a line, for parts that cannot carry their label. */
export function colourKey(document: Document, entries: { name: string; colour: string }[]): HTMLElement {
  const list = element(document, "ul", { class: "key" });
  for (const { name, colour } of entries) {
    list.append(
      element(
        document,
        "li",
        {},
        element(document, "span", { class: "swatch", style: `background:${colour}` }),
        name,
      ),
    );
  }
  return list;
}
