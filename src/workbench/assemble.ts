import { modelFor } from "../model/own-city.js";
import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import type { AwaitedRegister } from "./practices/awaited-register.js";
import { assumptionsPanel } from "./levers/assumptions-panel.js";
import { leversPanel } from "./levers/levers-panel.js";
import { movedLevers } from "./levers/moved-levers.js";
import { storiesOf, type PageData } from "./page-data.js";
import { practicesGroup } from "./practices/practices-group.js";
import { presetsPanel } from "./levers/presets-panel.js";
import { resultRegion } from "./result-region.js";
import { settingsPanel } from "./settings-panel.js";
import { targetReached } from "./raise-target.js";
import { skipLinks } from "./skip-links.js";
import { sourceLinks } from "./source-link.js";
import type { Workbench } from "./store.js";
import { toolbar } from "./toolbar.js";
import { unmappedCities } from "./levers/unmapped-cities.js";

/** What stands on the page beside levers, result and pictures. */
export interface MoreParts {
  /** Buttons behind the toolbar's own. */
  tools: HTMLElement[];
  /** The pictures, in their order. */
  figures: HTMLElement[];
  /** What is asked first of all: where money does most. It stands above levers and pictures. */
  first: HTMLElement;
  /** Sections below: finding, saving, comparing. */
  sections: HTMLElement[];
  /** The register of practices, where it may come later than the page. */
  register?: AwaitedRegister;
}

/**
 * The workbench from its parts. The same function makes the page's HTML when the site is built, where nothing can be
 * moved yet, and the live page.
 * @param live whether scripts run and ranges will come
 */
export function assemble(
  context: FrameContext,
  workbench: Workbench,
  data: PageData,
  live: boolean,
  { tools, first, figures, sections, register }: MoreParts,
): HTMLElement[] {
  const { document } = context;
  const sourceLink = sourceLinks(document, data.sources, context.link);
  const levers = element(
    document,
    "div",
    { class: "levers-side", role: "region", "aria-label": "Levers" },
    // The documented cases are those of mapped cities.
    workbench.document.ownCity ? null : presetsPanel(document, workbench, sourceLink),
    movedLevers(document, workbench),
    leversPanel(
      document,
      workbench,
      sourceLink,
      practicesGroup({ context, workbench, sourceLink }, data, register),
    ),
  );
  const tool = toolbar(document, workbench, ...tools);
  const head = element(document, "div", { class: "workbench-head" }, settingsPanel(document, workbench));
  const assumptions = assumptionsPanel(document, workbench, storiesOf(data), sourceLink);
  const unmapped = unmappedCities(document, modelFor(workbench.model, undefined));
  if (!live)
    for (const control of [tool, head, first, levers, assumptions, ...sections].flatMap((part) => [
      ...part.querySelectorAll("input, select, button"),
    ]))
      control.setAttribute("disabled", "");
  return [
    // Without scripts its buttons would do nothing.
    ...(live ? [skipLinks(document)] : []),
    tool,
    head,
    first,
    element(
      document,
      "div",
      { class: "workbench-grid" },
      levers,
      element(
        document,
        "div",
        { class: "charts-side" },
        resultRegion(document, workbench, live),
        targetReached(document, workbench),
        element(document, "div", { class: "charts" }, ...inColumns(document, figures)),
      ),
    ),
    ...figures.filter(isTable),
    element(document, "div", { class: "workbench-more" }, assumptions, unmapped, ...sections),
  ];
}

/** Pictures that stand under each other in half the room: each column goes on where its last picture ends. */
const columns = [
  ["waterfall", "partnership-mix"],
  ["cost-by-year", "inequality"],
];

/** A table needs the width of the page; it stands under the pictures. */
const isTable = (figure: HTMLElement) => figure.classList.contains("table-only");

/** The pictures: the first across all the room, then the columns, then what is left. */
function inColumns(document: Document, figures: readonly HTMLElement[]): HTMLElement[] {
  const placed = columns.map((ids) => figures.filter(({ id }) => ids.includes(id)));
  const alone = figures.filter((figure) => !isTable(figure) && !placed.flat().includes(figure));
  const [first, ...rest] = alone;
  return [
    ...(first ? [first] : []),
    ...placed.map((column) => element(document, "div", { class: "chart-column" }, ...column)),
    ...rest,
  ];
}
