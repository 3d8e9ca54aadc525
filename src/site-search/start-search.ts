import { capital } from "../components/format.js";
import { wordsFor } from "../components/reader-error.js";
import { fetchEntries, what } from "./fetch-entries.js";
import { entrySearch, type FoundEntries } from "./find-entries.js";
import { searchPanel } from "./search-panel.js";

/**
 * Brings the bar's searchbox to life: results while one types; the arrow keys go through them, Enter takes the first,
 * Escape closes them. The list of everything is fetched once, when the box is used for the first time.
 * @param place the box with its label and the empty list below it
 */
export function startSearch(document: Document, place: HTMLElement): void {
  const input = place.querySelector("input")!;
  const panel = searchPanel(document, place.querySelector<HTMLElement>("[data-found]")!);
  let search: ((query: string) => FoundEntries) | undefined;

  const show = () => {
    if (search) panel.show(input.value, search(input.value));
    else if (input.value.trim()) panel.say("Searching…");
  };
  const load = () =>
    fetchEntries().then(
      ({ entries, topics }) => {
        search = entrySearch(entries, topics);
        show();
      },
      (error: unknown) =>
        panel.say(`${capital(wordsFor(error, `${what} could not be read`))}.`, () => void load()),
    );

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  place.addEventListener("keydown", (event) => onKey(event, input, panel.links(), panel.close));
  // A click elsewhere, or the tabulator, leaves the search.
  document.addEventListener("pointerdown", ({ target }) => {
    if (!place.contains(target as Node)) panel.close();
  });
  place.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !place.contains(relatedTarget as Node)) panel.close();
  });
  place.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.links()[0]?.click();
  });
  void load();
}

function onKey(
  event: KeyboardEvent,
  input: HTMLInputElement,
  links: HTMLAnchorElement[],
  close: () => void,
): void {
  if (event.key === "Escape") {
    if (event.target === input && input.value === "") return;
    event.preventDefault();
    if (event.target === input) input.value = "";
    // The focus shows what was found: it comes first.
    input.focus();
    close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !links.length) return;
  event.preventDefault();
  const at = links.indexOf(event.target as HTMLAnchorElement) + step;
  if (at < 0) input.focus();
  else links[Math.min(at, links.length - 1)]!.focus();
}
