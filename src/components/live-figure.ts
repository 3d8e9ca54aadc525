import { capital } from "./format.js";
import type { Canvas, Figure, Options, Row, Step } from "./figure.js";
import { figureCaption } from "./figure-caption.js";
import { drawFigure, sqlPanel, tablePanel, wordList } from "./figure-frame.js";
import type { FrameContext } from "./frame-context.js";
import { element } from "./element.js";
import { figureMenu } from "./figure-menu.js";
import { figureRows } from "./figure-rows.js";
import { landShape } from "./land-shape.js";
import { wordsFor } from "./reader-error.js";
import { followWidth, whenNear } from "./watch-place.js";

/** A figure of the page whose picture is drawn again for the reader's choices and the room there is. */
export class LiveFigure {
  private options: Options;
  private sent: Row[] | undefined;
  private near = false;
  private steps: Step[] | undefined;
  /** Choices that the words, the table and the query in the page speak of: at first those of its HTML. */
  private told: Options;
  /** Options that the page gives: the reader does not change them. */
  private readonly given: Options;
  /** Panels that are made again when they are opened, by their class. */
  private readonly stale = new Map<string, () => HTMLElement>();

  constructor(
    readonly frame: HTMLElement,
    readonly figure: Figure,
    private readonly context: FrameContext,
  ) {
    this.given = JSON.parse(frame.dataset.options ?? "{}") as Options;
    this.options = { ...figure.options, ...this.given };
    this.told = this.options;
  }

  /** Adds the menu; the picture is taken over when it comes near the view, or at once where the choice differs. */
  start(options: Options): void {
    const menu = this.part("menu");
    if (menu)
      figureMenu(menu, this.figure, this.context, {
        rows: () => this.rows(),
        options: () => this.options,
        frame: this.frame,
      });
    for (const name of ["figure-table", "figure-sql"]) {
      const details = this.frame.querySelector(`.${name}`);
      // A click opens it after this; what opens it without one (a search in the page) says so afterwards.
      for (const type of ["click", "toggle"]) details?.addEventListener(type, () => this.freshen(name));
    }
    const differs = Object.keys(this.figure.options ?? {}).some(
      (name) => options[name] !== this.options[name],
    );
    this.options = this.own(options);
    if (differs) this.come();
    else whenNear(this.frame, () => this.come());
    const picture = this.part("picture");
    if (picture) followWidth(picture, () => this.near && void this.draw());
  }

  private come(): void {
    this.near = true;
    void this.draw();
  }

  /** Shows the figure for other choices; choices of other figures change nothing. */
  show(options: Options): void {
    const own = this.own(options);
    if (same(own, this.options)) return;
    this.options = own;
    this.come();
  }

  /** The rows drawn now. */
  async rows(): Promise<Row[]> {
    this.sent ??= await figureRows(this.figure, this.context.version);
    return this.figure.select?.(this.sent, this.options) ?? this.sent;
  }

  private own(options: Options): Options {
    const chosen = Object.entries(this.figure.options ?? {}).map(([name, first]) => [
      name,
      options[name] ?? first,
    ]);
    return { ...(Object.fromEntries(chosen) as Options), ...this.given };
  }

  private part(name: string): HTMLElement | null {
    return this.frame.querySelector<HTMLElement>(`:scope > .${name}`);
  }

  /** Nothing is thrown: what goes wrong is said in the figure. */
  private async draw(): Promise<void> {
    try {
      const rows = await this.rows();
      this.drawRows(rows, this.figure.backdrop && (await landShape()));
      this.complain("");
    } catch (error) {
      const why = wordsFor(error, "the figure could not be drawn, because of a fault in the page");
      this.complain(
        `${capital(why)}. The picture and the words stay as they are; reload the page to try again.`,
      );
    }
  }

  /** Sends the parts of the picture drawn last to the list that steps through them, which may come later than it. */
  tellSteps(): void {
    if (this.steps) this.frame.dispatchEvent(new CustomEvent("arrivals-steps", { detail: this.steps }));
  }

  private drawRows(rows: Row[], land: Canvas["land"]): void {
    const { figure, context, frame, options } = this;
    const picture = this.part("picture");
    if (picture && figure.draw) {
      const width = Math.min(figure.width ?? 760, Math.max(300, Math.round(picture.clientWidth)));
      picture.replaceChildren(drawFigure(figure, rows, { ...context, width, land }, options));
    }
    // Another width changes the picture alone.
    if (!same(options, this.told)) this.tell(rows, options);
    this.steps = figure.steps?.(rows, options);
    this.tellSteps();
    frame.dispatchEvent(new CustomEvent("arrivals-drawn", { detail: rows, bubbles: true }));
    frame.dataset.live = "true";
  }

  /** Title, sentences and caption for a choice, and the table and the query where they are open. */
  private tell(rows: Row[], options: Options): void {
    const { figure, context, frame } = this;
    const title = figure.title(rows, options);
    const heading = frame.querySelector(":scope > h2");
    const place = heading?.querySelector("a") ?? heading;
    if (place) place.textContent = title;
    this.part("menu")?.setAttribute("aria-label", `Table, query and downloads: ${title}`);
    this.part("words")?.replaceWith(wordList(figure, rows, context.document, options));
    const caption = frame.querySelector(":scope > figcaption");
    const made = figureCaption(figure, rows, context);
    const stories = made.querySelector<HTMLDetailsElement>("details");
    if (stories && caption?.querySelector("details")?.open) stories.open = true;
    caption?.replaceWith(made);
    // Tables cost the most of a redraw; a closed one waits, empty rather than wrong.
    this.stale.set("figure-table", () => tablePanel(figure, rows, context, options));
    this.stale.set("figure-sql", () => sqlPanel(figure, context.document, options));
    for (const name of this.stale.keys()) {
      const details = frame.querySelector<HTMLDetailsElement>(`.${name}`);
      if (details?.open) this.freshen(name);
      else details?.querySelector(":scope > .panel")?.replaceChildren();
    }
    this.told = options;
  }

  /** Makes a panel again if it speaks of an earlier choice. */
  private freshen(name: string): void {
    const make = this.stale.get(name);
    if (!make) return;
    this.stale.delete(name);
    this.frame.querySelector(`.${name} > .panel`)?.replaceWith(make());
  }

  /** Says what went wrong; the figure as it stands in the page stays, and the next choice tries again. */
  private complain(words: string): void {
    const place = this.part("trouble");
    if (place) place.textContent = words;
    else if (words) {
      const line = element(this.context.document, "p", { class: "trouble", role: "status" }, words);
      this.frame.insertBefore(line, this.part("picture") ?? this.part("menu"));
    }
  }
}

function same(a: Options, b: Options): boolean {
  return Object.entries(a).every(([name, value]) => b[name] === value);
}
