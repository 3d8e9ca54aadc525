import { element } from "../../components/element.js";
import type { FrameContext } from "../../components/frame-context.js";
import { noscriptNotice } from "../../components/noscript-notice.js";
import type { CityContext } from "../../model/city-contexts.js";
import { comparatorsView, firstNearness } from "./comparators-view.js";

/** Whom to compare a city with, as it stands in the page's HTML: the first mapped city, with equal weights. */
export function comparatorsBlock(
  context: Pick<FrameContext, "document" | "link">,
  cities: readonly CityContext[],
): HTMLElement {
  const { document } = context;
  const nothing = () => {};
  const view = comparatorsView(context, cities, { choose: nothing, weigh: nothing, level: nothing }, false);
  const first = firstNearness(cities);
  if (!first)
    return element(
      document,
      "p",
      { class: "notice" },
      "No city is mapped, so that there is none to compare with.",
    );
  view.show(first, "");
  return element(
    document,
    "section",
    { class: "comparators", "data-comparators": true, "aria-label": "Whom to compare it with" },
    noscriptNotice(
      document,
      `Drawn for ${first.city.name}, with equal weights. Choosing a city and weights needs JavaScript.`,
    ),
    ...view.parts,
  );
}
