import { max, rollups, sum } from "d3-array";
import * as Plot from "@observablehq/plot";
import { flagMark } from "./format.js";
import { isOwnRow, notKnown, yourNumbers } from "./own-rows.js";
import { number, text, type Canvas, type PlotSpec, type Row } from "./figure.js";

/** What a chart of stacked bars shows. */
export interface StackedBarsOptions {
  /** Column names of bar, part and length. */
  bar: string;
  part: string;
  length: string;
  /** Order of bars, from the top, and of parts, from the left. */
  bars: string[];
  parts: string[];
  colours: string[];
  partNames: (part: string) => string;
  /** Label of the axis, with its unit. */
  axis: string;
  marked?: (row: Row) => boolean;
}

/** A digit of a label, in CSS pixels. */
const letterWidth = 7;

/** Horizontal bars of stacked parts, each with its number where it fits; the parts are named above the first bar. */
export function stackedBars(
  data: Row[],
  { document, width, live, barNames }: Canvas,
  options: StackedBarsOptions,
): Element {
  const narrow = width < 500;
  const { bar, part, length, bars, parts, colours, partNames, marked } = options;
  const shown = data.filter((d) => (number(d, length) ?? 0) > 0);
  const sorted = [...shown].sort((a, b) => parts.indexOf(text(a, part)) - parts.indexOf(text(b, part)));
  const unknown = unknownParts(data, options);
  // What is not known stands behind the bar, which may be the longest.
  const margins = { marginLeft: narrow ? 92 : 110, marginRight: unknown.length ? 112 : 24 };
  const longest =
    max(
      rollups(
        shown,
        (own) => sum(own, (d) => number(d, length)),
        (d) => text(d, bar),
      ),
      ([, total]) => total,
    ) ?? 1;
  const perUnit = (width - margins.marginLeft - margins.marginRight) / longest;
  // The number with its marks where they fit, the number alone where only it does; the table has them all.
  const label = (d: Row) => {
    const digits = text(d, length);
    const marks = (marked?.(d) ? "†" : "") + flagMark(d);
    const room = (number(d, length) ?? 0) * perUnit - 3;
    return [digits + marks, digits].find((words) => words.length * letterWidth <= room) ?? "";
  };
  const spec: PlotSpec = {
    document,
    width,
    height: bars.length * 30 + 44,
    ...margins,
    marginTop: 8,
    marginBottom: 36,
    style: { fontSize: "12px" },
    x: {
      label: options.axis,
      labelAnchor: "right",
      labelArrow: "none",
      ticks: 4,
      tickSize: 0,
      domain: [0, longest],
    },
    y: { domain: bars, label: null, tickSize: 0, tickFormat: (name: string) => barNames?.get(name) ?? name },
    color: { domain: parts, range: colours },
    marks: [
      Plot.gridX({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.barX(
        sorted,
        Plot.stackX({
          x: length,
          y: bar,
          fill: part,
          order: parts,
          insetTop: 3,
          insetBottom: 3,
          insetRight: 1,
        }),
      ),
      Plot.text(sorted, {
        ...Plot.stackX({
          x: length,
          y: bar,
          z: part,
          order: parts,
          text: label,
        }),
        fill: "var(--ground)",
        fontWeight: 600,
        fontVariant: "tabular-nums",
      }),
      ...(unknown.length
        ? [
            Plot.text(unknown, {
              x: "end",
              y: "bar",
              text: "words",
              dx: 4,
              textAnchor: "start",
              fontStyle: "italic",
              fill: "var(--soft)",
            }),
          ]
        : []),
      Plot.ruleX([0], { stroke: "var(--soft)" }),
      ...(live
        ? [
            Plot.tip(
              sorted,
              Plot.pointerX(
                Plot.stackX({
                  x: length,
                  y: bar,
                  z: part,
                  order: parts,
                  fill: "var(--panel)",
                  title: (d: Row) =>
                    `${text(d, bar)}: ${text(d, length)} ${partNames(text(d, part))}${isOwnRow(d) ? `, ${yourNumbers}` : ""}`,
                }),
              ),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}

/** Bars of the reader's own with parts that are not known: "not known", "2 of 4 not known". */
function unknownParts(
  data: Row[],
  { bar, length }: StackedBarsOptions,
): { bar: string; end: number; words: string }[] {
  return rollups(
    data.filter(isOwnRow),
    (own) => {
      const missing = own.filter((d) => number(d, length) === null).length;
      const words = missing === own.length ? notKnown : `${missing} of ${own.length} ${notKnown}`;
      return { missing, end: sum(own, (d) => number(d, length)), words };
    },
    (d) => text(d, bar),
  ).flatMap(([bar, { missing, end, words }]) => (missing ? [{ bar, end, words }] : []));
}
