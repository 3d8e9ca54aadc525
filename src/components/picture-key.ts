import { Pen } from "./pen.js";

/** A sign of a picture, drawn as the picture draws it. */
export type Glyph =
  | { kind: "dot" | "ring" | "bar" | "outline" | "range" | "rule" | "diamond"; colour: string }
  | { kind: "line"; colour: string; dash?: string }
  | { kind: "shade"; colour: string; edge?: string };

/** A sign and what it means; words alone where the sign is that nothing is drawn. */
export interface KeyEntry {
  glyph?: Glyph;
  words: string;
}

/** Room of a sign, between it and its words, and between two entries, in pixels. */
const size = { glyph: 14, gap: 5, apart: 12, line: 18, letter: 0.53 } as const;

/** A place in the key: x from its left, the middle of its line from its top. */
interface Placed extends KeyEntry {
  x: number;
  y: number;
}

/**
 * The entries of a key in lines that fit, and the height they take.
 * @param width room, in pixels
 * @param letters size of letters, in pixels
 */
export function placeKey(
  entries: readonly KeyEntry[],
  width: number,
  letters = 12,
): { placed: Placed[]; height: number } {
  let [x, y] = [0, size.line / 2];
  const placed = entries.map((entry) => {
    const own = (entry.glyph ? size.glyph + size.gap : 0) + entry.words.length * letters * size.letter;
    if (x > 0 && x + own > width) [x, y] = [0, y + size.line];
    const at = { ...entry, x, y };
    x += own + size.apart;
    return at;
  });
  return { placed, height: entries.length ? y + size.line / 2 : 0 };
}

/**
 * Draws a key into a picture: each sign as a small shape, its meaning behind it.
 * @param at its left and top, in the pen's pixels
 * @returns its height, in pixels
 */
export function drawKey(
  pen: Pen,
  entries: readonly KeyEntry[],
  { x, y, width, letters }: { x: number; y: number; width: number; letters?: number },
): number {
  const { placed, height } = placeKey(entries, width, letters);
  for (const entry of placed) {
    const middle = y + entry.y;
    if (entry.glyph) drawGlyph(pen.group({ class: "glyph" }), entry.glyph, x + entry.x, middle);
    pen.text(x + entry.x + (entry.glyph ? size.glyph + size.gap : 0), middle, entry.words, {
      fill: "var(--soft)",
    });
  }
  return height;
}

/** A key as a group of its own, for pictures that a pen does not draw. */
export function keyGroup(
  document: Document,
  entries: readonly KeyEntry[],
  width: number,
): { group: Element; height: number } {
  const pen = Pen.begin({ document }, width, 0);
  const height = drawKey(pen, entries, { x: 0, y: 0, width });
  // Pictures of the library set their words in the middle.
  pen.element.setAttribute("text-anchor", "start");
  return { group: pen.element, height };
}

/** A sign in a square of 14 pixels, from its left; y is its middle. */
function drawGlyph(pen: Pen, glyph: Glyph, left: number, y: number): void {
  const [middle, right] = [left + size.glyph / 2, left + size.glyph];
  const { colour } = glyph;
  const hollow = { fill: "var(--ground)", stroke: colour, "stroke-width": 1.5 };
  switch (glyph.kind) {
    case "dot":
      return void pen.dot(middle, y, 5, { fill: colour });
    case "ring":
      return void pen.dot(middle, y, 4.5, hollow);
    case "bar":
      return void pen.rect(left, y - 5, right, y + 5, { fill: colour });
    case "outline":
      return void pen.rect(left + 1, y - 5, right - 1, y + 5, hollow);
    case "range":
      return void pen.rect(left, y - 3, right, y + 3, { fill: colour, "fill-opacity": 0.35 });
    case "rule":
      return void pen.line(middle, y - 7, middle, y + 7, { stroke: colour, "stroke-width": 2 });
    case "diamond": {
      const corners = [
        [middle, y - 6],
        [middle + 6, y],
        [middle, y + 6],
        [middle - 6, y],
        [middle, y - 6],
      ] as const;
      return void pen.path(corners, hollow);
    }
    case "line":
      return void pen.line(left, y, right, y, {
        stroke: colour,
        "stroke-width": 1.5,
        "stroke-dasharray": glyph.dash,
      });
    case "shade":
      return void pen.rect(left, y - 6, right, y + 6, {
        fill: colour,
        stroke: glyph.edge,
        "stroke-width": glyph.edge ? 1 : undefined,
      });
  }
}
