import { folded } from "../model/folded.js";

/** Letters of the longest name, without its ending. */
const longest = 80;

/**
 * A name for files: letters, digits and hyphens.
 * @param name in words; where nothing of it is left the name is "scenario"
 */
export function fileName(name: string, ending: string): string {
  return `${fileStem(name) || "scenario"}.${ending}`;
}

/** The same without an ending; empty where nothing is left of the words. */
export function fileStem(name: string): string {
  return folded(name.normalize("NFKC"))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longest)
    .replace(/-$/, "");
}
