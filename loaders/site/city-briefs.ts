import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { anyCityId } from "../reserved-ids.js";
import { drawnAside } from "./drawn-aside.js";
import { pushDrawnHtml, pushHeading } from "./drawn-html.js";

/** A brief as its page needs it. */
export interface DrawnBrief {
  /** Name of the city. */
  name: string;
  /** What the page says of itself to browsers and search engines. */
  description: string;
  /** Ids of the documents it draws on. */
  sources: string[];
  html: string;
}

/** The brief of every city of the evidence by its id, drawn together, and the figures they are made of. */
export interface DrawnBriefs {
  briefs: Record<string, DrawnBrief>;
  figures: string[];
}

/**
 * Every brief, drawn anew when the data or the code behind them changed.
 * @throws when the evidence is refused
 */
export const readBriefs = drawnAside<DrawnBriefs>("briefs");

/**
 * Stands for every city in a build. Framework takes a tenth of a second for a page, whatever is on it: it makes one
 * page of this, and `stamp-briefs.ts` makes one of that for each city. Its words begin and end with a character for
 * private use, which no text of the data may hold. A preview makes the page that is asked for.
 */
export const anyCity: DrawnBrief & { id: string } = {
  id: anyCityId,
  name: "\uE000city-name\uE000",
  description: "\uE000city-description\uE000",
  sources: ["\uE000city-sources\uE000"],
  html: "\uE000city-brief\uE000",
};

/** The brief of a page of `/cities/`; undefined for every other page. */
export function briefOfPage(path: string): DrawnBrief | undefined {
  const city = /^\/cities\/([^/]+)$/.exec(path)?.[1];
  return city === undefined || city === "index" ? undefined : briefOf(city);
}

function briefOf(city: string): DrawnBrief | undefined {
  if (city === anyCity.id) return anyCity;
  const { briefs } = readBriefs();
  return Object.hasOwn(briefs, city) ? briefs[city] : undefined;
}

/**
 * The brief of the page's city (`params.city`) as tokens: its name as the page's heading, from which Framework takes
 * the title, and the rest as HTML.
 * @throws where the evidence has no such city
 */
export function pushCityBrief(state: StateBlock, line: number): void {
  const { params, path } = state.env as { params?: { city?: string }; path?: string };
  const id = params?.city ?? "";
  const brief = briefOf(id);
  // The system's code for what is not there: a preview answers with the page for lost addresses.
  if (!brief)
    throw Object.assign(new Error(`${path ?? "a page"}: there is no city "${id}" in the table cities`), {
      code: "ENOENT",
    });
  pushHeading(state, line, "city", brief.name);
  pushDrawnHtml(state, line, brief.html);
}
