import { headForm, lettersIn, wrapped } from "./column-heads.js";
import { rangeMark } from "./last-ranges.js";
import { Pen } from "../components/pen.js";
import { drawKey, type KeyEntry } from "../components/picture-key.js";
import type { ScenarioCanvas } from "./picture.js";
import { moved } from "./reading.js";
import { setSpots, type Spot } from "./spots.js";

/** A column of a grid: a scale of its own, from its line at the left. */
export interface GridColumn {
  title: string;
  /** A second line under the title. */
  note?: string;
  /** Values at the left and at the right end. */
  domain: [number, number];
  /** Where its target stands, as a line. */
  target?: number;
  colour: string;
}

/** What a row has in a column. */
export interface GridCell {
  row: string;
  /** Place of the column. */
  column: number;
  before: number | null;
  now: number | null;
  /** 10th and 90th percentile. */
  low?: number | null;
  high?: number | null;
  /** Words for the pointer. */
  words: () => string;
}

/** What a grid shows. */
export interface GridOptions {
  columns: readonly GridColumn[];
  rows: readonly string[];
  cells: readonly GridCell[];
  /** What the signs mean, in one line above. */
  legend: readonly KeyEntry[];
  /** What the notes are, before the first of them. */
  notes?: string;
  /** Words at the right of a row, with their heading. */
  figures?: { title: string; words: (row: string) => string; width: number };
}

/** Part of a column's room that its scale takes; the rest keeps columns apart. */
const used = 0.84;

/**
 * Rows × columns, each cell a small scale with a hollow dot for what was and a full one for what is, a bar for the
 * range of the draws, and the column's target as a line through all rows. Values beyond a scale stand at its end.
 */
export function changeGrid(canvas: ScenarioCanvas, options: GridOptions): Element {
  const grid = layoutOf(canvas.width, options);
  const pen = Pen.begin(canvas, canvas.width, grid.height, grid.size);
  drawGround(pen, grid, options);
  const spots = drawCells(pen, grid, options);
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

/** Where everything of a grid stands, in pixels. */
type Layout = ReturnType<typeof layoutOf>;

function layoutOf(width: number, { columns, rows, figures }: GridOptions) {
  const narrow = width < 500;
  const rowHeight = narrow ? 25 : 27;
  const marginLeft = narrow ? 82 : 104;
  const marginRight = figures?.width ?? 4;
  const size = narrow ? 11 : 12;
  const pitch = (width - marginLeft - marginRight) / columns.length;
  const letters = lettersIn(pitch - 3, size);
  const form = headForm(
    columns.map(({ title }) => title),
    letters,
  );
  // Middle of the names' last line; the notes stand under it.
  const head = { straight: 32, slanted: 46, wrapped: 42 }[form];
  const marginTop = head + (columns.some(({ note }) => note) ? 26 : 12);
  const height = marginTop + rows.length * rowHeight + 4;
  const left = (column: number) => marginLeft + pitch * column;
  const x = (value: number, column: number) => {
    const [from, to] = columns[column]!.domain;
    return left(column) + used * pitch * Math.min(1, Math.max(0, (value - from) / (to - from)));
  };
  const y = (row: number) => marginTop + (row + 0.5) * rowHeight;
  return { width, size, height, marginLeft, marginTop, pitch, letters, form, head, left, x, y };
}

/** What stands still: legend, names, notes, scales and targets. */
function drawGround(pen: Pen, grid: Layout, { columns, rows, legend, notes, figures }: GridOptions): void {
  const { head, left, y, x, marginTop, height } = grid;
  const soft = pen.group({ fill: "var(--soft)" });
  drawKey(pen, legend, { x: 0, y: -1, width: grid.width, letters: grid.size });
  if (notes) soft.text(0, head + 15, notes);
  const tracks = pen.group({ stroke: "var(--faint)" });
  const zeros = pen.group({ stroke: "var(--line)" });
  const targets = pen.group({ stroke: "var(--ink)", "stroke-width": 1.5 });
  rows.forEach((row, i) => {
    tracks.line(grid.marginLeft, y(i), left(columns.length) - (1 - used) * grid.pitch, y(i));
    pen.text(0, y(i), row);
    if (figures) pen.text(left(columns.length), y(i), figures.words(row));
  });
  columns.forEach(({ title, note, target }, i) => {
    drawName(pen, grid, title, i);
    if (note) soft.text(left(i), head + 15, note);
    zeros.line(left(i), marginTop, left(i), height - 4);
    if (target !== undefined) targets.line(x(target, i), marginTop, x(target, i), height - 4);
  });
  if (figures) pen.text(left(columns.length), head, figures.title);
}

/** The name of a column above it. */
function drawName(pen: Pen, { form, head, left, letters }: Layout, title: string, column: number): void {
  if (form === "slanted") {
    const [at, line] = [left(column) + 5, head + 1];
    pen.text(at, line, title, { transform: `rotate(-35 ${Math.round(at)} ${line})` });
    return;
  }
  const lines = form === "wrapped" ? wrapped(title, letters) : [title];
  lines.forEach((words, l) => pen.text(left(column), head - 13 * (lines.length - 1 - l), words));
}

/** Dots and ranges, and the places that tell the pointer of them. */
function drawCells(pen: Pen, { x, y }: Layout, { columns, rows, cells }: GridOptions): Spot[] {
  const range = { class: rangeMark, "stroke-width": 7, "stroke-opacity": 0.3 };
  const placeOf = new Map(rows.map((row, i) => [row, i]));
  const spots: Spot[] = [];
  const own = columns.map(({ colour }) => pen.group({ fill: colour, stroke: colour, "stroke-width": 0 }));
  for (const { row, column, before, now, low, high, words } of cells) {
    const place = placeOf.get(row);
    if (place === undefined || now === null) continue;
    const [at, line, group] = [x(now, column), y(place), own[column]!];
    const [from, to] = [x(low ?? now, column), x(high ?? now, column)];
    if (to - from > 1) group.line(from, line, to, line, range);
    if (before !== null && moved(before, now)) {
      const was = x(before, column);
      group.line(was, line, at, line, { "stroke-width": 1.5 });
      group.dot(was, line, 3.5, { fill: "var(--ground)", "stroke-width": 1.5 });
    }
    group.dot(at, line, 4);
    spots.push({ x: at, y: line, words });
  }
  return spots;
}
