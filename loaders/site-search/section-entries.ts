import { parseHTML } from "linkedom";
import type { Entry } from "../../src/site-search/entry.js";

/**
 * The sections of drawn HTML, by their headings: the address is that of the heading's section where that has one, else
 * the heading's own. A heading without either is left out.
 * @param note what tells the sections from others of their names
 * @param words further words that find every section
 */
export function sectionEntries(html: string, address: string, note: string, words = ""): Entry[] {
  const { document } = parseHTML(`<main>${html}</main>`);
  return [...document.querySelectorAll("h2, h3")].flatMap((heading): Entry[] => {
    const title = heading.textContent.trim();
    const id = heading.closest("section[id], figure[id], div[id]")?.id || heading.id;
    return id && title ? [{ kind: "page", title, note, address: `${address}#${id}`, words }] : [];
  });
}
