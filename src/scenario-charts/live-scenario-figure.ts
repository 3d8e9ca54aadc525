import { element } from "../components/element.js";
import { drawnWidths } from "../components/figure-frame.js";
import { AwaitedWords } from "./awaited-words.js";
import { figureMenu } from "../components/figure-menu.js";
import { wordsFor } from "../components/reader-error.js";
import type { Row } from "../components/figure.js";
import type { LastRanges } from "./last-ranges.js";
import type { ScenarioPicture } from "./picture.js";
import { pointerTip } from "./pointer-tip.js";
import { refreshTable } from "./refresh-table.js";
import type { ScenarioView } from "./scenario-view.js";
import {
  drawPicture,
  figureOf,
  menuLabel,
  scenarioCaption,
  scenarioFigure,
  tablePanel,
  wordList,
  type ScenarioContext,
} from "./scenario-figure.js";

/** Up to this width a picture is drawn pixel by pixel; in more room it is made larger. */
const widest = 1000;

/** A figure of the page that follows a scenario: the picture at once, words and table where they changed. */
export class LiveScenarioFigure<View = ScenarioView> {
  readonly frame: HTMLElement;
  private drawn: { rows: Row[]; width: number; description: string } | null = null;
  /** The picture this figure drew last; null where the last drawing was not finished. */
  private drawing: Element | null = null;
  private told: { title: string; words: string; awaited: string; versions: string };
  /** Rows that the table shows, where this figure wrote them. */
  private tabled: readonly Row[] = [];
  /** True where the table in the page speaks of another moment. */
  private stale = false;
  /** Cities that the caption speaks of. */
  private captioned = "";
  private readonly kept = new Map<string, number>();
  private readonly ranges: LastRanges = {};
  private readonly awaited = new AwaitedWords();
  /** Of the picture, as the observer told it: to ask the page in the midst of a redraw would lay it out each time. */
  private width = 0;

  /**
   * @param frame made by `scenarioFigure` of the same picture; left out, one is made, and its picture is drawn when it
   * comes into the page and its width is known
   */
  constructor(
    readonly picture: ScenarioPicture<View>,
    private view: View,
    private readonly context: ScenarioContext,
    frame?: HTMLElement,
  ) {
    const drawn = typeof ResizeObserver === "undefined";
    if (drawn) this.width = drawnWidths.wide;
    this.frame = frame ?? scenarioFigure(picture, view, context, { drawn });
    this.told = this.wordsOf(view);
    this.captioned = this.citiesOf(picture.rows(view));
    const menu = this.part("menu");
    const figure = figureOf(picture, () => this.view);
    if (menu)
      figureMenu(menu, { ...figure, caveat: `Unit: ${picture.unit}. ${figure.caveat}` }, context, {
        rows: () => Promise.resolve(picture.rows(this.view)),
        options: () => ({}),
        frame: this.frame,
        link: context.scenarioLink ?? (() => `${location.href.split("#")[0]}#${picture.id}`),
      });
    const details = this.frame.querySelector(".figure-table");
    for (const type of ["click", "toggle"]) details?.addEventListener(type, () => this.freshen());
    const holder = this.part("picture");
    if (!holder) return;
    pointerTip(context.document, holder);
    if (drawn) return;
    new ResizeObserver((entries) => {
      const width = Math.round(entries[entries.length - 1]!.contentRect.width);
      if (width === 0 || width === this.width) return;
      this.width = width;
      this.update(this.view);
    }).observe(holder);
  }

  /** Shows another moment. Nothing is thrown: what cannot be shown is said in the figure, and the picture stays. */
  update(view: View): void {
    this.view = view;
    try {
      const rows = this.picture.rows(view);
      this.draw(rows, view);
      this.tell(rows, view);
      this.complain("");
      this.frame.dataset.live = "true";
    } catch (error) {
      this.complain(
        `${wordsFor(error, "This picture could not be drawn, because of a fault in the page")}: it stays as it was.`,
      );
    }
  }

  private draw(rows: Row[], view: View): void {
    const { picture, context, drawn } = this;
    const { document } = context;
    const holder = this.part("picture");
    if (!holder || !picture.draw) return;
    // Out of the page there is no width: the picture is drawn when it comes in.
    if (!this.width) return;
    const width = Math.min(widest, Math.max(300, this.width));
    const description = picture.description(view);
    if (drawn?.width === width && drawn.description === description && alike(drawn.rows, rows)) return;
    const canvas = { ...context, width, live: true, kept: this.kept, ranges: this.ranges };
    const shown = holder.querySelector(":scope > svg");
    // Gone over in place, a picture costs a third of one that is made and put into the page.
    const earlier = shown && shown === this.drawing ? shown : undefined;
    this.drawing = null;
    const drawing = drawPicture(picture, rows, { ...canvas, earlier }, view, description);
    const pressed = shown
      ? [...shown.querySelectorAll("[role=button]")].indexOf(document.activeElement!)
      : -1;
    if (shown && shown !== drawing) shown.replaceWith(drawing);
    else if (!shown) holder.replaceChildren(drawing);
    // Who stands on a part of the picture with the keyboard goes on standing there.
    if (pressed >= 0) drawing.querySelectorAll<SVGElement>("[role=button]")[pressed]?.focus();
    this.drawing = drawing;
    if (this.ranges.shown) holder.dataset.ranges = "last";
    else delete holder.dataset.ranges;
    this.drawn = { rows, width, description };
  }

  /** Title, words and caption where they changed; the table where it is open. */
  private tell(rows: Row[], view: View): void {
    const { picture, context, frame, told } = this;
    const now = this.wordsOf(view);
    if (now.title !== told.title) {
      const heading = frame.querySelector(":scope > :is(h2, h3)");
      const place = heading?.querySelector("a") ?? heading;
      if (place) place.textContent = now.title;
      this.part("menu")?.setAttribute("aria-label", menuLabel(now.title));
      frame.querySelector(".figure-table > .panel")?.setAttribute("aria-label", `Table: ${now.title}`);
    }
    if (now.words !== told.words || now.awaited !== told.awaited) {
      const list = wordList(context.document, now.words ? now.words.split("\n") : []);
      if (now.awaited) list.append(...this.awaited.places(context.document, now.awaited));
      this.part("words")?.replaceWith(list);
    }
    // Second readings are told of the cities that are shown.
    const cities = this.citiesOf(rows);
    if (now.versions !== told.versions || cities !== this.captioned)
      frame.querySelector(":scope > figcaption")?.replaceWith(scenarioCaption(picture, rows, view, context));
    this.captioned = cities;
    this.told = now;
    this.stale = true;
    if (frame.querySelector<HTMLDetailsElement>(".figure-table")?.open) this.freshen(rows);
  }

  private wordsOf(view: View) {
    const { picture, context } = this;
    const words = picture.words?.(view) ?? [];
    return {
      title: picture.title(view),
      words: words.join("\n"),
      awaited: this.awaited.of(view, words),
      versions: context.versions?.() ?? "",
    };
  }

  /** The cities whose evidence the rows stand on; the same text for the same cities. */
  private citiesOf(rows: readonly Row[]): string {
    return this.picture.cells ? rows.map((row) => row.city_id).join() : "";
  }

  private freshen(given?: Row[]): void {
    if (!this.stale) return;
    this.stale = false;
    const rows = given ?? this.picture.rows(this.view);
    const { picture, frame, context, told } = this;
    const panel = frame.querySelector(".figure-table > .panel");
    const shown = this.tabled;
    this.tabled = rows;
    const same = this.citiesOf(rows) === this.citiesOf(shown);
    if (!panel || (same && refreshTable(panel.querySelector("table"), rows, picture.columns, shown))) return;
    panel.replaceWith(tablePanel(picture, rows, told.title, context));
  }

  private part(name: string): HTMLElement | null {
    return this.frame.querySelector<HTMLElement>(`:scope > .${name}`);
  }

  private complain(words: string): void {
    const place = this.part("trouble");
    if (place) {
      if (place.textContent !== words) place.textContent = words;
    } else if (words) {
      const line = element(this.context.document, "p", { class: "trouble", role: "status" }, words);
      this.frame.insertBefore(line, this.part("picture") ?? this.part("menu"));
    }
  }
}

/** True where two lists of rows hold the same. */
export function alike(a: readonly Row[], b: readonly Row[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, i) => Object.entries(row).every(([name, value]) => Object.is(value, b[i]![name])))
  );
}
