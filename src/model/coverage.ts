import { max, median } from "d3-array";

/** How many initiatives one city has in one dimension. */
export interface DimensionCount {
  city: string;
  dimension: string;
  initiatives: number;
}

/** A city's count in one dimension beside the median and the most of all mapped cities. */
export interface Standing extends DimensionCount {
  /** Median over all cities given, the city itself included (R-7; half values occur with an even number of cities). */
  median: number;
  most: number;
}

/**
 * Each count with the median and the most of its dimension.
 * @param counts one a city and dimension, for every mapped city: the median is over those given
 */
export function standings(counts: DimensionCount[]): Standing[] {
  const byDimension = new Map<string, number[]>();
  for (const { dimension, initiatives } of counts)
    byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), initiatives]);
  return counts.map((count) => {
    const values = byDimension.get(count.dimension) ?? [];
    return { ...count, median: median(values) ?? 0, most: max(values) ?? 0 };
  });
}

/** Where a city stands out: dimensions with none, the furthest above and below the median. */
export interface Difference {
  city: string;
  none: string[];
  above: Standing[];
  below: Standing[];
  /** Dimensions in which none of the mapped cities has more. */
  leads: Standing[];
}

/** How a city differs from the median of all, dimension by dimension, the largest distance first. */
export function difference(city: string, all: Standing[]): Difference {
  const own = all.filter((d) => d.city === city);
  const distance = (d: Standing) => d.initiatives - d.median;
  return {
    city,
    none: own.filter((d) => d.initiatives === 0).map((d) => d.dimension),
    above: own.filter((d) => distance(d) > 0).sort((a, b) => distance(b) - distance(a)),
    below: own.filter((d) => distance(d) < 0 && d.initiatives > 0).sort((a, b) => distance(a) - distance(b)),
    leads: own.filter((d) => d.most > 0 && d.initiatives >= d.most),
  };
}
