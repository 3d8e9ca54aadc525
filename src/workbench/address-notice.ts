import { element } from "../components/element.js";
import type { Opened } from "../scenario/link.js";
import type { OpenedOffer } from "./compare/models-offer.js";

/**
 * What a reader must know of a scenario that was opened: that it was made on other data, by other formulas, or could
 * not be used as a whole. Replaces what stood there; one without anything to tell leaves the place empty.
 * @param offer what is offered beside the words; asked of every scenario that is opened
 * @returns true where something is told
 */
export function tellOpened(
  document: Document,
  place: HTMLElement,
  opened: Opened,
  offer: OpenedOffer = () => null,
): boolean {
  const { sentences, ofModel } = opened.differences;
  const others = sentences.filter((sentence) => !ofModel.includes(sentence));
  const offered = offer(opened);
  // Where the model is another, that changes most: what else differs waits behind it.
  const [first, more] = ofModel.length > 0 ? [ofModel, others] : [others, []];
  const told = [...opened.notes, ...first];
  if (told.length > 0) tell(document, place, "status", told);
  else place.replaceChildren();
  const words = place.querySelector(".scenario-notice > [role]");
  if (more.length > 0)
    words?.append(
      element(
        document,
        "details",
        {},
        element(document, "summary", {}, "What else has changed since"),
        ...more.map((sentence) => element(document, "p", {}, sentence)),
      ),
    );
  if (offered) words?.append(element(document, "p", {}, offered));
  return told.length > 0;
}

/** Adds a sentence to what is told, or tells it alone. */
export function addSentence(document: Document, place: HTMLElement, sentence: string): void {
  const words = place.querySelector(".scenario-notice > [role]");
  if (words) words.append(element(document, "p", {}, sentence));
  else tell(document, place, "status", [sentence]);
}

/** Sentences on top of the page, always as text, until they are dismissed. */
export function tell(
  document: Document,
  place: HTMLElement,
  role: "alert" | "status",
  sentences: readonly string[],
): void {
  const dismiss = element(document, "button", { type: "button", class: "act" }, "Dismiss");
  dismiss.addEventListener("click", () => {
    place.replaceChildren();
    // The button that had the focus is gone: the reader goes on where it stood.
    place.tabIndex = -1;
    place.focus();
  });
  const words = element(document, "div", { role });
  place.replaceChildren(
    element(document, "div", { class: `notice scenario-notice ${role}` }, words, dismiss),
  );
  // A live region speaks of what comes into it after it stands.
  words.append(...sentences.map((sentence) => element(document, "p", {}, sentence)));
}
