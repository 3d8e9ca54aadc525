/** What may stand inside an element: text is always set as text, never parsed as HTML. */
export type Child = Node | string | number | null | undefined | false;

/**
 * Makes an HTML element in any document, the page's or the builder's.
 * @param attributes name → value; `null`, `undefined` and `false` leave the attribute out, `true` sets it empty
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Record<string, string | number | boolean | null | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    made.append(typeof child === "number" ? String(child) : child);
  }
  return made;
}
