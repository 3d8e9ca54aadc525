import { formatShort, percent } from "../components/format.js";
import { colourOf, dimensions } from "../model/names.js";
import { number, text, type Row } from "../components/figure.js";
import { changeGrid, type GridCell } from "./change-grid.js";
import { drawKey, type KeyEntry } from "../components/picture-key.js";
import { beforeAndNow, drawsEntry, targetEntry } from "./key-entries.js";
import { rangeMark, rangesToDraw, type RangedRows } from "./last-ranges.js";
import { Pen } from "../components/pen.js";
import type { ScenarioCanvas } from "./picture.js";
import { atFirst, cityPairs, lastOf, moved } from "./reading.js";
import { ceilingOf } from "./scale.js";
import type { ScenarioView } from "./scenario-view.js";
import { setSpots, type Spot } from "./spots.js";
import { targetsInView } from "./targets-in-view.js";

/** Coverage of all cities: rows of cities, columns of dimensions, each against its target. */
export function drawAllCities(rows: Row[], canvas: ScenarioCanvas, view: ScenarioView): Element {
  const narrow = canvas.width < 500;
  const years = yearsOf(view);
  const pairs = new Map(cityPairs(view).map(({ city, ...pair }) => [city, pair]));
  const figure = (city: string) => {
    const { before, now } = pairs.get(city)!;
    const [was, is] = [percent(before.cityCoverage), percent(now.cityCoverage)];
    return narrow || was === is ? is : `${was} → ${is}`;
  };
  const ranges = rangesToDraw(rows, canvas, view);
  const targets = targetsInView(view);
  return changeGrid(canvas, {
    legend: legendOf(view, ranges),
    ...(targets && { notes: "target" }),
    columns: dimensions.map((dimension, d) => ({
      title: dimension,
      ...(targets && { note: formatShort(targets[d]!) }),
      domain: [0, 1],
      target: 1,
      colour: colourOf(dimension),
    })),
    rows: [...pairs.keys()],
    cells: rows.map((row, i): GridCell => ({
      row: text(row, "city"),
      column: i % dimensions.length,
      before: number(row, "coverage_before"),
      now: number(row, "coverage"),
      low: number(ranges.rows[i]!, "coverage_p10"),
      high: number(ranges.rows[i]!, "coverage_p90"),
      words: () => wordsOf(row, years),
    })),
    figures: { title: narrow ? "all" : "all five", words: figure, width: narrow ? 30 : 88 },
  });
}

/** Initiatives of one city by dimension: the mapping hollow, the scenario full, the range a bar, T a line. */
export function drawOneCity(rows: Row[], canvas: ScenarioCanvas, view: ScenarioView): Element {
  const { width, kept } = canvas;
  const narrow = width < 500;
  const years = yearsOf(view);
  const rowHeight = 44;
  const [marginLeft, marginRight, marginTop] = [narrow ? 108 : 128, 14, 26];
  const height = marginTop + rows.length * rowHeight + 32;
  const ranges = rangesToDraw(rows, canvas, view);
  const range = { class: rangeMark, "stroke-width": 10, "stroke-opacity": 0.3 };
  const value = (row: Row, name: string) => number(row, name) ?? 0;
  const values = rows.flatMap((row) =>
    ["initiatives", "initiatives_before", "initiatives_p90", "target"].map((name) => value(row, name)),
  );
  const most = ceilingOf(Math.max(...values), kept, "initiatives", view.uncertainty !== null);
  const x = (n: number) => marginLeft + ((width - marginLeft - marginRight) * n) / most;

  const pen = Pen.begin(canvas, width, height);
  const soft = pen.group({ fill: "var(--soft)" });
  drawKey(pen, legendOf(view, ranges), { x: 0, y: -1, width });
  const bottom = height - 26;
  const ticks = pen.group({ stroke: "var(--line)" });
  [0, most / 2, most].forEach((tick, i) => {
    ticks.line(x(tick), marginTop, x(tick), bottom);
    const anchor = ["start", "middle", "end"][i];
    soft.text(x(tick), bottom + 11, `${formatShort(tick)}${i === 2 ? " initiatives" : ""}`, {
      "text-anchor": anchor,
    });
  });
  const spots: Spot[] = [];
  rows.forEach((row, i) => {
    const [before, now, target] = ["initiatives_before", "initiatives", "target"].map((name) =>
      value(row, name),
    ) as [number, number, number];
    const y = marginTop + (i + 0.5) * rowHeight;
    if (number(row, "initiatives") === null) {
      pen.text(0, y - 8, text(row, "dimension"), { "font-weight": 600 });
      soft.text(0, y + 8, "not known");
      return;
    }
    const colour = colourOf(text(row, "dimension"));
    const change = formatShort(before) === formatShort(now) ? "" : `${formatShort(before)} → `;
    pen.text(0, y - 8, text(row, "dimension"), { "font-weight": 600 });
    soft.text(0, y + 8, `${change}${formatShort(now)} of ${formatShort(target)}`);
    const own = pen.group({ fill: colour, stroke: colour, "stroke-width": 0 });
    const ranged = ranges.rows[i]!;
    const [low, high] = [number(ranged, "initiatives_p10") ?? now, number(ranged, "initiatives_p90") ?? now];
    if (x(high) - x(low) > 1) own.line(x(low), y, x(Math.min(high, most)), y, range);
    own.line(x(target), y - 14, x(target), y + 14, { stroke: "var(--ink)", "stroke-width": 2 });
    if (moved(before, now)) {
      own.line(x(before), y, x(now), y, { "stroke-width": 2 });
      own.dot(x(before), y, 5, { fill: "var(--ground)", "stroke-width": 1.5 });
    }
    own.dot(x(now), y, 5.5);
    spots.push({ x: x(now), y, words: () => wordsOf(row, years) });
  });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

type Years = readonly [first: string, last: number];

const yearsOf = (view: ScenarioView): Years => [atFirst(view), lastOf(view.result).year];

/** New initiatives count whatever they cost: what no assumption moves has no bar, and the legend none either. */
function hasRange(row: Row): boolean {
  const [low, high] = [number(row, "initiatives_p10"), number(row, "initiatives_p90")];
  return low !== null && high !== null && high - low > 1e-9;
}

function legendOf(view: ScenarioView, ranges: RangedRows): KeyEntry[] {
  const [first, last] = yearsOf(view);
  return [
    ...beforeAndNow(first, String(last)),
    ...(ranges.rows.some(hasRange) ? [drawsEntry] : []),
    targetEntry,
  ];
}

/** What the pointer is told of a city's dimension. */
function wordsOf(row: Row, [first, last]: Years): string {
  const value = (name: string) => formatShort(number(row, name) ?? 0);
  const coverage = (name: string) => percent(number(row, name) ?? 0);
  const [low, high] = [number(row, "coverage_p10"), number(row, "coverage_p90")];
  const range =
    low !== null && high !== null && high - low >= 0.005 ? ` (${percent(low)} to ${percent(high)})` : "";
  return [
    `${text(row, "city")}, ${text(row, "dimension")}`,
    `${last}: coverage ${coverage("coverage")}${range}, ${value("initiatives")} initiatives`,
    `${first}: coverage ${coverage("coverage_before")}, ${value("initiatives_before")} initiatives`,
    `target ${value("target")}`,
  ].join("\n");
}
