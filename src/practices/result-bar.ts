import { copyText } from "../components/copy-text.js";
import { formatList } from "../components/format.js";
import { element } from "../components/element.js";
import type { AskingCity } from "../model/city-contexts.js";
import { narrows, type Choices } from "./choices.js";
import type { Found } from "./find.js";
import { asksForSomething, type Hits } from "./search.js";
import type { Unsearched } from "./search-box.js";
import { sortsOffered, type Sort } from "./sort.js";

/** How many practices are shown, in which order, and a link to just this view. */
export function resultBar(
  document: Document,
  onSort: (sort: Sort) => void,
): {
  bar: HTMLElement;
  show: (
    choices: Choices,
    found: Found,
    all: number,
    city: AskingCity | null,
    unsearched: Unsearched | null,
  ) => void;
} {
  const status = element(document, "p", { role: "status", class: "count" });
  const select = element(document, "select", { id: "sort-practices", autocomplete: "off" });
  select.addEventListener("change", () => onSort(select.value as Sort));
  const bar = element(
    document,
    "div",
    { class: "result-bar" },
    status,
    element(document, "label", { for: "sort-practices" }, "Sort by ", select),
    copyLink(document),
  );
  return {
    bar,
    show(choices, { listed, own, hits, sort }, all, city, unsearched) {
      const asksNothing = !unsearched && choices.q.trim() !== "" && !asksForSomething(choices.q);
      const narrowed = narrows(unsearched || asksNothing ? { ...choices, q: "" } : choices);
      const count = countWords(listed.length + own.length, own.length, all, narrowed, city);
      const how = unsearched
        ? searchWords[unsearched.kind]
        : hits
          ? matchWords(hits)
          : asksNothing
            ? `. “${choices.q.trim()}” has no word to look for`
            : "";
      status.textContent = `${count}${how}`;
      const names: Record<Sort, string> = {
        fit: `fit for ${city?.name ?? "the city"}`,
        relevance: "match with the search",
        evidence: "evidence, most first",
        name: "name",
        year: "start, latest first",
      };
      const options = sortsOffered(hits !== null, city !== null).map((value) =>
        element(document, "option", { value, selected: value === sort }, names[value]),
      );
      const now = [...select.children].map((option) => option.textContent).join();
      if (now !== options.map((option) => option.textContent).join()) select.replaceChildren(...options);
      for (const option of select.querySelectorAll("option")) option.selected = option.value === sort;
    },
  };
}

/** How the practices shown answer the search, where they do otherwise than by all of its words; else empty. */
function matchWords(hits: Hits): string {
  const sentences = [
    ...hits.respelt.map(({ typed, taken }) => `Nothing has “${typed}”: “${taken}” is looked for`),
    ...missedWords(hits),
    ...hits.byTopic.map(
      ({ words, topics }) => `No practice says “${words}”: found by topic (${formatList([...topics])})`,
    ),
  ];
  return sentences.map((sentence) => `. ${sentence}`).join("");
}

/** What of the search the practices shown do not answer. */
function missedWords({ missed, partial, size }: Hits): string[] {
  if (!partial || size === 0) return [];
  const none = missed.map((word) => `“${word}”`);
  return none.length
    ? [`Nothing has ${formatList(none)}: these match the rest of the search`]
    : ["No practice matches every word: these match most of them"];
}

const searchWords: Readonly<Record<Unsearched["kind"], string>> = {
  coming: "; the search is still loading",
  missing: ", not searched",
};

function countWords(
  found: number,
  own: number,
  all: number,
  narrowed: boolean,
  city: AskingCity | null,
): string {
  const count = !narrowed
    ? `All ${all} practices`
    : found === 1
      ? `1 practice of ${all}`
      : `${found || "No"} practices of ${all}`;
  return own && city ? `${count}, ${own} of them already in ${city.name}` : count;
}

/** The button that copies the address, which holds every choice. */
function copyLink(document: Document): HTMLElement {
  const said = element(document, "span", { role: "status" });
  const button = element(document, "button", { type: "button" }, "Copy link");
  button.addEventListener("click", () => {
    void copyText(document, document.defaultView!.location.href).then((copied) => {
      said.textContent = copied
        ? "Link copied"
        : "The browser does not let the page copy: the address bar has the link";
    });
    setTimeout(() => (said.textContent = ""), 6000);
  });
  return element(document, "span", { class: "copy" }, button, " ", said);
}
