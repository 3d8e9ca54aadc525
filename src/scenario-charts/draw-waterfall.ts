import { percent } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { Pen } from "../components/pen.js";
import type { ScenarioCanvas } from "./picture.js";
import { pointsWords } from "./reading.js";
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
  const { width } = canvas;
  const narrow = width < 500;
  const steps = placedSteps(stepsOf(rows));
  const rowHeight = narrow ? 36 : 26;
  const marginTop = 6;
  const height = marginTop + steps.length * rowHeight + 8;
  const left = narrow ? 4 : Math.round(Math.min(310, width * 0.44));
  const x = scaleOf(steps, canvas.kept, [left + labelRoom, width - labelRoom]);
  const y = (i: number) => marginTop + i * rowHeight + (narrow ? 26 : 13);
  const pen = Pen.begin(canvas, width, height);
  const joints = pen.group({ stroke: "var(--line)" });
  const bars = pen.group();
  const figures = pen.group({ stroke: "var(--ground)", "stroke-width": 3, "paint-order": "stroke" });
  const letters = Math.floor((narrow ? width : left - 8) / 6.2);
  // Under names that stand above their bars the line of the mapping is drawn bar by bar, so that it crosses none.
  const zero = { stroke: "var(--soft)" };
  if (narrow) steps.forEach((_, i) => bars.line(x(0), y(i) - 9, x(0), y(i) + 9, zero));
  else bars.line(x(0), y(0) - 7, x(0), height - 4, zero);
  const before = number(rows[0]!, "coverage") ?? 0;
  const spots = steps.map((step, i): Spot => {
    const [at, line] = [x(step.to), y(i)];
    // What joins a step to the next.
    if (i + 1 < steps.length) joints.line(at, line, at, y(i + 1));
    drawBar(bars, step, x(step.from), at, line);
    const own = step.kind === "start" || step.kind === "end";
    figures.text(0, narrow ? line - 17 : line, shortened(step.name, letters), {
      "font-weight": own ? 600 : undefined,
    });
    const { figure, told } = wordsOf(step, before);
    const up = (step.change ?? 0) >= 0;
    if (figure) figures.text(at + (up ? 7 : -7), line, figure, { "text-anchor": up ? "start" : "end" });
    return { x: at, y: line, words: () => `${step.name}\n${told}` };
  });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

/** Room for figures beside the bars, in pixels. */
const labelRoom = 52;

interface PlacedStep extends Step {
  from: number;
  to: number;
}

/** Steps with their ends, each where the one above it ended, as changes from the mapping. */
function placedSteps(steps: readonly Step[]): PlacedStep[] {
  let sum = 0;
  return steps.map((step) => {
    const from = step.kind === "end" ? 0 : sum;
    const to = from + (step.change ?? 0);
    if (step.kind !== "end") sum = to;
    return { ...step, from, to };
  });
}

/** The place of a change, in pixels. Ends of the scale stand still while a lever moves, and step when a bar needs more room. */
function scaleOf(
  steps: readonly PlacedStep[],
  kept: ScenarioCanvas["kept"],
  [start, end]: readonly [number, number],
): (change: number) => number {
  const known = steps.every(({ kind, change }) => kind === "start" || change !== null);
  const reach = (values: number[], name: string) => {
    const most = Math.max(0, ...values);
    return most < 1e-9 ? 0 : ceilingOf(Math.max(most, 0.02), kept, name, known, coarseSteps);
  };
  const values = steps.flatMap(({ from, to }) => [from, to]);
  const low = -reach(
    values.map((value) => -value),
    "fall",
  );
  const high = reach(values, "rise") || (low === 0 ? 0.02 : 0);
  return (change) => start + ((end - start) * (change - low)) / (high - low);
}

function drawBar(bars: Pen, { kind, change }: PlacedStep, from: number, at: number, line: number): void {
  if (Math.abs(at - from) > 0.1) {
    const fill = kind === "end" ? "var(--soft)" : (change ?? 0) >= 0 ? "var(--mark)" : "var(--gap)";
    bars.rect(from, line - 7, at, line + 7, { fill });
  }
  if (kind === "start")
    bars.dot(at, line, 4, { fill: "var(--ground)", stroke: "var(--ink)", "stroke-width": 1.5 });
}

/** The figure beside a bar, empty where it is not known, and what the pointer is told. */
function wordsOf({ kind, change, to }: PlacedStep, before: number): { figure: string; told: string } {
  if (kind === "start" || kind === "end") {
    const coverage = percent(before + (kind === "end" ? to : 0));
    return { figure: coverage, told: `coverage ${coverage}` };
  }
  if (change === null) return { figure: "", told: "change not split yet" };
  const points = pointsWords(change);
  return { figure: points, told: `change ${points} percentage points` };
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
