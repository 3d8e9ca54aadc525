import type { Canvas } from "./figure.js";
import { svgElement } from "./svg-element.js";
import { estimatedWidth } from "./text-width.js";
import { wrapWords } from "./wrap-words.js";

/** A step of a story: a bar with its name before it, its number at its end, and a line of comment under it. */
export interface StoryBar {
  name: string;
  value: number | null;
  told: string;
  comment: string;
  /** Drawn in outline: planned, estimated or told elsewhere. */
  open?: boolean;
}

const lineHeight = 15;
const fontSize = 12;

/**
 * Two or three bars on one scale from zero, with words: the smallest picture that tells a change.
 * @param whole the value that a bar over the full width stands for; default the largest
 */
export function storyBars(bars: StoryBar[], { document, width }: Canvas, whole?: number): Element {
  const make = svgElement(document);
  const most = whole ?? Math.max(1e-9, ...bars.map(({ value }) => value ?? 0));
  const names = Math.max(0, ...bars.map(({ name }) => estimatedWidth(name, { size: fontSize })));
  // A name without an end leaves more than half of the picture to its bar.
  const left = Math.min(Math.max(width < 500 ? 74 : 112, Math.ceil(names) + 10), width * 0.45);
  const full = width - left - 8;
  const parts: Element[] = [];
  const write = (words: string, attributes: Record<string, string | number>) => {
    const made = make("text", { fill: "var(--ink)", ...attributes });
    made.textContent = words;
    parts.push(made);
  };
  let y = 4;
  for (const { name, value, told, comment, open } of bars) {
    write(name, { x: left - 8, y: y + 15, "text-anchor": "end", fill: "var(--soft)" });
    const long = value === null ? 0 : (value / most) * full;
    parts.push(make("path", { d: `M${left},${y}v22`, stroke: "var(--soft)", fill: "none" }));
    if (long > 0)
      parts.push(
        make("rect", {
          x: left,
          y: y + 2,
          width: Math.round(long * 10) / 10,
          height: 18,
          fill: open ? "none" : "var(--mark)",
          stroke: "var(--mark)",
          "stroke-width": 1.4,
        }),
      );
    const inside = long > told.length * 7 + 12;
    write(told, {
      x: inside ? left + long - 7 : left + long + 7,
      y: y + 15.5,
      "font-weight": 600,
      "text-anchor": inside ? "end" : "start",
      fill: inside && !open ? "var(--ground)" : "var(--ink)",
    });
    y += 24;
    for (const line of wrapWords(comment, Math.floor(full / 6))) {
      write(line, { x: left, y: y + 10, fill: "var(--soft)" });
      y += lineHeight;
    }
    y += 8;
  }
  const svg = make("svg", { width, height: y, viewBox: `0 0 ${width} ${y}`, "font-size": fontSize });
  svg.append(...parts);
  return svg;
}
