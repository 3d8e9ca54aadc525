import { topNotice } from "../components/top-notice.js";
import { ownCityId } from "../model/own-city.js";
import { askedCity, notHeld } from "./asked-city.js";
import type { MyCity } from "./my-city.js";

/** Parts of pages that open on the city of the address, and say themselves where they cannot. */
const opensOnCity = [
  "[data-way-in]",
  "[data-choice]",
  "[data-practices]",
  "[data-checklist]",
  "[data-workbench]",
].join();

/**
 * Says on a page that opens on no city that its address asks for one that there is not.
 * @param held ids of the cities that the evidence holds
 */
export function noteUnheldCity(
  document: Document,
  search: string,
  held: ReadonlySet<string>,
  { own }: Pick<MyCity, "own">,
): void {
  const asked = askedCity(search);
  if (!asked || held.has(asked) || document.querySelector(opensOnCity)) return;
  if (asked === ownCityId && own) return;
  const why =
    asked === ownCityId
      ? "The link asks for a city whose numbers a reader typed, and this browser has none"
      : notHeld(asked);
  topNotice(document).say([`${why}; the page is shown as usual.`]);
}
