import { againOffer } from "../components/again-offer.js";
import { element } from "../components/element.js";
import { longestSearch } from "./choices.js";

/** Why a search is not answered: what it looks through is still coming, or did not come. */
export type Unsearched = { kind: "coming" } | { kind: "missing"; message: string };

/** What the searchbox can do. */
export interface SearchDeeds {
  search: (q: string) => void;
  /** The reader is about to search. */
  prepare: () => void;
  /** Asks once more for what a search looks through. */
  tryAgain: () => void;
}

/** The searchbox; Escape empties it. Below it stands why a search is not answered. */
export function searchBox(
  document: Document,
  { search, prepare, tryAgain }: SearchDeeds,
): {
  field: HTMLElement;
  input: HTMLInputElement;
  show: (q: string, unsearched: Unsearched | null) => void;
} {
  const input = element(document, "input", {
    type: "search",
    id: "search-practices",
    maxlength: longestSearch,
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  input.addEventListener("focus", prepare);
  input.addEventListener("input", () => search(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === "") return;
    // Some browsers empty a searchbox themselves, and say so with an event of their own.
    event.preventDefault();
    input.value = "";
    search("");
  });
  const field = element(
    document,
    "div",
    { class: "field search", role: "search" },
    element(document, "label", { for: "search-practices" }, "Search practices"),
    input,
    element(document, "small", {}, "Everything that the practices below say"),
  );
  let trouble: HTMLElement | undefined;
  let told = "";
  // The same is said once.
  const tell = (message: string) => {
    if (message === told) return;
    told = message;
    trouble?.remove();
    if (!message) return;
    trouble = againOffer(
      document,
      `The search does not work: ${message}. Filters and orders do. Try again, or reload the page: what you chose stays in its address.`,
      () => {
        // The button goes away: the keyboard goes on at the search.
        input.focus();
        tryAgain();
      },
    );
    field.append(trouble);
  };
  return {
    field,
    input,
    show(q, unsearched) {
      if (input.value !== q) input.value = q;
      tell(unsearched?.kind === "missing" ? unsearched.message : "");
    },
  };
}
