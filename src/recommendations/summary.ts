import { element } from "../components/element.js";
import { stateNames, states, type SummaryRow } from "./marks.js";
import { dimensionName } from "./words.js";

const columns = ["in-place", "started", "not-yet", "unmarked"] as const;

/**
 * States by dimension as a table whose first column is a bar: how far a place is, at a glance and in numbers.
 */
export function summaryTable(document: Document, rows: readonly SummaryRow[]): HTMLElement {
  const head = element(document, "tr", {}, element(document, "th", { scope: "col" }, "Dimension"));
  head.append(element(document, "td", {}));
  for (const column of [...columns, "all"] as const)
    head.append(
      element(
        document,
        "th",
        { scope: "col", class: "number" },
        column !== "all" && element(document, "span", { class: `swatch ${column}` }),
        column === "all" ? "all" : stateNames[column],
      ),
    );
  const body = element(document, "tbody");
  for (const { of, counts } of rows) {
    const bar = element(document, "span", { class: "bar", "aria-hidden": "true" });
    for (const column of columns)
      if (counts[column] > 0)
        bar.append(
          element(document, "span", {
            class: column,
            style: `width: ${Number(((100 * counts[column]) / counts.all).toFixed(2))}%`,
          }),
        );
    body.append(
      element(
        document,
        "tr",
        { class: of === "all" ? "all" : null },
        element(document, "th", { scope: "row" }, of === "all" ? "all" : dimensionName(of)),
        element(document, "td", { class: "bar-cell" }, bar),
        ...columns.map((column) => element(document, "td", { class: "number" }, counts[column])),
        element(document, "td", { class: "number" }, counts.all),
      ),
    );
  }
  return element(
    document,
    "div",
    { class: "scroll-x" },
    element(
      document,
      "table",
      { class: "summary" },
      element(
        document,
        "caption",
        {},
        "Number of recommendations by state. One of two dimensions counts in both rows, and once in the last.",
      ),
      element(document, "thead", {}, head),
      body,
    ),
  );
}

/** How far a place is, in a sentence: the heading of the summary. */
export function summaryTitle(rows: readonly SummaryRow[], name: string | null): string {
  const all = rows.find(({ of }) => of === "all")!.counts;
  if (name === null) return `${all.all} recommendations, by dimension`;
  if (all.unmarked === all.all) return `${name}: none of ${all.all} recommendations is marked`;
  const parts = [...states]
    .reverse()
    .map((state) => `${all[state]} ${stateNames[state]}`.replaceAll(" ", "\u00a0"))
    .concat(all.unmarked > 0 ? [`${all.unmarked}\u00a0not\u00a0marked`] : []);
  return `${name}: ${parts.join(", ")}`;
}
