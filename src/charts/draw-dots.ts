import * as Plot from "@observablehq/plot";
import { number, text, type Canvas, type PlotSpec, type Row } from "../components/figure.js";
import { wrapWords } from "../components/wrap-words.js";
import type { ChartSpec } from "./chart-spec.js";
import {
  axisLabel,
  nameOf,
  fontSize,
  limitsOfOne,
  narrowBelow,
  numberLabel,
  orderedCategories,
  roomFor,
  seriesOf,
} from "./channel-scale.js";

/** Dots beside names, or between two numbers; on a line of its own each name, so that it is followed by eye. */
export function drawDots(spec: ChartSpec, rows: Row[], canvas: Canvas): Element {
  const { y } = spec.channels;
  return rows.some((row) => typeof row[y] === "string")
    ? dotsBesideNames(spec, rows, canvas)
    : dotsBetweenNumbers(spec, rows, canvas);
}

function dotsBesideNames(spec: ChartSpec, rows: Row[], { document, width, live }: Canvas): Element {
  const { x, y } = spec.channels;
  const names = orderedCategories(rows, y, x, spec.sort, "y");
  const series = seriesOf(spec, rows);
  const left = roomFor(names, width);
  const known = rows.filter((row) => number(row, x) !== null);
  const options: PlotSpec = {
    document,
    width,
    height: names.length * 26 + 52,
    marginLeft: left,
    marginRight: 28,
    marginTop: 8,
    marginBottom: 38,
    style: { fontSize: `${fontSize}px` },
    x: { ...numberAxis(spec, x, width), nice: true, ...limitsOfOne(known, x, false) },
    y: {
      domain: names,
      label: null,
      tickSize: 0,
      tickFormat: (name: string) =>
        wrapWords(nameOf(y, name), Math.max(8, Math.floor(left / 6.6))).join("\n"),
    },
    ...(series && { color: { domain: series.domain, range: series.range } }),
    marks: [
      Plot.ruleY(names, { stroke: "var(--faint)" }),
      Plot.dot(known, { x, y, r: 5, fill: series ? series.column : "var(--mark)", stroke: "var(--ground)" }),
      ...(live
        ? [
            Plot.tip(
              known,
              Plot.pointer({
                x,
                y,
                title: (row: Row) => `${text(row, y)}: ${numberLabel(spec, row, x)}`,
                fill: "var(--panel)",
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(options);
}

function dotsBetweenNumbers(spec: ChartSpec, rows: Row[], { document, width, live }: Canvas): Element {
  const { x, y, label } = spec.channels;
  const series = seriesOf(spec, rows);
  const known = rows.filter((row) => number(row, x) !== null && number(row, y) !== null);
  const told = (row: Row) =>
    `${label === undefined ? "" : `${text(row, label)}: `}${numberLabel(spec, row, x)}, ${numberLabel(spec, row, y)}`;
  const options: PlotSpec = {
    document,
    width,
    height: Math.min(440, Math.max(280, Math.round(width * 0.6))),
    marginLeft: 48,
    marginRight: 28,
    marginTop: 34,
    marginBottom: 40,
    style: { fontSize: `${fontSize}px` },
    x: { ...numberAxis(spec, x, width), ...limitsOfOne(known, x, false) },
    y: {
      label: axisLabel(spec, y),
      labelArrow: "none",
      ticks: 5,
      tickSize: 0,
      nice: true,
      ...limitsOfOne(known, y, false),
    },
    ...(series && { color: { domain: series.domain, range: series.range } }),
    // No dot lies on the frame.
    inset: 14,
    marks: [
      Plot.gridX({ ticks: width < narrowBelow ? 4 : 6, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.dot(known, { x, y, r: 5, fill: series ? series.column : "var(--mark)", stroke: "var(--ground)" }),
      ...(label === undefined
        ? []
        : (["start", "end"] as const).map((side) =>
            Plot.text(
              known.filter((row) => isRight(known, x, row) === (side === "end")),
              {
                x,
                y,
                text: label,
                textAnchor: side,
                dy: -11,
                fill: "var(--ink)",
                stroke: "var(--ground)",
                strokeWidth: 3,
              },
            ),
          )),
      ...(live ? [Plot.tip(known, Plot.pointer({ x, y, title: told, fill: "var(--panel)" }))] : []),
    ],
  };
  return Plot.plot(options);
}

/** True in the right third of a picture, where words stand to the left. */
function isRight(rows: readonly Row[], x: string, row: Row): boolean {
  const values = rows.map((other) => number(other, x)!);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return number(row, x)! > least + (most - least) * 0.66;
}

/** A horizontal axis of numbers; a year is never grouped. */
export function numberAxis(spec: ChartSpec, name: string, width: number): Plot.ScaleOptions {
  const isYear = spec.columns.find((column) => column.name === name)?.year;
  return {
    label: axisLabel(spec, name),
    labelAnchor: "right",
    labelArrow: "none",
    ticks: width < narrowBelow ? 4 : 6,
    tickSize: 0,
    ...(isYear && { tickFormat: "d" }),
  };
}
