import { colourOf } from "../model/names.js";
import type { Pair } from "./lead-graph.js";
import type { svgElement } from "./svg-element.js";

/** Letters in pixels, a line of them, and the mean width of one, of the widest of the usual sans-serif fonts. */
export const type = { size: 12, line: 15, letter: 7 } as const;

/** What stands for a lead that no document names. */
export const noLead = "no lead named";

/** What a drawing is made with. */
export interface LeadPen {
  make: ReturnType<typeof svgElement>;
  svg: SVGSVGElement;
  width: number;
  /** Where the drawing begins. */
  top: number;
  /** True where marks say what they are when pointed at. */
  live: boolean;
}

/** Dashes of a line from a lead that is not named. */
export const broken = "4 3";
/** Thickness of the line of a pair, by the practices it shares. */
export const thickness = (practices: number) => Math.min(6, 1.2 + (practices - 1) * 1.2);

/** The colour of a sector; grey where none is stated. */
const colourIn = (sector: string): string => (sector ? colourOf(sector) : "var(--soft)");

/** The line of a pair, in the colour of its lead. */
export function pairLine({ make, live }: LeadPen, { lead, partner, practices }: Pair, d: string): SVGElement {
  const line = make("path", {
    d,
    fill: "none",
    stroke: lead.name ? colourIn(lead.sector) : "var(--soft)",
    "stroke-opacity": 0.7,
    "stroke-width": thickness(practices.size),
    ...(!lead.name && { "stroke-dasharray": broken }),
  });
  if (live)
    line.append(titled(make, `${lead.name || noLead} and ${partner.name}: ${[...practices].join("; ")}`));
  return line;
}

/** The dot of an actor; hollow where no lead is named. */
export function actorDot(
  { make }: LeadPen,
  sector: string,
  named: boolean,
  x: number,
  y: number,
): SVGElement {
  const colour = named ? colourIn(sector) : "var(--soft)";
  return make("circle", { cx: x, cy: y, r: 4.5, fill: named ? colour : "var(--ground)", stroke: colour });
}

/** Lines of words from a middle line downwards and upwards. */
export function lines(
  { make }: LeadPen,
  words: readonly string[],
  x: number,
  middle: number,
  attributes: Record<string, string | number> = {},
): SVGElement[] {
  return words.map((line, i) => {
    const y = middle + (i - (words.length - 1) / 2) * type.line + type.size * 0.34;
    const made = make("text", { x, y: Math.round(y * 10) / 10, ...attributes });
    made.textContent = line;
    return made;
  });
}

function titled(make: LeadPen["make"], words: string): SVGElement {
  const title = make("title", {});
  title.textContent = words;
  return title;
}
