import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import type { CityContext } from "../model/city-contexts.js";
import { cityGroups } from "./city-groups.js";

/** What stands in the way in while no city is chosen. */
export const invitation =
  "You get its gaps, practices that answer them, a checklist, and scenarios with their cost. Your choice stays in this browser.";

/**
 * The way in for a reader's own city, as it stands in the page's HTML: a combobox that the page's script answers. Without
 * scripts the briefs of the mapped cities are the way in.
 * @param cities of the evidence
 */
export function wayInBlock(
  { document, link }: Pick<FrameContext, "document" | "link">,
  cities: readonly CityContext[],
): HTMLElement {
  const select = element(
    document,
    "select",
    { id: "way-in-city", autocomplete: "off", disabled: true },
    element(document, "option", { value: "" }, "Choose a city"),
    ...cityGroups(document, cities, "Initiatives counted", "Described"),
  );
  const briefs = cities
    .filter(({ initiatives }) => initiatives)
    .map(({ id, name }) =>
      element(document, "li", {}, element(document, "a", { href: link(`/cities/${id}`) }, name)),
    );
  return element(
    document,
    "section",
    { class: "way-in", "data-way-in": true, "aria-labelledby": "way-in-title" },
    element(
      document,
      "h2",
      { id: "way-in-title" },
      element(document, "label", { for: "way-in-city" }, "Which city are you from?"),
    ),
    select,
    element(
      document,
      "div",
      { class: "city-summary", "data-city-summary": true },
      element(document, "p", {}, invitation),
    ),
    element(document, "noscript", {}, element(document, "ul", { class: "ways-on" }, ...briefs)),
  );
}
