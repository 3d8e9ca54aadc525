import * as Plot from "@observablehq/plot";
import { number, type Canvas, type PlotSpec, type Row } from "./figure.js";
import { flagMark, formatNumber } from "./format.js";
import { named } from "./named-mark.js";
import { keyGroup, type KeyEntry } from "./picture-key.js";

/** What a heat map shows. */
export interface HeatMapOptions {
  /** Column names of row, column and value. */
  row: string;
  column: string;
  value: string;
  /** Order of rows and columns. */
  rows: string[];
  columns: string[];
  /** Words of a row beside its cells; a line break where a name is long. Default: its value, in two lines on a phone. */
  rowLabel?: (row: string) => string;
  /** Words of a column above its cells; a soft hyphen where it may break. Default: its value. */
  columnLabel?: (column: string) => string;
  /** A line below the columns' names: its name, which stands with those of the rows, and what it says of a column. */
  note?: { name: string; of: (column: string) => string };
  /** Four rising limits between the shades above zero. */
  limits: number[];
  /** Colours of a cell with a value, in place of the shades by `limits`. */
  tone?: (row: Row) => Tone;
  /** A second line in a cell, below its number. */
  below?: (row: Row) => string;
  decimals?: number;
  /** True where a second reading touches the value of a row. */
  marked?: (row: Row) => boolean;
  /** How a missing value stands: a cell in outline with a dash (the default), or nothing at all. */
  missing?: "dash" | "blank";
  /** What the shades mean, below the cells. */
  key?: KeyEntry[];
  /** Words for the pointer. */
  tip?: (row: Row) => string;
}

/** Colours of a cell and of the number on it; an edge where the cell has the ground's colour. */
export interface Tone {
  fill: string;
  ink: string;
  edge?: string;
}

/** Mean widths of letters of rows' and columns' names, in CSS pixels: on a phone and in a column. */
const letter = { narrow: { row: 6.9, head: 5.8 }, wide: { row: 7.4, head: 7 } } as const;

/** Shade of a value: 0 for none at all, 1 to 5 for rising values. */
export function shade(value: number, limits: number[]): number {
  if (value === 0) return 0;
  return 1 + limits.filter((limit) => value >= limit).length;
}

/** The colours of a shade of the heat map, 0 to 5. */
export const toneOf = (shade: number): Tone => ({
  fill: `var(--heat-${shade})`,
  ink: `var(--heat-ink-${shade})`,
  ...(shade === 0 && { edge: "var(--soft)" }),
});

/** The colours of a gap, 1 to 3: the larger, the more is missing. */
export const gapTone = (shade: 1 | 2 | 3): Tone => ({
  fill: `var(--gap-${shade})`,
  ink: `var(--gap-ink-${shade})`,
});

const missingTone: Tone = { fill: "none", ink: "var(--heat-ink-0)", edge: "var(--soft)" };

/**
 * Cells of a table shaded by value, each with its number; a zero stands in an empty outlined cell, a missing value is
 * left out and named "–", or leaves its place blank.
 */
export function heatMap(data: Row[], { document, width, live }: Canvas, options: HeatMapOptions): Element {
  const { row, column, value, tip, note } = options;
  const narrow = width < 500;
  const { rowLabel, heads, marginLeft, marginTop, cellsEnd } = layoutOf(width, options);
  const shown = options.missing === "blank" ? data.filter((d) => number(d, value) !== null) : data;
  const key = keyGroup(document, options.key ?? [], width);
  const marginBottom = 4 + (key.height && key.height + 8);
  const spec: PlotSpec = {
    document,
    width,
    height: cellsEnd + marginBottom,
    marginLeft,
    marginRight: 0,
    marginTop,
    marginBottom,
    x: {
      domain: options.columns,
      axis: null,
    },
    y: {
      domain: options.rows,
      tickSize: 0,
      label: null,
      tickFormat: rowLabel,
    },
    style: { fontSize: narrow ? "12px" : "13px" },
    marks: [
      Plot.axisX({
        anchor: "top",
        label: null,
        tickSize: 0,
        fontSize: narrow ? 10 : 13,
        tickFormat: (name: string) => heads.get(name) ?? name,
        dy: note ? -15 : 0,
      }),
      ...(note ? noteMarks(options.columns, note) : []),
      ...cellMarks(shown, options),
      ...(live && tip
        ? [Plot.tip(shown, Plot.pointer({ x: column, y: row, title: tip, fill: "var(--panel)" }))]
        : []),
    ],
  };
  const picture = Plot.plot(spec);
  if (key.height) {
    key.group.setAttribute("transform", `translate(0,${cellsEnd + 8})`);
    picture.append(key.group);
  }
  return picture;
}

/** Names of rows and columns, and where the cells begin and end, in CSS pixels. */
function layoutOf(width: number, options: HeatMapOptions) {
  const { rows, columns, below, note } = options;
  const narrow = width < 500;
  const rowLabel = options.rowLabel ?? ((name: string) => (narrow ? inTwoLines(name) : name));
  const names = [...rows.flatMap((name) => rowLabel(name).split("\n")), note?.name ?? ""];
  const longest = Math.max(...names.map((name) => name.length));
  const wanted = Math.max(narrow ? 66 : 120, longest * letter[narrow ? "narrow" : "wide"].row + 11);
  // A name without an end leaves more than half of the picture to the cells.
  const marginLeft = Math.min(wanted, width * 0.45);
  const heads = headWords(options, (width - marginLeft) / columns.length, narrow);
  const lines = Math.max(1, ...[...heads.values()].map((words) => words.split("\n").length));
  const marginTop = 16 + 14 * lines + (note ? 15 : 0);
  const rowHeight = (narrow ? 32 : 34) + (below ? 8 : 0);
  return { rowLabel, heads, marginLeft, marginTop, cellsEnd: marginTop + rows.length * rowHeight };
}

/** The cells in their colours, and in each its number with its marks and what stands below it. */
function cellMarks(shown: Row[], options: HeatMapOptions): Plot.Markish[] {
  const { row, column, value, limits, decimals = 0, marked, below } = options;
  const tones = shown.map((d) => {
    const n = number(d, value);
    if (n === null) return missingTone;
    return options.tone?.(d) ?? toneOf(shade(n, limits));
  });
  const toned = (part: keyof Tone) => (_d: Row, i: number) => tones[i]![part] ?? "none";
  const label = (d: Row) => {
    const n = number(d, value);
    return n === null ? "–" : formatNumber(n, decimals) + (marked?.(d) ? "†" : "") + flagMark(d);
  };
  const words = { x: column, y: row, fill: toned("ink"), fontVariant: "tabular-nums" };
  return [
    Plot.cell(shown, {
      x: column,
      y: row,
      fill: toned("fill"),
      stroke: toned("edge"),
      strokeWidth: 1,
      inset: 1,
    }),
    Plot.text(shown, { ...words, text: label, ...(below && { dy: -7, fontWeight: 600 }) }),
    ...(below
      ? [Plot.text(shown, { ...words, text: below, dy: 8, fontSize: 11, render: named("below") })]
      : []),
  ];
}

/** The line below the columns' names, and its own name before it. */
function noteMarks(columns: string[], { name, of }: NonNullable<HeatMapOptions["note"]>): Plot.Markish[] {
  const style = {
    render: named("note"),
    frameAnchor: "top",
    dy: -11,
    fill: "var(--soft)",
    fontSize: 11,
  } as const;
  return [
    Plot.text(columns, { ...style, x: (column: string) => column, text: of }),
    Plot.text([name], { ...style, frameAnchor: "top-left", dx: -8, textAnchor: "end" }),
  ];
}

/** The names of columns, in as many lines as each needs to stand clear of its neighbours. */
function headWords(
  { columns, columnLabel }: HeatMapOptions,
  room: number,
  narrow: boolean,
): Map<string, string> {
  const most = Math.floor((room - 4) / letter[narrow ? "narrow" : "wide"].head);
  return new Map(
    columns.map((column) => {
      const words = columnLabel?.(column) ?? column;
      const whole = words.replaceAll("\u00ad", "");
      return [
        column,
        whole.length <= most ? whole : words.replace(/–| /g, "$&\n").replaceAll("\u00ad", "-\n"),
      ];
    }),
  );
}

/** A name of several words in two lines, where it is long. */
const inTwoLines = (name: string): string => (name.length > 10 ? name.replace(" ", "\n") : name);
