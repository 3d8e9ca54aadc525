import { fetchPart } from "./fetch-part.js";
import { siteLink } from "./site-root.js";

/** Modules that are bundled by themselves (`loaders/bundle-library.ts`), by the name of their file. */
interface Libraries {
  "citation-formats": typeof import("./citation-formats.js");
  "write-workbook": typeof import("./write-workbook.js");
}

/** How often a library did not come. A browser keeps that it failed, and asks for it again only at another address. */
const failed = new Map<keyof Libraries, number>();

/**
 * What a library of the site exports, fetched when it is first asked for.
 * @throws PartMissing where it does not come
 */
export function fetchLibrary<Name extends keyof Libraries, Export extends keyof Libraries[Name] & string>(
  name: Name,
  exported: Export,
): Promise<Libraries[Name][Export]> {
  const address = siteLink(`/library/${name}.js`);
  const tries = failed.get(name) ?? 0;
  const coming = import(tries ? `${address}?try=${tries + 1}` : address) as Promise<Libraries[Name]>;
  coming.catch(() => failed.set(name, tries + 1));
  return fetchPart(coming, exported);
}
