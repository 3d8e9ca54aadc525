import * as Plot from "@observablehq/plot";
import { number, type Canvas, type PlotSpec, type Row } from "./figure.js";
import { formatNumber } from "./format.js";

/** What a heat map shows. */
export interface HeatMapOptions {
  /** Column names of row, column and value. */
  row: string;
  column: string;
  value: string;
  /** Order of rows and columns. */
  rows: string[];
  columns: string[];
  /** Words of a row beside its cells; a line break where a name is long. Default: its value. */
  rowLabel?: (row: string) => string;
  /** Four rising limits between the shades above zero. */
  limits: number[];
  decimals?: number;
  /** True where a second reading touches the value of a row. */
  marked?: (row: Row) => boolean;
  /** Words for the pointer. */
  tip?: (row: Row) => string;
}

/** Shade of a value: 0 for none at all, 1 to 5 for rising values. */
export function shade(value: number, limits: number[]): number {
  if (value === 0) return 0;
  return 1 + limits.filter((limit) => value >= limit).length;
}

/**
 * Cells of a table shaded by value, each with its number; a zero stands in an empty outlined cell, a missing value is
 * left out and named "–".
 */
export function heatMap(data: Row[], { document, width, live }: Canvas, options: HeatMapOptions): Element {
  const narrow = width < 500;
  const { row, column, value, limits, decimals = 0, marked, tip } = options;
  const bins = data.map((d) => {
    const n = number(d, value);
    return n === null ? -1 : shade(n, limits);
  });
  const label = (d: Row) => {
    const n = number(d, value);
    return n === null ? "–" : formatNumber(n, decimals) + (marked?.(d) ? "†" : "");
  };
  const spec: PlotSpec = {
    document,
    width,
    height: options.rows.length * (narrow ? 32 : 34) + 34,
    marginLeft: narrow ? 92 : 120,
    marginRight: 0,
    marginTop: 30,
    marginBottom: 4,
    x: {
      domain: options.columns,
      axis: null,
    },
    y: {
      domain: options.rows,
      tickSize: 0,
      label: null,
      ...(options.rowLabel && { tickFormat: options.rowLabel }),
    },
    style: { fontSize: narrow ? "12px" : "13px" },
    marks: [
      Plot.axisX({ anchor: "top", label: null, tickSize: 0, fontSize: narrow ? 10.5 : 13 }),
      Plot.cell(data, {
        x: column,
        y: row,
        fill: (_d: Row, i: number) => (bins[i]! < 0 ? "none" : `var(--heat-${bins[i]})`),
        stroke: (_d: Row, i: number) => (bins[i]! <= 0 ? "var(--soft)" : "none"),
        strokeWidth: 1,
        inset: 1,
      }),
      Plot.text(data, {
        x: column,
        y: row,
        text: label,
        fill: (_d: Row, i: number) => `var(--heat-ink-${Math.max(0, bins[i]!)})`,
        fontVariant: "tabular-nums",
      }),
      ...(live && tip
        ? [Plot.tip(data, Plot.pointer({ x: column, y: row, title: tip, fill: "var(--panel)" }))]
        : []),
    ],
  };
  return Plot.plot(spec);
}
