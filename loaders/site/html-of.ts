/**
 * The HTML of an element drawn here. The document library leaves `&` and `<` in attributes as they are, so that a name
 * such as "R&D" would break the pictures, which are read as XML, and "&copy" would come out of a browser as "©". The
 * element is changed: nothing but this may be done with it afterwards.
 */
export function htmlOf(drawn: Element): string {
  for (const link of drawn.querySelectorAll("a[href]")) leaveAddress(link);
  for (const node of [drawn, ...drawn.querySelectorAll("*")])
    for (const attribute of [...node.attributes])
      if (/[&<]/.test(attribute.value))
        attribute.value = attribute.value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return drawn.outerHTML;
}

/**
 * Framework decodes and encodes every address, and stops the build at one such as "…/100%/%ff", which a document may
 * have. What it takes for external it leaves as it is; it then gets here what Framework gives other links.
 */
function leaveAddress(link: Element): void {
  if (!/^https?:/i.test(link.getAttribute("href")!)) return;
  link.setAttribute("rel", "external noopener noreferrer");
  link.setAttribute("target", "_blank");
}
