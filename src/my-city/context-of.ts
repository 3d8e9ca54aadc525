import type { AskingCity } from "../model/city-contexts.js";
import { folded } from "../model/folded.js";
import { ownCityId, type OwnCity } from "../model/own-city.js";

/** A place of the evidence, as far as it tells in which region of the world its country lies. */
export interface KnownPlace {
  country: string | null;
  region: string | null;
}

/**
 * What is known of a reader's own city, in the form in which practices and advice are looked for.
 * @param places of the evidence: one in the same country tells the region, which is empty otherwise
 */
export function contextOf(
  { name, country, initiatives, partnerships }: OwnCity,
  places: readonly KnownPlace[],
): AskingCity {
  const known = Object.values(initiatives).some((count) => count !== null);
  const there =
    country && places.find((place) => place.region && folded(place.country ?? "") === folded(country));
  return {
    id: ownCityId,
    name,
    country: (there && there.country) || country,
    region: (there && there.region) || "",
    foreignBornPct: null,
    shareGroup: null,
    policyLevel: null,
    arrivals: null,
    challenges: null,
    countedIn: null,
    initiatives: known ? initiatives : null,
    partnerships,
  };
}
