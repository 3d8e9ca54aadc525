import type { Canvas } from "./figure.js";
import { Pen } from "./pen.js";
import { drawKey, placeKey, type KeyEntry } from "./picture-key.js";
import { wrapWords } from "./wrap-words.js";

/** An amount with its bar. */
export interface AmountRow {
  name: string;
  what: string;
  /** Year or years; empty where none is told. */
  years: string;
  /** As the document prints it, and in the currency of the bars. */
  printed: string;
  shown: string;
  /** In the currency of the bars; zero has a bar without length. */
  value: number;
  /** What to mind about it: its flags in words. */
  mind: string;
}

/** Amounts that may be compared with each other: of one kind, for one term, in one currency. */
export interface AmountGroup {
  name: string;
  rows: AmountRow[];
}

/** What the columns are called. */
export interface AmountHeads {
  printed: string;
  shown: string;
}

/** Where columns stand, in pixels; numbers end at theirs. */
interface Columns {
  words: number;
  years?: number;
  printed: number;
  shown: number;
  bar: [from: number, to: number];
}

const size = { line: 15, row: 9, group: 36, head: 24, bar: 9, letter: 6.5 } as const;
const key: KeyEntry[] = [
  { glyph: { kind: "bar", colour: "var(--mark)" }, words: "amount" },
  { glyph: { kind: "outline", colour: "var(--mark)" }, words: "amount with a flag, in words below it" },
];

/** The end of a scale from zero that holds a value: a round number, at most a half larger. */
export function scaleEnd(largest: number): number {
  if (!(largest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * power >= largest * (1 - 1e-9)) ?? 10) * power;
}

/**
 * A table of amounts by group, each amount with a small bar. Bars of a group start at zero and share a scale, whose end
 * stands beside the group's name; no bar is to be read against another group's.
 * @param money a value in words, for the ends of scales
 */
export function amountTable<Group extends AmountGroup>(
  groups: Group[],
  { document, width }: Pick<Canvas, "document" | "width">,
  heads: AmountHeads,
  money: (value: number, group: Group) => string,
): Element {
  const narrow = width < 500;
  const columns = columnsOf(width, groups, heads);
  const scales = groups.map((group) => {
    const end = scaleEnd(Math.max(0, ...group.rows.map(({ value }) => value)));
    return { group, end, words: `full bar: ${money(end, group)}` };
  });
  // Names of groups and the ends of their scales share a line where all of them can.
  const fit = scales.every(({ group, words }) => (group.name.length + 1) * 7.6 + words.length * 6.8 < width);
  const groupHeight = size.group + (fit ? 0 : size.line);
  const top = (narrow ? 0 : size.head) + placeKey(key, width).height + 6;
  const height =
    top +
    groups.flatMap(({ rows }) => rows).reduce((sum, row) => sum + heightOf(row, columns, narrow), 0) +
    groups.length * groupHeight;
  const pen = Pen.begin({ document }, width, Math.ceil(height));
  const soft = pen.group({ fill: "var(--soft)" });
  const right = soft.group({ "text-anchor": "end" });
  const strong = pen.group({ "font-weight": 600 });
  const shapes = pen.group();
  drawKey(pen, key, { x: 0, y: 0, width });
  if (!narrow) {
    const y = top - 12;
    right.text(columns.printed, y, heads.printed);
    right.text(columns.shown, y, heads.shown);
  }
  let y = top;
  for (const { group, end, words } of scales) {
    y += groupHeight;
    strong.text(0, y - 12 - (fit ? 0 : size.line), group.name);
    if (fit) right.text(columns.bar[1], y - 12, words);
    else soft.text(0, y - 12, words);
    shapes.line(0, y - 2, width, y - 2, { stroke: "var(--line)" });
    for (const row of group.rows) {
      drawRow({ soft, right, strong, shapes }, row, columns, { y: y + size.row, end, narrow });
      y += heightOf(row, columns, narrow);
    }
  }
  return pen.finish();
}

function columnsOf(width: number, groups: AmountGroup[], heads: AmountHeads): Columns {
  if (width < 500) return { words: width, printed: width, shown: 0, bar: [0, width] };
  const rows = groups.flatMap((group) => group.rows);
  const room = (words: string[]) => Math.max(0, ...words.map(({ length }) => length)) * size.letter + 14;
  const bar: [number, number] = [width - 130, width - 2];
  const shown = bar[0] - 12;
  const printed = shown - room([heads.shown, ...rows.map((row) => row.shown)]);
  const years = printed - room([heads.printed, ...rows.map((row) => row.printed)]);
  return { words: years - room(rows.map((row) => row.years)), years, printed, shown, bar };
}

const linesOf = (row: AmountRow, { words }: Columns) =>
  wrapWords(`${row.name}: ${row.what}`, Math.floor(words / size.letter));
const mindLines = ({ mind }: AmountRow, { words }: Columns) =>
  wrapWords(mind, Math.floor(words / size.letter));

/** Words, on a phone the numbers below them, and the bar. */
function heightOf(row: AmountRow, columns: Columns, narrow: boolean): number {
  const lines = linesOf(row, columns).length + mindLines(row, columns).length + (narrow ? 1 : 0);
  return lines * size.line + size.row + (narrow ? size.bar + 5 : 0);
}

function drawRow(
  pens: Record<"soft" | "right" | "strong" | "shapes", Pen>,
  row: AmountRow,
  columns: Columns,
  { y, end, narrow }: { y: number; end: number; narrow: boolean },
): void {
  let line = y + 2;
  for (const words of linesOf(row, columns)) {
    pens.shapes.text(0, line, words);
    line += size.line;
  }
  for (const words of mindLines(row, columns)) {
    pens.soft.text(0, line, words, { "font-style": "italic" });
    line += size.line;
  }
  const beside = narrow ? line : y + 2;
  const printed = row.printed === row.shown ? "" : row.printed;
  pens.strong.text(columns.shown, beside, row.shown, narrow ? {} : { "text-anchor": "end" });
  const others = narrow ? [printed, row.years].filter(Boolean).join(", ") : row.printed;
  pens.right.text(columns.printed, beside, others);
  if (columns.years !== undefined) pens.right.text(columns.years, beside, row.years);
  drawBar(pens.shapes, row, columns.bar, { end, middle: narrow ? line + size.line : y + 2 });
}

function drawBar(
  shapes: Pen,
  { value, mind }: AmountRow,
  [from, to]: Columns["bar"],
  { end, middle }: { end: number; middle: number },
): void {
  const long = (value / end) * (to - from);
  const [above, below] = [middle - size.bar / 2, middle + size.bar / 2];
  // What is too small for the scale keeps a hair's breadth; zero has none.
  if (value > 0)
    shapes.rect(from, above, from + Math.max(1, long), below, {
      fill: mind ? "var(--ground)" : "var(--mark)",
      stroke: "var(--mark)",
      "stroke-width": 1.2,
      class: "amount",
    });
  shapes.line(from, above - 3, from, below + 3, { stroke: "var(--soft)" });
}
