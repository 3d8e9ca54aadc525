/** A font as a picture file names it. */
export interface Lettering {
  /** In CSS pixels. */
  size: number;
  family: string;
  weight?: number;
  /** True for letters with serifs, bold: a seventh wider than the others. */
  wide?: boolean;
}

/**
 * Widths of letters in the widest of the common fonts (DejaVu Sans, which is about as wide as Verdana), as parts of the
 * size, from the narrowest. What a machine without the named fonts falls back on is no wider.
 */
const widths: [part: number, letters: string][] = [
  [0.3, "ijlIJ'í"],
  [0.35, " \u00a0\u202f.,’‘·;:/|"],
  [0.41, "frt-()[]!"],
  [0.56, "cszçLF–†*?“”"],
  [0.72, "ABCKRUVXZÁÅ"],
  [0.8, "DGHNOQw&"],
  [0.86, "M−#+=<>≥≤≈"],
  [1, "mWm%—…"],
];
/** Of all others: small letters, digits, and capitals of that width. */
const usual = 0.635;
/** From here on stand scripts whose signs are as wide as they are high. */
const firstWide = 0x2e80;
const partOf = new Map(widths.flatMap(([part, letters]) => [...letters].map((letter) => [letter, part])));
const serifs = 1.15;

/** The width of words on a machine with wide fonts, in CSS pixels: no page is needed. */
export function estimatedWidth(words: string, { size, wide }: Pick<Lettering, "size" | "wide">): number {
  let parts = 0;
  for (const letter of words)
    parts += partOf.get(letter) ?? (letter.codePointAt(0)! >= firstWide ? 1 : usual);
  return parts * size * (wide ? serifs : 1);
}

/**
 * Says how wide words are at most, in CSS pixels: as this browser writes them in the very font, or on a machine with
 * wider fonts, whichever is more. A file is opened elsewhere than where it was made.
 */
export function widthIn(document: Document, lettering: Lettering): (words: string) => number {
  const pen = penOf(document);
  if (pen) pen.font = `${lettering.weight ?? 400} ${lettering.size}px ${lettering.family}`;
  return (words) => Math.max(estimatedWidth(words, lettering), pen?.measureText(words).width ?? 0);
}

/** What measures; null in a document without a browser. */
function penOf(document: Document): CanvasRenderingContext2D | null {
  if (typeof CanvasRenderingContext2D === "undefined") return null;
  return document.createElement("canvas").getContext("2d");
}
