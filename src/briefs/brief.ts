import { element } from "../components/element.js";
import { evidenceFigure } from "../components/evidence-figure.js";
import type { FrameContext } from "../components/frame-context.js";
import { adviceSection, gapsSection } from "./answers.js";
import { briefFigures } from "./figures.js";
import type { CityBrief } from "./city-brief.js";
import { cityTabs } from "./city-tabs.js";
import { contents } from "./contents.js";
import { practicesSection } from "./look.js";
import { nearestCities } from "./nearest.js";
import { openingSql } from "./opening-query.js";
import { openingSentences } from "./opening.js";
import { paperSize } from "./paper-size.js";
import { places } from "./places.js";
import { printedRows } from "./printed-rows.js";
import { cityNote, unsaid } from "./unsaid.js";
import { ways } from "./ways.js";

/** A city's brief: everything below its name. */
export function briefElement(brief: CityBrief, context: FrameContext): HTMLElement {
  const { document } = context;
  const parts: [part: HTMLElement, name: string][] = [
    [gapsSection(brief, context), "Gaps"],
    [practicesSection(brief, context), "Practices worth a look"],
    [adviceSection(brief, context), "Recommendations"],
    ...figuresOf(brief, context),
    [silence(brief, document), "Not said"],
    [places(brief, context), "Sources"],
  ];
  const made = element(
    document,
    "div",
    { class: "city-brief", "data-brief": brief.city.id },
    cityTabs(brief, context),
    element(document, "p", { class: "on-paper", "data-printed": true }),
    ways(brief, context),
    opening(brief, context),
    ...[nearestCities(brief, context) ?? []].flat(),
    contents(document, parts),
    ...parts.map(([part]) => part),
  );
  made.dataset.paper = String(paperSize(made));
  return made;
}

/** What the brief tells of the city in figures; a figure without rows is left out. */
function figuresOf(brief: CityBrief, context: FrameContext): [part: HTMLElement, name: string][] {
  const { document } = context;
  return Object.entries(briefFigures).flatMap(([id, figure]) => {
    const rows = brief.rows[id] ?? [];
    if (!rows.length) return [];
    const frame = evidenceFigure(figure, rows, context, { city: brief.city.id });
    const more = figure.more?.(rows);
    if (more)
      frame
        .querySelector(".words")
        ?.append(
          element(
            document,
            "li",
            {},
            more.words,
            element(document, "a", { href: context.link(more.to) }, more.link),
            ".",
          ),
        );
    const most = printedRows[id] ?? Infinity;
    if (rows.length > 5) frame.classList.add("many");
    if (rows.length > most)
      frame.append(
        element(document, "p", { class: "on-paper" }, `${most} of ${rows.length} on paper; all on the page.`),
      );
    return [[frame, figure.inContents]];
  });
}

/** The first paragraph with the query that its numbers are read from. */
function opening({ city, opening }: CityBrief, { document }: FrameContext): HTMLElement {
  const query = element(
    document,
    "details",
    { "data-query": "" },
    element(document, "summary", {}, "SQL"),
    element(
      document,
      "pre",
      { tabindex: 0, "aria-label": "Query of the numbers in the paragraph" },
      element(document, "code", {}, openingSql({ city: city.id })),
    ),
  );
  return element(
    document,
    "div",
    { class: "finding brief-opening" },
    element(document, "p", {}, openingSentences(opening).join(" ")),
    element(document, "small", {}, "Every number here is counted from the tables: "),
    query,
  );
}

function silence({ city, opening }: CityBrief, document: Document): HTMLElement {
  const note = cityNote(opening);
  return element(
    document,
    "section",
    { class: "brief-unsaid" },
    element(document, "h2", { id: "not-said" }, `What the documents do not say about ${city.name}`),
    element(document, "ul", {}, ...unsaid(opening).map((words) => element(document, "li", {}, words))),
    note ? element(document, "p", {}, note) : null,
  );
}
