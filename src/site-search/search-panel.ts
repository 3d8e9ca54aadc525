import { element } from "../components/element.js";
import { shownText } from "../components/told-fault.js";
import { siteLink } from "../components/site-root.js";
import type { Entry, EntryKind } from "./entry.js";
import type { FoundEntries, FoundKind } from "./find-entries.js";

/** Names of the kinds, as headings above what was found. */
export const kindNames: Readonly<Record<EntryKind, string>> = {
  city: "Cities",
  page: "Pages",
  figure: "Figures",
  practice: "Practices",
  indicator: "Indicators",
  recommendation: "Recommendations",
  discrepancy: "Discrepancies",
  document: "Documents",
};

/** The list below the searchbox: what was found, by kind, each with its address. */
export interface SearchPanel {
  /** Shows what a search found; an empty query closes the list. */
  show: (query: string, found: FoundEntries) => void;
  /** Says why nothing can be shown yet, or at all. */
  say: (words: string, again?: () => void) => void;
  close: () => void;
  /** The links shown, in their order. */
  links: () => HTMLAnchorElement[];
}

/** @param place an empty element below the searchbox */
export function searchPanel(document: Document, place: HTMLElement): SearchPanel {
  const status = element(document, "p", { class: "search-status", role: "status" });
  const results = element(document, "div", { class: "search-results" });
  place.replaceChildren(status, results);
  const open = (isOpen: boolean) => (place.hidden = !isOpen);
  return {
    show(query, found) {
      status.textContent = query.trim() ? countWords(query, found) : "";
      results.replaceChildren(...found.kinds.map((kind) => group(document, kind, query)));
      open(query.trim() !== "");
    },
    say(words, again) {
      status.textContent = words;
      results.replaceChildren();
      if (again) {
        const button = element(document, "button", { type: "button" }, "Try again");
        button.addEventListener("click", again);
        results.append(button);
      }
      open(true);
    },
    close: () => open(false),
    links: () => [...results.querySelectorAll("a")],
  };
}

function countWords(query: string, { kinds, respelt }: FoundEntries): string {
  const all = kinds.reduce((sum, kind) => sum + kind.all, 0);
  if (all === 0) return `Nothing matches “${shownText(query.trim())}”. Try a city, a practice or a subject.`;
  const instead = respelt.map(
    ({ typed, taken }) => ` Nothing has “${shownText(typed)}”: “${taken}” is looked for.`,
  );
  return `${all} ${all === 1 ? "result" : "results"}${instead.length ? "." : ""}${instead.join("")}`;
}

function group(document: Document, { kind, entries, all }: FoundKind, query: string): HTMLElement {
  const id = `search-${kind}`;
  const list = element(
    document,
    "ul",
    { "aria-labelledby": id },
    ...entries.map((entry) => element(document, "li", {}, entryLink(document, entry))),
  );
  const rest = all - entries.length;
  const more =
    rest > 0 && kind === "practice"
      ? element(
          document,
          "a",
          { class: "search-more", href: siteLink(`/practices?q=${encodeURIComponent(query.trim())}`) },
          `${rest} more in the practice finder`,
        )
      : rest > 0 && element(document, "p", { class: "search-more" }, `and ${rest} more: add a word`);
  return element(document, "section", {}, element(document, "h2", { id }, kindNames[kind]), list, more);
}

/** The link to what was found, with what tells it from others of its name. */
export function entryLink(document: Document, { title, note, address }: Entry): HTMLAnchorElement {
  return element(
    document,
    "a",
    { href: siteLink(address) },
    element(document, "span", { class: "search-title" }, title),
    note && " ",
    note && element(document, "small", {}, note),
  );
}
