import { element } from "../../components/element.js";
import type { FrameContext } from "../../components/frame-context.js";
import { everyCity } from "../../model/levers/every-city.js";
import { compareCost, compareCoverage, type CompareView } from "../../scenario-charts/compare.js";
import { coverageByCity } from "../../scenario-charts/coverage-by-city.js";
import { LiveScenarioFigure } from "../../scenario-charts/live-scenario-figure.js";
import { drawPicture } from "../../scenario-charts/scenario-figure.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import type { CompareItem } from "./compare-items.js";

/** Width at which a picture of one scenario is drawn, in CSS pixels: a phone shows it without shrinking its words. */
const width = 340;

/**
 * Pictures of the scenarios side by side, all on the same scales: coverage by city, coverage by city and dimension,
 * cost by year. The figures stay the same elements while what they show changes.
 * @param city id of the city in view, which titles and costs are about where every scenario has it
 */
export function comparePictures(
  context: FrameContext,
): (items: readonly CompareItem[], city: string) => HTMLElement[] {
  const figures: LiveScenarioFigure<CompareView>[] = [];
  return (items, city) => {
    const view: CompareView = {
      scenarios: items.map(({ name, view }) => ({ name, view: ofAllCities(view) })),
      ...(items.every(({ view }) => view.model.baseline.cities.includes(city)) ? { city } : {}),
    };
    if (figures.length === 0)
      for (const picture of [compareCoverage, compareCost])
        figures.push(new LiveScenarioFigure(picture, view, { ...context, heading: "h3" }));
    else for (const figure of figures) figure.update(view);
    const [coverage, cost] = figures.map(({ frame }) => frame);
    return [coverage!, byDimension(context, items), cost!];
  };
}

function byDimension(context: FrameContext, items: readonly CompareItem[]): HTMLElement {
  const { document } = context;
  return element(
    document,
    "section",
    { class: "compare-pictures" },
    element(document, "h3", {}, "Coverage by city and dimension"),
    element(document, "p", { class: "unit" }, coverageByCity.unit),
    element(
      document,
      "div",
      { class: "compare-row" },
      ...items.map(({ name, view }) => {
        const shown = ofAllCities(view);
        const drawing = drawPicture(
          coverageByCity,
          coverageByCity.rows(shown),
          { ...context, width, live: false },
          shown,
        );
        return element(
          document,
          "figure",
          {},
          element(
            document,
            "figcaption",
            {},
            element(document, "strong", {}, name),
            `: ${coverageByCity.title(shown)}`,
          ),
          element(document, "div", { class: "picture" }, drawing),
        );
      }),
    ),
  );
}

/** Scenarios that were saved with different cities in view are compared on all of them, without ranges. */
function ofAllCities(view: ScenarioView): ScenarioView {
  // A city of the reader's own is all there is of its scenario.
  const city = view.document.ownCity ? view.document.view.city : everyCity;
  const document = { ...view.document, view: { city } };
  return { ...view, document, uncertainty: null, attribution: null };
}
