import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import { capital, formatShort } from "../components/format.js";
import type { CityGap } from "../model/city-contexts.js";
import type { CityBrief } from "./city-brief.js";
import { counted } from "./brief-figure.js";
import { absentTypes } from "./partnerships.js";

/** What a city has less of than the others, and what was not found at all. */
export function gapsSection(brief: CityBrief, { document }: FrameContext): HTMLElement {
  const { city, gaps } = brief;
  if (!gaps)
    return element(
      document,
      "section",
      { class: "brief-gaps" },
      element(document, "h2", { id: "gaps" }, `Where ${city.name} stands against others is not known`),
      element(
        document,
        "p",
        {},
        "Without a mapping nobody can say which dimensions are thin. The practices are chosen by what is alike, not by a gap.",
      ),
    );
  const absent = absentTypes(brief.rows["brief-partnerships"] ?? []);
  const sentences = [
    ...gaps.map(gapSentence),
    ...absent.map(
      ({ type, elsewhere }) =>
        `No ${type} partnership was found; the mapped cities have ${elsewhere} of them.`,
    ),
  ];
  return element(
    document,
    "section",
    { class: "brief-gaps" },
    element(
      document,
      "h2",
      { id: "gaps" },
      sentences.length
        ? `What ${city.name} has less of than others`
        : `${city.name} has no gap against the median`,
    ),
    element(document, "ul", {}, ...sentences.map((words) => element(document, "li", {}, words))),
  );
}

function gapSentence({ dimension, own, median }: CityGap): string {
  return `${capital(dimension)}: ${counted(own, "initiative")}, the median is ${formatShort(median)}.`;
}

/** Recommendations that fit on paper; the page shows all. */
export const printedAdvice = 4;

/** A few recommendations that speak to the gaps. */
export function adviceSection(
  { city, advice, gaps, rows }: CityBrief,
  { document, link, sourceName }: FrameContext,
): HTMLElement {
  const items = advice.map(({ recommendation: { id, summary, source_id, locator }, gap }) =>
    element(
      document,
      "li",
      {},
      element(document, "a", { href: link(`/recommendations?city=${city.id}#${id}`) }, summary),
      element(
        document,
        "small",
        {},
        [gap?.dimension, `${sourceName(source_id)}, ${locator}`].filter(Boolean).join("; "),
        ".",
      ),
    ),
  );
  return element(
    document,
    "section",
    { class: "brief-advice" },
    element(
      document,
      "h2",
      { id: "advice" },
      gaps?.length ? "Recommendations that speak to these gaps" : "Recommendations for any city",
    ),
    element(document, "ul", {}, ...items),
    absentTypes(rows["brief-partnerships"] ?? []).length
      ? element(
          document,
          "p",
          {},
          "The recommendations are sorted by dimension; none is sorted by kind of partnership.",
        )
      : null,
    items.length > printedAdvice
      ? element(
          document,
          "p",
          { class: "on-paper" },
          `${printedAdvice} of ${items.length} on paper; all on the page.`,
        )
      : null,
    element(
      document,
      "p",
      {},
      element(
        document,
        "a",
        { href: link(`/recommendations?city=${city.id}`) },
        `All of them as a checklist for ${city.name}`,
      ),
      ".",
    ),
  );
}
