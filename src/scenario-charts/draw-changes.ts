import { number, text, type Row } from "../components/figure.js";
import { Pen } from "../components/pen.js";
import { wrapWords } from "../components/wrap-words.js";
import { lettersIn } from "./column-heads.js";
import type { ScenarioCanvas } from "./picture.js";
import { fromTo, isNothing, pointsWords } from "./reading.js";
import { ceilingOf, coarseSteps } from "./scale.js";
import { setSpots, type Spot } from "./spots.js";

/** Levers shown one by one; the others are one bar. */
export const mostBars = 12;

/** A bar of the picture. */
export interface Bar {
  name: string;
  /** Change of coverage; null where it is not known. */
  change: number | null;
  kind: "lever" | "rest" | "all";
}

/** Letters in pixels, the room of a line of them, and of a bar. */
const [size, line, thick] = [12, 15, 13];
/** Room between a name and its bar, between a bar and the next name, and of a figure beside a bar. */
const [near, gap, figureRoom] = [2, 9, 54];

/**
 * Bars of change, all from one line that is no change: a bar a lever, and one for all of them together. Coverage itself
 * stands in words: levers move a few hundredths of it. Names stand above their bars in as many lines as they need, and
 * the line of no change is drawn bar by bar, so that it crosses none.
 */
export function drawChanges(rows: Row[], canvas: ScenarioCanvas): Element {
  const { width } = canvas;
  const bars = barsOf(rows);
  const x = scaleOf(bars, canvas.kept, width);
  const names = bars.map(({ name }) => wrapWords(name, lettersIn(width, size)));
  const tops: number[] = [];
  let bottom = 20;
  for (const lines of names) {
    tops.push(bottom);
    bottom += lines.length * line + near + thick + gap;
  }
  const pen = Pen.begin(canvas, width, bottom, size);
  const soft = pen.group({ fill: "var(--soft)" });
  soft.text(x(0), 8, "0", { "text-anchor": x(0) < 10 ? "start" : "middle" });
  const zeros = pen.group({ class: "reference", stroke: "var(--ink)" });
  const drawn = pen.group();
  const spots = bars.map(({ name, change, kind }, i): Spot => {
    const lines = names[i]!;
    const weight = { "font-weight": kind === "all" ? 600 : undefined };
    lines.forEach((words, l) => pen.text(0, tops[i]! + (l + 0.5) * line, words, weight));
    const middle = tops[i]! + lines.length * line + near + thick / 2;
    const at = x(change ?? 0);
    if (Math.abs(at - x(0)) > 0.1) {
      const fill = kind === "all" ? "var(--soft)" : at < x(0) ? "var(--gap)" : "var(--mark)";
      drawn.rect(x(0), middle - thick / 2, at, middle + thick / 2, { fill });
    }
    zeros.line(x(0), middle - thick / 2 - 2, x(0), middle + thick / 2 + 2);
    const [away, anchor] = (change ?? 0) < 0 ? [-6, "end"] : [6, "start"];
    const figure = change === null ? "" : isNothing(change) ? "0" : pointsWords(change);
    if (figure) pen.text(at + away, middle, figure, { "text-anchor": anchor, ...weight });
    const told = figure ? `change ${figure} percentage points` : "change not split yet";
    return { x: at, y: middle, words: () => `${name}\n${told}` };
  });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

/** A picture of a sentence alone, for a moment that has nothing to draw. */
export function drawSentence(words: string, canvas: ScenarioCanvas): Element {
  const [letters, height] = [14, 20];
  const lines = wrapWords(words, lettersIn(canvas.width, letters));
  const pen = Pen.begin(canvas, canvas.width, lines.length * height + 4, letters);
  lines.forEach((part, l) => pen.text(0, (l + 0.5) * height, part));
  const picture = pen.finish();
  setSpots(picture, []);
  return picture;
}

/** The place of a change, in pixels. Ends of the scale stand still while a lever moves, and step when a bar needs more room. */
function scaleOf(
  bars: readonly Bar[],
  kept: ScenarioCanvas["kept"],
  width: number,
): (change: number) => number {
  const known = bars.every(({ change }) => change !== null);
  const reach = (name: string, sign: 1 | -1) => {
    const most = Math.max(0, ...bars.map(({ change }) => sign * (change ?? 0)));
    return most < 1e-9 ? 0 : ceilingOf(Math.max(most, 0.02), kept, name, known, coarseSteps);
  };
  const [low, high] = [-reach("fall", -1), reach("rise", 1)];
  const start = low < 0 ? figureRoom : 1;
  const end = width - figureRoom;
  return (change) => start + ((end - start) * (change - low)) / (high - low || 1);
}

/** Bars drawn: the least of too many levers as one, and all of them together at the end. */
export function barsOf(rows: Row[]): Bar[] {
  const bar = (row: Row): Bar => ({ name: text(row, "step"), change: number(row, "change"), kind: "lever" });
  const all = rows[rows.length - 1]!;
  const [from, to] = [number(rows[0]!, "coverage") ?? 0, number(all, "coverage") ?? 0];
  const levers = rows.slice(1, -1).map(bar);
  const together: Bar = {
    ...bar(all),
    name: `${levers.length > 1 ? "All together" : "Coverage"}: ${fromTo(from, to)}`,
    kind: "all",
  };
  if (levers.length <= mostBars) return [...levers, together];
  const bySize = [...levers].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const kept = new Set(bySize.slice(0, mostBars - 1));
  const rest = levers.filter((lever) => !kept.has(lever));
  const known = rest.every(({ change }) => change !== null);
  const change = known ? rest.reduce((sum, lever) => sum + lever.change!, 0) : null;
  return [
    ...levers.filter((lever) => kept.has(lever)),
    { name: `${rest.length} more levers`, change, kind: "rest" },
    together,
  ];
}
