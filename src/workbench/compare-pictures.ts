import { element } from "../components/element.js";
import type { FrameContext } from "../components/figure-frame.js";
import { everyCity } from "../model/levers.js";
import { costByYear } from "../scenario-charts/cost-by-year.js";
import { coverageByCity } from "../scenario-charts/coverage-by-city.js";
import type { ScenarioPicture } from "../scenario-charts/picture.js";
import { drawPicture } from "../scenario-charts/scenario-figure.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";
import type { CompareItem } from "./compare-items.js";

/** Width of one picture, in CSS pixels: two stand side by side where there is room, one on a phone. */
const width = 420;

/** Coverage by city and dimension and cost by year of several scenarios, on the same scales. */
export function comparePictures(context: FrameContext, items: readonly CompareItem[]): HTMLElement[] {
  return [
    sideBySide(context, items, coverageByCity, "Coverage by city and dimension"),
    sideBySide(context, items, costByYear, "Cost by year"),
  ];
}

function sideBySide(
  context: FrameContext,
  items: readonly CompareItem[],
  picture: ScenarioPicture,
  title: string,
): HTMLElement {
  const { document } = context;
  // Ends of scales are kept from one drawing to the next: once all were drawn, all stand on the largest.
  const kept = new Map<string, number>();
  const draw = (view: ScenarioView) =>
    drawPicture(picture, picture.rows(view), { ...context, width, live: false, kept }, view);
  const views = items.map(({ view }) => ofAllCities(view));
  views.forEach(draw);
  return element(
    document,
    "section",
    { class: "compare-pictures" },
    element(document, "h3", {}, title),
    element(document, "p", { class: "unit" }, picture.unit),
    element(
      document,
      "div",
      { class: "compare-row" },
      ...views.map((view, i) =>
        element(
          document,
          "figure",
          {},
          element(
            document,
            "figcaption",
            {},
            element(document, "strong", {}, items[i]!.name),
            `: ${picture.title(view)}`,
          ),
          element(document, "div", { class: "picture" }, draw(view)),
        ),
      ),
    ),
  );
}

/** Scenarios that were saved with different cities in view are compared on all of them, without ranges. */
function ofAllCities(view: ScenarioView): ScenarioView {
  const document = { ...view.document, view: { city: everyCity } };
  return { ...view, document, uncertainty: null, attribution: null };
}
