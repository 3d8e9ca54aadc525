import { isOfMappedCity } from "../../model/assumptions.js";
import { acts } from "../../model/choices.js";
import { percent } from "../../components/format.js";
import { element } from "../../components/element.js";
import { tableHead } from "../../components/table-head.js";
import { formatEuro } from "../../components/euro.js";
import type { FrameContext } from "../../components/frame-context.js";
import { presets } from "../../model/presets.js";
import { costByYear } from "../../scenario-charts/cost-by-year.js";
import { coverageByCity } from "../../scenario-charts/coverage-by-city.js";
import { bandWords, cityPairs, lastOf, placeInView } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { changeByLever } from "../../scenario-charts/change-by-lever.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";
import { storiesOf, type PageData } from "../page-data.js";

/** What comes of it in the last year: for the city in view beside all together, or for every city. */
export function briefResults(document: Document, view: ScenarioView): HTMLElement {
  const last = lastOf(view.result);
  const before = lastOf(view.baseline);
  const { uncertainty } = view;
  const place = placeInView(view);
  const heads = [
    "City",
    "Coverage, mapping",
    "Scenario",
    "8 in 10 simulations",
    "Cost a year",
    "of it public",
  ];
  const row = (
    name: string,
    was: number,
    now: { coverage: number; cost: { total: number; public: number } },
    band: { p10: number; p90: number; p50: number } | undefined,
  ) =>
    element(
      document,
      "tr",
      {},
      element(document, "th", { scope: "row" }, name),
      ...[
        percent(was),
        percent(now.coverage),
        band ? bandWords(band, percent) : "–",
        formatEuro(now.cost.total),
        formatEuro(now.cost.public),
      ].map((words) => element(document, "td", { class: "number" }, words)),
    );
  return element(
    document,
    "section",
    {},
    element(document, "h3", {}, `By city, ${last.year}`),
    element(
      document,
      "table",
      {},
      tableHead(document, heads, 1),
      element(
        document,
        "tbody",
        {},
        ...cityPairs(view).map(
          ({ city, before, now }, c) =>
            (place < 0 || place === c) &&
            row(
              city,
              before.cityCoverage,
              { coverage: now.cityCoverage, cost: now.cost },
              uncertainty?.cities[c]?.coverage,
            ),
        ),
        // One city is all there is of itself.
        last.cities.length > 1 && row("All", before.coverage, last, uncertainty?.all.coverage),
      ),
    ),
  );
}

/** Every document a number of the brief comes from, with the places. */
export function briefSources(context: FrameContext, view: ScenarioView, data: PageData): HTMLElement {
  const { document } = context;
  const preset = presets.find(({ id }) => id === view.document.preset);
  const moved = new Set(view.document.levers.map(({ kind }) => kind));
  const adopted = new Set(
    view.document.levers.flatMap((lever) => (lever.kind === "practice" ? [lever.practice] : [])),
  );
  const cited = [
    ...[coverageByCity, changeByLever, costByYear].flatMap((picture) => picture.sources(view)),
    ...(preset ? [preset] : []),
    ...[...moved].map((kind) => toldLevers[kind].example),
    ...data.practices.filter(({ id }) => adopted.has(id)),
    // Of what only some choices read, where they were made: a census says nothing of a brief without people.
    ...Object.entries(storiesOf(data)).flatMap(([id, story]) =>
      isOfMappedCity(id) && !acts(id, view.model.version ?? 1, view.document) ? [] : [story],
    ),
  ];
  const places = new Map<string, Set<string>>();
  for (const { source_id, locator } of cited)
    places.set(source_id, (places.get(source_id) ?? new Set()).add(locator));
  return element(
    document,
    "section",
    { class: "scenario-sources" },
    element(document, "h3", {}, "Sources"),
    element(
      document,
      "ul",
      {},
      ...[...places].map(([id, locators]) =>
        element(
          document,
          "li",
          {},
          `${context.sourceCitation(id).replace(/\.$/, "")}: ${[...locators].join("; ")}.`,
        ),
      ),
    ),
  );
}
