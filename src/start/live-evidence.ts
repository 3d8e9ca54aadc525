import { capital } from "../components/format.js";
import { writeAddress } from "../components/address.js";
import { givenOptions, shownEvidence } from "../components/evidence-figure.js";
import { figureFileStem } from "../components/figure-file-name.js";
import type { Figure, Options, Row, Step } from "../components/figure.js";
import { figureMenu } from "../components/figure-menu.js";
import { figureRows } from "../components/figure-rows.js";
import type { FrameContext } from "../components/frame-context.js";
import { landShape } from "../components/land-shape.js";
import { isOffline } from "../components/offline.js";
import { LiveFigure } from "../components/live-figure.js";
import { wordsFor } from "../components/reader-error.js";
import type { OwnCity } from "../model/own-city.js";
import { whenNear } from "../components/watch-place.js";

/** A query's figure of the page, which follows the reader's choices. */
export class LiveEvidence {
  private readonly live: LiveFigure;
  /** Options that the page gives: the reader does not change them. */
  private readonly given: Options;
  /** What the reader chooses, at first view: the figure's own, or the page's. */
  readonly first: Options;
  private options: Options;
  /** Choices that the page's HTML speaks of, until it speaks of others. */
  private atFirst: Options | null;
  private sent: Row[] | undefined;
  private near = false;
  /** True while it waits for the browser to be online again. */
  private waits = false;
  private ownCity: OwnCity | null = null;
  private steps: Step[] | undefined;

  constructor(
    frame: HTMLElement,
    readonly figure: Figure,
    private readonly context: FrameContext,
  ) {
    this.given = JSON.parse(frame.dataset.options ?? "{}") as Options;
    this.first = { ...figure.options, ...(JSON.parse(frame.dataset.first ?? "{}") as Options) };
    this.options = this.own({});
    this.atFirst = this.options;
    this.live = new LiveFigure(frame, context, () => this.near && void this.draw());
  }

  get frame(): HTMLElement {
    return this.live.frame;
  }

  /** Adds the menu; the picture becomes live when it comes near the view, or at once where the choice differs. */
  start(options: Options, ownCity: OwnCity | null = null): void {
    this.ownCity = ownCity;
    const { figure } = this;
    figureMenu(this.frame, this.context, {
      file: () => figureFileStem(figure.id, this.options, this.context.version, figure.choices),
      shown: async () => shownEvidence(figure, await this.rows(), this.options, { ownCity: this.ownCity }),
      told: () => this.live.shown,
      link: () => this.link(),
      query: () => figure.sql(this.options),
    });
    const differs = Object.keys(this.first).some((name) => options[name] !== this.options[name]);
    this.options = this.own(options);
    if (differs) this.come();
    else whenNear(this.frame, () => this.come());
  }

  private come(): void {
    this.near = true;
    void this.draw();
  }

  /** Shows the figure for other choices, or other numbers of the reader's own; choices of other figures change nothing. */
  show(options: Options, ownCity: OwnCity | null = this.ownCity): void {
    const own = this.own(options);
    const asked = Object.entries(own).some(([name, value]) => this.options[name] !== value);
    if (!asked && ownCity === this.ownCity) return;
    this.options = own;
    this.ownCity = ownCity;
    this.come();
  }

  /** Sends the parts of the picture drawn last to the list that steps through them, which may come later than it. */
  tellSteps(): void {
    if (this.steps) this.frame.dispatchEvent(new CustomEvent("arrivals-steps", { detail: this.steps }));
  }

  private own(options: Options): Options {
    const chosen = Object.entries(this.first).map(([name, first]) => [name, options[name] ?? first]);
    return { ...(Object.fromEntries(chosen) as Options), ...this.given };
  }

  /** Address that opens what is shown. */
  private link(): string {
    const { figure, options } = this;
    const firstView = { ...this.first, ...givenOptions(figure, options) };
    // What a page shares it may open with another value where the link is followed: the reader's city.
    for (const { name, shared } of figure.choices ?? []) if (shared) delete firstView[name];
    const query = writeAddress(location.search, options, firstView);
    return `${location.origin}${location.pathname}${query}#${figure.id}`;
  }

  /** The rows drawn for a choice, by default the one of the moment. */
  private async rows(options?: Options): Promise<Row[]> {
    this.sent ??= await figureRows(this.figure, this.context.version);
    return this.figure.select?.(this.sent, options ?? this.options) ?? this.sent;
  }

  private drawOnceOnline(): void {
    if (this.waits) return;
    this.waits = true;
    const again = () => {
      this.waits = false;
      void this.draw();
    };
    addEventListener("online", again, { once: true });
  }

  /** Nothing is thrown: what goes wrong is said in the figure. */
  private async draw(): Promise<void> {
    const { figure, atFirst } = this;
    try {
      if (atFirst) this.live.speaksOf(shownEvidence(figure, await this.rows(atFirst), atFirst));
      this.atFirst = null;
      const [rows, land] = [await this.rows(), figure.backdrop && (await landShape())];
      this.live.show(shownEvidence(figure, rows, this.options, { land, ownCity: this.ownCity }));
      this.steps = figure.steps?.(rows, this.options);
      this.tellSteps();
      this.frame.dispatchEvent(new CustomEvent("arrivals-drawn", { detail: rows, bubbles: true }));
    } catch (error) {
      const why = wordsFor(error, "the figure could not be drawn, because of a fault in the page");
      this.live.complain(
        `${capital(why)}. The picture and the words stay as they are; reload the page to try again.`,
      );
      if (isOffline()) this.drawOnceOnline();
    }
  }
}
