import * as Plot from "@observablehq/plot";
import { flagMark, formatList, formatNumber } from "../components/format.js";
import { glyphLegend, type Glyph } from "../components/glyph-legend.js";
import { isOwnRow, notKnown, yourNumbers } from "../components/own-rows.js";
import {
  number,
  text,
  type Canvas,
  type CellReference,
  type Options,
  type PlotSpec,
  type Row,
} from "../components/figure.js";
import { dimensions } from "../model/names.js";
import { citiesIn, citiesInFocus } from "./focus.js";

/** The cell of the evidence behind a count of a row. */
export const countCell = (row: Row, column: "initiatives" | "actors"): CellReference => ({
  table: "initiatives",
  key: `${text(row, "city_id")}/${text(row, "dimension")}/${text(row, "round")}`,
  column,
});

/** Room of a city's name, and between it and the line its bars start from, for the number. */
const [nameRoom, numberRoom] = [100, 34];
const quiet = { fill: "var(--soft)", fillOpacity: 0.6 };
const median = { stroke: "var(--ink)", strokeWidth: 1.5 };
const most = { stroke: "var(--ink)", strokeWidth: 1, strokeDasharray: "2 2" };

/**
 * A panel a dimension, a bar a city. Numbers stand before their bars, where no line of reference comes: the lines of
 * the median and the most cross the bars alone. The cities in focus are dark, the others grey.
 */
export function drawDimensions(rows: Row[], canvas: Canvas, options: Options): Element {
  const { document, width, live, barNames } = canvas;
  const narrow = width < 500;
  const names = citiesIn(rows);
  const focus = new Set(citiesInFocus(rows, options));
  const inFocus = (row: Row) => focus.has(text(row, "city"));
  const counted = rows.filter((row) => row.initiatives !== null);
  const unknown = rows.filter((row) => row.initiatives === null);
  const largest = Math.max(
    ...rows.flatMap((row) => [number(row, "most_initiatives") ?? 0, number(row, "initiatives") ?? 0]),
  );
  const legend = glyphLegend(document, glyphsOf(names, [...focus]), width);
  // A name of two lines needs the room of two.
  const band = barNames ? 30 : narrow ? 20 : 24;
  const panel = narrow ? { fy: "dimension" } : { fx: "dimension" };
  // A name of the reader's own may be as long as two lines beside a bar hold.
  const marginLeft = nameRoom + numberRoom + (barNames ? 14 : 0);
  const marginTop = legend.height + (narrow ? 30 : 28);
  const line = (name: string, stroke: Plot.TickXOptions) =>
    Plot.tickX(counted, { ...across(name), ...panel, className: "reference", ...stroke });
  const spec: PlotSpec = {
    document,
    width,
    height:
      marginTop + (narrow ? dimensions.length * (names.length * band + 34) - 34 : names.length * band) + 6,
    marginLeft,
    marginRight: 6,
    marginTop,
    marginBottom: 6,
    style: { fontSize: "12px" },
    fx: { domain: [...dimensions], axis: null, paddingInner: 0.3, paddingOuter: 0 },
    fy: {
      domain: [...dimensions],
      axis: null,
      paddingInner: narrow ? 34 / (names.length * band + 34) : 0,
      paddingOuter: 0,
    },
    // The bars carry their numbers: no axis.
    x: { domain: [0, largest], axis: null },
    y: { domain: names, axis: null, paddingInner: 0.26, paddingOuter: 0.13 },
    marks: [
      Plot.axisY({
        label: null,
        tickSize: 0,
        tickPadding: numberRoom + 3,
        tickFormat: (name: string) => barNames?.get(name) ?? name,
      }),
      Plot.text(
        dimensions.filter((dimension) => rows.some((row) => row.dimension === dimension)),
        {
          [narrow ? "fy" : "fx"]: (dimension: string) => dimension,
          text: (dimension: string) => dimension,
          frameAnchor: "top-left",
          dx: narrow ? -marginLeft : 0,
          dy: narrow ? -18 : -16,
          fontWeight: 600,
          fill: "var(--ink)",
        },
      ),
      ...[counted.filter(inFocus), counted.filter((row) => !inFocus(row))].map((own, i) =>
        Plot.barX(own, { x: "initiatives", y: "city", ...panel, ...(i ? quiet : { fill: "var(--mark)" }) }),
      ),
      line("most_initiatives", most),
      // A bar of any colour stops beside the median's line, so that it is seen on it.
      Plot.tickX(counted, {
        ...across("median_initiatives"),
        ...panel,
        stroke: "var(--ground)",
        strokeWidth: 3.5,
      }),
      line("median_initiatives", median),
      Plot.ruleX([0], { stroke: "var(--soft)" }),
      Plot.text(unknown, {
        x: 0,
        y: "city",
        ...panel,
        text: () => notKnown,
        dx: 5,
        textAnchor: "start",
        fontStyle: "italic",
        fill: "var(--soft)",
      }),
      ...[counted.filter(inFocus), counted.filter((row) => !inFocus(row))].map((own, i) =>
        Plot.text(own, {
          x: 0,
          y: "city",
          ...panel,
          text: (row: Row) =>
            text(row, "initiatives") +
            (canvas.marks.on(countCell(row, "initiatives")).length ? "†" : "") +
            flagMark(row),
          dx: -6,
          textAnchor: "end",
          fill: "var(--ink)",
          ...(i === 0 && { fontWeight: 600 }),
        }),
      ),
      ...(live ? [tips(counted, panel)] : []),
    ],
  };
  const picture = Plot.plot(spec);
  picture.querySelectorAll('g[aria-label="y-axis tick label"] text').forEach((label, i) => {
    if (focus.has(names[i % names.length]!)) label.setAttribute("font-weight", "600");
  });
  picture.append(legend.element);
  return picture;
}

/** A line through the rows of a panel, a piece a row: a row whose count is not known has none. */
const across = (name: string) => ({ x: name, y: "city", insetTop: -4, insetBottom: -4 });

/** What the colours and lines of the picture mean. */
function glyphsOf(names: string[], focus: string[]): Glyph[] {
  const few = focus.length <= 3 ? formatList(focus) : "cities that the title names";
  return [
    ...(focus.length < names.length
      ? [
          { form: "bar" as const, colour: "var(--mark)", means: few },
          { form: "bar" as const, colour: quiet.fill, opacity: quiet.fillOpacity, means: "the others" },
        ]
      : []),
    {
      form: "upright",
      colour: median.stroke,
      width: median.strokeWidth,
      means: "median of the mapped cities",
    },
    {
      form: "upright",
      colour: most.stroke,
      dash: most.strokeDasharray,
      means: "highest count of the mapped cities",
    },
  ];
}

function tips(counted: Row[], panel: { fx?: string; fy?: string }) {
  return Plot.tip(
    counted,
    Plot.pointer({
      x: "initiatives",
      y: "city",
      ...panel,
      fill: "var(--panel)",
      title: (row: Row) =>
        `${text(row, "city")}, ${text(row, "dimension")}\n${text(row, "initiatives")} initiatives${isOwnRow(row) ? `, ${yourNumbers}` : ` by ${text(row, "actors")} actors`}\nmedian ${formatNumber(number(row, "median_initiatives") ?? 0, 1)}, most ${text(row, "most_initiatives")}`,
    }),
  );
}
