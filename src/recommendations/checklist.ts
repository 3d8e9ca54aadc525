import { element } from "../components/element.js";
import type { Options } from "../components/figure.js";
import { keptNotice } from "../kept/notice.js";
import type { Practice } from "../model/practices.js";
import type { AskingCity, CityGap } from "../model/city-contexts.js";
import { cityGaps } from "../model/recommendations.js";
import { ownCityId, type OwnCity } from "../model/own-city.js";
import { arrange } from "./arrange.js";
import { controls, type Controls } from "./controls.js";
import { groupSections } from "./groups.js";
import { gapSentences } from "./gap-sentences.js";
import { IdeaShelf } from "./idea-shelf.js";
import { recommendationItem, type Item } from "./item.js";
import type { PlaceMarks } from "./marks-file.js";
import type { MarksStore } from "./marks-store.js";
import { countStates, isSame, withMark, withoutImport, type Mark, type Marks } from "./marks.js";
import { moreAdvice } from "./more-advice.js";
import type { PageData } from "./page-data.js";
import { anotherPlace, cityNamed, placeOf, tidyPlaceName, type Place } from "./place.js";
import { summaryTable, summaryTitle } from "./summary.js";
import { tools, type Taken, type ToolTarget } from "./tools.js";

/** What makes the page live; a page drawn without scripts has none of it. */
export interface Live {
  store: MarksStore;
  /** The cities that can be chosen, the reader's own among them; default those of the evidence. */
  cities?: () => readonly AskingCity[];
  /** The register of practices, fetched when first asked for. */
  register: () => Promise<Practice[]>;
  /** Called with the choices, to keep them in the address. */
  onOptions: (options: Options) => void;
}

/** The checklist: what is chosen, the marks of the place, and the parts of the page that show them. */
export class Checklist implements ToolTarget {
  place: Place | null = null;
  marks: Marks = new Map();
  /** The parts of the page, in its order. */
  readonly parts: HTMLElement[];
  private gaps: readonly CityGap[] | null = null;
  private readonly items: Map<string, Item>;
  private readonly ideas: IdeaShelf;
  private readonly controls: Controls;
  private readonly tools: ReturnType<typeof tools>;
  private readonly kept: ReturnType<typeof keptNotice>;
  private readonly gapRoom: HTMLElement;
  private readonly summaryRoom: HTMLElement;
  private readonly groupRoom: HTMLElement;

  /**
   * @param pinned id of a recommendation that the address leads to: it is shown whatever is chosen
   * @param live null draws the page as it stands without scripts
   */
  constructor(
    private readonly document: Document,
    private readonly data: PageData,
    private readonly link: (path: string) => string,
    private options: Options,
    private readonly pinned: string | null,
    private readonly live: Live | null,
  ) {
    const mark = live && ((id: string, change: Partial<Mark>) => this.mark(id, change));
    this.items = new Map(
      data.recommendations
        .filter(({ listed }) => listed)
        .map((given) => [given.id, recommendationItem(document, given, data.sources, link, mark)]),
    );
    this.ideas = new IdeaShelf(document, this.items, data.cities, link, live?.register ?? null);
    this.controls = controls(document, data, options, live && ((change) => this.choose(change)));
    this.tools = tools(document, data, this);
    const part = (name: string, attributes = {}) => element(document, "div", { class: name, ...attributes });
    this.kept = keptNotice(document, () => this.refresh());
    this.gapRoom = part("city-gaps");
    this.summaryRoom = part("summary-place");
    this.groupRoom = part("groups");
    const head = element(
      document,
      "div",
      { class: "checklist-head" },
      this.controls.place,
      this.kept.root,
      this.gapRoom,
      this.summaryRoom,
    );
    this.parts = [
      head,
      this.tools.root,
      this.controls.view,
      this.groupRoom,
      moreAdvice(document, data, link),
    ];
    // What waits for its script keeps its room, and takes no choice that would be lost.
    for (const waiting of [this.controls.place, this.tools.root, this.controls.view])
      waiting.toggleAttribute("inert", live === null);
    this.openPlace();
  }

  /**
   * Reads the marks of the place again, for another tab may have changed them.
   * @param key what it changed; null: everything was emptied
   */
  refresh(key: string | null = ""): void {
    if (!this.place || !this.live) return;
    this.marks = this.live.store.follow(key, this.place);
    this.show();
  }

  /** Shows other choices, which the address tells already. */
  open(options: Options): void {
    this.options = { ...options };
    this.openPlace();
  }

  /** Opens the list of another city; null: of none. */
  openCity(id: string | null): void {
    this.choose({ city: id ?? "", place: "" });
  }

  /** Offers the city of the reader's own, whose numbers may be others than before; null where she has none. */
  offer(own: OwnCity | null): void {
    this.controls.offer(own);
    if (this.options["city"] !== ownCityId) return;
    if (own) this.openPlace();
    else this.openCity(null);
  }

  clear(): () => void {
    const { place, marks } = this;
    this.replace(new Map());
    // What was marked since is newer than what was cleared.
    return () => this.putBack(place, (now) => new Map([...marks, ...now]));
  }

  replace(marks: Marks): void {
    if (!this.place || !this.live) return;
    this.live.store.write(this.place, marks);
    this.marks = marks;
    this.arrange();
  }

  take({ city, name, marks }: PlaceMarks): Taken | null {
    const chosen = { city: city ?? anotherPlace, place: city ? "" : name };
    const place = placeOf(chosen.city, chosen.place, this.cities);
    if (!place || !this.live) return null;
    const before = this.live.store.now(place);
    const all = new Map([...before, ...marks]);
    if (!this.live.store.fits(place, all)) return null;
    this.choose(chosen);
    this.replace(all);
    const ids = [...marks.keys()];
    return {
      replaced: ids.filter((id) => before.has(id) && !isSame(before.get(id)!, marks.get(id))).length,
      unknown: ids.filter((id) => !this.items.has(id)).length,
      undo: () => this.putBack(this.place, (now) => withoutImport(now, marks, before)),
    };
  }

  /** Changes the marks of a place that the reader may have left by now. */
  private putBack(place: Place | null, change: (now: Marks) => Marks): void {
    if (!place || !this.live) return;
    this.live.store.write(place, change(this.live.store.now(place)));
    this.refresh();
    this.arrange();
  }

  private get cities(): readonly AskingCity[] {
    return this.live?.cities?.() ?? this.data.cities;
  }

  private choose(change: Options): void {
    this.options = { ...this.options, ...change };
    const place = tidyPlaceName(this.options["place"] ?? "");
    // A city that was typed and is known is that city, with all that is known of it.
    const known = this.options["city"] === anotherPlace && cityNamed(place, this.cities);
    if (known) this.options["city"] = known.id;
    this.options["place"] = this.options["city"] === anotherPlace ? place : "";
    this.live?.onOptions(this.options);
    if ("city" in change || "place" in change) this.openPlace();
    else this.arrange();
  }

  private openPlace(): void {
    this.place = placeOf(this.options["city"] ?? "", this.options["place"] ?? "", this.cities);
    this.gaps = this.place && cityGaps(this.place.context, this.data.cities);
    this.marks = (this.place && this.live?.store.read(this.place)) ?? new Map();
    this.controls.set(this.options, this.gaps !== null);
    this.gapRoom.replaceChildren(
      ...gapSentences(this.document, this.place, this.gaps, {
        recommendations: this.data.recommendations,
        isAnother: this.options["city"] === anotherPlace,
        link: this.link,
      }),
    );
    this.ideas.clear();
    this.arrange();
  }

  private mark(id: string, change: Partial<Mark>): void {
    if (!this.place || !this.live) return;
    // Another tab may have marked something else since.
    this.replaceQuietly(withMark(this.live.store.now(this.place), id, change));
  }

  /** Without arranging anew: what was just marked stays where it is, and so does the focus. */
  private replaceQuietly(marks: Marks): void {
    this.live?.store.write(this.place!, marks);
    this.marks = marks;
    this.show();
  }

  private arrange(): void {
    const { recommendations } = this.data;
    const groups = arrange(recommendations, this.marks, this.options, this.gaps, this.pinned);
    this.groupRoom.replaceChildren(
      ...groupSections(this.document, groups, ({ id }) => this.items.get(id)!.root, this.data),
    );
    this.show();
  }

  private show(): void {
    const { document, place, marks, live } = this;
    for (const [id, item] of this.items) {
      item.show(place, marks.get(id) ?? { state: null, note: "" }, this.gaps);
    }
    this.ideas.show(place, marks);
    const rows = countStates(
      this.data.recommendations.filter(({ listed }) => listed),
      marks,
    );
    const name = place?.name ?? null;
    this.summaryRoom.replaceChildren(
      element(document, "h2", {}, summaryTitle(rows, name)),
      summaryTable(document, rows),
    );
    this.kept.show(live && place ? live.store.of(place) : null, {
      the: `the marks of ${name ?? ""}`,
      lasts: "marks last",
      takeAway: "Export them to keep them",
    });
    this.tools.update();
  }
}
