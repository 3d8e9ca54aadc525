import { cityChanged, KeptCity } from "./kept-city.js";
import type { MyCity } from "./my-city.js";

/** The reader's city on this page: one for the bar and for all that opens on it. */
export const readerCity = new KeptCity(() => localStorage);

/**
 * Follows the reader's city.
 * @param follow is given it, and whether she chose it on this very page: a choice made in another tab changes the bar
 *   here, and no view
 */
export function followReaderCity(
  document: Document,
  follow: (city: MyCity, chosenHere: boolean) => void,
): void {
  document.addEventListener(cityChanged, (event) =>
    follow(readerCity.now, (event as CustomEvent<{ here: boolean }>).detail.here),
  );
}
