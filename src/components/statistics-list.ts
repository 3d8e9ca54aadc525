import { group } from "d3-array";
import type { Row } from "./figure.js";
import { element } from "./element.js";
import { scrollFrame } from "./scroll-frame.js";
import { bounded, formatNumber, mindWords } from "./format.js";
import type { FrameContext } from "./frame-context.js";
import { tableHead } from "./table-head.js";

/** What kind of place a number is of, as headings name it; in this order. */
const kindsOfPlace: Readonly<Record<string, string>> = {
  city: "Cities",
  "metropolitan-area": "Metropolitan areas",
  district: "Districts",
  state: "States and provinces",
  country: "Countries",
  "country-group": "Groups of countries",
  "world-region": "Regions of the world",
  world: "The world",
  programme: "Programmes",
  survey: "Surveys",
};

/**
 * Every statistic of the documents, under its indicator; an indicator stands with the first kind of place that it has a
 * number for, and each kind in a fold of its own. The id of an indicator's rows is the indicator's: a link to it opens
 * the fold.
 * @param indicators rows of the table `indicators`
 * @param statistics rows of the table `statistics`
 */
export function statisticsList(
  indicators: readonly Row[],
  statistics: readonly Row[],
  context: Pick<FrameContext, "document" | "sourceName" | "link">,
): HTMLElement {
  const { document } = context;
  const made = element(document, "div", { class: "statistics" });
  const byIndicator = group(statistics, (row) => row.indicator_id);
  const order = Object.keys(kindsOfPlace);
  const firstKind = (indicator: Row) =>
    Math.min(
      ...(byIndicator.get(indicator.indicator_id) ?? []).map((row) => order.indexOf(String(row.place_kind))),
    );
  for (const [place, kind] of order.entries()) {
    const own = indicators.filter((indicator) => firstKind(indicator) === place);
    if (!own.length) continue;
    const name = kindsOfPlace[kind]!;
    const bodies = own.map((indicator) =>
      rowsOf(indicator, byIndicator.get(indicator.indicator_id)!, context),
    );
    const numbers = own.reduce((sum, { indicator_id }) => sum + byIndicator.get(indicator_id)!.length, 0);
    made.append(
      element(
        document,
        "details",
        { id: `of-${kind}` },
        element(
          document,
          "summary",
          {},
          element(document, "h3", {}, name),
          ` ${counted(numbers, "number")}, ${counted(own.length, "indicator")}`,
        ),
        scrollFrame(
          document,
          `Statistics: ${name}`,
          element(
            document,
            "table",
            {},
            tableHead(document, ["Place", "Year", "Value", "Source", "Notes"]),
            ...bodies,
          ),
        ),
      ),
    );
  }
  return made;
}

const counted = (count: number, noun: string) => `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;

/** An indicator with its numbers: its name and meaning in a line of their own, then a line for each place and year. */
function rowsOf(
  indicator: Row,
  statistics: readonly Row[],
  { document, sourceName, link }: Pick<FrameContext, "document" | "sourceName" | "link">,
): HTMLElement {
  const id = String(indicator.indicator_id);
  const cell = (label: string, ...children: Parameters<typeof element>[3][]) =>
    element(document, "td", { "data-label": label }, ...children);
  const lines = statistics.map((row) =>
    element(
      document,
      "tr",
      {},
      element(
        document,
        "th",
        { scope: "row" },
        row.city_id
          ? element(document, "a", { href: link(`/cities/${row.city_id}`) }, String(row.place))
          : String(row.place),
      ),
      cell("Year", row.year_stated === true ? String(row.year) : "not stated"),
      element(
        document,
        "td",
        { class: "number", "data-label": "Value" },
        typeof row.value === "number"
          ? bounded(formatNumber(row.value, Number(indicator.decimals ?? 0)), row.qualifier)
          : "no figure",
      ),
      cell(
        "Source",
        element(
          document,
          "a",
          { href: link(`/sources#${row.source_id}`) },
          sourceName(String(row.source_id)),
        ),
        `, ${row.locator}`,
      ),
      cell("Notes", mindWords(row)),
    ),
  );
  return element(
    document,
    "tbody",
    { id },
    element(
      document,
      "tr",
      {},
      element(
        document,
        "th",
        { scope: "rowgroup", colspan: 5 },
        element(document, "a", { href: `#${id}` }, String(indicator.name)),
        `, ${indicator.unit}`,
        element(document, "small", {}, String(indicator.definition ?? "")),
      ),
    ),
    ...lines,
  );
}
