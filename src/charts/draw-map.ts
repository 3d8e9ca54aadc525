import * as Plot from "@observablehq/plot";
import { earthPicture } from "../components/earth-picture.js";
import { number, text, type Canvas, type PlotSpec, type Row } from "../components/figure.js";
import type { ChartSpec } from "./chart-spec.js";
import { namePlaces } from "./name-places.js";
import { narrowBelow, numberLabel, seriesOf } from "./channel-scale.js";

/** Most dots whose names are written beside them: more would lie on each other. */
const mostNamed = 12;

/** Dots on the land of the earth; their area stands for a number where the author names one. */
export function drawMap(spec: ChartSpec, rows: Row[], { document, width, land, live }: Canvas): Element {
  const { x, y, size, label } = spec.channels;
  const narrow = width < narrowBelow;
  const series = seriesOf(spec, rows);
  const placed = rows.filter((row) => number(row, x) !== null && number(row, y) !== null);
  const drawn = size === undefined ? placed : placed.filter((row) => number(row, size) !== null);
  const [dotRadius, largest] = narrow ? [3, 10] : [4.5, 16];
  const most = size === undefined ? 1 : Math.max(1e-9, ...drawn.map((row) => number(row, size)!));
  const radiusOf = (row: Row) =>
    size === undefined ? dotRadius : largest * Math.sqrt(Math.max(0, number(row, size)!) / most);
  const told = (row: Row) =>
    [label === undefined ? "" : text(row, label), size === undefined ? "" : numberLabel(spec, row, size)]
      .filter(Boolean)
      .join(": ");
  const options: PlotSpec = {
    document,
    ...earthPicture(width),
    style: { fontSize: narrow ? "10px" : "12px" },
    ...(size !== undefined && { r: { type: "sqrt", domain: [0, most], range: [0, largest] } }),
    ...(series && { color: { domain: series.domain, range: series.range } }),
    marks: [
      ...(land ? [Plot.geo(land, { fill: "var(--land)" })] : []),
      Plot.dot(drawn, {
        x,
        y,
        r: size === undefined ? dotRadius : (row: Row) => number(row, size)!,
        fill: series ? series.column : "var(--mark)",
        fillOpacity: size === undefined ? 1 : 0.75,
        stroke: "var(--ground)",
      }),
      ...(label === undefined || drawn.length > mostNamed
        ? []
        : nameMarks(spec.channels, drawn, width, radiusOf)),
      ...(live ? [Plot.tip(drawn, Plot.pointer({ x, y, title: told, fill: "var(--panel)" }))] : []),
    ],
  };
  return Plot.plot(options);
}

/** Names beside their dots, where they have room. */
function nameMarks(
  { x, y, label }: ChartSpec["channels"],
  drawn: Row[],
  width: number,
  radiusOf: (row: Row) => number,
): Plot.Markish[] {
  const places = namePlaces(
    drawn.map((row) => ({
      longitude: number(row, x)!,
      latitude: number(row, y)!,
      name: text(row, label!),
      radius: radiusOf(row),
    })),
    width,
    width < narrowBelow ? 10 : 12,
  );
  return drawn.flatMap((row, i) => {
    const place = places[i];
    if (!place) return [];
    const { dx, dy, anchor } = place;
    const ink = { fill: "var(--ink)", stroke: "var(--ground)", strokeWidth: 3 };
    return [Plot.text([row], { x, y, text: label!, dx, dy, textAnchor: anchor, ...ink })];
  });
}
