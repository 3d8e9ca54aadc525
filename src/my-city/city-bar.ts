import { anotherCity, type MyCity } from "./my-city.js";
import { ownOption } from "./own-option.js";

/** The combobox "My city" of the bar, which the page's HTML holds with every city of the evidence. */
export interface CityBar {
  show: (city: MyCity) => void;
}

/**
 * Brings the combobox to life.
 * @param onChoose is given the id of a city, `ownCityId`, or null for none
 * @param onAnother asks for a city that the evidence does not hold; the choice stays what it was until one is given
 */
export function cityBar(
  select: HTMLSelectElement,
  onChoose: (id: string | null) => void,
  onAnother: () => void,
): CityBar {
  const { ownerDocument: document } = select;
  const own = ownOption(document);
  const ask = document.createElement("option");
  ask.value = anotherCity;
  let shown = "";
  select.append(own.option, ask);
  const settled = afterTyping(select);
  select.addEventListener("change", () => {
    const { value } = select;
    if (value !== anotherCity) return onChoose(value || null);
    settled(() => {
      // Another letter may have led on to a city.
      if (select.value !== anotherCity) return;
      select.value = shown;
      onAnother();
    });
  });
  return {
    show(city) {
      own.show(city.own);
      ask.textContent = city.own ? `Change ${city.own.name}…` : "Another city…";
      shown = city.chosen ?? "";
      select.value = shown;
      // A city that the evidence held once.
      if (select.selectedIndex < 0) select.value = shown = "";
      select.disabled = false;
    },
  };
}

/** Between the letters of a word that is typed to find an option, in milliseconds. */
const betweenLetters = 800;

/**
 * Runs what a choice leads to at once; where it was reached by typing its first letters, once the word is finished: the
 * rest of it belongs to the list, not to what opens.
 */
function afterTyping(select: HTMLSelectElement): (run: () => void) => void {
  let typed = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let next: (() => void) | undefined;
  const finish = () => {
    clearTimeout(waiting);
    const run = next;
    next = undefined;
    run?.();
  };
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(finish, betweenLetters);
  };
  select.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (next && key === "Enter") {
      // The key that ends the word is not for what opens.
      event.preventDefault();
      return finish();
    }
    typed = key.length === 1 && !ctrlKey && !metaKey && !altKey ? performance.now() : -Infinity;
    if (next) wait();
  });
  select.addEventListener("blur", finish);
  return (run) => {
    next = run;
    if (performance.now() - typed < betweenLetters) wait();
    else finish();
  };
}
