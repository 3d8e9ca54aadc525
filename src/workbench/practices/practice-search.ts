import { element } from "../../components/element.js";
import { folded } from "../../model/folded.js";
import type { AdoptablePractice } from "./adoptable-practice.js";
import { addsWords } from "./practice-facts.js";
import { practiceChoice, type PracticeChoice, type PracticeLists } from "./practice-choice.js";

/** Most practices that a search shows. */
const mostFound = 8;

/**
 * The practices whose name or place has every word of a query, or a beginning of it: those of that very name first, then
 * those whose name begins so, each in the order of the register.
 */
export function findPractices(practices: readonly AdoptablePractice[], query: string): AdoptablePractice[] {
  const words = folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const whole = ` ${words.join(" ")}`;
  return practices
    .map((practice) => ({
      practice,
      name: spaced(practice.name),
      text: spaced(`${practice.name} ${practice.place}`),
    }))
    .filter(({ text }) => words.every((word) => text.includes(` ${word}`)))
    .sort((a, b) => farness(a.name, whole) - farness(b.name, whole))
    .map(({ practice }) => practice);
}

/** A text as words with one space before each. */
const spaced = (text: string) =>
  ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}`;

const farness = (name: string, query: string) => (name === query ? 0 : name.startsWith(query) ? 1 : 2);

/** A field that finds practices by name or place while it is typed into, whatever dimension they have. */
export function practiceSearch(
  lists: PracticeLists,
  practices: readonly AdoptablePractice[],
): { element: HTMLElement; show: () => void; setCity: (city: string) => void } {
  const { document } = lists.context;
  const input = element(document, "input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const told = element(document, "p", { class: "found", role: "status" });
  const list = element(document, "ul", { class: "practice-list" });
  let choices: PracticeChoice[] = [];
  let city = "";
  const show = () => choices.forEach((choice) => choice.show());
  const find = () => {
    const found = findPractices(practices, input.value);
    choices = found
      .slice(0, mostFound)
      .map((practice) => practiceChoice(lists, practice, city, [addsWords(practice)]));
    list.replaceChildren(...choices.map(({ item }) => item));
    told.textContent = foundWords(input.value, found.length);
    show();
  };
  input.addEventListener("input", find);
  return {
    element: element(
      document,
      "div",
      { class: "practice-search" },
      element(document, "label", {}, "Search practices by name ", input),
      told,
      list,
    ),
    show,
    setCity(next) {
      city = next;
      find();
    },
  };
}

function foundWords(query: string, found: number): string {
  if (query.trim() === "") return "";
  if (found === 0) return "No practice has these words in its name or place.";
  const practices = found === 1 ? "1 practice" : `${found} practices`;
  return found > mostFound ? `${practices}; the first ${mostFound} are shown.` : `${practices}.`;
}
