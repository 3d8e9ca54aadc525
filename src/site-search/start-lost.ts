import { anotherCityButton } from "../components/city-buttons.js";
import { element } from "../components/element.js";
import { fetchEntries } from "./fetch-entries.js";
import { entrySearch, type FoundKind } from "./find-entries.js";
import { nearestNames, wordsOfPath } from "./lost-address.js";
import { entryLink, kindNames } from "./search-panel.js";

/**
 * Says on the page for lost addresses what may have been meant, and for a city that the evidence does not hold how to
 * go on with it. All pages stand below, whether this comes or not.
 * @param place an empty element of the page
 */
export async function startLost(document: Document, place: HTMLElement): Promise<void> {
  const { pathname } = document.location;
  // The page names the site's root as its base: a link to a part of the page would lead there.
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href^='#']"))
    link.href = `${pathname}${link.hash}`;
  const [folder, asked] = wordsOfPath(pathname);
  if (folder === "cities" && asked !== undefined) place.append(otherCity(document, asked));
  // Who is lost needs no second trouble: without the list nothing is said.
  const { entries, topics } = await fetchEntries().catch(() => ({ entries: [], topics: [] }));
  // An address that leads nowhere is a guess already: short names may be misspelt as well, and most of them are places.
  const found = nearestNames(pathname, entrySearch(entries, topics, { fewestLetters: 4, placesFirst: true }));
  if (found.length) place.prepend(nearest(document, found));
}

function nearest(document: Document, found: readonly FoundKind[]): HTMLElement {
  return element(
    document,
    "section",
    { class: "nearest" },
    element(document, "h2", {}, "Perhaps you meant"),
    ...found.flatMap(({ kind, entries }) => [
      element(document, "h3", {}, kindNames[kind]),
      element(
        document,
        "ul",
        {},
        ...entries.map((entry) => element(document, "li", {}, entryLink(document, entry))),
      ),
    ]),
  );
}

function otherCity(document: Document, asked: string): HTMLElement {
  return element(
    document,
    "p",
    { class: "other-city" },
    `The evidence holds no city called “${asked}”. Type what you know of it, and the practices and the checklist open on it: `,
    anotherCityButton(document, "Another city…"),
  );
}
