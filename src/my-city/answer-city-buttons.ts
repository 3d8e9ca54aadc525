import { choosesCity, opensCityForm } from "../components/city-buttons.js";

/** Shows in the offers of `makeMyCityOffer` which city is the reader's. */
export function showMyCityOffers(document: Document, chosen: string | null): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(`[${choosesCity}]`)) {
    const said = button.nextElementSibling as HTMLElement;
    const isMine = button.getAttribute(choosesCity) === chosen;
    const pressed = document.activeElement === button;
    button.hidden = isMine;
    said.textContent = isMine ? `${said.dataset.name} is my city` : "";
    // The button goes away: the keyboard goes on where it stood.
    if (isMine && pressed) said.focus();
  }
}

/** Answers the buttons of `city-buttons.ts`, those that come later too. */
export function answerCityButtons(
  document: Document,
  { another, choose }: { another: () => void; choose: (id: string) => void },
): void {
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest(`[${opensCityForm}],[${choosesCity}]`);
    if (!button) return;
    const id = button.getAttribute(choosesCity);
    if (id === null) another();
    else choose(id);
  });
}
