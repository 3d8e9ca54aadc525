import { svgElement } from "./svg-element.js";
import { cutToWidth, wordWidth } from "./word-width.js";

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
/** Room of a sign, between entries and of a line. */
const [sign, between, line] = [20, 18, 18];
/** From one line of an entry to the next. */
const nextLine = 14;

/**
 * What the signs of a picture mean, in as many lines as they need. An entry that is wider than the picture is broken
 * between its words; a word that is wider ends in "…".
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
  let [x, y, more] = [0, line / 2, 0];
  for (const glyph of glyphs) {
    const lines = linesOf(glyph.means, width - sign);
    const room = sign + Math.max(...lines.map(wordWidth));
    if (x > 0 && x + room > width) [x, y, more] = [0, y + line + more, 0];
    const words = make("text", { x: x + sign, y: y + size * 0.34 });
    if (lines.length === 1) words.textContent = lines[0]!;
    else
      lines.forEach((text, i) => {
        const part = make("tspan", { x: x + sign, dy: i && nextLine });
        part.textContent = text;
        words.append(part);
      });
    element.append(drawn(make, glyph, x, y), words);
    x += room + between;
    more = Math.max(more, (lines.length - 1) * nextLine);
  }
  return { element, height: y + more + line / 2 };
}

/** Words in lines of at most so many pixels. */
function linesOf(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && wordWidth(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(cutToWidth(word, most));
  }
  return lines;
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
