import type { Agreement } from "../model/agreement.js";
import { element } from "./element.js";
import { formatNumber } from "./format.js";
import { tableHead } from "./table-head.js";

/** How far the two readers of the judgements agree, a row for each table. @param titleOf a table's title by its name */
export function agreementTable(
  document: Document,
  agreements: readonly Agreement[],
  titleOf: (table: string) => string,
): HTMLElement {
  const head = tableHead(document, [
    "Judgement",
    "Judged",
    "Single decisions",
    "Both agree, % of decisions",
    "Cohen's kappa",
    "Settled",
  ]);
  const rows = agreements.map(({ table, units, decisions, agreedPct, kappa, settled }) =>
    element(
      document,
      "tr",
      {},
      element(
        document,
        "th",
        { scope: "row" },
        element(document, "a", { href: `#table-${table}` }, titleOf(table)),
      ),
      ...(
        [
          ["Judged", formatNumber(units)],
          ["Single decisions", formatNumber(decisions)],
          ["Both agree, % of decisions", formatNumber(agreedPct, 1)],
          ["Cohen's kappa", kappa === null ? "not defined" : formatNumber(kappa, 2)],
          ["Settled", formatNumber(settled)],
        ] as const
      ).map(([label, words]) => element(document, "td", { class: "number", "data-label": label }, words)),
    ),
  );
  return element(
    document,
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "How far two readers agree" },
    element(document, "table", {}, head, element(document, "tbody", {}, ...rows)),
  );
}
