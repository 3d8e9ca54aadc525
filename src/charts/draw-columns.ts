import * as Plot from "@observablehq/plot";
import { number, text, type Canvas, type PlotSpec, type Row } from "../components/figure.js";
import { wrapWords } from "../components/wrap-words.js";
import type { ChartSpec } from "./chart-spec.js";
import {
  axisLabel,
  fontSize,
  limitsOfOne,
  narrowBelow,
  numberLabel,
  orderedCategories,
  seriesOf,
} from "./channel-scale.js";

/** Upright bars from zero, stacked where a column has colours. Names that do not fit beside each other stand slanted. */
export function drawColumns(spec: ChartSpec, rows: Row[], { document, width, live }: Canvas): Element {
  const { x, y, facet } = spec.channels;
  const names = orderedCategories(rows, x, y, spec.sort, "x");
  const series = seriesOf(spec, rows);
  const stacked = series !== null && series.column !== x;
  const known = rows.filter((row) => number(row, y) !== null);
  const step = (width - 60) / Math.max(1, names.length);
  const lines = names.map((name) => wrapWords(name, Math.max(4, Math.floor(step / 7))));
  const slanted = lines.some((parts) => parts.some((part) => part.length * 7 > step));
  const longest = Math.max(0, ...names.map(({ length }) => length));
  const below = slanted
    ? Math.min(120, longest * 5 + 20)
    : 22 + 14 * Math.max(1, ...lines.map((parts) => parts.length));
  const across = facet === undefined ? {} : { fy: facet };
  const options: PlotSpec = {
    document,
    width,
    height: (facet === undefined ? 1 : new Set(rows.map((row) => text(row, facet))).size) * 190 + 60 + below,
    marginLeft: 48,
    marginRight: facet === undefined ? 12 : 96,
    marginTop: 34,
    marginBottom: below,
    style: { fontSize: `${fontSize}px` },
    x: {
      type: "band",
      domain: names,
      label: null,
      tickSize: 0,
      tickRotate: slanted ? -40 : 0,
      tickFormat: (name: string) =>
        slanted ? name : wrapWords(name, Math.max(4, Math.floor(step / 7))).join("\n"),
    },
    y: {
      label: axisLabel(spec, y),
      labelArrow: "none",
      ticks: 5,
      tickSize: 0,
      zero: true,
      ...limitsOfOne(known, y, true),
    },
    ...(facet !== undefined && { fy: { label: null } }),
    ...(series && { color: { domain: series.domain, range: series.range } }),
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.barY(known, {
        x: (row: Row) => text(row, x),
        y,
        ...across,
        fill: series ? series.column : "var(--mark)",
        inset: Math.min(4, step / 8),
        ...(stacked && { order: series.domain }),
      }),
      ...(stacked || width < narrowBelow
        ? []
        : [
            Plot.text(known, {
              x: (row: Row) => text(row, x),
              y,
              ...across,
              text: (row: Row) => numberLabel(spec, row, y),
              dy: -8,
              fill: "var(--ink)",
              fontVariant: "tabular-nums",
            }),
          ]),
      Plot.ruleY([0], { stroke: "var(--soft)" }),
      ...(live
        ? [
            Plot.tip(
              known,
              Plot.pointerX({
                x: (row: Row) => text(row, x),
                y,
                ...across,
                title: (row: Row) => `${text(row, x)}: ${numberLabel(spec, row, y)}`,
                fill: "var(--panel)",
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(options);
}
