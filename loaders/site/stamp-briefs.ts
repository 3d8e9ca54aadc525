import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anyCity, readBriefs, type DrawnBriefs } from "./city-briefs.js";
import { escapeHtml, sourceLinks } from "./page-parts.js";

/**
 * Makes the page of every city from the finished page that stands for all of them, which then goes.
 * @param folder the built site
 * @param briefs default: those of the evidence
 * @throws when the page does not have the places to fill
 */
export function stampBriefs(folder: string, { briefs }: Pick<DrawnBriefs, "briefs"> = readBriefs()): void {
  const file = join(folder, "cities", `${anyCity.id}.html`);
  const template = readFileSync(file, "utf8");
  const places = [anyCity.name, anyCity.description, anyCity.sources[0]!, anyCity.html];
  const lost = places.filter((place) => !template.includes(place));
  if (lost.length) throw new Error(`${file}: has no ${lost.join(", ")}; has Framework changed its pages?`);
  // Places and the text between them in turns, so that what fills one is not searched for the next.
  const parts = template.split(new RegExp(`(${places.join("|")})`));
  const links = new Map<string, string>();
  for (const [id, { name, description, sources, html }] of Object.entries(briefs)) {
    const documents = sources.join();
    if (!links.has(documents)) links.set(documents, sourceLinks(sources, "../"));
    const fill = new Map([
      [anyCity.name, escapeHtml(name)],
      [anyCity.description, escapeHtml(description)],
      [anyCity.sources[0]!, links.get(documents)!],
      [anyCity.html, html],
    ]);
    writeFileSync(join(folder, "cities", `${id}.html`), parts.map((part) => fill.get(part) ?? part).join(""));
  }
  rmSync(file);
}
