import type { Practice } from "../model/practices.js";
import { noteWords } from "../components/practice-words.js";
import type { FinderData, Register } from "./finder-data.js";

/** The register as the page holds it: words from the cards, the rest from the fetched file. */
export interface PageRegister extends Register {
  /** Cards by the practice's id. */
  cards: ReadonlyMap<string, HTMLElement>;
}

/**
 * Puts the register together again. A practice without a card (a page that was kept while the data went on) is left
 * out, and so is a card without a practice.
 */
export function readCards(
  list: HTMLElement,
  { practices, cities }: FinderData,
  sourceName: (id: string) => string,
): PageRegister {
  const byId = new Map([...list.children].map((card) => [card.id, card as HTMLElement]));
  const cards = new Map<string, HTMLElement>();
  const whole = practices.flatMap(({ remark, ...codes }): Practice[] => {
    const card = byId.get(codes.id);
    if (!card) return [];
    cards.set(codes.id, card);
    const said = (name: string) => card.querySelector(`.${name}`)?.textContent ?? null;
    const partners = [...card.querySelectorAll(".partner")].map((partner) => partner.textContent);
    return [
      {
        ...codes,
        name: card.querySelector("h3")?.textContent ?? codes.id,
        place: said("place") ?? "",
        leadActor: said("lead"),
        summary: said("summary") ?? "",
        fundedBy: said("funded"),
        evaluation: said("evaluation"),
        locator: said("locator") ?? "",
        note: remark ? noteWords(remark, sourceName) : said("practice-note"),
        partners: codes.partners.map((sector, i) => ({ name: partners[i] ?? "", sector })),
      },
    ];
  });
  return { practices: whole, cities, cards };
}
