import { againOffer } from "../components/again-offer.js";
import { element } from "../components/element.js";
import { wordsFor } from "../components/reader-error.js";

/** What makes the files of a shortlist; a `ReaderError` says why there is none. */
export interface ExportDeeds {
  exportCsv: () => Promise<void>;
  exportMarkdown: () => Promise<void>;
}

/** The buttons that take a shortlist away as a file, and the place that says while a file waits, or why it was not made. */
export function exportTools(
  document: Document,
  { exportCsv, exportMarkdown }: ExportDeeds,
): { buttons: HTMLButtonElement[]; told: HTMLElement } {
  const waiting = element(document, "p", { role: "status" });
  const failure = element(document, "div", {});
  let presses = 0;
  const tool = (name: string, make: () => Promise<void>) => {
    const button = element(document, "button", { type: "button" }, name);
    const press = async () => {
      const own = ++presses;
      const tell = (words: string, failed?: HTMLElement) => {
        // Of two files that wait, the last asked for is spoken of.
        if (own !== presses) return;
        waiting.textContent = words;
        failure.replaceChildren(...(failed ? [failed] : []));
      };
      tell("The file waits for the summaries of practices…");
      try {
        await make();
        tell("");
      } catch (error) {
        const why = wordsFor(error, "there is a fault in the page");
        const words = `The file was not made: ${why}. Try again, or reload the page.`;
        const again = () => {
          // “Try again” goes away: the keyboard goes on at what it stands for.
          button.focus();
          void press();
        };
        tell("", againOffer(document, words, again));
      }
    };
    button.addEventListener("click", () => void press());
    return button;
  };
  return {
    buttons: [tool("Export as CSV", exportCsv), tool("Export as Markdown", exportMarkdown)],
    told: element(document, "div", { class: "shortlist-told" }, waiting, failure),
  };
}
