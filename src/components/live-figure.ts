import type { Figure, Options, Row } from "../figures/figure.js";
import { caption, drawFigure, sqlPanel, tablePanel, wordList, type FrameContext } from "./figure-frame.js";
import { figureMenu } from "./figure-menu.js";
import { figureRows } from "./figure-rows.js";
import { landShape } from "./land-shape.js";

/** A figure of the page whose picture is drawn again for the reader's choices and the room there is. */
export class LiveFigure {
  private options: Options;
  private sent: Row[] | undefined;
  private near = false;

  constructor(
    readonly frame: HTMLElement,
    readonly figure: Figure,
    private readonly context: FrameContext,
  ) {
    this.options = { ...figure.options };
  }

  /** Adds the menu; the picture is taken over when it comes near the view, or at once where the choice differs. */
  start(options: Options): void {
    const menu = this.frame.querySelector<HTMLElement>(":scope > .menu");
    if (menu)
      figureMenu(menu, this.figure, this.context, {
        rows: () => this.rows(),
        options: () => this.options,
        frame: this.frame,
      });
    const differs = Object.keys(this.figure.options ?? {}).some(
      (name) => options[name] !== this.options[name],
    );
    this.options = this.own(options);
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        this.near = true;
        void this.draw();
      },
      { rootMargin: "300px" },
    );
    if (differs) {
      this.near = true;
      void this.draw();
    } else watcher.observe(this.frame);
    this.followWidth();
  }

  /** Shows the figure for other choices; choices of other figures change nothing. */
  show(options: Options): void {
    const own = this.own(options);
    if (Object.entries(own).every(([name, value]) => this.options[name] === value)) return;
    this.options = own;
    this.near = true;
    void this.draw();
  }

  /** The rows drawn now. */
  async rows(): Promise<Row[]> {
    this.sent ??= await figureRows(this.figure.id, this.context.version);
    return this.figure.select?.(this.sent, this.options) ?? this.sent;
  }

  private own(options: Options): Options {
    return Object.fromEntries(
      Object.keys(this.figure.options ?? {}).map((name) => [
        name,
        options[name] ?? this.figure.options![name]!,
      ]),
    );
  }

  private async draw(): Promise<void> {
    let rows: Row[];
    try {
      rows = await this.rows();
    } catch (error) {
      // The picture of the page's HTML stays; only choices are lost.
      const place =
        this.frame.querySelector(":scope > .choices") ?? this.frame.querySelector(":scope > .menu");
      place?.replaceChildren(String(error instanceof Error ? error.message : error));
      return;
    }
    const { figure, context, frame, options } = this;
    const picture = frame.querySelector<HTMLElement>(":scope > .picture");
    if (picture && figure.draw) {
      const width = Math.min(760, Math.max(300, Math.round(picture.clientWidth)));
      const land = figure.backdrop ? await landShape() : undefined;
      picture.replaceChildren(drawFigure(figure, rows, { ...context, width, land }, options));
    }
    const heading = frame.querySelector(":scope > h2");
    const title = heading?.querySelector("a") ?? heading;
    if (title) title.textContent = figure.title(rows, options);
    frame.querySelector(":scope > .words")?.replaceWith(wordList(figure, rows, context.document, options));
    frame.querySelector(":scope > figcaption")?.replaceWith(caption(figure, rows, context));
    frame.querySelector(".figure-table > .panel")?.replaceWith(tablePanel(figure, rows, context));
    frame.querySelector(".figure-sql > .panel")?.replaceWith(sqlPanel(figure, context.document, options));
    frame.dispatchEvent(new CustomEvent("arrivals-drawn", { detail: rows, bubbles: true }));
    frame.dataset.live = "true";
  }

  private followWidth(): void {
    const picture = this.frame.querySelector(":scope > .picture");
    if (!picture) return;
    let width = Math.round(picture.clientWidth);
    new ResizeObserver(() => {
      const now = Math.round(picture.clientWidth);
      if (now === width || now === 0) return;
      width = now;
      if (this.near) void this.draw();
    }).observe(picture);
  }
}
