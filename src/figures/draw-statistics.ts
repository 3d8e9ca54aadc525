import * as Plot from "@observablehq/plot";
import { group } from "d3-array";
import { flagMark, formatNumber } from "../components/format.js";
import { number, text, type Canvas, type PlotSpec, type Row } from "../components/figure.js";
import { statisticOfRow } from "./statistic-of-row.js";
import { decimalsOf } from "./statistic-value.js";
import { seriesColour } from "../components/series-colours.js";
import { estimatedWidth } from "../components/text-width.js";

const size = 12;
const [marginTop, marginBottom] = [34, 30];
/** Room of a name beside the end of its line, in pixels; the axis may end a little above the highest value. */
const nameHeight = 16;

/** Numbers of one place from one table of a producer, in the order of the years. */
interface Line {
  place: string;
  rows: Row[];
  /** False for an older edition of numbers that stand there too. */
  newest: boolean;
}

/**
 * A line for each place and table of a producer, ended and begun anew where a series breaks; numbers of documents as
 * rings; the name of each place at its end. A value that is held back leaves a gap.
 */
export function drawStatistics(rows: Row[], { document, width, live, marks }: Canvas): Element {
  const places = [...new Set(rows.map((row) => text(row, "place")))];
  const colours = new Map(places.map((place, i) => [place, seriesColour(i)]));
  const colour = (row: Row) => colours.get(text(row, "place"))!;
  const valued = rows.filter((row) => number(row, "value") !== null);
  const published = valued.filter((row) => row.dataset !== null);
  const printed = valued.filter((row) => row.dataset === null);
  const lines = linesOf(rows.filter((row) => row.dataset !== null));
  const ends = endsOf(lines, printed, places);
  const top = Math.max(0, ...valued.map((row) => number(row, "value")!));
  const unit = unitOf(top, text(rows[0] ?? {}, "unit"));
  const right = Math.ceil(
    Math.min(
      Math.max(24, ...ends.map((row) => estimatedWidth(text(row, "place"), { size }) + 26)),
      width * 0.38,
    ),
  );
  const height = Math.min(400, Math.max(280, Math.round(width * 0.5)));
  const names = apart(ends, (top * nameHeight) / (height - marginTop - marginBottom));
  const spec: PlotSpec = {
    document,
    width,
    height,
    marginLeft: 46,
    marginRight: right,
    marginTop,
    marginBottom,
    style: { fontSize: `${size}px` },
    x: {
      label: null,
      tickFormat: (year: number) => String(year),
      tickSize: 0,
      ticks: width < 500 ? 4 : 8,
      ...yearsOf(valued),
    },
    y: {
      label: unit.label,
      labelArrow: "none",
      labelAnchor: "top",
      ticks: 5,
      tickSize: 0,
      domain: [0, top > 0 ? top : 1],
      nice: true,
      tickFormat: (value: number) => formatNumber(value / unit.divisor, decimalsFor(top / unit.divisor)),
    },
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: "var(--soft)" }),
      ...lines.flatMap((line) =>
        segmentsOf(line.rows).map((part) =>
          Plot.line(part, {
            x: "year",
            y: "value",
            stroke: colours.get(line.place)!,
            strokeWidth: line.newest ? 2 : 1.25,
            ...(line.newest ? {} : { strokeDasharray: "4 3" }),
          }),
        ),
      ),
      Plot.dot(published, { x: "year", y: "value", r: sizeOfDot(published, width), fill: colour }),
      Plot.dot(printed, {
        x: "year",
        y: "value",
        r: 5,
        fill: "var(--ground)",
        stroke: colour,
        strokeWidth: 1.75,
      }),
      Plot.text(
        valued.filter((row) => signsOf(row, marks) !== ""),
        { x: "year", y: "value", text: (row: Row) => signsOf(row, marks), dx: 4, dy: -7, fill: "var(--ink)" },
      ),
      // Not every colour of a line can be read as a word: the name is in ink, behind a mark in the line's colour.
      Plot.dot(names, {
        x: "x",
        y: "y",
        dx: 12,
        r: 4,
        symbol: "square",
        fill: ({ name }: Name) => colours.get(name)!,
      }),
      Plot.text(names, { x: "x", y: "y", text: "name", textAnchor: "start", dx: 20, fill: "var(--ink)" }),
      ...(live
        ? [
            Plot.tip(
              valued,
              Plot.pointer({
                x: "year",
                y: "value",
                fill: "var(--panel)",
                title: (row: Row) =>
                  [
                    `${text(row, "place")}, ${text(row, "year")}: ${text(row, "qualifier")}${formatNumber(number(row, "value")!, decimalsOf(row))}${flagMark(row)}`,
                    [text(row, "producer"), text(row, "edition") && `edition ${text(row, "edition")}`]
                      .filter(Boolean)
                      .join(", "),
                  ].join("\n"),
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}

/** The marks of a number: that it has a second reading, and that it carries a flag. */
const signsOf = (row: Row, { on }: Canvas["marks"]) =>
  (on(statisticOfRow(row)).length ? "†" : "") + flagMark(row);

/** Numbers by place and table; of tables of one producer that are editions the newest is known. */
function linesOf(rows: readonly Row[]): Line[] {
  return [...group(rows, (row) => text(row, "place"))].flatMap(([place, own]) => {
    const tables = [...group(own, (row) => text(row, "dataset"))];
    return tables.map(([dataset, numbers]): Line => {
      const edition = text(numbers[0]!, "edition");
      const producer = dataset.split("/")[0];
      const isOlder = tables.some(
        ([other, [first]]) =>
          other !== dataset && other.split("/")[0] === producer && edition < text(first!, "edition"),
      );
      return { place, rows: numbers, newest: !isOlder };
    });
  });
}

/** The name of a place, and where it stands. */
interface Name {
  x: number;
  y: number;
  name: string;
}

/** A line in parts: a number with a break begins a new one, a number that is held back ends one. */
function segmentsOf(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [[]];
  for (const row of rows) {
    if (text(row, "flag").includes("b") || number(row, "value") === null) parts.push([]);
    if (number(row, "value") !== null) parts.at(-1)!.push(row);
  }
  return parts.filter((part) => part.length > 1);
}

/** The last number of each place, where its name stands. */
function endsOf(lines: readonly Line[], printed: readonly Row[], places: readonly string[]): Row[] {
  return places.flatMap((place) => {
    const own = lines
      .filter((line) => line.newest && line.place === place)
      .flatMap(({ rows }) => rows)
      .filter((row) => number(row, "value") !== null);
    const some = own.length ? own : printed.filter((row) => text(row, "place") === place);
    const last = [...some].sort((a, b) => number(a, "year")! - number(b, "year")!).at(-1);
    return last ? [last] : [];
  });
}

/**
 * Names beside the ends of lines, moved apart where they would lie on one another.
 * @param step height of a name, in the unit of the values
 */
function apart(ends: readonly Row[], step: number): Name[] {
  const names = ends
    .map((row): Name => ({ x: number(row, "year")!, y: number(row, "value")!, name: text(row, "place") }))
    .sort((a, b) => a.y - b.y);
  for (const [i, name] of names.entries()) if (i > 0) name.y = Math.max(name.y, names[i - 1]!.y + step);
  return names;
}

/** Years of the axis: whole ones where there are few, and of one year alone with room beside it. */
function yearsOf(rows: readonly Row[]): { domain?: [number, number]; ticks?: number[] } {
  const years = rows.map((row) => number(row, "year")!);
  if (years.length === 0) return {};
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (last - first > 8) return {};
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return first === last ? { domain: [first - 1, last + 1], ticks } : { ticks };
}

/** Small where there are many. */
const sizeOfDot = (rows: readonly Row[], width: number) => (rows.length * 6 > width ? 1.75 : 3);

/** Thousands and millions, so that the axis has short numbers. */
function unitOf(top: number, unit: string): { divisor: number; label: string } {
  if (top >= 2e6) return { divisor: 1e6, label: `million ${unit}` };
  if (top >= 2e4) return { divisor: 1e3, label: `thousand ${unit}` };
  return { divisor: 1, label: unit };
}

const decimalsFor = (top: number) => (top >= 20 ? 0 : top >= 2 ? 1 : 2);
