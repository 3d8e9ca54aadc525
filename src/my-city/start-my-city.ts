import { cityBar } from "./city-bar.js";
import { answerCityButtons, showMyCityOffers } from "./answer-city-buttons.js";
import { cityChanged } from "./kept-city.js";
import { followWayIn } from "./follow-way-in.js";
import { cityRowMarker } from "./mark-row.js";
import type { MyCity } from "./my-city.js";
import { keptCityNotice } from "./kept-city-notice.js";
import { ownCityForm } from "./own-city-form.js";
import { readerCity as city } from "./reader-city.js";
import { noteUnheldCity } from "./unheld-city-note.js";

/**
 * Brings the bar's "My city" to life. `followReaderCity` follows the choice.
 * @param place that holds the combobox
 */
export function startMyCity(document: Document, place: HTMLElement): void {
  const tell = (here: boolean) => {
    for (const show of shows) show(city.now);
    document.dispatchEvent(new CustomEvent(cityChanged, { detail: { here } }));
  };
  const change = (act: () => void) => {
    act();
    tell(true);
  };
  let form: ReturnType<typeof ownCityForm> | undefined;
  const choose = (id: string | null) => change(() => city.choose(id));
  const another = () => {
    form ??= ownCityForm(document, {
      save: (own) => change(() => city.keepOwn(own)),
      remove: () => change(() => city.removeOwn()),
    });
    form(city.now.own);
  };
  const select = place.querySelector("select")!;
  noteUnheldCity(document, location.search, new Set([...select.options].map(({ value }) => value)), city.now);
  const shows: ((city: MyCity) => void)[] = [
    cityBar(select, choose, another).show,
    ({ chosen }) => showMyCityOffers(document, chosen),
  ];
  const wayIn = document.querySelector<HTMLElement>("[data-way-in]");
  if (wayIn) shows.push(followWayIn(document, wayIn, choose, another));
  const index = document.querySelector<HTMLTableElement>("#city-index table");
  if (index) {
    const mark = cityRowMarker(document, index);
    shows.push(({ chosen }) => mark(chosen));
  }
  shows.push(keptCityNotice(document, () => tell(true)));
  answerCityButtons(document, { another, choose });
  for (const show of shows) show(city.now);
  addEventListener("storage", ({ key }) => {
    if (key !== null && key !== city.kept.key) return;
    city.kept.follow(key);
    tell(false);
  });
  addEventListener("pageshow", ({ persisted }) => persisted && tell(false));
}
