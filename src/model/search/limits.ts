import { dimensions, type Dimension } from "../names.js";
import type { Baseline } from "../baseline.js";
import { givenText, type Fault, type NamedCity, type NamedLimit } from "../fault.js";
import { leverKinds } from "../levers/lever-kinds.js";
import { outOfRange } from "../out-of-range.js";

/** Least and most new initiatives, whole numbers; left out, none and as many as there is room for. */
export interface Bounds {
  least?: number;
  most?: number;
}

/** A city and a dimension of it. */
export interface Pair {
  city: string;
  dimension: Dimension;
}

/** What a plan must keep to. */
export interface Limits {
  /** Of all new initiatives of a city, by its id. */
  cities?: Readonly<Record<string, Bounds>>;
  /** Of all new initiatives of a dimension. */
  dimensions?: Readonly<Partial<Record<Dimension, Bounds>>>;
  /** Cities and dimensions that get nothing new. */
  excluded?: readonly Pair[];
  /**
   * Cities that get nothing new and are not counted among the weakest. Coverage of all cities still counts them,
   * as everywhere.
   */
  leaveOut?: readonly string[];
  /** Most new initiatives of one city in one dimension; default the lever's own maximum, 20. */
  eachMost?: number;
}

/** Range of a bound: as many as the lever allows in forty places, and any figure a reader may write. */
const boundRange = { minimum: 0, maximum: 10_000, unit: "new initiatives" } as const;
export const eachMostRange = {
  minimum: 0,
  maximum: leverKinds.initiatives.maximum,
  default: leverKinds.initiatives.maximum,
  unit: "new initiatives of a city in a dimension",
} as const;

/**
 * Every fault of the limits by themselves; whether they can be met together is for the solver. They may come from
 * outside: nothing about their shape is taken for granted.
 */
export function checkLimits(limits: Limits, { cities, names }: Baseline): Fault[] {
  const misshapen = checkShape(limits);
  if (misshapen.length > 0) return misshapen;
  const whole = (value: unknown) => (Number.isInteger(value) ? value : Number.NaN);
  const city = (id: string, field: string): Fault[] => {
    if (cities.includes(id)) return [];
    const name = names.get(id);
    return name === undefined
      ? [{ kind: "unknown-city", given: givenText(id), field }]
      : [{ kind: "city-without-mapping", city: { id, name }, purpose: "plan", field }];
  };
  const dimension = (id: string, field: string): Fault[] =>
    dimensions.includes(id as Dimension) ? [] : [{ kind: "unknown-dimension", given: givenText(id), field }];
  const bounds = ({ least = 0, most }: Bounds, bounded: string, field: string): Fault[] => {
    const faults = [least, most === undefined ? least : most].flatMap(
      (value) => outOfRange(whole(value), boundRange, field) ?? [],
    );
    if (faults.length > 0) return faults.slice(0, 1);
    return most === undefined || least <= most
      ? []
      : [{ kind: "bounds-contradict", bounded, least, most, field }];
  };
  return [
    ...Object.entries(limits.cities ?? {}).flatMap(([id, own]) => [
      ...city(id, "cities"),
      ...bounds(own, names.get(id) ?? id, "cities"),
    ]),
    ...Object.entries(limits.dimensions ?? {}).flatMap(([id, own]) => [
      ...dimension(id, "dimensions"),
      ...bounds(own, id, "dimensions"),
    ]),
    ...(limits.excluded ?? []).flatMap((pair) => [
      ...city(pair.city, "excluded"),
      ...dimension(pair.dimension, "excluded"),
    ]),
    ...(limits.leaveOut ?? []).flatMap((id) => city(id, "leaveOut")),
    ...(limits.eachMost === undefined
      ? []
      : [outOfRange(whole(limits.eachMost), eachMostRange, "eachMost") ?? []].flat()),
    ...(cities.every((id) => limits.leaveOut?.includes(id))
      ? [{ kind: "every-city-left-out" as const, field: "leaveOut" }]
      : []),
  ];
}

/** Parts of limits that are no list or set, as they should be. */
function checkShape(limits: Limits): Fault[] {
  const isSet = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  const part = (value: unknown, name: string, wanted: "list" | "set"): Fault[] => {
    if (value === undefined || (wanted === "list" ? Array.isArray(value) : isSet(value))) return [];
    const given = value === null ? "null" : Array.isArray(value) ? "list" : givenText(value);
    return [{ kind: "limits-not-read", part: name, wanted, given, field: "limits" }];
  };
  const whole = part(limits, "limits", "set");
  if (whole.length > 0) return whole;
  const each = (values: object | undefined, name: string) =>
    isSet(values) || Array.isArray(values)
      ? Object.entries(values!).flatMap(([key, value]: [string, unknown]) =>
          part(value, `${name} ${Array.isArray(values) ? Number(key) + 1 : key}`, "set"),
        )
      : [];
  return [
    ...part(limits.cities, "cities", "set"),
    ...each(limits.cities, "limit of"),
    ...part(limits.dimensions, "dimensions", "set"),
    ...each(limits.dimensions, "limit of"),
    ...part(limits.excluded, "excluded", "list"),
    ...(Array.isArray(limits.excluded) ? each(limits.excluded, "excluded") : []),
    ...part(limits.leaveOut, "leaveOut", "list"),
  ];
}

/** Least and most of some cells together. */
export interface LimitOn {
  least: number;
  most: number;
  covers: (cell: number) => boolean;
}

/** The least and most of cities and dimensions, by the cells that they are about. */
export function limitsOn({ cities }: { cities: readonly string[] }, limits: Limits): LimitOn[] {
  const D = dimensions.length;
  const on = (bounds: Bounds | undefined, covers: LimitOn["covers"]): LimitOn[] => {
    if (bounds?.least === undefined && bounds?.most === undefined) return [];
    return [{ least: bounds.least ?? 0, most: bounds.most ?? Infinity, covers }];
  };
  return [
    ...cities.flatMap((city, c) => on(limits.cities?.[city], (cell) => Math.floor(cell / D) === c)),
    ...dimensions.flatMap((dimension, d) => on(limits.dimensions?.[dimension], (cell) => cell % D === d)),
  ];
}

/** One limit, and all the others. */
export interface OneLimit {
  limit: NamedLimit;
  others: Limits;
}

/** Each limit by itself, so that it can be tried what would be without it. */
export function oneByOne(limits: Limits, names: ReadonlyMap<string, string>): OneLimit[] {
  const named = (id: string): NamedCity => ({ id, name: names.get(id) ?? id });
  const without = (bounds: Bounds | undefined, end: "least" | "most"): Bounds => ({
    ...bounds,
    [end]: undefined,
  });
  const ends = (bounds: Bounds | undefined) =>
    (["least", "most"] as const).filter((end) => bounds?.[end] !== undefined);
  return [
    ...Object.entries(limits.cities ?? {}).flatMap(([city, bounds]) =>
      ends(bounds).map((end): OneLimit => ({
        limit: { kind: end, initiatives: bounds[end]!, city: named(city) },
        others: { ...limits, cities: { ...limits.cities, [city]: without(bounds, end) } },
      })),
    ),
    ...dimensions.flatMap((dimension) =>
      ends(limits.dimensions?.[dimension]).map((end): OneLimit => ({
        limit: { kind: end, initiatives: limits.dimensions![dimension]![end]!, dimension },
        others: {
          ...limits,
          dimensions: { ...limits.dimensions, [dimension]: without(limits.dimensions![dimension], end) },
        },
      })),
    ),
    ...(limits.excluded ?? []).map(({ city, dimension }, index): OneLimit => ({
      limit: { kind: "excluded", city: named(city), dimension },
      others: { ...limits, excluded: limits.excluded!.toSpliced(index, 1) },
    })),
    ...(limits.leaveOut ?? []).map((city, index): OneLimit => ({
      limit: { kind: "left-out", city: named(city) },
      others: { ...limits, leaveOut: limits.leaveOut!.toSpliced(index, 1) },
    })),
    ...(limits.eachMost === undefined
      ? []
      : [
          {
            limit: { kind: "each-most" as const, initiatives: limits.eachMost },
            others: { ...limits, eachMost: undefined },
          },
        ]),
  ];
}
