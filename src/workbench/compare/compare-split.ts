import { faultWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { scrollFrame } from "../../components/scroll-frame.js";
import { compareVersions } from "../../model/compare-versions.js";
import type { MeasureKind } from "../../model/measure.js";
import { nameOf } from "../../scenario-charts/reading.js";
import { scenarioOf } from "../../scenario/document.js";
import type { CompareItem } from "./compare-items.js";
import { money, share, signedDifference, type Quantity } from "./compare-quantity.js";

/** @param where "all cities", or the name of the city in view */
const measures = (where: string): (Quantity & { kind: MeasureKind })[] => [
  { ...share(`Coverage, ${where}`), kind: "coverage" },
  { ...money(`Cost a year, ${where}`), kind: "total" },
  { ...money(`Public cost a year, ${where}`), kind: "public" },
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
  for (const measure of measures(where)) {
    const { name, kind, show } = measure;
    const outcome = compareVersions(version(a), version(b), { kind, ...(both ? { city: inView } : {}) });
    if (!outcome.ok) {
      for (const fault of outcome.faults) refused.add(faultWords(fault));
      continue;
    }
    const { before, after, choices, assumptions, data } = outcome.value;
    const signed = (value: number) => signedDifference(measure, value, "0");
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
  const apart = (a.view.model.version ?? 1) !== (b.view.model.version ?? 1);
  const assumed = apart ? "Assumptions and model version" : "Assumptions";
  const heads = ["", a.name, "Levers and choices", assumed, "Data", "Sum of the three", b.name].map((name) =>
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
      ? scrollFrame(
          document,
          "Parts of the difference",
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
      `Levers and choices are the levers, the years ahead, the target and how cities are weighed; assumptions are the table, your changes of it, and how costs and counts are taken${apart ? ", with the model’s formulas" : ""}; data are what the mapping counted. The difference is shared out between the three so that the parts add up (Shapley values).`,
    ),
  );
}
