import { number, text, type Row } from "../components/figure.js";
import { Pen } from "../components/pen.js";
import type { ScenarioCanvas } from "./picture.js";
import { index, signed } from "./reading.js";
import { ceilingOf, coarseSteps } from "./scale.js";
import { shortened } from "./column-heads.js";
import { setSpots, type Spot } from "./spots.js";

/** Levers shown one by one; the others are one step. */
export const mostSteps = 12;

interface Step {
  name: string;
  /** Change by the step; null where it is not known. */
  change: number | null;
  kind: "start" | "lever" | "rest" | "end";
}

/**
 * Bars of change from the line of the mapping: each lever starts where the one above ended, the scenario's bar sums
 * them up. The scale is the change, not coverage itself: levers move a few hundredths of it.
 */
export function drawWaterfall(rows: Row[], canvas: ScenarioCanvas): Element {
  const { width, kept } = canvas;
  const narrow = width < 500;
  const steps = stepsOf(rows);
  const before = number(rows[0]!, "coverage") ?? 0;
  const rowHeight = narrow ? 36 : 26;
  const marginTop = 6;
  const height = marginTop + steps.length * rowHeight + 8;
  const left = narrow ? 4 : Math.round(Math.min(310, width * 0.44));
  const labelRoom = 52;
  const room = [left + labelRoom, width - labelRoom] as const;

  let sum = 0;
  const placed = steps.map((step) => {
    const from = step.kind === "end" ? 0 : sum;
    const to = from + (step.change ?? 0);
    if (step.kind !== "end") sum = to;
    return { ...step, from, to };
  });
  const known = steps.every(({ kind, change }) => kind === "start" || change !== null);
  // Ends of the scale stand still while a lever moves, and step when a bar needs more room.
  const reach = (values: number[], name: string) => {
    const most = Math.max(0, ...values);
    return most < 1e-9 ? 0 : ceilingOf(Math.max(most, 0.02), kept, name, known, coarseSteps);
  };
  const values = placed.flatMap(({ from, to }) => [from, to]);
  const low = -reach(
    values.map((value) => -value),
    "fall",
  );
  const high = reach(values, "rise") || (low === 0 ? 0.02 : 0);
  const x = (value: number) => room[0] + ((room[1] - room[0]) * (value - low)) / (high - low);
  const pen = Pen.begin(canvas, width, height);
  const joints = pen.group({ stroke: "var(--line)" });
  const bars = pen.group();
  const figures = pen.group({ stroke: "var(--ground)", "stroke-width": 3, "paint-order": "stroke" });
  const letters = Math.floor((narrow ? width : left - 8) / 6.2);
  const y = (i: number) => marginTop + i * rowHeight + (narrow ? 26 : 13);
  // Under names that stand above their bars the line of the mapping is drawn bar by bar, so that it crosses none.
  const zero = { stroke: "var(--soft)" };
  if (narrow) placed.forEach((_, i) => bars.line(x(0), y(i) - 9, x(0), y(i) + 9, zero));
  else bars.line(x(0), y(0) - 7, x(0), height - 4, zero);
  const spots = placed.map(({ name, kind, change, from, to }, i): Spot => {
    const own = kind === "start" || kind === "end";
    const coverage = index(before + (kind === "end" ? to : 0));
    const tiny = change !== null && Math.abs(change) < 0.005;
    const figure = own ? coverage : change === null ? "" : signed(change, tiny ? 4 : 2);
    const up = (change ?? 0) >= 0;
    const [at, line] = [x(to), y(i)];
    // What joins a step to the next.
    if (i + 1 < placed.length) joints.line(at, line, at, y(i + 1));
    if (Math.abs(at - x(from)) > 0.1) {
      const fill = kind === "end" ? "var(--soft)" : up ? "var(--mark)" : "var(--accent)";
      bars.rect(x(from), line - 7, at, line + 7, { fill });
    }
    if (kind === "start")
      bars.dot(at, line, 4, { fill: "var(--ground)", stroke: "var(--ink)", "stroke-width": 1.5 });
    figures.text(0, narrow ? line - 17 : line, shortened(name, letters), {
      "font-weight": own ? 600 : undefined,
    });
    if (figure) figures.text(at + (up ? 7 : -7), line, figure, { "text-anchor": up ? "start" : "end" });
    const told = own
      ? `coverage ${coverage}`
      : `change ${change === null ? "not split yet" : signed(change, 4)}`;
    return { x: at, y: line, words: () => `${name}\n${told}` };
  });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

/** Steps drawn: without those that change nothing where there are many, and the least of too many as one. */
export function stepsOf(rows: Row[]): Step[] {
  const all = rows.map((row): Step => ({
    name: text(row, "step"),
    change: number(row, "change"),
    kind: text(row, "kind") as Step["kind"],
  }));
  const levers = all.slice(1, -1);
  if (levers.length <= mostSteps) return all;
  const bySize = [...levers].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const kept = new Set(bySize.slice(0, mostSteps - 1));
  const rest = levers.filter((lever) => !kept.has(lever));
  const known = rest.every(({ change }) => change !== null);
  const change = known ? rest.reduce((sum, lever) => sum + lever.change!, 0) : null;
  return [
    all[0]!,
    ...levers.filter((lever) => kept.has(lever)),
    { name: `${rest.length} more`, change, kind: "rest" },
    all[all.length - 1]!,
  ];
}
