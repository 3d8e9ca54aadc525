import { element } from "../components/element.js";

/** Stops the query that runs now on this page; undefined while no reader's query runs. */
let stopIt: (() => void) | undefined;
/** Buttons of those that wait. */
const waiting = new Set<HTMLButtonElement>();

/** Says that a query of a reader begins to run. */
export function beginsToRun(stop: () => void): void {
  stopIt = stop;
  tellWaiting();
}

/** Says that it has ended, or will not run; of another one nothing changes. */
export function ended(stop: () => void): void {
  if (stopIt !== stop) return;
  stopIt = undefined;
  tellWaiting();
}

/** A button for a query that waits: it stops the one that runs. Hidden while no reader's query runs. */
export function stopOther(document: Document): HTMLButtonElement {
  const button = element(document, "button", { type: "button", class: "run" }, "Stop the other query");
  button.addEventListener("click", () => stopIt?.());
  waiting.add(button);
  tellWaiting();
  return button;
}

/** Takes the button of a query that does not wait any more out of the page. */
export function waitsNoMore(button: HTMLButtonElement): void {
  waiting.delete(button);
  button.remove();
}

function tellWaiting(): void {
  for (const button of waiting) button.hidden = stopIt === undefined;
}
