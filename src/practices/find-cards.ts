import type { Register } from "./finder-data.js";

/** The register with the cards that stand in the page's HTML. */
export interface PageRegister extends Register {
  /** Cards by the practice's id. */
  cards: ReadonlyMap<string, HTMLElement>;
}

/** Finds the card of each practice; a practice without one is left out. */
export function findCards(list: HTMLElement, { practices, cities, topics }: Register): PageRegister {
  const cards = new Map([...list.children].map((card) => [card.id, card as HTMLElement]));
  return { practices: practices.filter(({ id }) => cards.has(id)), cities, topics, cards };
}
