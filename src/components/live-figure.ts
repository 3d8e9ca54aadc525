import { element } from "./element.js";
import { captionKey, figureCaption } from "./figure-caption.js";
import {
  drawFigure,
  drawnWidths,
  menuLabel,
  sqlPanel,
  tableLabel,
  tablePanel,
  wordList,
} from "./figure-frame.js";
import type { FrameContext } from "./frame-context.js";
import { isHigherThanSheet, markHigherThanSheet } from "./higher-than-sheet.js";
import { refreshTable } from "./refresh-table.js";
import { sameRows } from "./same-rows.js";
import type { ShownFigure } from "./shown-figure.js";
import { canFollowWidth, followWidth } from "./watch-place.js";
import { setText } from "./set-text.js";

const panels = ["figure-table", "figure-sql"] as const;
type Panel = (typeof panels)[number];

/**
 * The frame of a figure in the page, made to show other moments: the picture for the room there is, words, caption,
 * table and query where they changed. What brings the moments (a choice, a lever) is not its business.
 */
export class LiveFigure {
  /** The picture drawn last; its drawing is null where it was not finished. */
  private drawn: { shown: ShownFigure; width: number } | null = null;
  private drawing: Element | null = null;
  /** What the words in the page speak of. */
  private told: { shown: ShownFigure; caption: string } | null = null;
  /** Panels that speak of an earlier moment. */
  private readonly stale = new Set<Panel>();
  /** Rows in the table, where they were written here. */
  private tabled: ShownFigure | null = null;
  /** Of the picture, as the observer told it: to ask the page in the midst of a redraw would lay it out each time. */
  private width = 0;

  /** @param redraw shows the moment again, as the picture has got another width */
  constructor(
    readonly frame: HTMLElement,
    private readonly context: FrameContext,
    redraw: () => void,
  ) {
    for (const name of panels) {
      const details = frame.querySelector(`.${name}`);
      // A click opens it after this; what opens it without one (a search in the page) says so afterwards.
      for (const type of ["click", "toggle"]) details?.addEventListener(type, () => this.freshen(name));
    }
    const picture = this.part("picture");
    if (!picture) return;
    if (!canFollowWidth()) this.width = Math.round(picture.clientWidth) || drawnWidths.wide;
    followWidth(picture, (width) => {
      this.width = width;
      redraw();
    });
  }

  /** What the frame tells of now; undefined until it is known. */
  get shown(): ShownFigure | undefined {
    return this.told?.shown;
  }

  /** Says of what moment the frame speaks already, as it was made by `figureFrame`. */
  speaksOf(shown: ShownFigure): void {
    this.told = { shown, caption: captionKey(shown) };
  }

  /**
   * Shows a moment; another width changes the picture alone.
   * @throws what the drawing throws; the picture stays
   */
  show(shown: ShownFigure): void {
    this.draw(shown);
    this.tell(shown);
    if (isHigherThanSheet(this.frame)) this.freshen("figure-table");
    this.complain("");
    this.frame.dataset.live = "true";
  }

  /** Says what went wrong, over the figure as it stands; the empty text is that all is well. */
  complain(words: string): void {
    const place = this.part("trouble");
    if (place) {
      setText(place, words);
    } else if (words) {
      const line = element(this.context.document, "p", { class: "trouble", role: "status" }, words);
      this.frame.insertBefore(line, this.part("picture") ?? this.part("menu"));
    }
  }

  /** A part of the frame by its class. */
  part(name: string): HTMLElement | null {
    return this.frame.querySelector<HTMLElement>(`:scope > .${name}`);
  }

  private draw(shown: ShownFigure): void {
    const { context, drawn } = this;
    const holder = this.part("picture");
    // Out of the page there is no width: the picture is drawn when it comes in.
    if (!holder || !shown.draw || !this.width) return;
    const width = Math.min(shown.width ?? shown.widest ?? drawnWidths.wide, Math.max(300, this.width));
    if (drawn?.width === width && looksAlike(drawn.shown, shown)) return;
    const before = holder.querySelector(":scope > svg");
    // Gone over in place, a picture costs a third of one that is made and put into the page.
    const earlier = before && before === this.drawing ? before : undefined;
    this.drawing = null;
    const drawing = drawFigure(shown, { ...context, width, live: true, earlier });
    putInPlace(drawing, before, holder);
    markHigherThanSheet(this.frame, drawing);
    this.drawing = drawing;
    this.drawn = { shown, width };
  }

  /** Title, words and caption where they changed; table and query where they are open. */
  private tell(shown: ShownFigure): void {
    const before = this.told?.shown;
    const caption = captionKey(shown);
    const otherEvidence = caption !== this.told?.caption;
    this.told = { shown, caption };
    if (shown.title !== before?.title) this.tellTitle(shown);
    if (!before || !sameWords(shown, before))
      this.part("words")?.replaceWith(wordList(shown, this.context.document));
    if (otherEvidence) this.tellCaption(shown);
    if (!before || otherEvidence || !sameRows(shown.rows, before.rows)) this.stale.add("figure-table");
    if (queryKey(shown) !== queryKey(before)) this.stale.add("figure-sql");
    for (const name of this.stale) this.freshenOpen(name, shown);
  }

  /** The stories of second readings stay open. */
  private tellCaption(shown: ShownFigure): void {
    const before = this.frame.querySelector(":scope > figcaption");
    const made = figureCaption(shown, this.context);
    const stories = made.querySelector<HTMLDetailsElement>("details");
    if (stories && before?.querySelector("details")?.open) stories.open = true;
    before?.replaceWith(made);
  }

  private tellTitle(shown: ShownFigure): void {
    const heading = this.frame.querySelector(":scope > :is(h2, h3)");
    const place = heading?.querySelector("a") ?? heading;
    if (place) place.textContent = shown.title;
    this.part("menu")?.setAttribute("aria-label", menuLabel(shown));
    this.frame.querySelector(".figure-table > .panel")?.setAttribute("aria-label", tableLabel(shown));
  }

  /** Tables cost the most of a redraw; a closed one waits, empty rather than wrong. Paper shows some. */
  private freshenOpen(name: Panel, shown: ShownFigure): void {
    const details = this.frame.querySelector<HTMLDetailsElement>(`.${name}`);
    const isPrinted = name === "figure-table" && (!shown.draw || isHigherThanSheet(this.frame));
    if (details?.open || isPrinted) this.freshen(name);
    else details?.querySelector(":scope > .panel")?.replaceChildren();
  }

  /** Makes a panel again if it speaks of an earlier moment. */
  private freshen(name: Panel): void {
    if (!this.told || !this.stale.delete(name)) return;
    const panel = this.frame.querySelector(`.${name} > .panel`);
    if (!panel) return;
    const { shown } = this.told;
    if (name === "figure-sql") panel.replaceWith(sqlPanel(shown, this.context.document));
    else this.freshenTable(panel, shown);
  }

  private freshenTable(panel: Element, shown: ShownFigure): void {
    const { tabled } = this;
    this.tabled = shown;
    const table = panel.querySelector("table");
    if (!table || !refreshTable(table, shown, tabled)) panel.replaceWith(tablePanel(shown, this.context));
  }
}

/** The same text for the same query with the same rows added. */
const queryKey = (shown: ShownFigure | undefined) => `${shown?.own?.label ?? ""} ${shown?.sql ?? ""}`;

/** True where a picture of one moment is the picture of another. */
function looksAlike(a: ShownFigure, b: ShownFigure): boolean {
  return (
    a.description === b.description &&
    sameRows(a.rows, b.rows) &&
    sameRows([a.options ?? {}], [b.options ?? {}])
  );
}

function sameWords(a: ShownFigure, b: ShownFigure): boolean {
  const [one, other] = [a, b].map(({ words = [], awaited = [] }) => JSON.stringify([words, awaited]));
  return one === other;
}

/** Who stands on a part of the picture with the keyboard goes on standing there. */
function putInPlace(drawing: Element, before: Element | null, holder: Element): void {
  const pressed = before
    ? [...before.querySelectorAll("[role=button]")].indexOf(holder.ownerDocument.activeElement!)
    : -1;
  if (!before) holder.replaceChildren(drawing);
  else if (before !== drawing) before.replaceWith(drawing);
  if (pressed >= 0) drawing.querySelectorAll<SVGElement>("[role=button]")[pressed]?.focus();
}
