import { DamagedFile } from "../components/damaged-file.js";
import { fetchFile, readJson } from "../components/fetch-file.js";
import { siteLink } from "../components/site-root.js";
import type { CityContext } from "../model/city-contexts.js";

const what = "The list of cities";
let fetched: Promise<readonly CityContext[]> | undefined;

/**
 * What is known of every city of the evidence, fetched once for the page.
 * @throws ReaderError where it cannot be had; the next call asks again
 */
export function fetchCities(): Promise<readonly CityContext[]> {
  fetched ??= fetchFile(siteLink("/data/city-contexts.json"), what, (bytes) => {
    const cities = readJson(bytes, what);
    if (!Array.isArray(cities)) throw new DamagedFile(what, "foreign");
    return cities as CityContext[];
  }).catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}
