import * as Plot from "@observablehq/plot";
import { flagMark } from "../components/format.js";
import { partnershipNames, sectorNames, stakeholderNames } from "../model/names.js";
import { number, text, type Canvas, type PlotSpec, type Row, type RowCells } from "../components/figure.js";

/** What the columns are called. */
export const itemNames: Record<string, string> = {
  ...partnershipNames,
  ...sectorNames,
  ...stakeholderNames,
  // A column has no room for more.
  international: "internat.",
  "policy-makers": "policy makers",
  "international-organisations": "internat. org.",
};
export const itemOf = (row: Row) => itemNames[text(row, "item")] ?? text(row, "item");
export const isNone = (row: Row) => number(row, "found") === 0;
export const citiesIn = (rows: Row[]) => [...new Set(rows.map((row) => text(row, "city")))];

/** A name may stand in two panels; a place of its own keeps them apart. */
const placeOf = (row: Row) => `${text(row, "part")} ${text(row, "item")}`;

/**
 * A matrix of cities and of what was looked for in three panels; what was not found is filled.
 * @param cellsOf the evidence cells behind a row
 */
export function drawMissing(
  rows: Row[],
  { document, width, marks }: Canvas,
  cellsOf: (row: Row) => RowCells,
): Element {
  const narrow = width < 500;
  const panels = ["partnership", "lead", "interview"];
  const names = new Map(rows.map((row) => [placeOf(row), itemOf(row)]));
  const places = panels.flatMap((part, i) => [
    ...(i ? [`gap ${part}`] : []),
    ...rows.filter((row) => row.part === part).map(placeOf),
  ]);
  const middle = (part: string) => {
    const own = [...new Set(rows.filter((row) => row.part === part).map(placeOf))];
    return own[Math.floor((own.length - 1) / 2)];
  };
  const heads: Record<string, string> = narrow
    ? { partnership: "partnerships", lead: "led by", interview: "interviews" }
    : { partnership: "partnerships found", lead: "practices led by", interview: "interviews with" };
  const spec: PlotSpec = {
    document,
    width,
    height: citiesIn(rows).length * 28 + 124,
    marginLeft: narrow ? 86 : 110,
    marginRight: 4,
    marginTop: 116,
    marginBottom: 4,
    style: { fontSize: narrow ? "11px" : "12px" },
    x: {
      domain: [...new Set(places)],
      axis: "top",
      label: null,
      tickSize: 0,
      tickRotate: -90,
      padding: 0,
      tickFormat: (place: string) => names.get(place) ?? "",
    },
    y: { domain: citiesIn(rows), label: null, tickSize: 0 },
    marks: [
      Plot.text(panels, {
        x: middle,
        text: (part: string) => heads[part],
        frameAnchor: "top",
        dy: -106,
        dx: 6,
        fill: "var(--soft)",
      }),
      Plot.cell(rows, {
        x: placeOf,
        y: "city",
        fill: (row: Row) => (isNone(row) ? "var(--gap)" : "none"),
        stroke: (row: Row) => (isNone(row) ? "var(--gap)" : "var(--line)"),
        inset: 1.5,
      }),
      Plot.text(rows, {
        x: placeOf,
        y: "city",
        text: (row: Row) =>
          number(row, "found") === null
            ? "–"
            : text(row, "found") +
              (Object.values(cellsOf(row))
                .flat()
                .some((cell) => marks.on(cell).length)
                ? "†"
                : "") +
              flagMark(row),
        fill: (row: Row) => (isNone(row) ? "var(--ground)" : "var(--ink)"),
        fontWeight: 600,
        fontSize: narrow ? 10 : 12,
        fontVariant: "tabular-nums",
      }),
    ],
  };
  return Plot.plot(spec);
}
