import { faultWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import { formatNumber } from "../../components/format.js";
import { compareVersions } from "../../model/compare-versions.js";
import type { MeasureKind } from "../../model/measure.js";
import { scenarioOf } from "../../scenario/document.js";
import type { CompareItem } from "./compare-items.js";

const measures: { name: string; kind: MeasureKind; show: (value: number) => string; least: number }[] = [
  { name: "Coverage, all cities", kind: "coverage", show: (value) => formatNumber(value, 4), least: 0.00005 },
  { name: "Cost a year", kind: "total", show: formatEuro, least: 500 },
  { name: "Public cost a year", kind: "public", show: formatEuro, least: 500 },
];

/**
 * Where the difference between two scenarios comes from: levers and choices, assumptions, data. Shapley values: the
 * three parts sum to the difference, which stands beside them.
 */
export function compareSplit(document: Document, a: CompareItem, b: CompareItem): HTMLElement {
  const version = ({ view }: CompareItem) => ({ model: view.model, scenario: scenarioOf(view.document) });
  const rows: HTMLElement[] = [];
  const refused = new Set<string>();
  for (const { name, kind, show, least } of measures) {
    const outcome = compareVersions(version(a), version(b), { kind });
    if (!outcome.ok) {
      for (const fault of outcome.faults) refused.add(faultWords(fault));
      continue;
    }
    const { before, after, choices, assumptions, data } = outcome.value;
    const signed = (value: number) =>
      Math.abs(value) < least ? "0" : `${value > 0 ? "+" : ""}${show(value)}`;
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
      "Levers and choices are the levers, the years ahead and the target; assumptions are the table and your changes of it; data are the counts of the mapping. Each part is its mean over all orders in which the three could change (Shapley values), so that they add up exactly.",
    ),
  );
}
