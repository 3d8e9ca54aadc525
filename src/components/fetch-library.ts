import { fetchPart } from "./fetch-part.js";
import { siteLink } from "./site-root.js";

/** Modules that are bundled by themselves (`loaders/bundle-library.ts`), by the name of their file. */
interface Libraries {
  "citation-formats": typeof import("./citation-formats.js");
  "write-workbook": typeof import("./write-workbook.js");
}

/**
 * What a library of the site exports, fetched when it is first asked for.
 * @throws PartMissing where it does not come
 */
export function fetchLibrary<Name extends keyof Libraries, Export extends keyof Libraries[Name] & string>(
  name: Name,
  exported: Export,
): Promise<Libraries[Name][Export]> {
  const address = siteLink(`/library/${name}.js`);
  return fetchPart(import(address) as Promise<Libraries[Name]>, exported);
}
