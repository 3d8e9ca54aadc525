import { element } from "../components/element.js";
import { siteLink } from "../components/site-root.js";
import { cityBar } from "./city-bar.js";
import { chosenContext } from "./chosen-context.js";
import { citySummary } from "./city-summary.js";
import { fetchCities } from "./fetch-cities.js";
import type { MyCity } from "./my-city.js";
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
  const bar = cityBar(place.querySelector("select")!, onChoose, onAnother);
  const summary = place.querySelector<HTMLElement>("[data-city-summary]")!;
  summary.setAttribute("aria-live", "polite");
  let asked = 0;
  return (city) => {
    bar.show(city);
    const asking = ++asked;
    const say = (...parts: HTMLElement[]) => asking === asked && summary.replaceChildren(...parts);
    if (city.chosen === null) return void say(element(document, "p", {}, invitation));
    fetchCities().then(
      (cities) => {
        const chosen = chosenContext(city, cities);
        say(
          ...(chosen
            ? citySummary(document, siteLink, chosen, cities)
            : [element(document, "p", {}, invitation)]),
        );
      },
      (error: unknown) =>
        say(element(document, "p", {}, wordsFor(error, "Where cities stand could not be read."))),
    );
  };
}
