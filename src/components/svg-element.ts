const namespace = "http://www.w3.org/2000/svg";

/** Makes SVG elements in a document, the page's or the builder's. */
export function svgElement(document: Document) {
  return <Name extends keyof SVGElementTagNameMap>(
    name: Name,
    attributes: Record<string, string | number>,
  ): SVGElementTagNameMap[Name] => {
    const made = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
}
