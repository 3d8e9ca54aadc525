import type { FrameContext } from "../components/frame-context.js";
import type { AskingCity } from "../model/city-contexts.js";
import { cardTools, type CardTools } from "./card-tools.js";
import type { FinderPractice } from "./finder-data.js";
import type { Found } from "./find.js";
import { markWords, unmark } from "./mark-words.js";
import type { PageRegister } from "./find-cards.js";
import type { Shortlist } from "./shortlist.js";

/** Cards that are marked with the list; those further down are marked after it has been painted. */
const markedAtOnce = 12;

/** The cards of the page: which are there, in which order, and what they say beside their practice. */
export class CardList {
  private readonly tools = new Map<string, CardTools>();
  private readonly marked = new Map<HTMLElement, string>();
  private city: AskingCity | null = null;
  private ranked: Found["ranked"] | null = null;
  private waiting: number | undefined;

  constructor(
    private readonly register: PageRegister,
    private readonly places: { list: HTMLElement; own: HTMLElement },
    shortlist: Shortlist,
    { link, sourceName }: Pick<FrameContext, "link" | "sourceName">,
  ) {
    const titles = new Map(register.topics.map(({ id, title }) => [id, title]));
    for (const practice of register.practices)
      this.tools.set(
        practice.id,
        cardTools(register.cards.get(practice.id)!, practice, {
          link,
          sourceName,
          topicTitle: (id) => titles.get(id),
          toggle: () => shortlist.toggle(practice.id),
        }),
      );
    const tell = () => {
      for (const [id, tools] of this.tools) tools.chosen(shortlist.has(id));
    };
    shortlist.subscribe(tell);
    tell();
  }

  /** Shows what was found. @returns whether the list has other practices now, or another order */
  show({ listed, own, ranked, hits }: Found, city: AskingCity | null): boolean {
    if (city !== this.city || ranked !== this.ranked)
      for (const [id, tools] of this.tools) tools.city(city, ranked.get(id));
    this.city = city;
    this.ranked = ranked;
    const isOther = this.fill(this.places.list, listed);
    this.fill(this.places.own, own);
    const cards = [...own, ...listed].map(({ id }) => ({
      card: this.card(id),
      words: hits?.get(id)?.words ?? [],
    }));
    clearTimeout(this.waiting);
    this.mark(cards.slice(0, markedAtOnce));
    this.waiting = window.setTimeout(() => this.mark(cards.slice(markedAtOnce)), 120);
    return isOther;
  }

  private card(id: string): HTMLElement {
    return this.register.cards.get(id)!;
  }

  /** The same cards in the same order are left alone. @returns whether they are others */
  private fill(list: HTMLElement, practices: readonly FinderPractice[]): boolean {
    const same =
      list.childElementCount === practices.length &&
      practices.every(({ id }, i) => list.children[i]!.id === id);
    if (!same) list.replaceChildren(...practices.map(({ id }) => this.card(id)));
    return !same;
  }

  private mark(cards: readonly { card: HTMLElement; words: readonly string[] }[]): void {
    for (const { card, words } of cards) {
      const key = words.join(" ");
      if ((this.marked.get(card) ?? "") === key) continue;
      unmark(card);
      markWords(card, new Set(words));
      this.marked.set(card, key);
    }
  }
}
