import { presets } from "../model/presets.js";
import { untouched } from "../scenario/document.js";
import { openHash, scenarioHash } from "../scenario/link.js";
import type { Today } from "../scenario/record.js";
import { sameData } from "../scenario/same-data.js";
import { tell, tellOpening } from "./address-notice.js";
import { takePreset } from "./presets-panel.js";
import type { Workbench } from "./store.js";

/** What the address needs of a window. */
export type AddressWindow = Pick<
  Window,
  "location" | "history" | "addEventListener" | "removeEventListener" | "setTimeout" | "clearTimeout"
>;

/** Time without a change after which the address is written, in milliseconds. */
export const writeAfter = 300;

/** What the workbench's scenarios are made on. */
export function todayOf({ model, dataVersion }: Workbench): Today {
  return { model, dataVersion };
}

/**
 * Keeps scenario and address together: `#s=…` is opened now and whenever it changes, and written after changes of the
 * reader, in place of the entry of the browser's history. The untouched scenario has no part in the address.
 *
 * A figure's anchor keeps working: `#waterfall` moves no lever, and the next writing makes it `#s=…&figure=waterfall`,
 * which opens both. What was opened stays in the address as it came until the reader changes something, so that a
 * reload tells the same of it.
 * `?preset=rotterdam-cut` opens a documented case where there is no hash; the first writing puts the scenario itself in
 * its place.
 * @param noticePlace an element on top of the page, for what must be told of a link
 * @returns a function that ends this
 */
export function followAddress(
  document: Document,
  window: AddressWindow,
  workbench: Workbench,
  noticePlace: HTMLElement,
): () => void {
  /** The document that the address stands for as it is. */
  let standing = workbench.document;
  let refused = false;
  let waiting: number | undefined;

  const open = () => {
    window.clearTimeout(waiting);
    waiting = undefined;
    const { hash } = window.location;
    const opening = openHash(hash, todayOf(workbench));
    if (opening) {
      refused = false;
      take(opening.document, opening.ok ? "Open the link" : "Baseline, for a link that could not be opened");
      refused = !opening.ok;
      tellOpening(document, noticePlace, opening);
    } else if (hash.length < 2) {
      refused = false;
      noticePlace.replaceChildren();
      take(untouched, "Baseline, from the address");
    } else write();
    toFigure(document, hash);
  };
  /** What the address asks for is no change of the reader's, and waits for no writing. */
  const take = (next: typeof standing, label: string) => {
    if (!sameData(next, workbench.document)) workbench.change(next, label);
    standing = workbench.document;
    window.clearTimeout(waiting);
    waiting = undefined;
  };
  const write = () => {
    waiting = undefined;
    if (workbench.document === standing && /[#&]s=/.test(window.location.hash)) return;
    standing = workbench.document;
    const { pathname, search, hash } = window.location;
    const next = `${pathname}${withoutPreset(search)}${hashFor(workbench, hash)}`;
    try {
      if (next !== `${pathname}${search}${hash}`) window.history.replaceState(window.history.state, "", next);
    } catch {
      // A browser that counts writings refuses some: the next change brings another.
    }
  };
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

/** Takes the documented case that a query names; a name that is none is told, and changes nothing. */
function openPreset(
  document: Document,
  search: string,
  workbench: Workbench,
  noticePlace: HTMLElement,
): void {
  const asked = new URLSearchParams(search).get("preset");
  if (asked === null) return;
  const preset = presets.find(({ id }) => id === asked);
  if (preset) takePreset(workbench, preset);
  else
    tell(document, noticePlace, "status", [
      `The address asks for a documented case that is not offered (${presets.map(({ id }) => id).join(", ")}); it was ignored.`,
    ]);
}

function withoutPreset(search: string): string {
  const parameters = new URLSearchParams(search);
  if (!parameters.has("preset")) return search;
  parameters.delete("preset");
  const rest = parameters.toString();
  return rest ? `?${rest}` : "";
}

/** The hash for the scenario of the moment, with the figure that the present hash brings into view. */
export function hashFor(workbench: Workbench, hash: string): string {
  const figure = figureIn(hash);
  if (sameData(workbench.document, untouched)) return figure ? `#${figure}` : "";
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
