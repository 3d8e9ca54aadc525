/**
 * Opens and shows the part of the page that its address names, with every fold around it: where a script made it after the
 * browser had looked for it, or where a browser leaves folds closed.
 * @param hash of the address, with its "#"; one of a scenario names no part
 */
export function openPlace(document: Document, hash: string): void {
  const id = /^#([\w-]+)$/.exec(hash)?.[1];
  const place = id === undefined ? null : document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.setAttribute("open", "");
  place.scrollIntoView({ block: "start" });
}
