import type { Figure, Row, Source } from "../components/figure.js";
import { text } from "../components/figure.js";
import { formatList } from "../components/format.js";
import { shownColumn, type ChartSpec } from "./chart-spec.js";
import { drawChart, drawnColumns } from "./draw-chart.js";
import { axisLabel } from "./channel-scale.js";
import { coloursOf } from "./known-words.js";

/** An author's chart, map or table as a figure like every other: a query and a drawing. */
export function chartFigure(spec: ChartSpec, rows: readonly Row[] = []): Figure {
  const { id, title, words, sql, mark, channels, columns, sources, caveat } = spec;
  return {
    id,
    sql: () => sql,
    rowsFile: spec.rows,
    title: () => title,
    description: () => words,
    columns: columns.map(shownColumn),
    words: wordsBelow(spec),
    key: keyOf(spec, rows),
    draw: mark === null ? null : (drawn, canvas) => drawChart(spec, drawn, canvas),
    ...(mark === "map" && { backdrop: "land" as const }),
    sortable: mark === null,
    sources,
    sourcesOf: (behind) => [...sourcesIn(behind), ...sources],
    caveat,
    unflagged: channels.label === undefined && mark !== "bar" && mark !== "cell" ? true : undefined,
  };
}

/** Documents that rows name themselves, each place once. */
function sourcesIn(rows: readonly Row[]): Source[] {
  const found = new Map<string, Source>();
  for (const row of rows)
    if (typeof row.source_id === "string")
      found.set(`${row.source_id} ${text(row, "locator")}`, {
        source_id: row.source_id,
        locator: text(row, "locator"),
      });
  return [...found.values()];
}

/** Colours by name, where a picture has more than one series. */
function keyOf({ mark, channels: { colour, y } }: ChartSpec, rows: readonly Row[]): Figure["key"] {
  if (mark === null || mark === "cell" || colour === undefined || colour === y) return undefined;
  const found = [...new Set(rows.map((row) => text(row, colour)))];
  return found.length > 1
    ? coloursOf(colour, found).map(({ name, colour }) => ({ name, colour }))
    : undefined;
}

/** What a dot's area stands for; and rows without a number by name, for missing is not zero. */
function wordsBelow(spec: ChartSpec): Figure["words"] {
  if (spec.mark === null || spec.mark === "cell") return undefined;
  const { size } = spec.channels;
  const { category, numbers } = drawnColumns(spec);
  const area =
    size === undefined ? [] : [`The area of a dot stands for its number: ${axisLabel(spec, size)}.`];
  return (rows) => {
    const without = rows.filter((row) => numbers.some((name) => (row[name] ?? null) === null));
    if (without.length === 0) return area;
    const names = [...new Set(without.map((row) => (category ? text(row, category) : "")).filter(Boolean))];
    return [
      ...area,
      names.length
        ? `No figure: ${formatList(names)}.`
        : without.length === 1
          ? "One row has no figure."
          : `${without.length} rows have no figure.`,
    ];
  };
}
