import { svgElement } from "./svg-element.js";

/** A sign of a picture, as it is drawn there, and what it means. */
export interface Glyph {
  /** A bar, a line that stands upright, or one that lies. */
  form: "bar" | "upright" | "level";
  colour: string;
  opacity?: number;
  /** Of a line, in pixels; default 1. */
  width?: number;
  dash?: string;
  means: string;
}

const size = 12;
/** Mean width of a letter, of the widest of the usual sans-serif fonts; room of a sign, between entries and of a line. */
const [letter, sign, between, line] = [7, 20, 18, 18];

/**
 * What the signs of a picture mean, in as many lines as they need.
 * @returns the group, from the top left of the picture, and its height
 */
export function glyphLegend(
  document: Document,
  glyphs: readonly Glyph[],
  width: number,
): { element: SVGGElement; height: number } {
  const make = svgElement(document);
  const element = make("g", {
    class: "legend",
    "font-size": size,
    "text-anchor": "start",
    fill: "var(--soft)",
  });
  let [x, y] = [0, line / 2];
  for (const glyph of glyphs) {
    const room = sign + glyph.means.length * letter;
    if (x > 0 && x + room > width) [x, y] = [0, y + line];
    const words = make("text", { x: x + sign, y: y + size * 0.34 });
    words.textContent = glyph.means;
    element.append(drawn(make, glyph, x, y), words);
    x += room + between;
  }
  return { element, height: y + line / 2 };
}

function drawn(
  make: ReturnType<typeof svgElement>,
  { form, colour, opacity = 1, width = 1, dash }: Glyph,
  x: number,
  y: number,
): SVGElement {
  if (form === "bar")
    return make("rect", { x, y: y - 5, width: 14, height: 10, fill: colour, "fill-opacity": opacity });
  const ends =
    form === "upright" ? { x1: x + 7, x2: x + 7, y1: y - 7, y2: y + 7 } : { x1: x, x2: x + 14, y1: y, y2: y };
  const stroke = { stroke: colour, "stroke-opacity": opacity, "stroke-width": width };
  return make("line", { ...ends, ...stroke, ...(dash && { "stroke-dasharray": dash }) });
}
