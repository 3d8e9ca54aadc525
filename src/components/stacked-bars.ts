import { max, rollups, sum } from "d3-array";
import * as Plot from "@observablehq/plot";
import { flagMark } from "./format.js";
import { named } from "./named-mark.js";
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
/** Height of a bar with the room above it; more where signs stand there. */
const rowHeight = { plain: 30, signed: 36 } as const;
/** Height of a bar itself. */
const barHeight = 21;

/**
 * Horizontal bars of stacked parts, each with its number where it fits; the parts are named above the first bar. A
 * number with a flag or a second reading always carries its signs: above a part that is too narrow for them.
 */
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
  // A part holds its number with its signs where they fit, else the number alone; what is left stands above it.
  const labels = new Map(
    sorted.map((d) => {
      const digits = text(d, length);
      const signs = (marked?.(d) ? "†" : "") + flagMark(d);
      const room = (number(d, length) ?? 0) * perUnit - 3;
      const fits = (words: string) => words.length * letterWidth <= room;
      if (fits(digits + signs)) return [d, { inside: digits + signs, above: "" }];
      const inside = fits(digits) ? digits : "";
      return [d, { inside, above: signs && (inside ? signs : digits + signs) }];
    }),
  );
  const above = placedAbove(sorted, options, (d) => labels.get(d)!.above, letterWidth / perUnit);
  const row = above.length ? rowHeight.signed : rowHeight.plain;
  const inset = (row * 0.9 - barHeight) / 2;
  const stacked = { x: length, y: bar, z: part, order: parts };
  const spec: PlotSpec = {
    document,
    width,
    height: bars.length * row + 44,
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
          insetTop: inset,
          insetBottom: inset,
          insetRight: 1,
        }),
      ),
      Plot.text(sorted, {
        ...Plot.stackX({ ...stacked, text: (d: Row) => labels.get(d)!.inside }),
        fill: "var(--ground)",
        fontWeight: 600,
        fontVariant: "tabular-nums",
      }),
      ...(above.length
        ? [
            Plot.text(above, {
              x: "at",
              y: "bar",
              text: "words",
              render: named("above"),
              dy: -(barHeight / 2 + 7),
              fontSize: 11,
              fill: "var(--ink)",
              fontWeight: 600,
              fontVariant: "tabular-nums",
            }),
          ]
        : []),
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
                  ...stacked,
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

/**
 * What stands above parts that are too narrow for it, over their middles; the later of two that would touch moves on.
 * @param letter a letter's width in units of the scale
 */
function placedAbove(
  sorted: Row[],
  { bar, length }: StackedBarsOptions,
  wordsOf: (d: Row) => string,
  letter: number,
): { bar: string; at: number; words: string }[] {
  const ends = new Map<string, { part: number; words: number }>();
  return sorted.flatMap((d) => {
    const name = text(d, bar);
    const before = ends.get(name) ?? { part: 0, words: -Infinity };
    const words = wordsOf(d);
    const half = (words.length * letter) / 2;
    const part = before.part + (number(d, length) ?? 0);
    const at = Math.max((before.part + part) / 2, before.words + half);
    ends.set(name, { part, words: words ? at + half : before.words });
    return words ? [{ bar: name, at, words }] : [];
  });
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
