import { anchorOf, keepAddress } from "../components/address.js";
import { element } from "../components/element.js";
import { fetchRegister } from "../components/fetch-register.js";
import { ownCityLabel } from "../components/own-rows.js";
import { pageAddress, type How } from "../components/page-address.js";
import { rankingReasons } from "../components/ranking-words.js";
import { saveFile } from "../components/save-file.js";
import { anotherCityButton } from "../components/city-buttons.js";
import { ownCityElsewhere } from "../my-city/asked-city.js";
import { ownCityId } from "../model/own-city.js";
import { PageCities } from "../my-city/page-cities.js";
import { siteLink } from "../components/site-root.js";
import { CardList } from "./card-list.js";
import { readChoices, writeChoices, type Choices } from "./choices.js";
import { facetsOf } from "./facets.js";
import { finder } from "./find.js";
import { restOfCards } from "./rest-of-cards.js";
import { findCards } from "./find-cards.js";
import { finderView } from "./finder-view.js";
import { emptyWords, loosenings } from "./loosen.js";
import { topNotice } from "../components/top-notice.js";
import { asksForSomething } from "./search.js";
import type { Unsearched } from "./search-box.js";
import { Shortlist } from "./shortlist.js";
import { lateSearch, lateSummaries, withSummary } from "./summaries.js";
import { shortlistCsv, shortlistMarkdown, type Chosen, type FileContext } from "./shortlist-files.js";

/**
 * Brings the finder of the page's HTML to life: search, filters, ranking, shortlist, address.
 * @throws ReaderError when its data cannot be had: every practice stands in the page all the same
 */
export async function hydratePractices(document: Document): Promise<void> {
  const root = document.querySelector<HTMLElement>("[data-practices]");
  const list = root?.querySelector<HTMLElement>(".results > .cards");
  if (!root || !list) return;
  const version = root.dataset.practices ?? "";
  const notes = topNotice(document);
  const sources = JSON.parse(root.dataset.sources ?? "{}") as Record<string, [string, string]>;
  const sourceName = (id: string) => sources[id]?.[0] ?? id;
  const coming = fetchRegister(["adoptable", "finder"], "their data", version);
  const summaries = lateSummaries(coming, version);
  // What was typed or pressed before the script came is not lost.
  const typed = root.querySelector<HTMLInputElement>("#search-practices");
  const asked = typed?.value || (new URLSearchParams(location.search).get("q") ?? "");
  if (asksForSomething(asked)) void summaries.ask();
  const register = findCards(list, await coming);
  const { practices } = register;
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  const facets = facetsOf(practices, register.topics, sourceName);
  const cities = new PageCities(register.cities, [...practices, ...register.cities]);
  const find = finder({
    ...register,
    facets,
    cityOf: (id) => cities.of(id),
    search: lateSearch(practices, summaries),
  });
  const shortlist = new Shortlist(() => localStorage);
  let namedWaits = false;
  const opening = cities.opening(location.search);
  const atFirst = read(opening);
  let { choices } = atFirst;

  const view = finderView(
    { document, link: siteLink },
    { list, facets, cities: register.cities, all: practices.length },
    {
      change,
      prepare: () => summaries.state.kind === "unasked" && void summaries.ask(),
      tryAgain: () => void summaries.ask(),
      exportCsv: () => save("shortlist.csv", shortlistCsv),
      exportMarkdown: () => save("shortlist.md", shortlistMarkdown),
    },
  );
  if (typed?.value) choices = { ...choices, q: typed.value };
  const focused = document.activeElement === typed;
  const disclosures = [...root.querySelectorAll("details")].map(({ open }) => open);
  root.replaceChildren(...view.parts);
  root.querySelectorAll("details").forEach((details, i) => (details.open = disclosures[i] ?? false));
  if (focused) view.search.focus();
  const cards = new CardList(register, { list, own: view.own.list }, shortlist, {
    link: siteLink,
    sourceName,
  });
  const rest = restOfCards(document, list);
  view.shortlist.follow(shortlist, byId);
  summaries.subscribe(show);
  choose(choices);
  tell(atFirst.notes);
  if (opening !== location.search) keepAddress(address() + location.hash);
  toNamed();
  addEventListener("storage", ({ key }) => shortlist.refresh(key));
  // A page brought back from the browser's memory missed what other tabs did meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && shortlist.refresh());
  addEventListener("hashchange", toNamed);
  const steps = pageAddress((search) => {
    const { choices, notes } = read(search);
    choose(choices);
    tell(notes);
  });
  cities.follow(document, {
    offer(own) {
      view.offer(own);
      // Its numbers may be others, or gone.
      if (choices.city === ownCityId) choose({ ...choices, city: cities.of(ownCityId)?.id ?? null });
    },
    choose: (id) => change((now) => ({ ...now, city: id, sort: null }), "choosing"),
  });
  root.dataset.live = "true";

  function change(next: (now: Choices) => Choices, how: How): void {
    namedWaits = false;
    choose(next(choices));
    notes.say([]);
    steps.go(address(), how);
  }

  function read(search: string): ReturnType<typeof readChoices> {
    return readChoices(cities.readable(search), facets, cities.all);
  }

  function tell(sentences: readonly string[]): void {
    if (!cities.isElsewhere(location.search)) notes.say(sentences);
    else notes.say([...sentences, ownCityElsewhere], anotherCityButton(document, "Another city…"));
  }

  /** The address of the view. */
  function address(): string {
    return location.pathname + cities.written(writeChoices(location.search, choices), choices.city !== null);
  }

  /** Takes choices, and fetches what their search looks through. */
  function choose(next: Choices): void {
    const searched = asksForSomething(choices.q);
    choices = next;
    const { kind } = summaries.state;
    // What did not come is asked for again with a new search, not with each of its letters.
    const due = kind === "unasked" || (kind === "missing" && !searched);
    if (due && asksForSomething(choices.q)) void summaries.ask();
    show();
  }

  /** Why the search of the choices is not answered; null where it is, or there is none. */
  function unsearched(): Unsearched | null {
    const { state } = summaries;
    if (!asksForSomething(choices.q) || state.kind === "here") return null;
    return state.kind === "missing" ? state : { kind: "coming" };
  }

  function show(): void {
    const found = find(choices);
    const city = cities.of(choices.city);
    view.show(choices, city, found, unsearched());
    if (cards.show(found, city)) rest.begin();
    const none = found.listed.length + found.own.length === 0;
    view.empty.replaceChildren(
      ...(none
        ? [emptyWords(document, loosenings(choices, facets, find), (next) => change(() => next, "choosing"))]
        : []),
    );
    root!.dispatchEvent(new CustomEvent("arrivals-found"));
    if (namedWaits && !unsearched()) toNamed();
  }

  /** Brings the practice that the address names into view, and says so where the choices leave it out. */
  function toNamed(): void {
    const id = anchorOf(location.hash);
    const card = register.cards.get(id);
    // A search that is not answered yet may leave it out.
    namedWaits = unsearched() !== null;
    if (!card) return;
    if (!card.isConnected)
      return notes.say(
        [`“${byId.get(id)!.name}” is left out by the search or the filters.`],
        element(document, "a", { href: `${location.pathname}#${id}` }, "Show it among all practices"),
      );
    if (view.own.list.contains(card)) view.own.details.open = true;
    rest.reveal(card);
    card.scrollIntoView();
  }

  /** @throws ReaderError where the summaries cannot be had */
  async function save(name: string, text: (chosen: Chosen[], context: FileContext) => string): Promise<void> {
    // What stood there when the button was pressed: the summaries may take a while.
    const city = cities.of(choices.city);
    const { ranked } = find(choices);
    const chosen = shortlist.ids.flatMap((id) => {
      const practice = byId.get(id);
      const why = ranked.get(id);
      return practice ? [{ practice, reasons: city && why ? rankingReasons(why, city) : [] }] : [];
    });
    const context = {
      sourceName,
      sourceCitation: (id: string) => sources[id]?.[1] ?? id,
      version,
      city: city && (city.id === ownCityId ? ownCityLabel(city) : city.name),
      link: location.href,
      day: new Date(),
    };
    const told = await summaries.ask();
    const whole = chosen.map((of): Chosen => ({ ...of, practice: withSummary(of.practice, told.summaries) }));
    saveFile(document, name, text(whole, context));
  }
}
