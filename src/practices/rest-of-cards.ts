import { element } from "../components/element.js";

/** Cards that a list begins with; the stylesheet counts them too. */
const atFirst = 50;

/** The part of a long list that is shown when asked for. */
export interface RestOfCards {
  /** Begins anew, as the list has other cards. */
  begin: () => void;
  /** Shows the rest where a card is in it. */
  reveal: (card: HTMLElement) => void;
}

/**
 * Shows the first fifty cards of a list, and the rest on demand: it stays in the page, and paper has all of it.
 * @param list with the cards; a button comes behind it
 */
export function restOfCards(document: Document, list: HTMLElement): RestOfCards {
  const button = element(document, "button", { type: "button", class: "rest-of-cards" }, "");
  list.after(button);
  const whole = () => {
    list.classList.remove("in-part");
    button.hidden = true;
  };
  button.addEventListener("click", () => {
    const next = list.children[atFirst] as HTMLElement | undefined;
    whole();
    // The button goes away: the keyboard goes on with the first card that came.
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  });
  const begin = () => {
    const count = list.childElementCount;
    button.textContent = `Show all ${count} practices`;
    button.hidden = count <= atFirst;
    list.classList.toggle("in-part", count > atFirst);
  };
  begin();
  return {
    begin,
    reveal(card) {
      if ([...list.children].indexOf(card) >= atFirst) whole();
    },
  };
}
