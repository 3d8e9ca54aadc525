import { element } from "./element.js";

/**
 * Where the clipboard is closed to pages: words in a field, selected, to be copied by hand. There is one at a time, and
 * it follows the figure, so that nobody copies what it showed before.
 */
export class ToCopy {
  private field: HTMLTextAreaElement | null = null;
  private words: () => Promise<string> | string = () => "";

  /** @param frame the figure, which says `arrivals-drawn` when it has changed */
  constructor(
    private readonly document: Document,
    private readonly menu: HTMLElement,
    frame: HTMLElement,
  ) {
    frame.addEventListener("arrivals-drawn", () => void this.follow());
  }

  /** @param words those of the moment; asked for again when the figure changes */
  async show(words: () => Promise<string> | string): Promise<void> {
    this.close();
    const field = element(this.document, "textarea", {
      class: "to-copy",
      readonly: true,
      rows: 3,
      "aria-label": "Text to copy",
    });
    this.field = field;
    this.words = words;
    await this.write(field);
    if (this.field !== field) return;
    this.menu.append(field);
    field.select();
  }

  close(): void {
    this.field?.remove();
    this.field = null;
  }

  private async write(field: HTMLTextAreaElement): Promise<void> {
    const { words } = this;
    const text = await words();
    if (this.words === words) field.value = text;
  }

  private async follow(): Promise<void> {
    const { field } = this;
    if (!field) return;
    try {
      await this.write(field);
    } catch {
      // Rather none than that of another moment.
      if (this.field === field) this.close();
    }
  }
}
