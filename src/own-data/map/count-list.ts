import { rollup } from "d3-array";
import { dimensions, partnershipTypes, type Dimension, type PartnershipType } from "../../model/names.js";
import type { OwnInitiative } from "./place-rows.js";

/** What a list of initiatives comes to, in the counts that the evidence has of a city, with the rows behind each. */
export interface ListCounts {
  initiatives: Record<Dimension, { count: number; rows: number[] }>;
  /** Null where the list has no type of any partnership: not known. */
  partnerships: Record<PartnershipType, { count: number; rows: number[] }> | null;
}

/** Counts a list. A dimension without a row is zero: the list was said to cover the city. */
export function countList(initiatives: readonly OwnInitiative[]): ListCounts {
  const by = <Key extends string>(keys: readonly Key[], keyOf: (one: OwnInitiative) => Key | null) => {
    const found = rollup(initiatives, (some) => some.map(({ row }) => row), keyOf);
    return Object.fromEntries(
      keys.map((key) => [key, { count: found.get(key)?.length ?? 0, rows: found.get(key) ?? [] }]),
    ) as Record<Key, { count: number; rows: number[] }>;
  };
  const typed = initiatives.some(({ partnershipType }) => partnershipType !== null);
  return {
    initiatives: by(dimensions, ({ dimension }) => dimension),
    partnerships: typed ? by(partnershipTypes, ({ partnershipType }) => partnershipType) : null,
  };
}
