import type { OwnCity } from "../../../src/model/own-city.js";

/** A city that the evidence does not hold, with two counts that its reader does not know. */
export const ghent: OwnCity = {
  name: "Ghent",
  country: "Belgium",
  initiatives: { social: 7, cultural: 3, legal: null, political: 0, economic: 4 },
  partnerships: { "public-private": 1, "third-private": 2, "third-public": 6, other: null },
};
