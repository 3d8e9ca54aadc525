import type { Canvas } from "../components/figure.js";
import { Pen } from "../components/pen.js";

/** A bar with its name, and marks that it is read against. */
export interface Bar {
  name: string;
  /** `null` draws no bar. */
  value: number | null;
  colour: string;
  label: string;
  marks: { name: string; value: number | null; broken?: boolean }[];
}

/** Pixels: fits a phone, half a column of the page and half a sheet of paper alike. */
export const pictureWidth = 360;

/** Pixels: names and numbers stand left of the bars, the names of the marks above the first. */
const size = { names: 94, right: 12, top: 18, row: 23, bar: 14, bottom: 2 } as const;

/**
 * Bars from zero on one scale, each with its number and its marks. Drawn with the pen: a thousand briefs draw it four
 * times each.
 * @param labels room for the widest label, in pixels
 */
export function drawBars(canvas: Canvas, { bars, labels }: { bars: Bar[]; labels: number }): Element {
  const { width } = canvas;
  const zero = size.names + labels + 6;
  const height = size.top + bars.length * size.row + size.bottom;
  const pen = Pen.begin(canvas, width, height);
  const longest = Math.max(
    1,
    ...bars.flatMap((bar) => [bar.value ?? 0, ...bar.marks.map((m) => m.value ?? 0)]),
  );
  const x = (value: number) => zero + (value / longest) * (width - zero - size.right);
  const names = pen.group({ "text-anchor": "end" });
  const shapes = pen.group();
  const numbers = pen.group({ "text-anchor": "end", "font-weight": 600 });
  bars.forEach(({ name, value, colour, label, marks }, i) => {
    const middle = size.top + (i + 0.5) * size.row;
    const [above, below] = [middle - size.bar / 2, middle + size.bar / 2];
    names.text(size.names - 4, middle, name);
    numbers.text(zero - 6, middle, label);
    if (value !== null && value > 0) shapes.rect(x(0), above, x(value), below, { fill: colour });
    for (const mark of marks) {
      if (mark.value === null) continue;
      const ends = [x(mark.value), above - 3, x(mark.value), below + 3] as const;
      // A light edge keeps a mark in sight on a dark bar.
      shapes.line(...ends, { stroke: "var(--ground)", "stroke-width": 3.5 });
      shapes.line(...ends, {
        stroke: "var(--ink)",
        "stroke-width": 1.5,
        "stroke-dasharray": mark.broken ? "3 2" : undefined,
      });
    }
  });
  shapes.line(x(0), size.top, x(0), height - size.bottom, { stroke: "var(--soft)" });
  nameMarks(pen, bars[0], x, width);
  return pen.finish();
}

/** Names of the marks above the first bar; where they would touch, they stand to either side. */
function nameMarks(pen: Pen, first: Bar | undefined, x: (value: number) => number, width: number): void {
  const shown = (first?.marks ?? []).flatMap(({ name, value }) =>
    value === null ? [] : [{ name, at: x(value) }],
  );
  const group = pen.group({ fill: "var(--soft)", "font-size": 11 });
  shown.forEach(({ name, at }, i) => {
    const other = shown[1 - i];
    const near = other && Math.abs(other.at - at) < 60;
    const left = near ? at < other.at || (at === other.at && i === 0) : at > width - 40;
    const anchor = left ? "end" : near ? "start" : "middle";
    group.text(at + (anchor === "middle" ? 0 : left ? 3 : -3), 9, name, { "text-anchor": anchor });
  });
}
