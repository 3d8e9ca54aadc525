import { element } from "../components/element.js";
import { longestSearch } from "./choices.js";

/** The searchbox; Escape empties it. */
export function searchBox(
  document: Document,
  onSearch: (q: string) => void,
): { field: HTMLElement; input: HTMLInputElement; set: (q: string) => void } {
  const input = element(document, "input", {
    type: "search",
    id: "search-practices",
    maxlength: longestSearch,
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  input.addEventListener("input", () => onSearch(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === "") return;
    // Some browsers empty a searchbox themselves, and say so with an event of their own.
    event.preventDefault();
    input.value = "";
    onSearch("");
  });
  return {
    field: element(
      document,
      "div",
      { class: "field search", role: "search" },
      element(document, "label", { for: "search-practices" }, "Search practices"),
      input,
      element(document, "small", {}, "Names, summaries, partners, leads and places"),
    ),
    input,
    set(q) {
      if (input.value !== q) input.value = q;
    },
  };
}
