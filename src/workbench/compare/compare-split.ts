import { faultWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import { formatNumber, percent } from "../../components/format.js";
import { compareVersions } from "../../model/compare-versions.js";
import type { MeasureKind } from "../../model/measure.js";
import { nameOf } from "../../scenario-charts/reading.js";
import { scenarioOf } from "../../scenario/document.js";
import type { CompareItem } from "./compare-items.js";

interface SplitMeasure {
  name: string;
  kind: MeasureKind;
  show: (value: number) => string;
  /** Words of a part, without its sign, where they are others than those of a value. */
  showPart?: (value: number) => string;
  /** Smallest part that is told. */
  least: number;
}

const tenths = (value: number) => percent(value, 1);
const points = (value: number) => `${formatNumber(value * 100, 1)} points`;

/** @param where "all cities", or the name of the city in view */
const measures = (where: string): SplitMeasure[] => [
  { name: `Coverage, ${where}`, kind: "coverage", show: tenths, showPart: points, least: 0.0005 },
  { name: `Cost a year, ${where}`, kind: "total", show: formatEuro, least: 500 },
  { name: `Public cost a year, ${where}`, kind: "public", show: formatEuro, least: 500 },
];

/**
 * Where the difference between two scenarios comes from: levers and choices, assumptions, data. Shapley values: the
 * three parts sum to the difference, which stands beside them.
 * @param inView id of the city in view, which it is about where both scenarios have it; else it is about all cities
 */
export function compareSplit(
  document: Document,
  a: CompareItem,
  b: CompareItem,
  inView: string,
): HTMLElement {
  const both = [a, b].every(({ view }) => view.model.baseline.cities.includes(inView));
  const where = both ? nameOf(a.view, inView) : "all cities";
  const version = ({ view }: CompareItem) => ({ model: view.model, scenario: scenarioOf(view.document) });
  const rows: HTMLElement[] = [];
  const refused = new Set<string>();
  for (const { name, kind, show, showPart = show, least } of measures(where)) {
    const outcome = compareVersions(version(a), version(b), { kind, ...(both ? { city: inView } : {}) });
    if (!outcome.ok) {
      for (const fault of outcome.faults) refused.add(faultWords(fault));
      continue;
    }
    const { before, after, choices, assumptions, data } = outcome.value;
    const signed = (value: number) =>
      Math.abs(value) < least ? "0" : `${value > 0 ? "+" : ""}${showPart(value)}`;
    const cells = [
      show(before),
      signed(choices),
      signed(assumptions),
      signed(data),
      signed(choices + assumptions + data),
      show(after),
    ];
    rows.push(
      element(
        document,
        "tr",
        {},
        element(document, "th", { scope: "row" }, name),
        ...cells.map((words) => element(document, "td", { class: "number" }, words)),
      ),
    );
  }
  const heads = ["", a.name, "Levers and choices", "Assumptions", "Data", "Sum of the three", b.name].map(
    (name) =>
      name === ""
        ? element(document, "td", {})
        : element(document, "th", { scope: "col", class: "number" }, name),
  );
  return element(
    document,
    "section",
    { class: "compare-split", "aria-label": "Where the difference comes from" },
    element(document, "h3", {}, "Where the difference comes from"),
    refused.size > 0 ? element(document, "p", { class: "trouble" }, `${[...refused].join("; ")}.`) : null,
    rows.length > 0
      ? element(
          document,
          "div",
          { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Parts of the difference" },
          element(
            document,
            "table",
            {},
            element(document, "thead", {}, element(document, "tr", {}, ...heads)),
            element(document, "tbody", {}, ...rows),
          ),
        )
      : null,
    element(
      document,
      "p",
      { class: "meaning" },
      "Levers and choices are the levers, the years ahead and the target; assumptions are the table and your changes of it; data are the counts of the mapping. The difference is shared out between the three so that the parts add up (Shapley values).",
    ),
  );
}
