import { siteLink } from "../components/site-root.js";
import { ownCityId } from "../model/own-city.js";
import { followReaderCity } from "../my-city/reader-city.js";
import { sameData } from "../scenario/same-data.js";
import { hashFor } from "./address.js";
import { tell } from "./address-notice.js";
import { notMappedWords } from "./beginning.js";
import type { Workbench } from "./store.js";

/**
 * Keeps the page with the reader's city: another choice of a mapped city brings it into view, and the levers stay. Her
 * own city is a scenario of its own, with its own levers: the page begins anew for it, and Back leads to the one before.
 * @param city the city that the page begins with; it is written into the address, so that a copied one shows the same
 * @param noticePlace where it is told that a city cannot come into view
 */
export function followMyCity(
  document: Document,
  window: Window,
  workbench: Workbench,
  city: string | null,
  noticePlace: HTMLElement,
): void {
  const { location, history } = window;
  const asked = new URLSearchParams(location.search);
  if (city !== null && !asked.has("city")) {
    asked.set("city", city);
    history.replaceState(history.state, "", `${location.pathname}?${asked.toString()}${location.hash}`);
  }
  const { beginning } = workbench;
  followReaderCity(document, ({ chosen, own }, chosenHere) => {
    if (!chosenHere) return;
    const isOwn = chosen === ownCityId;
    if (isOwn !== (beginning.ownCity !== undefined) || (isOwn && !sameData(own, beginning.ownCity)))
      return location.assign(siteLink(chosen === null ? "/scenarios" : `/scenarios?city=${chosen}`));
    noticePlace.replaceChildren();
    if (chosen === null) return;
    const name = workbench.model.baseline.names.get(chosen) ?? chosen;
    if (!workbench.model.baseline.cities.includes(chosen))
      return tell(document, noticePlace, "status", [`${notMappedWords(name)} The scenario stays as it is.`]);
    workbench.change(
      { ...workbench.document, view: { ...workbench.document.view, city: chosen } },
      `City: ${name}`,
    );
  });
  // Every panel is made for the cities of its model: a scenario of others needs a page of its own.
  workbench.subscribe((_, change) => {
    if (change !== "document" || sameData(workbench.document.ownCity, beginning.ownCity)) return;
    history.replaceState(
      history.state,
      "",
      `${location.pathname}${location.search}${hashFor(workbench, location.hash)}`,
    );
    location.reload();
  });
}
