import { wordsFor } from "../components/reader-error.js";
import type { CityContext } from "../model/city-contexts.js";
import { practicesForRecommendation } from "../model/practices-for-recommendation.js";
import type { Practice } from "../model/practices.js";
import { ideaList, ideaWords } from "./ideas.js";
import type { Item } from "./item.js";
import type { Marks } from "./marks.js";
import type { Place } from "./place.js";

/** Practices of other places under each recommendation that a place has not begun with. */
export class IdeaShelf {
  private practices: Practice[] | null = null;
  private place: Place | null = null;
  private marks: Marks = new Map();

  /** @param register the register of practices, fetched when first asked for; null shows none */
  constructor(
    private readonly document: Document,
    private readonly items: ReadonlyMap<string, Item>,
    private readonly cities: readonly CityContext[],
    private readonly link: (path: string) => string,
    private readonly register: (() => Promise<Practice[]>) | null,
  ) {}

  /** Takes all practices away: they were chosen for another place. */
  clear(): void {
    for (const { setIdeas } of this.items.values()) setIdeas(null);
  }

  /** Shows practices where they are wanted, and takes the others away. */
  show(place: Place | null, marks: Marks): void {
    this.place = place;
    this.marks = marks;
    for (const item of this.items.values()) this.showUnder(item);
  }

  private showUnder(item: Item): void {
    const { document, link, place, practices, register } = this;
    const { recommendation } = item;
    const wanted = place !== null && this.marks.get(recommendation.id)?.state === "not-yet";
    if (!wanted) return item.setIdeas(null);
    if (item.hasIdeas || !register) return;
    if (practices) {
      const fitting = practicesForRecommendation(recommendation, practices, place.context, this.cities);
      return item.setIdeas(ideaList(document, recommendation, fitting, place, link));
    }
    item.setIdeas(ideaWords(document, "Looking for practices of other places…", link));
    register().then(
      (found) => this.fill(found),
      (error: unknown) => {
        const why = wordsFor(error, "the page met a fault of its own");
        item.setIdeas(
          ideaWords(document, `Practices cannot be shown: ${why}. Reload the page, or look in the`, link),
        );
      },
    );
  }

  /** Fills all that waited for the register, and those that were told it would not come. */
  private fill(found: Practice[]): void {
    if (this.practices) return;
    this.practices = found;
    this.clear();
    for (const item of this.items.values()) this.showUnder(item);
  }
}
