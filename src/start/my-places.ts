import { mostPlaces, statisticsOffers } from "../figures/statistics-offers.js";
import { cityToOpenOn } from "../my-city/asked-city.js";
import { readerCity } from "../my-city/reader-city.js";

/**
 * The query that a page of statistics opens with: its own, and where it names no places the reader's city and its country
 * before those of the first view. The city of the address wins over the one that is kept.
 * @param search of the page's address
 */
export function withMyPlaces(search: string): string {
  const parameters = new URLSearchParams(search);
  const city = cityToOpenOn(search, readerCity.now);
  const { places, countries, first } = statisticsOffers();
  const mine = [city, city === null ? undefined : countries[city]].filter((id) =>
    places.some(({ value }) => value === id),
  );
  if (parameters.has("places") || mine.length === 0) return search;
  parameters.set("places", [...new Set([...mine, ...first.places])].slice(0, mostPlaces).join());
  return `?${parameters.toString().replaceAll("%2C", ",")}`;
}
