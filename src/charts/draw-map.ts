import * as Plot from "@observablehq/plot";
import { number, text, type Canvas, type PlotSpec, type Row } from "../components/figure.js";
import type { ChartSpec } from "./chart-spec.js";
import { narrowBelow, numberLabel, seriesOf } from "./channel-scale.js";

/** Most dots whose names are written beside them: more would lie on each other. */
const mostNamed = 12;

/** Dots on the land of the earth; their area stands for a number where the author names one. */
export function drawMap(spec: ChartSpec, rows: Row[], { document, width, land, live }: Canvas): Element {
  const { x, y, size, label } = spec.channels;
  const narrow = width < narrowBelow;
  const series = seriesOf(spec, rows);
  const placed = rows.filter((row) => number(row, x) !== null && number(row, y) !== null);
  const drawn = size === undefined ? placed : placed.filter((row) => number(row, size) !== null);
  const told = (row: Row) =>
    [label === undefined ? "" : text(row, label), size === undefined ? "" : numberLabel(spec, row, size)]
      .filter(Boolean)
      .join(": ");
  const options: PlotSpec = {
    document,
    width,
    height: Math.round(width * 0.47),
    margin: 2,
    projection: {
      type: "equal-earth",
      domain: {
        type: "MultiPoint",
        coordinates: [
          [-168, 70],
          [178, 70],
          [-120, -52],
          [178, -48],
        ],
      },
    },
    style: { fontSize: narrow ? "10px" : "12px" },
    ...(size !== undefined && { r: { type: "sqrt", range: [0, narrow ? 10 : 16] } }),
    ...(series && { color: { domain: series.domain, range: series.range } }),
    marks: [
      ...(land ? [Plot.geo(land, { fill: "var(--land)" })] : []),
      Plot.dot(drawn, {
        x,
        y,
        r: size ?? (narrow ? 3 : 4.5),
        fill: series ? series.column : "var(--mark)",
        fillOpacity: size === undefined ? 1 : 0.75,
        stroke: "var(--ground)",
      }),
      ...(label !== undefined && drawn.length <= mostNamed
        ? (["start", "middle", "end"] as const).map((side) =>
            Plot.text(
              drawn.filter((row) => sideOf(number(row, x)!) === side),
              {
                x,
                y,
                text: label,
                textAnchor: side,
                dy: -14,
                fill: "var(--ink)",
                stroke: "var(--ground)",
                strokeWidth: 3,
              },
            ),
          )
        : []),
      ...(live ? [Plot.tip(drawn, Plot.pointer({ x, y, title: told, fill: "var(--panel)" }))] : []),
    ],
  };
  return Plot.plot(options);
}

/** Names at the edges of the map stand inwards of their dots. */
const sideOf = (longitude: number) => (longitude > 150 ? "end" : longitude < -150 ? "start" : "middle");
