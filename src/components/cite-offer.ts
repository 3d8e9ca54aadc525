import { citePanel, type Cited, type CitePanel } from "./cite-panel.js";

/** What a figure's citation is of now, and the name of its files, without ending. */
export interface CitedNow {
  cited: Cited;
  stem: string;
}

/**
 * What the button "Cite" does: it opens the citation and copies it, and closes it when it is pressed again, also while
 * it is still being written. An open one follows the figure.
 */
export class CiteOffer {
  private panel: CitePanel | null = null;
  /** The press that is being answered; null while the panel is closed. */
  private asked: symbol | null = null;
  button: HTMLElement | null = null;

  /**
   * @param frame the figure, which says `arrivals-drawn` when it has changed
   * @param say tells what was done
   */
  constructor(
    private readonly menu: HTMLElement,
    frame: HTMLElement,
    private readonly now: () => Promise<CitedNow>,
    private readonly say: (words: string) => void,
  ) {
    frame.addEventListener("arrivals-drawn", () => void this.follow());
  }

  /** @throws what writing it throws; it is closed then */
  async press(): Promise<void> {
    if (this.asked) {
      this.close();
      return;
    }
    const asked = (this.asked = Symbol());
    this.button?.setAttribute("aria-expanded", "true");
    try {
      const { cited, stem } = await this.now();
      if (this.asked !== asked) return;
      this.panel = citePanel(this.menu.ownerDocument, cited, stem, this.say);
      this.menu.append(this.panel.element);
      await this.panel.copy();
    } catch (error) {
      if (this.asked === asked) this.close();
      throw error;
    }
  }

  private close(): void {
    this.asked = null;
    this.panel?.element.remove();
    this.panel = null;
    this.button?.setAttribute("aria-expanded", "false");
  }

  private async follow(): Promise<void> {
    const { panel } = this;
    if (!panel) return;
    try {
      const { cited, stem } = await this.now();
      panel.follow(cited, stem);
    } catch {
      // Rather none than that of another moment.
      if (this.panel === panel) this.close();
    }
  }
}
