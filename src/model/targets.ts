import { givenText, type Fault } from "./fault.js";
import { heads, type Heads } from "./heads.js";
import { dimensions, type Dimension } from "./names.js";
import { outOfRange } from "./out-of-range.js";

const D = dimensions.length;

/** Own figures by dimension. */
export type OwnFigures = Readonly<Record<Dimension, number>>;

/** What coverage is measured against. The first three are taken over the mapped cities as they were mapped. */
export type Target = (
  | { kind: "median" | "upper-quartile" | "best" }
  | {
      kind: "own";
      initiatives: OwnFigures;
      /** Own figures of single cities, in the place of those for all, by the city's id. */
      cities?: Readonly<Record<string, Readonly<Partial<OwnFigures>>>>;
    }
) & {
  /** Per 100,000 of whom the figures are; left out, they are initiatives of a city. */
  per?: Heads;
};

/** Figures per head are of so many. */
const headsPerFigure = 100_000;

/** An own figure for a target. */
export const ownTargetRange = { minimum: 0, maximum: 1000, unit: "initiatives" };

const shareBelow = { median: 0.5, "upper-quartile": 0.75, best: 1 };

/** What is wrong with a target; it may come from a link, and nothing of its shape is taken for granted. */
export function checkTarget(target: Target, cities: readonly string[]): Fault[] {
  // What is no text must not be taken for one, nor made into one.
  const kind: unknown = target.kind;
  const per: unknown = target.per;
  const ofPer: Fault[] =
    per == null || heads.some((one) => one === per)
      ? []
      : [{ kind: "unknown-heads", given: givenText(per), field: "target.per" }];
  if (target.kind === "own") {
    const { initiatives } = target;
    const unit = per == null ? ownTargetRange.unit : `initiatives per 100,000 ${givenText(per)}`;
    const outside = (figure: unknown, field: string) =>
      outOfRange(figure, { ...ownTargetRange, unit }, field) ?? [];
    return [
      ...ofPer,
      ...dimensions.flatMap((dimension) => outside(initiatives?.[dimension], dimension)),
      ...Object.entries(target.cities ?? {}).flatMap(([city, figures]): Fault[] =>
        cities.includes(city)
          ? Object.entries(figures ?? {}).flatMap(([name, figure]): Fault[] | Fault =>
              dimensions.some((dimension) => dimension === name)
                ? outside(figure, `${city}.${name}`)
                : { kind: "unknown-dimension", given: givenText(name), field: `target.cities.${city}` },
            )
          : [{ kind: "no-mapped-city", given: givenText(city), field: "target.cities" }],
      ),
    ];
  }
  if (typeof kind === "string" && Object.hasOwn(shareBelow, kind)) return ofPer;
  return [...ofPer, { kind: "unknown-target", given: givenText(kind) }];
}

/**
 * Makes a function that writes T, the initiatives that count as covered, by city and dimension.
 *
 * Of the mapped cities it is a quantile (R-7, as everywhere here) of what they had at the mapping, in each dimension.
 * A scenario that moves the cities does not move the goal. Per head, with h the residents or migrants of a city:
 * T = t · h / 100,000, t being an own figure or the quantile over cities of n · 100,000 / h.
 * @param cities ids, in the order of the counts
 * @returns `write(initiatives, heads, into)`: initiatives at the mapping of the cities that targets are taken over,
 *   heads by city (read per head alone), and T by city and, within it, dimension
 */
export function targetWriter(
  target: Target,
  cities: readonly string[],
): (initiatives: Float64Array, heads: Float64Array, into: Float64Array) => void {
  const per = target.per != null;
  if (target.kind === "own") {
    const { initiatives } = target;
    const own = target.cities ?? {};
    const figures = Float64Array.from(
      cities.flatMap((city) =>
        dimensions.map((dimension) => own[city]?.[dimension] ?? initiatives[dimension]),
      ),
    );
    return (_, heads, into) => {
      for (let cell = 0; cell < into.length; cell++)
        into[cell] = per ? (figures[cell]! * heads[Math.floor(cell / D)]!) / headsPerFigure : figures[cell]!;
    };
  }
  const share = shareBelow[target.kind];
  return (initiatives, heads, into) => {
    const measured = new Float64Array(initiatives.length / D);
    for (let d = 0; d < D; d++) {
      for (let c = 0; c < measured.length; c++) {
        const n = initiatives[c * D + d]!;
        measured[c] = per ? (n * headsPerFigure) / heads[c]! : n;
      }
      const figure = quantileOf(measured.sort(), share);
      for (let c = 0; c < into.length / D; c++)
        into[c * D + d] = per ? (figure * heads[c]!) / headsPerFigure : figure;
    }
  };
}

/** R-7, as in `bandOf`, of a list in rising order. */
function quantileOf(sorted: Float64Array, share: number): number {
  const height = (sorted.length - 1) * share;
  const place = Math.floor(height);
  const lower = sorted[place]!;
  const upper = sorted[Math.min(sorted.length - 1, place + 1)]!;
  return lower + (upper - lower) * (height - place);
}
