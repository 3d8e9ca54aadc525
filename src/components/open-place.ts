/**
 * Opens and shows the part of the page that its address names, where a script made it after the browser had looked for it.
 * @param hash of the address, with its "#"; one of a scenario names no part
 */
export function openPlace(document: Document, hash: string): void {
  const id = /^#([\w-]+)$/.exec(hash)?.[1];
  const place = id === undefined ? null : document.getElementById(id);
  if (!place) return;
  if (place.localName === "details") place.setAttribute("open", "");
  place.scrollIntoView({ block: "start" });
}
