import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { drawnAside } from "./drawn-aside.js";

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
export const readBriefs = drawnAside<DrawnBriefs>("draw-briefs.ts");

/** The brief of a page of `/cities/`; undefined for every other page. */
export function briefOfPage(path: string): DrawnBrief | undefined {
  const city = /^\/cities\/([^/]+)$/.exec(path)?.[1];
  return city === undefined || city === "index" ? undefined : readBriefs().briefs[city];
}

/**
 * The brief of the page's city (`params.city`) as tokens: its name as the page's heading, from which Framework takes
 * the title, and the rest as HTML.
 * @throws where the evidence has no such city
 */
export function pushCityBrief(state: StateBlock, line: number): void {
  const { params, path } = state.env as { params?: { city?: string }; path?: string };
  const id = params?.city ?? "";
  const { briefs } = readBriefs();
  const brief = Object.hasOwn(briefs, id) ? briefs[id] : undefined;
  if (!brief) throw new Error(`${path ?? "a page"}: there is no city "${id}" in the table cities`);
  const map: [number, number] = [line, line + 1];
  const heading = state.push("heading_open", "h1", 1);
  heading.map = map;
  const name = state.push("inline", "", 0);
  // A name is text, whatever Markdown would make of its letters.
  name.content = brief.name.replace(/[!-/:-@[-`{-~]/g, "\\$&");
  name.map = map;
  name.children = [];
  state.push("heading_close", "h1", -1);
  const html = state.push("html_block", "", 0);
  html.content = `${brief.html}\n`;
  html.map = map;
}
