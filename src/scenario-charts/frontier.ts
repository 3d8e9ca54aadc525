import { percent } from "../components/format.js";
import { ticks } from "d3-array";
import { euroFigures, formatEuro } from "../components/euro.js";
import { number, type Row } from "../components/figure.js";
import type { Model } from "../model/model.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { costWords } from "./cost-words.js";
import { countSources } from "./count-sources.js";
import { Pen } from "../components/pen.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";
import { drawPoints } from "./press-points.js";
import { pointsWords } from "./reading.js";
import { roundUp } from "./scale.js";
import { setSpots } from "./spots.js";
import { drawKey, type KeyEntry } from "../components/picture-key.js";

/** The best that each budget comes to. */
export interface FrontierView {
  model: Model;
  /** Of the scenario it was worked out for: how costs are taken; left out, pooled. */
  document?: Pick<ScenarioDocument, "costing">;
  /** Budgets in EUR a year, rising, what the plan of each spends of it, and what is made as high as it can be, 0 … 1. */
  points: readonly { budget: number; spent: number; coverage: number }[];
  /** Where the reader stands; null where nowhere. */
  current: { budget: number; coverage: number } | null;
  /** What the vertical scale is: default "coverage". */
  objective?: string;
  /** Which money the budgets count: default "public". */
  money?: "public" | "total";
  /** Shows the plan of a point, by its place. Without it the points are no buttons. */
  onPoint?: (index: number) => void;
}

/** A budget, in EUR a year, and what is made as high as it can be. */
type Reached = Pick<FrontierView["points"][number], "budget" | "coverage">;

/** Coverage against budget, each point a plan that can be shown. */
export const frontier: ScenarioPicture<FrontierView> = {
  id: "frontier",
  unit: "the best outcome for each budget, EUR a year",
  title(view) {
    const { points } = view;
    const [first, last] = [points[0], points[points.length - 1]];
    if (!first || !last) return "What each budget could do";
    const gain = last.coverage - first.coverage;
    if (gain < 1e-9) return `More money does not raise ${nameOf(view)} beyond ${percent(last.coverage)}`;
    const half = points.find(({ coverage }) => coverage - first.coverage >= gain / 2 - 1e-9)!;
    return `${formatEuro(half.spent)} a year brings half of what ${formatEuro(last.spent)} can`;
  },
  description: (view) =>
    `Points of ${nameOf(view)} by budget: ${view.points.map(({ budget, coverage }) => `${formatEuro(budget)} ${percent(coverage)}`).join(", ")}.${view.current ? ` You stand at ${formatEuro(view.current.budget)} and ${percent(view.current.coverage)}.` : ""}`,
  columns: [
    { name: "budget_eur", title: "Budget", unit: "EUR a year" },
    {
      name: "spent_eur",
      title: "Cost",
      unit: "of the plan, EUR a year",
      show: euroFigures,
      bareUnit: "in full",
    },
    { name: "coverage", title: "Best outcome", show: (value) => percent(value, 1), bareUnit: "0 to 1" },
    {
      name: "gain",
      title: "Gain",
      unit: "over the point before, points",
      show: pointsWords,
      bareUnit: "1 is 100 points",
      missing: "–",
    },
  ],
  rows: ({ points }) =>
    points.map(({ budget, spent, coverage }, i): Row => ({
      budget_eur: budget,
      spent_eur: spent,
      coverage,
      gain: i === 0 ? null : coverage - points[i - 1]!.coverage,
    })),
  draw: drawFrontier,
  sources: ({ model }) => [
    ...countSources(model, ["initiatives"]),
    { source_id: "arrivals", locator: "Table assumptions" },
  ],
  caveat: (view) =>
    `With the central assumptions of what an initiative costs, which are very uncertain. ${costWords(view)}`,
};

const nameOf = ({ objective }: FrontierView) => objective ?? "coverage";

function drawFrontier(rows: Row[], canvas: ScenarioCanvas, view: FrontierView): Element {
  const { width } = canvas;
  const narrow = width < 500;
  const height = narrow ? 250 : 280;
  const [left, right, top, bottom] = [42, width - 22, 30, height - 40];
  const points = rows.map((row) => ({
    budget: number(row, "budget_eur")!,
    coverage: number(row, "coverage")!,
  }));
  const all = view.current ? [...points, view.current] : points;
  const most = roundUp(Math.max(1, ...all.map(({ budget }) => budget)));
  // Dots may start above zero: a frontier begins where the mapping stands.
  const least = Math.floor(Math.min(1, ...all.map(({ coverage }) => coverage)) * 10 - 1e-9) / 10;
  const from = Math.max(0, least);
  const x = (budget: number) => left + ((right - left) * budget) / most;
  const y = (coverage: number) => bottom - ((bottom - top) * (coverage - from)) / (1 - from || 1);
  // Always anew: marks of an earlier drawing would go on calling back.
  const pen = Pen.begin({ ...canvas, earlier: undefined }, width, height);
  const soft = pen.group({ fill: "var(--soft)" });
  const current: KeyEntry = { glyph: { kind: "diamond", colour: "var(--ink)" }, words: "this scenario" };
  drawKey(pen, [{ words: nameOf(view) }, ...(view.current ? [current] : [])], { x: 0, y: -1, width });
  const grid = pen.group({ stroke: "var(--line)" });
  for (const value of ticks(from, 1, 4)) {
    grid.line(left, y(value), right, y(value));
    soft.text(left - 6, y(value), percent(value), { "text-anchor": "end" });
  }
  for (const value of most > 1 ? [0, most / 2, most] : [0])
    soft.text(x(value), bottom + 14, formatEuro(value), {
      "text-anchor": value === 0 ? "start" : value === most ? "end" : "middle",
    });
  soft.text(right, height - 8, `${view.money ?? "public"} money a year`, { "text-anchor": "end" });
  if (points.length > 1)
    pen.path(
      points.map((point) => [x(point.budget), y(point.coverage)]),
      { fill: "none", stroke: "var(--mark)", "stroke-width": 1.5 },
    );
  if (view.current) {
    const [cx, cy] = [x(view.current.budget), y(view.current.coverage)];
    pen.path(
      [
        [cx, cy - 8],
        [cx + 8, cy],
        [cx, cy + 8],
        [cx - 8, cy],
        [cx, cy - 8],
      ],
      { fill: "var(--ground)", stroke: "var(--ink)", "stroke-width": 2, class: "current" },
    );
  }
  drawPoints(
    pen,
    points.map((point) => ({ x: x(point.budget), y: y(point.coverage), label: labelOf(point) })),
    { top, bottom },
    view.onPoint,
  );
  const picture = pen.finish();
  setSpots(
    picture,
    points.map((point) => ({ x: x(point.budget), y: y(point.coverage), words: () => wordsOf(point) })),
  );
  return picture;
}

const wordsOf = ({ budget, coverage }: Reached) =>
  `${formatEuro(budget)} a year\nbest outcome ${percent(coverage, 1)}`;

const labelOf = ({ budget, coverage }: Reached) =>
  `Show the plan for ${formatEuro(budget)} a year: ${percent(coverage, 1)}`;
