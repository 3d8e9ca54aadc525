import { anchorOf, keepAddress } from "../components/address.js";
import type { Options } from "../components/figure.js";
import { FetchedLate } from "../components/fetched-late.js";
import { fetchRegister } from "../components/fetch-register.js";
import { pageAddress } from "../components/page-address.js";
import { siteLink } from "../components/site-root.js";
import type { Practice } from "../model/practices.js";
import { anotherCityButton } from "../components/city-buttons.js";
import { ownCityElsewhere } from "../my-city/asked-city.js";
import { PageCities } from "../my-city/page-cities.js";
import { topNotice } from "../components/top-notice.js";
import { Checklist } from "./checklist.js";
import { readView, writeView } from "./choices.js";
import { MarksStore } from "./marks-store.js";
import type { PageData } from "./page-data.js";

const what = "the register of practices";

/** Brings the checklist of the page's HTML to life: city, marks, choices, files. */
export function hydrateChecklist(document: Document): void {
  const root = document.querySelector<HTMLElement>("[data-checklist]");
  if (!root) return;
  const data = JSON.parse(root.querySelector<HTMLElement>("[data-page]")?.dataset.page ?? "{}") as PageData;
  const cities = new PageCities(data.cities);
  const read = (search: string) => readView(cities.readable(search), data, cities.all);
  const opening = cities.opening(location.search);
  const { options, notes } = read(opening);
  const store = new MarksStore(() => localStorage, new Set(data.cities.map(({ id }) => id)), data.version);
  const told = topNotice(document);
  const target = anchorOf(location.hash);
  const register = new FetchedLate<Practice[]>(
    async () => (await fetchRegister(["adoptable", "finder", "texts"], what, data.version)).practices,
    what,
  );
  const steps = pageAddress((search) => {
    const { options, notes } = read(search);
    checklist.open(options);
    tell(notes);
  });
  const checklist = new Checklist(document, data, siteLink, options, target || null, {
    store,
    cities: () => cities.all,
    register: () => register.ask(),
    onOptions: (next) => {
      steps.go(address(next), "choosing");
      told.say([]);
    },
  });
  root.replaceChildren(...checklist.parts);
  tell(notes);
  if (opening !== location.search) keepAddress(address(options));
  cities.follow(document, {
    offer: (own) => checklist.offer(own),
    choose: (id) => checklist.openCity(id),
  });
  addEventListener("storage", ({ key }) => {
    if (checklist.place && store.touches(key, checklist.place)) checklist.refresh(key);
  });
  // A page brought back from the browser's memory missed what other tabs did meanwhile.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) checklist.refresh();
  });
  // What the address leads to was replaced by its live twin.
  if (target) document.getElementById(target)?.scrollIntoView();
  root.dataset.live = "true";

  function tell(sentences: readonly string[]): void {
    if (!cities.isElsewhere(location.search)) told.say(sentences);
    else told.say([...sentences, ownCityElsewhere], anotherCityButton(document, "Another city…"));
  }

  function address(view: Options): string {
    return (
      location.pathname +
      cities.written(writeView(location.search, view), view["city"] !== "") +
      location.hash
    );
  }
}
