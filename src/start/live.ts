import type { Choice, Options } from "../components/figure.js";
import { figures } from "../figures/registry.js";
import { readAddress, writeAddress } from "../components/address.js";
import { choiceControl, type ChoiceControl } from "../components/choice-control.js";
import { fetchPart, startPart } from "../components/fetch-part.js";
import type { FrameContext } from "../components/frame-context.js";
import { marksOf } from "../components/marks.js";
import { pageAddress } from "../components/page-address.js";
import { topNotice } from "../components/top-notice.js";
import { offerRunner } from "../database/offer-runner.js";
import { siteLink } from "../components/site-root.js";
import { LiveEvidence } from "./live-evidence.js";

/**
 * Brings the figures of the page's HTML to life: choices, pointer, downloads. The choices are read from
 * the address and kept there.
 */
export async function hydrate(document: Document): Promise<void> {
  // Figures of city briefs are fetched by the pages that have them.
  const ofBriefs = document.querySelector("figure[data-options]")
    ? await fetchPart(import("../briefs/figures.js"), "briefFigures")
    : {};
  const lives = [...document.querySelectorAll<HTMLElement>("figure[data-figure]")].flatMap((frame) => {
    const id = frame.dataset.figure ?? "";
    const figure = figures[id] ?? ofBriefs[id];
    return figure ? [new LiveEvidence(frame, figure, contextOf(document, frame))] : [];
  });
  const choices = new Map<string, Choice>();
  const firstView: Options = {};
  for (const { figure } of lives) {
    for (const choice of figure.choices ?? []) choices.set(choice.name, choice);
    Object.assign(firstView, figure.options);
  }
  const { options: addressed, notes } = readAddress(location.search, [...choices.values()]);
  let options: Options = { ...firstView, ...addressed };
  const notice = topNotice(document);
  notice.say(notes);
  const show = (next: Options) => {
    options = next;
    for (const live of lives) live.show(options);
    document.dispatchEvent(new CustomEvent("arrivals-choice", { detail: options }));
  };
  const controls = new Map<string, ChoiceControl>();
  const address = pageAddress((search) => {
    const { options: asked, notes } = readAddress(search, [...choices.values()]);
    show({ ...firstView, ...asked });
    for (const [name, { set }] of controls) set(options[name] ?? "");
    notice.say(notes);
  });
  const choose = (name: string, value: string) => {
    const next = { ...options, [name]: value };
    address.go(
      location.pathname + writeAddress(location.search, next, firstView) + location.hash,
      "choosing",
    );
    show(next);
  };
  for (const choice of choices.values()) {
    const place = choice.shared
      ? document.querySelector<HTMLElement>(`[data-choice="${choice.name}"]`)
      : lives
          .find(({ figure }) => figure.choices?.includes(choice))
          ?.frame.querySelector<HTMLElement>(":scope > .choices");
    const control = choiceControl(document, choice, options[choice.name] ?? "", (value) =>
      choose(choice.name, value),
    );
    controls.set(choice.name, control);
    place?.append(control.field);
  }
  for (const live of lives)
    if (live.figure.steps)
      void startPart("Steps through the actors", import("../components/stepper.js"), "stepper", (stepper) => {
        stepper(document, live.frame);
        live.tellSteps();
      });
  for (const live of lives) live.start(options);
  for (const place of document.querySelectorAll<HTMLDetailsElement>("details[data-query]"))
    offerQuery(document, place);
}

/** A query that stands in the page can be run when it is opened. */
function offerQuery(document: Document, place: HTMLDetailsElement): void {
  place.addEventListener(
    "toggle",
    () =>
      void offerRunner(
        document,
        place,
        () => place.dataset.query || (place.querySelector("code")?.textContent ?? ""),
      ),
    { once: true },
  );
}

/** Documents and discrepancies come with the page, which carries what its figures need: see `evidenceFigure`. */
function contextOf(document: Document, frame: HTMLElement): FrameContext {
  const documents = JSON.parse(frame.dataset.sources ?? "{}") as Record<string, [string, string]>;
  const names = ["discrepancy_id", "table_name", "row_key", "column_name", "title"];
  const discrepancies = (JSON.parse(frame.dataset.discrepancies ?? "[]") as string[][]).map((cells) =>
    Object.fromEntries(names.map((name, i) => [name, cells[i] ?? null])),
  );
  return {
    document,
    link: siteLink,
    live: true,
    offerRunner,
    marks: marksOf(discrepancies),
    sourceName: (id) => documents[id]?.[0] ?? id,
    sourceCitation: (id) => documents[id]?.[1] ?? id,
    version: frame.dataset.version ?? "",
    places: frame.dataset.places ? (JSON.parse(frame.dataset.places) as FrameContext["places"]) : undefined,
  };
}
