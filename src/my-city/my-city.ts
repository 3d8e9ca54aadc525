import type { Dimension, PartnershipType } from "../model/names.js";

/** A city that the evidence does not hold, with the numbers its reader typed. What she left empty is null: not known. */
export interface OwnCity {
  name: string;
  /** Empty where it was not given. */
  country: string;
  initiatives: Readonly<Record<Dimension, number | null>>;
  partnerships: Readonly<Record<PartnershipType, number | null>>;
}

/** What a reader's browser keeps of her city: which one is chosen, and the one of her own, chosen or not. */
export interface MyCity {
  /** Id of a city of the evidence, `ownCityId`, or null while none is chosen. */
  chosen: string | null;
  own: OwnCity | null;
}

/** Stands for the reader's own city where cities are named by id; no city of the evidence can be called so. */
export const ownCityId = "own-city";

/** Stands for the choice of a city that is still to be named. */
export const anotherCity = "another-city";

export const noCity: MyCity = { chosen: null, own: null };

/** Longest name of a city or country, in characters. */
export const longestName = 60;

/** Highest count that is taken: more than twice what any city of the evidence has in all. */
export const mostCounted = 999;
