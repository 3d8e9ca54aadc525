import * as Plot from "@observablehq/plot";
import { max, rollups, sum } from "d3-array";
import { number, text, type Canvas, type PlotSpec, type Row } from "../components/figure.js";
import { estimatedWidth } from "../components/text-width.js";
import { wrapWords } from "../components/wrap-words.js";
import type { ChartSpec } from "./chart-spec.js";
import {
  axisLabel,
  nameOf,
  fontSize,
  narrowBelow,
  numberLabel,
  orderedCategories,
  roomFor,
  seriesOf,
} from "./channel-scale.js";

const rowHeight = 28;

/** Horizontal bars from zero, stacked where a column has colours, each bar of one part with its number at its end. */
export function drawBars(spec: ChartSpec, rows: Row[], { document, width, live }: Canvas): Element {
  const { x, y, facet } = spec.channels;
  const { bars, series, stacked, facets, known, least, most, left, right } = layoutOf(spec, rows, width);
  const across = facet === undefined ? {} : { fy: facet };
  const options: PlotSpec = {
    document,
    width,
    height: Math.max(1, facets.length) * (bars.length * rowHeight + (facets.length ? 26 : 0)) + 46,
    marginLeft: left,
    marginRight: right,
    marginTop: facets.length ? 22 : 8,
    marginBottom: 38,
    style: { fontSize: `${fontSize}px` },
    x: {
      label: axisLabel(spec, x),
      labelAnchor: "right",
      labelArrow: "none",
      ticks: width < narrowBelow ? 3 : 5,
      tickSize: 0,
      domain: [least, most],
    },
    y: {
      domain: bars,
      label: null,
      tickSize: 0,
      tickFormat: (name: string) =>
        wrapWords(nameOf(y, name), Math.max(8, Math.floor(left / 6.6))).join("\n"),
    },
    ...(facets.length && { fy: { domain: facets, label: null, axis: null, padding: 0.12 } }),
    ...(series && { color: { domain: series.domain, range: series.range } }),
    marks: [
      Plot.gridX({ ticks: width < narrowBelow ? 3 : 5, stroke: "var(--line)", strokeOpacity: 1 }),
      ...facetNames(facet ?? "", facets, left),
      Plot.barX(known, {
        x,
        y,
        ...across,
        fill: series ? series.column : "var(--mark)",
        inset: 3,
        ...(stacked && { order: series!.domain }),
        insetRight: stacked ? 1 : 0,
      }),
      ...(stacked ? [] : [numbersAtEnds(spec, rows, across)]),
      Plot.ruleX([0], { stroke: "var(--soft)" }),
      ...(live ? [Plot.tip(known, Plot.pointerY(tipOf(spec, stacked, across, series?.names)))] : []),
    ],
  };
  return Plot.plot(options);
}

/** What is drawn where. */
function layoutOf(spec: ChartSpec, rows: Row[], width: number) {
  const { x, y, facet } = spec.channels;
  const bars = orderedCategories(rows, y, x, spec.sort, "y");
  const series = seriesOf(spec, rows);
  const stacked = series !== null && series.column !== y;
  const facets = facet === undefined ? [] : [...new Set(rows.map((row) => text(row, facet)))];
  const known = rows.filter((row) => number(row, x) !== null);
  const barOf = (row: Row) => `${facet === undefined ? "" : text(row, facet)}\n${text(row, y)}`;
  const lengthOf = (own: Row[]) => sum(own, (row) => Math.max(0, number(row, x) ?? 0));
  const depthOf = (own: Row[]) => sum(own, (row) => Math.max(0, -(number(row, x) ?? 0)));
  const labels = stacked ? [] : rows.map((row) => numberLabel(spec, row, x));
  const right = Math.max(24, ...labels.map((words) => estimatedWidth(words, { size: fontSize }) + 12));
  return {
    ...{ bars, series, stacked, facets, known, right },
    least: -(max(rollups(rows, depthOf, barOf), ([, depth]) => depth) ?? 0),
    most: max(rollups(rows, lengthOf, barOf), ([, length]) => length) || 1,
    left: roomFor(
      bars.map((bar) => nameOf(y, bar)),
      width,
    ),
  };
}

/** The name of each facet above its bars. */
function facetNames(column: string, facets: readonly string[], left: number): Plot.Markish[] {
  if (facets.length === 0) return [];
  const options = {
    frameAnchor: "top-left",
    textAnchor: "start",
    fontWeight: 600,
    fill: "var(--ink)",
  } as const;
  const names = facets.map((name) => ({ name, words: nameOf(column, name) }));
  return [Plot.text(names, { ...options, fy: "name", text: "words", dy: -14, dx: 4 - left })];
}

function numbersAtEnds(spec: ChartSpec, rows: Row[], across: { fy?: string }): Plot.Markish {
  const { x, y } = spec.channels;
  return Plot.text(rows, {
    x: (row: Row) => Math.max(0, number(row, x) ?? 0),
    y,
    ...across,
    text: (row: Row) => numberLabel(spec, row, x),
    textAnchor: "start",
    dx: 6,
    fill: "var(--ink)",
    fontVariant: "tabular-nums",
  });
}

function tipOf(
  spec: ChartSpec,
  stacked: boolean,
  across: { fy?: string },
  names: ReadonlyMap<string, string> | undefined,
): Plot.TipOptions {
  const { x, y, colour } = spec.channels;
  const title = (row: Row) => {
    const part =
      stacked && colour !== undefined ? `, ${names?.get(text(row, colour)) ?? text(row, colour)}` : "";
    return `${text(row, y)}${part}: ${numberLabel(spec, row, x)}`;
  };
  const place = stacked ? Plot.stackX({ x, y, z: colour, order: null }) : { x, y };
  return { ...place, ...across, title, fill: "var(--panel)" };
}
