import type { OwnCity } from "../model/own-city.js";

/** What a reader's browser keeps of her city: which one is chosen, and the one of her own, chosen or not. */
export interface MyCity {
  /** Id of a city of the evidence, `ownCityId`, or null while none is chosen. */
  chosen: string | null;
  own: OwnCity | null;
}

/** Stands for the choice of a city that is still to be named. */
export const anotherCity = "another-city";

export const noCity: MyCity = { chosen: null, own: null };
