import { element } from "../components/element.js";
import { formatList } from "../components/format.js";
import { evidenceFigure } from "../components/evidence-figure.js";
import type { FrameContext } from "../components/frame-context.js";
import type { Row } from "../components/figure.js";
import { adoptLink } from "../components/adopt-link.js";
import { makeMyCityOffer } from "../components/city-buttons.js";
import { adviceSection, gapsSection } from "./answers.js";
import { placesOf } from "./brief-figure.js";
import { briefFigures } from "./figures.js";
import type { CityBrief } from "./city-brief.js";
import { cityTabs } from "./city-tabs.js";
import { practicesSection } from "./look.js";
import { openingSql } from "./opening-query.js";
import { openingSentences } from "./opening.js";
import { cityNote, unsaid } from "./unsaid.js";

/** Rows of a table that fit on paper; the page shows all. */
export const printedRows: Readonly<Record<string, number>> = {
  "brief-practices": 10,
  "brief-funding": 5,
  "brief-statistics": 5,
};

/** A city's brief: everything below its name. */
export function briefElement(brief: CityBrief, context: FrameContext): HTMLElement {
  const { document } = context;
  const made = element(document, "div", { class: "city-brief" });
  made.append(cityTabs(brief, context), opening(brief, context), ways(brief, context));
  for (const [id, figure] of Object.entries(briefFigures)) {
    const rows = brief.rows[id] ?? [];
    if (!rows.length) continue;
    const frame = evidenceFigure(figure, rows, context, { city: brief.city.id });
    const most = printedRows[id] ?? Infinity;
    if (rows.length > 5) frame.classList.add("many");
    if (rows.length > most)
      frame.append(
        element(document, "p", { class: "on-paper" }, `${most} of ${rows.length} on paper; all on the page.`),
      );
    made.append(frame);
  }
  made.append(gapsSection(brief, context), practicesSection(brief, context), adviceSection(brief, context));
  made.append(silence(brief, document), places(brief, context));
  return made;
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

/** What the reader can do with this city, besides its pages. */
function ways({ city, gaps, practices }: CityBrief, { document, link }: FrameContext): HTMLElement {
  const adopted = adoptLink(
    practices.map(({ practice }) => practice.id),
    city.id,
  );
  return element(
    document,
    "ul",
    { class: "ways" },
    element(document, "li", {}, makeMyCityOffer(document, city)),
    gaps && practices.length
      ? element(
          document,
          "li",
          {},
          element(document, "a", { href: link(adopted) }, "What if it adopted the practices below?"),
        )
      : null,
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

/** Documents with every place that the brief draws on. */
function places({ opening, rows, practices, advice }: CityBrief, context: FrameContext): HTMLElement {
  const { document, link, sourceName } = context;
  const drawnOn = [opening, ...Object.values(rows).flat(), ...evidenceOf(practices, advice)];
  const byDocument = new Map<string, string[]>();
  for (const { source_id, locator } of placesOf(drawnOn))
    byDocument.set(source_id, [...(byDocument.get(source_id) ?? []), locator]);
  const items = [...byDocument].map(([id, locators]) =>
    element(
      document,
      "li",
      {},
      element(document, "a", { href: link(`/sources#${id}`) }, sourceName(id)),
      `: ${numbersJoined(locators).join("; ")}.`,
    ),
  );
  return element(
    document,
    "section",
    { class: "brief-sources" },
    element(document, "h2", { id: "sources" }, "Sources, with their places"),
    element(document, "ul", {}, ...items),
    element(
      document,
      "p",
      { class: "on-paper" },
      `Arrivals, data version ${context.version}. † Two readings, kept on the page of sources.`,
    ),
  );
}

/** Places that differ in their last number share their words: "Recommendations for Local Governments, 4, 7 and 9". */
export function numbersJoined(locators: readonly string[]): string[] {
  const numbers = new Map<string, number[]>();
  for (const locator of locators) {
    const [, words, number] = /^(.+,) (\d+)$/.exec(locator) ?? [];
    const key = words ?? locator;
    numbers.set(key, [...(numbers.get(key) ?? []), ...(number === undefined ? [] : [Number(number)])]);
  }
  return [...numbers].map(([words, of]) =>
    of.length ? `${words} ${formatList(of.sort((a, b) => a - b).map(String))}` : words,
  );
}

const evidenceOf = (practices: CityBrief["practices"], advice: CityBrief["advice"]): Row[] =>
  [...practices.map((of) => of.practice), ...advice.map((of) => of.recommendation)].map(
    ({ source_id, locator }) => ({ source_id, locator }),
  );

/** Ids of the documents that a brief draws on, for the page's footer. */
export function briefSources({ opening, rows, practices, advice }: CityBrief): string[] {
  const drawnOn = [opening, ...Object.values(rows).flat(), ...evidenceOf(practices, advice)];
  return [...new Set(placesOf(drawnOn).map((place) => place.source_id))];
}
