import { ticks } from "d3-array";
import { formatEuro, euroFigures } from "../components/euro.js";
import { number, text, type Row } from "../components/figure.js";
import { percent } from "../components/format.js";
import { Pen } from "../components/pen.js";
import { drawKey } from "../components/picture-key.js";
import type { Model } from "../model/model.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { averageWords } from "../scenario/measure-words.js";
import { costWords } from "./cost-words.js";
import { countSources } from "./count-sources.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";
import { drawPoints } from "./press-points.js";
import { toldApart } from "./reading.js";
import { setSpots } from "./spots.js";
import { pointsOf } from "./tested-reading.js";

/** What a budget can do for all cities together and for the weakest of them. */
export interface TradeOffView {
  model: Model;
  /** Of the scenario it was worked out for. */
  document: Pick<ScenarioDocument, "costing" | "weighting">;
  /** By rising coverage of the weakest city, at least one. */
  points: readonly { mean: number; weakest: number; city: string; spent: number }[];
  /** EUR a year, and of which money. */
  budget: number;
  money: "public" | "total";
  /** Shows the plan of a point, by its place. */
  onPoint?: (index: number) => void;
}

type Point = Pick<TradeOffView["points"][number], "mean" | "weakest" | "city">;

/** Mean coverage against that of the weakest city, each point a plan that can be shown. */
export const tradeOffPicture: ScenarioPicture<TradeOffView> = {
  id: "trade-off",
  unit: "mean coverage of all cities against coverage of the weakest city, one point a plan",
  title({ points }) {
    const [first, last] = [points[0]!, points.at(-1)!];
    if (points.length === 1) return `One plan is best for all cities and for the weakest, ${first.city}`;
    const [from, to] = toldApart(first.weakest, last.weakest, percent, 0);
    return `Lifting the weakest city from ${from} to ${to} costs ${pointsOf(first.mean - last.mean)} of the mean`;
  },
  description: ({ points, budget, money }) =>
    `Plans for ${formatEuro(budget)} of ${money} money a year, by what they bring all cities and the weakest: ${points.map((point) => `${percent(point.mean, 1)} and ${percent(point.weakest, 1)} (${point.city})`).join(", ")}.`,
  columns: [
    { name: "weakest", title: "Weakest city", show: (value) => percent(value, 1), bareUnit: "0 to 1" },
    { name: "city", title: "Which city" },
    { name: "mean", title: "Mean of all cities", show: (value) => percent(value, 1), bareUnit: "0 to 1" },
    {
      name: "spent_eur",
      title: "Cost",
      unit: "of the plan, EUR a year",
      show: euroFigures,
      bareUnit: "in full",
    },
  ],
  rows: ({ points }) =>
    points.map(({ mean, weakest, city, spent }): Row => ({ weakest, city, mean, spent_eur: spent })),
  draw: drawTradeOff,
  sources: ({ model }) => [
    ...countSources(model, ["initiatives"]),
    { source_id: "arrivals", locator: "Table assumptions" },
  ],
  caveat: ({ document, ...view }) =>
    `Of the mean, cities are taken ${document.weighting === undefined ? "alike" : averageWords(document)}. With the central assumptions of what an initiative costs, which are very uncertain. ${costWords({ document, ...view })}`,
};

function drawTradeOff(rows: Row[], canvas: ScenarioCanvas, view: TradeOffView): Element {
  const { width } = canvas;
  const height = width < 500 ? 250 : 280;
  const [left, right, top, bottom] = [56, width - 22, 30, height - 40];
  const points = rows.map((row): Point => ({
    mean: number(row, "mean")!,
    weakest: number(row, "weakest")!,
    city: text(row, "city"),
  }));
  const x = scaleOf(
    points.map(({ weakest }) => weakest),
    left + 8,
    right - 8,
  );
  const y = scaleOf(
    points.map(({ mean }) => mean),
    bottom - 8,
    top + 8,
  );
  // Always anew: marks of an earlier drawing would go on calling back.
  const pen = Pen.begin({ ...canvas, earlier: undefined }, width, height);
  const soft = pen.group({ fill: "var(--soft)" });
  drawKey(pen, [{ words: "mean coverage of all cities" }], { x: 0, y: -1, width });
  const grid = pen.group({ stroke: "var(--line)" });
  for (const value of y.ticks) {
    grid.line(left, y.at(value), right, y.at(value));
    soft.text(left - 6, y.at(value), y.show(value), { "text-anchor": "end" });
  }
  for (const value of x.ticks) {
    grid.line(x.at(value), bottom, x.at(value), bottom + 4);
    soft.text(x.at(value), bottom + 14, x.show(value), { "text-anchor": "middle" });
  }
  soft.text(right, height - 8, "coverage of the weakest city", { "text-anchor": "end" });
  if (points.length > 1)
    pen.path(
      points.map((point) => [x.at(point.weakest), y.at(point.mean)]),
      { fill: "none", stroke: "var(--mark)", "stroke-width": 1.5 },
    );
  drawPoints(
    pen,
    points.map((point) => ({ x: x.at(point.weakest), y: y.at(point.mean), label: labelOf(point) })),
    { top, bottom },
    view.onPoint,
  );
  const picture = pen.finish();
  setSpots(
    picture,
    points.map((point) => ({ x: x.at(point.weakest), y: y.at(point.mean), words: () => wordsOf(point) })),
  );
  return picture;
}

/** A scale that holds the values, with ticks in whole steps and as many decimals as tell them apart. */
function scaleOf(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // What lies together has no scale of its own: two points in a hundred about it.
  const [first, last] = high - low < 1e-6 ? [Math.max(0, low - 0.02), Math.min(1, low + 0.01)] : [low, high];
  const marks = ticks(first, last, 4);
  const step = (marks[1] ?? first + 0.01) - (marks[0] ?? first);
  const decimals = step >= 0.01 - 1e-9 ? 0 : step >= 0.001 - 1e-9 ? 1 : 2;
  return {
    ticks: marks,
    at: (value: number) => from + ((to - from) * (value - first)) / (last - first),
    show: (value: number) => percent(value, decimals),
  };
}

const wordsOf = ({ mean, weakest, city }: Point) =>
  `all cities ${percent(mean, 1)}\nweakest, ${city}: ${percent(weakest, 1)}`;

const labelOf = ({ mean, weakest, city }: Point) =>
  `Show the plan that brings all cities to ${percent(mean, 1)} and the weakest, ${city}, to ${percent(weakest, 1)}`;
