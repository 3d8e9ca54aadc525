import type { AskingCity } from "../model/city-contexts.js";
import { ownCityId, type OwnCity } from "./my-city.js";

/** What is known of a reader's own city, in the form in which practices and advice are looked for. */
export function contextOf({ name, country, initiatives }: OwnCity): AskingCity {
  const known = Object.values(initiatives).some((count) => count !== null);
  return {
    id: ownCityId,
    name,
    country,
    region: "",
    foreignBornPct: null,
    policyLevel: null,
    arrivals: null,
    initiatives: known ? initiatives : null,
  };
}
