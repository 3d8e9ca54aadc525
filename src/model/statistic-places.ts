/** Kinds of place that a statistic is of, in the order of the site. */
const placeKinds = [
  "city",
  "metropolitan-area",
  "district",
  "state",
  "country",
  "country-group",
  "world-region",
  "world",
  "programme",
  "survey",
] as const;

export type PlaceKind = (typeof placeKinds)[number];

/** Kinds of place that each indicator has a number of, in their order. */
export function kindsByIndicator(
  statistics: readonly Readonly<Record<string, unknown>>[],
): ReadonlyMap<string, readonly PlaceKind[]> {
  const found = new Map<string, Set<unknown>>();
  for (const { indicator_id, place_kind } of statistics) {
    const id = String(indicator_id);
    found.set(id, (found.get(id) ?? new Set()).add(place_kind));
  }
  return new Map([...found].map(([id, kinds]) => [id, placeKinds.filter((kind) => kinds.has(kind))]));
}

/** Id of an indicator's rows of a kind of place on the page of statistics: of the first kind it is the indicator's. */
export const idOfRows = (indicator: string, kind: string, kinds: readonly string[]): string =>
  kind === kinds[0] ? indicator : `${indicator}-${kind}`;
