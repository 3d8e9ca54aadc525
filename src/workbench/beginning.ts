import { canBeSimulated, ownCityId } from "../model/own-city.js";
import { cityToOpenOn, notHeld } from "../my-city/asked-city.js";
import type { MyCity } from "../my-city/my-city.js";
import { untouched, type ScenarioDocument } from "../scenario/document.js";
import { openHash } from "../scenario/link.js";
import { sameData } from "../scenario/same-data.js";
import type { Today } from "../scenario/record.js";

/** What the page begins with. */
export interface Beginning {
  document: ScenarioDocument;
  /** The city that stands in the address, or is to stand there; null for none. */
  city: string | null;
  /** Why it does not begin with the city that was asked for; empty where it does. */
  note: string;
}

const allCities: Beginning = { document: untouched, city: null, note: "" };

/**
 * The city that a scenario begins with: that of a link, then `?city=` of the address, then the reader's own choice. What
 * cannot be simulated is named, and all mapped cities are shown.
 */
export function beginningOf(
  { search, hash }: Pick<Location, "search" | "hash">,
  { chosen, own }: MyCity,
  today: Today,
): Beginning {
  const link = openHash(hash, today);
  if (link?.ok && link.value.document.ownCity) {
    const { ownCity } = link.value.document;
    const note = sameData(ownCity, own)
      ? ""
      : `This scenario is of ${ownCity.name}, with the numbers that its link carries.`;
    return { ...allCities, document: aboutOwn(ownCity), note };
  }
  const asked = new URLSearchParams(search);
  const city = cityToOpenOn(search, { chosen });
  // A link of the mapped cities is about these, whatever city of her own its reader keeps.
  if (link?.ok && city === ownCityId) return allCities;
  // A mapped city comes into view with the practices that it adopts.
  if (city === null || (asked.has("adopt") && city !== ownCityId)) return allCities;
  if (city === ownCityId) return own ? beginningWithOwn(own) : { ...allCities, note: noOwnCity };
  const { cities, names } = today.model.baseline;
  if (cities.includes(city)) return { document: { ...untouched, view: { city } }, city, note: "" };
  return { ...allCities, note: unmappedWords(names.get(city), city, asked.has("city")) };
}

function beginningWithOwn(own: NonNullable<MyCity["own"]>): Beginning {
  return canBeSimulated(own)
    ? { document: aboutOwn(own), city: ownCityId, note: "" }
    : {
        ...allCities,
        note: `You gave no count of ${own.name}’s initiatives, so nothing can be simulated of it. Give at least one with “Change ${own.name}…” under “My city”; all mapped cities are shown until then.`,
      };
}

const aboutOwn = (ownCity: NonNullable<MyCity["own"]>): ScenarioDocument => ({
  ...untouched,
  ownCity,
  view: { city: ownCityId },
});

const noOwnCity =
  "The link asks for a city that somebody typed in. Its numbers stay in that browser: ask for a link of the scenario, which carries them, or give your own under “My city”, “Another city…”. All mapped cities are shown.";

function unmappedWords(name: string | undefined, city: string, isAsked: boolean): string {
  return name === undefined
    ? `${notHeld(city, isAsked)}; all mapped cities are shown.`
    : `${notMappedWords(name)} All mapped cities are shown.`;
}

/** Why a city of the evidence cannot be simulated, and what its reader can do. */
export const notMappedWords = (name: string): string =>
  `${name} was not mapped: the evidence has no counts of it to simulate, and nothing is filled in. If you have counts, give them under “My city”, “Another city…”.`;
