import { group } from "d3-array";
import type { Row } from "./figure.js";
import { element } from "./element.js";
import { idOfRows, kindsByIndicator, type PlaceKind } from "../model/statistic-places.js";
import { scrollFrame } from "./scroll-frame.js";
import { bounded, formatNumber, mindWords } from "./format.js";
import type { FrameContext } from "./frame-context.js";
import { tableHead } from "./table-head.js";

/** What kind of place a number is of, as headings name it; in this order. */
const kindsOfPlace: Readonly<Record<PlaceKind, string>> = {
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
 * Every statistic of the documents, each number with its own kind of place and there under its indicator; each kind is in
 * a fold of its own. Where an indicator has numbers of several kinds the first has its id, so that a link to the
 * indicator opens that fold, and each says where the others are.
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
  const byIndicator = group(
    statistics,
    (row) => String(row.indicator_id),
    (row) => String(row.place_kind),
  );
  const kinds = kindsByIndicator(statistics);
  const kindsOf = (indicator: Row) => kinds.get(String(indicator.indicator_id)) ?? [];
  for (const [kind, name] of Object.entries(kindsOfPlace) as [PlaceKind, string][]) {
    const own = indicators.filter((indicator) => kindsOf(indicator).includes(kind));
    if (!own.length) continue;
    const numbersOf = (indicator: Row) => byIndicator.get(String(indicator.indicator_id))!.get(kind)!;
    const bodies = own.map((indicator) =>
      rowsOf(indicator, numbersOf(indicator), { kind, kinds: kindsOf(indicator) }, context),
    );
    const numbers = own.reduce((sum, indicator) => sum + numbersOf(indicator).length, 0);
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

/** "Also under Countries and The world", each a link; nothing where an indicator has one kind of place. */
function alsoUnder(
  indicator: string,
  { kind, kinds }: { kind: PlaceKind; kinds: readonly PlaceKind[] },
  document: Document,
): HTMLElement | string {
  const others = kinds.filter((other) => other !== kind);
  if (others.length === 0) return "";
  const links = others.map((other) =>
    element(document, "a", { href: `#${idOfRows(indicator, other, kinds)}` }, kindsOfPlace[other]),
  );
  const listed = links.flatMap((link, i) =>
    i === 0 ? [link] : [i === links.length - 1 ? " and " : ", ", link],
  );
  return element(document, "small", {}, "Also under ", ...listed, ".");
}

/**
 * An indicator with its numbers of one kind of place: its name and meaning in a line of their own, then a line for each
 * place and year.
 */
function rowsOf(
  indicator: Row,
  statistics: readonly Row[],
  of: { kind: PlaceKind; kinds: readonly PlaceKind[] },
  { document, sourceName, link }: Pick<FrameContext, "document" | "sourceName" | "link">,
): HTMLElement {
  const name = String(indicator.indicator_id);
  const id = idOfRows(name, of.kind, of.kinds);
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
        alsoUnder(name, of, document),
      ),
    ),
    ...lines,
  );
}
