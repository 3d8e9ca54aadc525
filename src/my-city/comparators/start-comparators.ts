import { anotherCityButton } from "../../components/city-buttons.js";
import { keepAddress } from "../../components/address.js";
import { pageAddress, type How } from "../../components/page-address.js";
import { siteLink } from "../../components/site-root.js";
import { topNotice } from "../../components/top-notice.js";
import { readWeights, writeWeights } from "../../components/weights-address.js";
import { equalWeights, type Weights } from "../../model/comparators.js";
import type { AskingCity } from "../../model/city-contexts.js";
import { cityToOpenOn, notHeld, ownCityElsewhere } from "../asked-city.js";
import { ownCityId } from "../../model/own-city.js";
import { fetchCities } from "../fetch-cities.js";
import { PageCities } from "../page-cities.js";
import { readerCity } from "../reader-city.js";
import { comparatorsView, firstNearness, type Nearness } from "./comparators-view.js";

/** The city in the page's address; without it the page's city in focus, else the reader's own. */
const near = "near";

/**
 * Brings the comparators of the page's HTML to life: city, weights, address.
 * @throws ReaderError where the cities cannot be had: the table of the page's HTML stays
 */
export async function startComparators(document: Document, place: HTMLElement): Promise<void> {
  const cities = await fetchCities();
  const first = firstNearness(cities);
  if (!first) return;
  const pageCities = new PageCities(cities);
  const notice = topNotice(document);
  let now: Nearness;
  const view = comparatorsView(
    { document, link: siteLink },
    cities,
    {
      choose: (id) => change({ city: pageCities.of(id) ?? now.city }, "choosing"),
      weigh: (weights: Weights) => change({ weights }, "typing"),
      level: () => change({ weights: equalWeights }, "choosing"),
    },
    true,
  );
  const steps = pageAddress(open);
  open(location.search);
  place.replaceChildren(...view.parts);
  place.dataset.live = "true";
  pageCities.follow(document, {
    offer(own) {
      view.offer(own);
      // Its numbers may be others, or gone.
      if (now.city.id === ownCityId) show({ ...now, city: pageCities.of(ownCityId) ?? first.city });
    },
    choose(id) {
      const parameters = new URLSearchParams(location.search);
      if (id !== null && parameters.has(near)) {
        parameters.set(near, id);
        keepAddress(`${location.pathname}${writeWeights(`?${parameters}`, now.weights)}${location.hash}`);
      }
      show({ ...now, city: read(location.search).city });
    },
  });
  // Another city comes into focus: it is the one in view, unless the address says which.
  document.addEventListener("arrivals-choice", () => {
    const { city } = read(location.search);
    show({ ...now, city });
  });

  function open(search: string): void {
    const { notes, ...asked } = read(search);
    show(asked);
    if (notes.includes(ownCityElsewhere)) notice.say(notes, anotherCityButton(document, "Another city…"));
    else notice.say(notes);
  }

  function read(search: string): Nearness & { notes: string[] } {
    const { weights, notes: ofWeights } = readWeights(search);
    const [asked = null, ...more] = new Set(new URLSearchParams(search).getAll(near));
    const notes =
      more.length > 0 ? [...ofWeights, "The link asks for several cities; the first is taken."] : ofWeights;
    const city = asked === null ? cityOfPage(search) : pageCities.of(asked);
    if (city) return { city, weights, notes };
    const why = asked === ownCityId ? ownCityElsewhere : `${notHeld(asked ?? "")}. Another city is shown.`;
    return { city: cityOfPage(search), weights, notes: [...notes, why] };
  }

  /** The city that the page is about. */
  function cityOfPage(search: string): AskingCity {
    const focus = pageCities.of(new URLSearchParams(search).get("focus"));
    return focus ?? pageCities.of(cityToOpenOn(search, readerCity.now)) ?? first!.city;
  }

  function change(part: Partial<Nearness>, how: How): void {
    show({ ...now, ...part });
    notice.say([]);
    const parameters = new URLSearchParams(location.search);
    parameters.set(near, now.city.id);
    steps.go(location.pathname + writeWeights(`?${parameters}`, now.weights) + location.hash, how);
    // Links keep what the address says now.
    view.show(now, location.search);
  }

  function show(next: Nearness): void {
    now = next;
    view.show(now, location.search);
  }
}
