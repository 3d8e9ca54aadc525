import * as Plot from "@observablehq/plot";
import { number, text, type Canvas, type PlotSpec, type Row } from "../components/figure.js";
import type { ChartSpec } from "./chart-spec.js";
import { axisLabel, fontSize, limitsOfOne, numberLabel, roomFor, seriesOf } from "./channel-scale.js";
import { numberAxis } from "./draw-dots.js";

/** Lines over numbers or years, each with its name at its end; a missing value leaves a gap. */
export function drawLines(spec: ChartSpec, rows: Row[], { document, width, live }: Canvas): Element {
  const { x, y } = spec.channels;
  const series = seriesOf(spec, rows);
  const known = rows.filter((row) => number(row, x) !== null);
  const nameOf = (row: Row) => (series ? (series.names.get(text(row, series.column)) ?? "") : "");
  const drawn = known.filter((row) => number(row, y) !== null);
  const right = series ? roomFor([...series.names.values()], width, 0.3) + 8 : 24;
  const stroke = series ? { stroke: series.column, z: series.column } : { stroke: "var(--mark)" };
  const options: PlotSpec = {
    document,
    width,
    height: Math.min(380, Math.max(260, Math.round(width * 0.5))),
    marginLeft: 52,
    marginRight: right,
    marginTop: 34,
    marginBottom: 40,
    style: { fontSize: `${fontSize}px` },
    x: { ...numberAxis(spec, x, width), ...limitsOfOne(known, x, false) },
    y: {
      label: axisLabel(spec, y),
      labelArrow: "none",
      ticks: 5,
      tickSize: 0,
      zero: true,
      nice: true,
      ...limitsOfOne(drawn, y, true),
    },
    ...(series && { color: { domain: series.domain, range: series.range } }),
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.line(known, { x, y, ...stroke, strokeWidth: 2 }),
      Plot.dot(drawn, { x, y, fill: series ? series.column : "var(--mark)", r: 3 }),
      ...(series
        ? [
            Plot.text(
              drawn,
              Plot.selectLast({
                x,
                y,
                z: series.column,
                text: nameOf,
                textAnchor: "start",
                dx: 8,
                fill: "var(--ink)",
              }),
            ),
          ]
        : []),
      ...(live
        ? [
            Plot.tip(
              drawn,
              Plot.pointer({
                x,
                y,
                title: (row: Row) =>
                  [nameOf(row), `${numberLabel(spec, row, x)}: ${numberLabel(spec, row, y)}`]
                    .filter(Boolean)
                    .join("\n"),
                fill: "var(--panel)",
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(options);
}
