import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anyCity, readBriefs, type DrawnBriefs } from "./city-briefs.js";
import { escapeHtml } from "./escape-html.js";
import { sourceLinks } from "./page-parts.js";

/** What an id must be to become the name of a page: nothing else may lead out of the folder, or to a device. */
const pageName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Makes the page of every city from the finished page that stands for all of them, which then goes.
 * @param folder the built site
 * @param briefs default: those of the evidence
 * @throws when the page does not have the places to fill; when the id of a city cannot be the name of its page, or
 *   another page has it
 */
export function stampBriefs(folder: string, { briefs }: Pick<DrawnBriefs, "briefs"> = readBriefs()): void {
  const file = join(folder, "cities", `${anyCity.id}.html`);
  const template = readFileSync(file, "utf8");
  const places = [anyCity.name, anyCity.description, anyCity.sources[0]!, anyCity.html];
  const lost = places.filter((place) => !template.includes(place));
  if (lost.length) throw new Error(`${file}: has no ${lost.join(", ")}; has Framework changed its pages?`);
  const odd = Object.keys(briefs).find((id) => !pageName.test(id));
  if (odd !== undefined)
    throw new Error(
      `The city ${JSON.stringify(odd)} cannot have a page: its id must be small letters and digits, with single hyphens between them. Write it so in data/cities.csv, and wherever it is used.`,
    );
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
    writePage(folder, id, parts.map((part) => fill.get(part) ?? part).join(""));
  }
  rmSync(file);
}

/** Never over a page that is there: the list of cities, say. */
function writePage(folder: string, id: string, html: string): void {
  try {
    writeFileSync(join(folder, "cities", `${id}.html`), html, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new Error(
      `The city "${id}" cannot have a page: the site has one at /cities/${id} already. Give the city another id in data/cities.csv, and wherever it is used.`,
      { cause: error },
    );
  }
}
