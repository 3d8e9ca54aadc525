import type { Choice, Figure, Options } from "../components/figure.js";
import { knowMappedCities } from "../figures/mapped-cities.js";
import { fetchFigures } from "../figures/fetch-figures.js";
import { keepAddress, readAddress, writeAddress } from "../components/address.js";
import { choiceControl } from "../components/choice-control.js";
import { fetchPart, startPart } from "../components/fetch-part.js";
import type { FrameContext } from "../components/frame-context.js";
import { marksOf } from "../components/marks.js";
import { pageAddress } from "../components/page-address.js";
import type { ChoiceControl } from "../components/shown-choice.js";
import { topNotice } from "../components/top-notice.js";
import { offerRunner } from "../database/offer-runner.js";
import { siteLink } from "../components/site-root.js";
import type { ComparedCities } from "./compared-cities.js";
import { mappedCitiesOfPage } from "./mapped-cities-of-page.js";
import { withoutChoices } from "../components/without-choices.js";
import { LiveEvidence } from "./live-evidence.js";
import { settledChoice } from "./settled-choice.js";

/**
 * Brings the figures of the page's HTML to life: choices, pointer, downloads. The choices are read from
 * the address and kept there.
 */
export async function hydrate(document: Document): Promise<void> {
  knowMappedCities(mappedCitiesOfPage(document));
  const lives = await livesOf(document);
  const choices = new Map<string, Choice>();
  const firstView: Options = {};
  for (const { figure, first } of lives) {
    for (const choice of figure.choices ?? []) choices.set(choice.name, choice);
    Object.assign(firstView, first);
  }
  const compared = await comparedCities(document, choices.get("cities"));
  const openingAt = (search: string) => openingOf(compared, [...choices.values()], search);
  const opening = await openingAt(location.search);
  const settled = settledChoice(document, lives);
  let options: Options = settled.of({ ...firstView, ...opening.options });
  const notice = topNotice(document);
  notice.say(opening.notes, opening.more);
  const unsaid = () => unsaidOf(firstView, compared, opening);
  const addressOf = (view: Options) =>
    location.pathname + writeAddress(location.search, view, unsaid()) + location.hash;
  if (opening.begins) keepAddress(addressOf(options));
  settled.follow(() => keepAddress(addressOf(options)));
  const controls = new Map<string, ChoiceControl>();
  const show = (next: Options) => {
    options = next;
    for (const live of lives) live.show(options, compared?.own);
    for (const { follow } of controls.values()) follow?.(options);
    document.dispatchEvent(new CustomEvent("arrivals-choice", { detail: options }));
  };
  const address = pageAddress(
    (search) =>
      void openingAt(search).then(({ options: asked, notes, more }) => {
        show(settled.of({ ...firstView, ...asked }));
        settled.follow(() => keepAddress(addressOf(options)));
        for (const [name, { set }] of controls) set(options[name] ?? "");
        notice.say(notes, more);
      }),
  );
  const choose = (changed: Options) => {
    const next = settled.of({ ...options, ...changed });
    compared?.say("");
    address.go(addressOf(next), "choosing");
    show(next);
    settled.follow(() => {
      for (const [name, { set }] of controls) set(next[name] ?? "");
    });
  };
  const controlOf = (choice: Choice) => {
    const control = choiceControl(document, choice, options[choice.name] ?? "", (value) =>
      choose({ [choice.name]: value }),
    );
    controls.set(choice.name, control);
    control.follow?.(options);
    return control.field;
  };
  for (const choice of choices.values()) {
    if (choice.shared) continue;
    const first = lives.find(({ figure }) => figure.choices?.includes(choice));
    first?.frame.querySelector<HTMLElement>(":scope > .choices")?.append(controlOf(choice));
  }
  settled.stand();
  if (compared) {
    compared.place.append(controlOf(compared.choice));
    compared.follow(
      () => options["cities"] ?? "",
      (changed) => {
        notice.say([]);
        choose(changed);
        for (const [name, value] of Object.entries(changed)) controls.get(name)?.set(value);
        compared.place.replaceChildren(controlOf(compared.choice));
      },
    );
  }
  for (const live of lives)
    if (live.figure.steps)
      void startPart("Steps through the actors", import("../components/stepper.js"), "stepper", (stepper) => {
        stepper(document, live.frame);
        live.tellSteps();
      });
  for (const live of lives) live.start(options, compared?.own);
  for (const place of document.querySelectorAll<HTMLElement>(":is(details, [popover])[data-query]"))
    offerQuery(document, place);
}

/** The figures of the page. Those of city briefs and those that authors wrote are fetched by the pages that have them. */
async function livesOf(document: Document): Promise<LiveEvidence[]> {
  const frames = [...document.querySelectorAll<HTMLElement>("figure[data-figure]")];
  const idOf = (frame: HTMLElement) => frame.dataset.figure ?? "";
  const isWritten = (frame: HTMLElement) => frame.dataset.chart !== undefined;
  const ids = new Set(frames.filter((frame) => !isWritten(frame)).map(idOf));
  const [written, figures] = await Promise.all([
    frames.some(isWritten) ? fetchPart(import("../charts/chart-of-page.js"), "chartOfPage") : () => undefined,
    fetchFigures(ids),
  ]);
  const ofBriefs: Partial<Record<string, Figure>> =
    figures.size < ids.size ? await fetchPart(import("../briefs/figures.js"), "briefFigures") : {};
  return frames.flatMap((frame) => {
    const figure = isWritten(frame) ? written(frame) : (figures.get(idOf(frame)) ?? ofBriefs[idOf(frame)]);
    if (!figure) return [];
    if (frame.dataset.offers) figure.offers?.read(frame.dataset.offers);
    const shown = frame.dataset.fixed === undefined ? figure : withoutChoices(figure);
    return [new LiveEvidence(frame, shown, contextOf(document, frame))];
  });
}

/** The cities that a page compares; null on pages that compare none. */
async function comparedCities(document: Document, choice?: Choice): Promise<ComparedCities | null> {
  const place = choice && document.querySelector<HTMLElement>(`[data-choice="${choice.name}"]`);
  if (!place) return null;
  const Compared = await fetchPart(import("./compared-cities.js"), "ComparedCities");
  return new Compared(document, choice, place);
}

/**
 * What goes without saying in an address. A page that opens on the reader's city has no such view of the choices that
 * follow from it.
 */
function unsaidOf(
  firstView: Options,
  compared: ComparedCities | null,
  { begins }: { begins: boolean },
): Options {
  const mine: Readonly<Record<string, boolean>> = { cities: compared?.opensOnMine ?? false, places: begins };
  return Object.fromEntries(Object.entries(firstView).filter(([name]) => !mine[name]));
}

/** Whether a choice is of countries and cities, of which the reader's own come first. */
const hasPlaces = ({ name }: Choice) => name === "places";

/** What a page opens with: what its address asks for, and what is to be said of it. */
async function openingOf(
  compared: ComparedCities | null,
  choices: Choice[],
  asked: string,
): Promise<{ options: Options; notes: string[]; more?: HTMLElement; begins: boolean }> {
  if (!compared) {
    if (!choices.some(hasPlaces)) return { ...readAddress(asked, choices), begins: false };
    const withMyPlaces = await fetchPart(import("./my-places.js"), "withMyPlaces");
    const search = withMyPlaces(asked);
    return { ...readAddress(search, choices), begins: search !== asked };
  }
  const { search, choice, notes: opened, more } = await compared.open(asked);
  const readWith = choices.map((other) => (other.name === choice.name ? choice : other));
  const { options, notes } = readAddress(search, readWith);
  return { options, notes: [...opened, ...notes], more, begins: !more && search !== asked };
}

/** A query that stands in the page can be run when it is opened. */
function offerQuery(document: Document, place: HTMLElement): void {
  const query = () => place.dataset.query || (place.querySelector("code")?.textContent ?? "");
  const offer = () => void offerRunner(document, place, query);
  // One may have been opened before this script came.
  if (place.matches("[open], :popover-open")) offer();
  else place.addEventListener("toggle", offer, { once: true });
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
