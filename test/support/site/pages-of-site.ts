import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseHTML } from "linkedom";

/** A page of a built site. */
export interface BuiltPage {
  /** Address without the leading slash: "", "compare", "guide/", "guide/reading". */
  path: string;
  /** File in the site's folder: "guide/index.html". */
  file: string;
  html: string;
  document: Document;
}

/** Every page of the folder, in the order of their files' names. */
export function pagesOf(folder: string): BuiltPage[] {
  return filesOf(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const html = readFileSync(join(folder, file), "utf8");
      const path = file.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1");
      return { path, file, html, document: parseHTML(html).document };
    });
}

/** Every file under the folder, with "/" between folders. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative(".", name).split(sep).join("/"))
    .sort();
}

/** Pages of city briefs, which are made of one template. */
function isBrief(path: string): boolean {
  return /^cities\/./.test(path);
}

/** Briefs that stand for all: a mapped city, one without a mapping of which much is known, one of which little is. */
export const typicalBriefs = ["cities/nairobi", "cities/toronto", "cities/ramallah"];

/** True for a brief that others stand for. */
export function isLikeOthers(path: string): boolean {
  return isBrief(path) && !typicalBriefs.includes(path);
}
