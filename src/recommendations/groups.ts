import { capital } from "../components/format.js";
import { element } from "../components/element.js";
import type { Recommendation } from "../model/recommendations.js";
import type { Group } from "./arrange.js";
import type { PageData } from "./page-data.js";
import { dimensionName, numberName } from "./words.js";

/** Groups with their headings; the items are those given, moved to where they belong now. */
export function groupSections(
  document: Document,
  groups: readonly Group[],
  itemOf: (recommendation: Recommendation) => HTMLElement,
  { sources }: Pick<PageData, "sources">,
): HTMLElement[] {
  if (groups.length === 0)
    return [element(document, "p", { class: "none" }, "No recommendation is left by what is chosen above.")];
  return groups.map(({ id, sections, also }) => {
    const [short, title] = sources[id] ?? [null, dimensionName(id)];
    const section = element(
      document,
      "section",
      { class: "group" },
      element(
        document,
        "h2",
        {},
        sources[id] ? title : capital(title),
        short !== null && element(document, "small", {}, ` ${short}`),
      ),
    );
    for (const { title, items } of sections) {
      if (items.length === 0) continue;
      if (title !== null) section.append(element(document, "h3", {}, title));
      section.append(element(document, "ul", { class: "recommendations" }, ...items.map(itemOf)));
    }
    if (also.length > 0)
      section.append(
        element(document, "p", { class: "also" }, "Also in this dimension, and marked under their first:"),
        element(
          document,
          "ul",
          { class: "also" },
          ...also.map((recommendation) =>
            element(
              document,
              "li",
              {},
              element(document, "a", { href: `#${recommendation.id}` }, recommendation.summary),
              ` (${sources[recommendation.source_id]?.[0] ?? recommendation.source_id}, ${numberName(recommendation)})`,
            ),
          ),
        ),
      );
    return section;
  });
}
