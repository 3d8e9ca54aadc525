import { element } from "../components/element.js";
import { siteLink } from "../components/site-root.js";
import { ownCityId } from "../model/own-city.js";
import { askedCity, notHeld, ownCityElsewhere } from "./asked-city.js";
import { cityBar } from "./city-bar.js";
import { chosenContext } from "./chosen-context.js";
import { citySummary } from "./city-summary.js";
import { fetchCities } from "./fetch-cities.js";
import type { MyCity } from "./my-city.js";
import { readerCity } from "./reader-city.js";
import { invitation } from "./way-in.js";
import { wordsFor } from "../components/reader-error.js";

/**
 * Brings the way in to life: it shows where the chosen city stands, and where to go on.
 * @param place the section of the page's HTML
 * @returns what shows a city
 */
export function followWayIn(
  document: Document,
  place: HTMLElement,
  onChoose: (id: string | null) => void,
  onAnother: () => void,
): (city: MyCity) => void {
  const cityOfAddress = askedCity(document.location.search) ?? null;
  const bar = cityBar(place.querySelector("select")!, onChoose, onAnother);
  const summary = place.querySelector<HTMLElement>("[data-city-summary]")!;
  summary.setAttribute("aria-live", "polite");
  let asked = 0;
  const first = readerCity.now.chosen;
  return (mine) => {
    bar.show(mine);
    // The city of the address is shown until she chooses another.
    const city = { ...mine, chosen: (mine.chosen === first ? cityOfAddress : null) ?? mine.chosen };
    const asking = ++asked;
    const say = (...parts: HTMLElement[]) => asking === asked && summary.replaceChildren(...parts);
    if (city.chosen === null) return void say(element(document, "p", {}, invitation));
    fetchCities().then(
      (cities) => {
        const chosen = chosenContext(city, cities);
        say(
          ...(chosen
            ? citySummary(document, siteLink, chosen, cities)
            : [
                element(
                  document,
                  "p",
                  {},
                  cityOfAddress && city.chosen === cityOfAddress ? refused(cityOfAddress) : invitation,
                ),
              ]),
        );
      },
      (error: unknown) =>
        say(element(document, "p", {}, wordsFor(error, "Where cities stand could not be read."))),
    );
  };
}

/** Why the city of the address cannot be shown. */
const refused = (id: string): string =>
  id === ownCityId ? ownCityElsewhere : `${notHeld(id)}. ${invitation}`;
