import { figureFileStem } from "../components/figure-file-name.js";
import { figureMenu } from "../components/figure-menu.js";
import { LiveFigure } from "../components/live-figure.js";
import { wordsFor } from "../components/reader-error.js";
import type { ShownFigure } from "../components/shown-figure.js";
import { canFollowWidth } from "../components/watch-place.js";
import { AwaitedWords } from "./awaited-words.js";
import type { LastRanges } from "./last-ranges.js";
import type { ScenarioPicture } from "./picture.js";
import { pointerTip } from "./pointer-tip.js";
import type { ScenarioView } from "./scenario-view.js";
import { scenarioFigure, shownScenario, type ScenarioContext } from "./scenario-figure.js";

/** A figure of the page that follows a scenario. */
export class LiveScenarioFigure<View = ScenarioView> {
  private readonly live: LiveFigure;
  private readonly kept = new Map<string, number>();
  private readonly ranges: LastRanges = {};
  private readonly awaited = new AwaitedWords();

  /**
   * @param inPage a frame of the same picture that the page's HTML brought: it speaks of another moment until it is
   * shown this one. Left out, one is made, and its picture is drawn when it comes into the page and its width is known
   */
  constructor(
    readonly picture: ScenarioPicture<View>,
    private view: View,
    private readonly context: ScenarioContext,
    inPage?: HTMLElement,
  ) {
    const frame = inPage ?? scenarioFigure(picture, view, context, { drawn: !canFollowWidth() });
    this.live = new LiveFigure(frame, context, () => this.update(this.view));
    if (!inPage) this.live.speaksOf(this.shown());
    figureMenu(frame, context, {
      file: () => figureFileStem(picture.id, {}, context.version),
      shown: () => Promise.resolve(shownScenario(picture, this.view, context)),
      told: () => this.live.shown,
      link: context.scenarioLink ?? (() => `${location.href.split("#")[0]}#${picture.id}`),
    });
    const holder = this.live.part("picture");
    if (holder) pointerTip(context.document, holder);
  }

  get frame(): HTMLElement {
    return this.live.frame;
  }

  /** Shows another moment. Nothing is thrown: what cannot be shown is said in the figure, and the picture stays. */
  update(view: View): void {
    this.view = view;
    try {
      this.live.show(this.shown());
      const holder = this.live.part("picture");
      if (holder && this.ranges.shown) holder.dataset.ranges = "last";
      else delete holder?.dataset.ranges;
      const { CustomEvent } = this.context.document.defaultView!;
      this.frame.dispatchEvent(new CustomEvent("arrivals-drawn"));
    } catch (error) {
      const why = wordsFor(error, "This picture could not be drawn, because of a fault in the page");
      this.live.complain(`${why}: it stays as it was.`);
    }
  }

  private shown(): ShownFigure {
    const { picture, view, context, kept, ranges } = this;
    const shown = shownScenario(picture, view, context, { kept, ranges });
    return { ...shown, awaited: this.awaited.of(view, shown.words ?? []) };
  }
}
