import { number, text, type Canvas, type Row } from "../components/figure.js";
import { heatMap } from "../components/heat-map.js";
import type { ChartSpec } from "./chart-spec.js";
import { drawBars } from "./draw-bars.js";
import { drawColumns } from "./draw-columns.js";
import { drawDots } from "./draw-dots.js";
import { drawLines } from "./draw-lines.js";
import { drawMap } from "./draw-map.js";
import { inKnownOrder } from "./known-words.js";

/** The picture of an author's chart. @throws where it is a table */
export function drawChart(spec: ChartSpec, rows: Row[], canvas: Canvas): Element {
  switch (spec.mark) {
    case "bar":
      return drawBars(spec, rows, canvas);
    case "column":
      return drawColumns(spec, rows, canvas);
    case "dot":
      return drawDots(spec, rows, canvas);
    case "line":
      return drawLines(spec, rows, canvas);
    case "cell":
      return drawCells(spec, rows, canvas);
    case "map":
      return drawMap(spec, rows, canvas);
    default:
      throw new Error(`the table ${spec.id} has no picture`);
  }
}

/** The column that names what is drawn, and those whose numbers are drawn. */
export function drawnColumns({ mark, channels }: ChartSpec): { category: string | null; numbers: string[] } {
  const { x, y, label, size, value } = channels;
  switch (mark) {
    case "bar":
      return { category: y, numbers: [x] };
    case "column":
      return { category: x, numbers: [y] };
    case "line":
      return { category: channels.colour ?? null, numbers: [x, y] };
    case "cell":
      return { category: y, numbers: [value!] };
    case "map":
      return { category: label ?? null, numbers: [x, y, ...(size === undefined ? [] : [size])] };
    default:
      // Dots stand beside names, or between two numbers.
      return { category: label ?? y, numbers: label === undefined ? [x] : [x, y] };
  }
}

function drawCells({ channels }: ChartSpec, rows: Row[], canvas: Canvas): Element {
  const { x, y, value = x } = channels;
  const found = (name: string) => inKnownOrder(name, [...new Set(rows.map((row) => text(row, name)))]);
  const decimals = rows.every((row) => Number.isInteger(number(row, value) ?? 0)) ? 0 : 1;
  return heatMap(rows, canvas, {
    row: y,
    column: x,
    value,
    rows: found(y),
    columns: found(x),
    limits: limitsOf(rows.map((row) => number(row, value))),
    decimals,
    tip: (row) => `${text(row, y)}, ${text(row, x)}: ${text(row, value) || "no figure"}`,
  });
}

/** Four limits that part the values above zero into fifths. */
function limitsOf(values: readonly (number | null)[]): number[] {
  const above = values.filter((value): value is number => value !== null && value > 0).sort((a, b) => a - b);
  if (above.length === 0) return [1, 2, 3, 4];
  return [0.2, 0.4, 0.6, 0.8].map(
    (part) => above[Math.min(above.length - 1, Math.floor(part * above.length))]!,
  );
}
