import { element } from "../components/element.js";
import type { How } from "../components/page-address.js";
import type { FrameContext } from "../components/frame-context.js";
import type { AskingCity, CityContext } from "../model/city-contexts.js";
import type { OwnCity } from "../model/own-city.js";
import { chips } from "./chips.js";
import { noChoices, toggled, type Choices } from "./choices.js";
import { cityBox } from "./city-box.js";
import { cityStory } from "./city-story.js";
import { weightStory } from "./weight-story.js";
import { equalWeights } from "../model/comparators.js";
import { facetPanel } from "./facet-panel.js";
import type { Facet } from "./facets.js";
import type { Found } from "./find.js";
import { howRanked } from "./how-ranked.js";
import { politicalWords } from "./political-words.js";
import { resultBar } from "./result-bar.js";
import { searchBox, type SearchDeeds, type Unsearched } from "./search-box.js";
import { shortlistPanel, type PanelDeeds } from "./shortlist-panel.js";

/** What of the page changes with the choices, but for the list of cards. */
export interface FinderView {
  /** The whole, around the list. */
  parts: HTMLElement[];
  search: HTMLInputElement;
  shortlist: ReturnType<typeof shortlistPanel>;
  /** Practices of the chosen city, in a disclosure of their own. */
  own: { details: HTMLDetailsElement; list: HTMLOListElement };
  /** Stands in place of an empty list. */
  empty: HTMLElement;
  /** Offers the city of the reader's own, or none. */
  offer: (own: Pick<OwnCity, "name"> | null) => void;
  /**
   * @param city that practices are ranked for
   * @param unsearched why the search of the choices is not answered; null where it is, or there is none
   */
  show: (choices: Choices, city: AskingCity | null, found: Found, unsearched: Unsearched | null) => void;
}

/**
 * Search, filters, order, shortlist and the frame of the list, as they stand in the page's HTML and live.
 * @param list the cards
 * @param all how many practices the register has
 */
export function finderView(
  context: Pick<FrameContext, "document" | "link">,
  {
    list,
    facets,
    cities,
    all,
  }: { list: HTMLElement; facets: readonly Facet[]; cities: readonly CityContext[]; all: number },
  deeds: Omit<PanelDeeds, "link"> &
    Omit<SearchDeeds, "search"> & { change: (next: (now: Choices) => Choices, how: How) => void },
): FinderView {
  const { document, link } = context;
  const { change } = deeds;
  const search = searchBox(document, {
    ...deeds,
    search: (q) => change((now) => ({ ...now, q }), "typing"),
  });
  const city = cityBox(document, cities, (id) =>
    change((now) => ({ ...now, city: id, sort: null }), "choosing"),
  );
  const filters = facetPanel(document, facets, (name, value) =>
    change((now) => toggled(now, name, value), "choosing"),
  );
  const bar = resultBar(document, (sort) => change((now) => ({ ...now, sort }), "choosing"));
  // What was pressed goes away with its filter: the keyboard goes on at the search.
  const pressed = (next: (now: Choices) => Choices) => {
    change(next, "choosing");
    search.input.focus();
  };
  const chosen = chips(document, facets, {
    search: (q) => pressed((now) => ({ ...now, q })),
    toggle: (name, value) => pressed((now) => toggled(now, name, value)),
    clearAll: () => pressed(({ city, weights, sort }) => ({ ...noChoices, city, weights, sort })),
  });
  const shortlist = shortlistPanel(document, { ...deeds, link });
  const story = element(document, "div", { class: "city-story", hidden: true });
  const ownTitle = element(document, "summary", {});
  const ownList = element(document, "ol", { class: "cards", role: "list" });
  const own = element(document, "details", { class: "own", hidden: true }, ownTitle, ownList);
  const empty = element(document, "div", {});
  const results = element(
    document,
    "section",
    { class: "results", id: "found", tabindex: -1, "aria-labelledby": "found-title" },
    element(document, "h2", { id: "found-title", class: "unseen" }, "Practices found"),
    bar.bar,
    chosen.list,
    shortlist.notice,
    shortlist.panel,
    story,
    own,
    empty,
    list,
  );
  return {
    parts: [
      element(document, "div", { class: "ask" }, search.field, city.field, howRanked(document, link)),
      element(
        document,
        "div",
        { class: "columns" },
        element(
          document,
          "div",
          { class: "aside" },
          element(
            document,
            "a",
            { class: "past-filters", href: "#found" },
            "Past the filters to the practices",
          ),
          filters.panel,
        ),
        results,
      ),
    ],
    search: search.input,
    shortlist,
    own: { details: own, list: ownList },
    empty,
    offer: city.offer,
    show(choices, chosenCity, found, unsearched) {
      search.show(choices.q, unsearched);
      city.set(choices.city);
      filters.show(choices, found.counts);
      chosen.show(choices);
      bar.show(choices, found, all, chosenCity, unsearched);
      if (unsearched?.kind === "coming") list.setAttribute("aria-busy", "true");
      else list.removeAttribute("aria-busy");
      shortlist.show(chosenCity);
      story.hidden = chosenCity === null;
      story.replaceChildren(
        ...(chosenCity
          ? [
              cityStory(document, link, chosenCity, cities, politicalWords(found.ranked.values())),
              weightStory(document, link, chosenCity, choices.weights, () =>
                change((now) => ({ ...now, weights: equalWeights }), "choosing"),
              ),
            ]
          : []),
      );
      own.hidden = found.own.length === 0;
      ownTitle.textContent = chosenCity
        ? `Already in ${chosenCity.name}: ${found.own.length} ${found.own.length === 1 ? "practice" : "practices"}`
        : "";
    },
  };
}
