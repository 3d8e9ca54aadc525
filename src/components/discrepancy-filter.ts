import { anchorOf, readAddress, writeAddress } from "./address.js";
import { facetNames, type DiscrepancyFacet } from "./discrepancy-words.js";
import { capital } from "./format.js";
import type { Choice, Options } from "./figure.js";
import { pageAddress } from "./page-address.js";
import { setText } from "./set-text.js";
import { topNotice } from "./top-notice.js";

/** Nothing chosen: every discrepancy is shown. */
const firstView: Options = Object.fromEntries(facetNames.map((name) => [name, ""]));

/**
 * Narrows the list of discrepancies by document, table, kind and weight. The choices stand in the address; each is a step
 * of the history.
 * @param place the list as `discrepancyList` draws it
 */
export function startFilter(document: Document, place: HTMLElement): void {
  const { location } = document.defaultView!;
  const lines = [...place.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  const lists = [...place.querySelectorAll<HTMLSelectElement>(".discrepancy-filter select")];
  const clear = place.querySelector<HTMLButtonElement>(".discrepancy-filter button")!;
  const choices = lists.map(choiceOf);
  const notice = topNotice(document);
  let options = firstView;
  const read = (search: string) => {
    const { options: asked, notes } = readAddress(search, choices);
    options = { ...firstView, ...asked };
    const named = lines.find(({ id }) => id !== "" && id === anchorOf(location.hash));
    if (named && !passes(named, options)) {
      options = firstView;
      notes.push("The link names a discrepancy that its filters would hide, so all are shown.");
    }
    notice.say(notes);
    show();
  };
  const address = pageAddress(read);
  const choose = (next: Options) => {
    options = next;
    notice.say([]);
    show();
    const named = lines.find(({ id }) => id !== "" && id === anchorOf(location.hash));
    // A way to a discrepancy that is hidden now would lead nowhere.
    const hash = named?.hidden ? "" : location.hash;
    address.go(location.pathname + writeAddress(location.search, options, firstView) + hash, "choosing");
  };
  const show = () => {
    for (const line of lines) line.hidden = !passes(line, options);
    for (const list of lists) showList(list, lines, options);
    for (const group of place.querySelectorAll("section")) showGroup(group);
    const shown = lines.filter(({ hidden }) => !hidden).length;
    clear.disabled = shown === lines.length;
    setText(place.querySelector<HTMLElement>("[role=status]")!, countWords(shown, lines.length));
  };
  for (const list of lists) {
    list.disabled = false;
    list.addEventListener("change", () => choose({ ...options, [list.name]: list.value }));
  }
  clear.addEventListener("click", () => {
    choose(firstView);
    // The button goes dead: the keyboard goes on at the first list.
    lists[0]?.focus();
  });
  read(location.search);
}

/** Whether a line has what is chosen in every facet but one. */
function passes(line: HTMLElement, options: Options, except?: string): boolean {
  return facetNames.every((name) => {
    const chosen = options[name];
    return !chosen || name === except || line.dataset[name] === chosen;
  });
}

function choiceOf(list: HTMLSelectElement): Choice {
  const values = [...list.options].filter(({ value }) => value !== "");
  return {
    name: list.name,
    label: capital(list.name),
    values: values.map(({ value, dataset }) => ({ value, label: dataset.label ?? value })),
  };
}

/** What is chosen, and beside each value how many it would show under the other choices. */
function showList(list: HTMLSelectElement, lines: readonly HTMLElement[], options: Options): void {
  const name = list.name as DiscrepancyFacet;
  const others = lines.filter((line) => passes(line, options, name));
  for (const option of list.options) {
    if (option.value === "") continue;
    const count = others.filter((line) => line.dataset[name] === option.value).length;
    option.textContent = `${option.dataset.label} (${count})`;
  }
  list.value = options[name] ?? "";
}

/** A document with the number of its discrepancies that are shown; without any it goes. */
function showGroup(group: HTMLElement): void {
  const all = [...group.querySelectorAll<HTMLElement>("tbody tr")];
  const shown = all.filter(({ hidden }) => !hidden).length;
  group.hidden = shown === 0;
  const told = shown === all.length ? `${shown}` : `${shown} of ${all.length}`;
  setText(group.querySelector<HTMLElement>("h3 span")!, told);
}

function countWords(shown: number, all: number): string {
  if (shown === all) return `All ${all} discrepancies.`;
  if (shown === 0)
    return `None of the ${all} discrepancies has all of this. Take a choice back, or show all.`;
  return `${shown} of ${all} discrepancies.`;
}
