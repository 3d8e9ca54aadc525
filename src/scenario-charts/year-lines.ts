import { ticks } from "d3-array";
import { rangeMark } from "./last-ranges.js";
import { Pen } from "../components/pen.js";
import { drawKey, type KeyEntry } from "../components/picture-key.js";
import type { ScenarioCanvas } from "./picture.js";
import { setSpots, type Spot } from "./spots.js";

/** A line over the years. */
export interface YearLine {
  /** Name at its right end; none where another line's name says it. */
  label?: string;
  values: readonly number[];
  colour: string;
  width: number;
  /** Of a line that is not drawn through. */
  dash?: string;
}

/** What a chart of lines shows. */
export interface YearLinesOptions {
  years: readonly number[];
  lines: readonly YearLine[];
  /** 10th and 90th percentile a year. */
  band?: readonly { low: number; high: number }[];
  /** The same for the last year only. */
  lastBand?: { low: number; high: number };
  /** End of the scale, which starts at 0. */
  end: number;
  /** A number of the axis. */
  tick: (value: number) => string;
  /** What the signs mean, above the axis. */
  legend: readonly KeyEntry[];
  /** Room for the names at the right, in pixels. */
  labelWidth: number;
  /** Words for the pointer, by place of the year. */
  words: (year: number) => string;
}

/** Lines over calendar years from zero, each named at its end, over the band of the draws. */
export function yearLines(canvas: ScenarioCanvas, options: YearLinesOptions): Element {
  const { width } = canvas;
  const { years, lines, band, lastBand, end, tick, legend } = options;
  const narrow = width < 500;
  const height = narrow ? 220 : 245;
  const [top, bottom, left] = [26, height - 24, narrow ? 30 : 36];
  const right = width - options.labelWidth;
  const x = (t: number) => left + ((right - left) * t) / Math.max(1, years.length - 1);
  const y = (value: number) => bottom - ((bottom - top) * Math.min(value, end)) / end;
  const last = years.length - 1;
  const pen = Pen.begin(canvas, width, height, narrow ? 11 : 12);
  const soft = pen.group({ fill: "var(--soft)" });
  drawKey(pen, legend, { x: 0, y: -1, width, letters: narrow ? 11 : 12 });
  const grid = pen.group({ stroke: "var(--line)" });
  const numbers = soft.group({ "text-anchor": "end" });
  for (const value of ticks(0, end, 4)) {
    grid.line(left, y(value), right, y(value), value === 0 ? { stroke: "var(--soft)" } : {});
    numbers.text(left - 6, y(value), tick(value));
  }
  // Every year where there is room for its number; the last one always.
  const every = Math.max(1, Math.ceil((34 * last) / (right - left)));
  const calendar = soft.group({ "text-anchor": "middle" });
  years.forEach((year, t) => {
    if ((last - t) % every === 0) calendar.text(x(t), height - 8, String(year));
  });
  if (band)
    pen.path(
      [
        ...band.map(({ high }, t) => [x(t), y(high)] as const),
        ...band.map(({ low }, t) => [x(t), y(low)] as const).reverse(),
      ],
      { fill: "var(--soft)", "fill-opacity": 0.16, class: rangeMark },
    );
  if (lastBand)
    pen.line(right, y(lastBand.low), right, y(lastBand.high), {
      stroke: "var(--soft)",
      class: rangeMark,
      "stroke-opacity": 0.35,
      "stroke-width": 6,
    });
  const drawn = pen.group({ fill: "none", "stroke-linejoin": "round" });
  const spots: Spot[] = [];
  for (const { values, colour, width: thick, dash } of lines) {
    const points = values.map((value, t) => [x(t), y(value)] as const);
    drawn.path(points, { stroke: colour, "stroke-width": thick, "stroke-dasharray": dash });
    points.forEach(([px, py], t) => spots.push({ x: px, y: py, words: () => options.words(t) }));
  }
  const names = lines.flatMap(({ label, values, colour }) =>
    label ? { label, colour, y: y(values[values.length - 1] ?? 0) } : [],
  );
  for (const { label, colour, y } of apart(names, top, bottom))
    pen.text(right + 7, y, label, { fill: colour });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

/** Names moved apart so that none stands on another, in the order of their lines. */
export function apart<T extends { y: number }>(
  names: readonly T[],
  top: number,
  bottom: number,
  gap = 14,
): T[] {
  const sorted = names.map((name) => ({ ...name })).sort((a, b) => a.y - b.y);
  sorted.forEach((name, i) => {
    const above = sorted[i - 1];
    if (above) name.y = Math.max(name.y, above.y + gap);
    else name.y = Math.max(name.y, top);
  });
  for (let i = sorted.length - 1; i >= 0; i--) {
    const limit = i === sorted.length - 1 ? bottom - 2 : sorted[i + 1]!.y - gap;
    sorted[i]!.y = Math.min(sorted[i]!.y, limit);
  }
  return sorted;
}
