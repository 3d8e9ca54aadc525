import type { ScenarioDocument } from "../scenario/document.js";
import { openHash, refusedLinkWords, scenarioHash, scenarioText } from "../scenario/link.js";
import { sameData } from "../scenario/same-data.js";
import { tell, tellOpened } from "./address-notice.js";
import type { OpenedOffer } from "./compare/models-offer.js";
import type { AwaitedRegister } from "./practices/awaited-register.js";
import { heldLink } from "./practices/held-link.js";
import { openPreset, withoutPreset } from "./levers/preset-address.js";
import type { Workbench } from "./store.js";
import { todayOf } from "./today.js";

/** What the address needs of a window. */
export type AddressWindow = Pick<
  Window,
  "location" | "history" | "addEventListener" | "removeEventListener" | "setTimeout" | "clearTimeout"
>;

/** Time without a change after which the address is written, in milliseconds. */
const writeAfter = 300;

/**
 * Keeps scenario and address together: `#s=…` is opened now and whenever it changes, and written after changes of the
 * reader, in place of the entry of the browser's history. The untouched scenario has no part in the address.
 *
 * A figure's anchor keeps working: `#waterfall` moves no lever, and the next writing makes it `#s=…&figure=waterfall`,
 * which opens both. What was opened stays in the address as it came until the reader changes something, so that a
 * reload tells the same of it.
 * `?preset=rotterdam-cut` opens a documented case where there is no hash; the first writing puts the scenario itself in
 * its place.
 * A link that adopts practices waits for their register: until then the address stays as it is, whatever is changed.
 * @param noticePlace an element on top of the page, for what must be told of a link
 * @param register of practices, where it may come later
 * @param offer what is offered of a scenario that was opened
 * @returns a function that ends this
 */
export function followAddress(
  document: Document,
  window: AddressWindow,
  workbench: Workbench,
  noticePlace: HTMLElement,
  register?: AwaitedRegister,
  offer?: OpenedOffer,
): () => void {
  /** The document that the address stands for as it is. */
  let standing: ScenarioDocument | null = workbench.document;
  let refused = false;
  let waiting: number | undefined;

  const open = () => {
    window.clearTimeout(waiting);
    waiting = undefined;
    const { hash } = window.location;
    const opening = openHash(hash, todayOf(workbench));
    refused = false;
    if (held.takes(opening, hash)) {
      noticePlace.replaceChildren();
      take(workbench.beginning, "Baseline, until the link can be opened");
    } else if (opening) {
      if (opening.ok) {
        take(opening.value.document, "Open the link");
        tellOpened(document, noticePlace, opening.value, offer);
      } else {
        take(workbench.beginning, "Baseline, for a link that could not be opened");
        tell(document, noticePlace, "alert", [refusedLinkWords(opening.faults)]);
      }
      refused = !opening.ok;
    } else if (hash.length < 2) {
      noticePlace.replaceChildren();
      take(workbench.beginning, "Baseline, from the address");
    } else write();
    toFigure(document, hash);
  };
  /** What the address asks for is no change of the reader's, and waits for no writing. */
  const take = (next: ScenarioDocument, label: string) => {
    if (!sameData(next, workbench.document)) workbench.change(next, label);
    standing = workbench.document;
    window.clearTimeout(waiting);
    waiting = undefined;
  };
  const write = () => {
    waiting = undefined;
    if (workbench.document === standing && scenarioText(window.location.hash) !== null) return;
    standing = workbench.document;
    const { pathname, search, hash } = window.location;
    const scenario = held.hash(figureIn(hash)) ?? hashFor(workbench, hash);
    const next = `${pathname}${withoutPreset(search)}${scenario}`;
    try {
      if (next !== `${pathname}${search}${hash}`) window.history.replaceState(window.history.state, "", next);
    } catch {
      // A browser that counts writings refuses some: the next change brings another.
    }
  };
  const held = heldLink(document, workbench, noticePlace, register, {
    open,
    drop() {
      standing = null;
      write();
    },
  });
  const end = workbench.subscribe((_, change) => {
    if (change !== "document" || workbench.document === standing) return;
    // "The baseline is shown instead" is true only until something is changed.
    if (refused) noticePlace.replaceChildren();
    refused = false;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(write, writeAfter);
  });
  window.addEventListener("hashchange", open);
  if (window.location.hash.length > 1) open();
  else openPreset(document, window.location.search, workbench, noticePlace);
  return () => {
    window.clearTimeout(waiting);
    window.removeEventListener("hashchange", open);
    end();
  };
}

/** The hash for the scenario of the moment, with the figure that the present hash brings into view. */
export function hashFor(workbench: Workbench, hash: string): string {
  const figure = figureIn(hash);
  if (sameData(workbench.document, workbench.beginning)) return figure ? `#${figure}` : "";
  return `${scenarioHash(workbench.document, todayOf(workbench))}${figure ? `&figure=${figure}` : ""}`;
}

/** The id that a hash brings into view: "#waterfall", "#s=…&figure=waterfall". */
function figureIn(hash: string): string {
  return /^#([\w-]+)$/.exec(hash)?.[1] ?? /[#&]figure=([\w-]+)$/.exec(hash)?.[1] ?? "";
}

/** Where scenario and figure stand together in a hash, the browser does not find the figure by itself. */
function toFigure(document: Document, hash: string): void {
  if (/[#&]figure=/.test(hash)) document.getElementById(figureIn(hash))?.scrollIntoView();
}
