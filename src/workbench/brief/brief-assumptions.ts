import { element } from "../../components/element.js";
import { formatAsItIs } from "../../components/format.js";
import { withOverrides } from "../../model/assumptions.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { oneSidedWords } from "../../scenario/one-sided-words.js";
import { unitWords } from "../../scenario/unit-words.js";

const parts = ["low", "central", "high"] as const;

/** Every assumption used, the changed ones first with what the table has instead. */
export function briefAssumptions(
  document: Document,
  { model, document: scenario }: ScenarioView,
): HTMLElement {
  const outcome = withOverrides(model.assumptions, scenario.overrides);
  const used = outcome.ok ? outcome.value : model.assumptions;
  const rows = used.map((now, i) => ({ now, table: model.assumptions[i]! }));
  const changed = rows.filter(({ now }) => Object.hasOwn(scenario.overrides, now.id));
  const others = rows.filter((row) => !changed.includes(row));
  const head = ["Assumption", "Low", "Central", "High", "Unit", "Evidence"].map((name, i) =>
    element(document, "th", { scope: "col", class: i > 0 && i < 4 ? "number" : null }, name),
  );
  const line = ({ now, table }: (typeof rows)[number], own: boolean) =>
    element(
      document,
      "tr",
      { class: own ? "changed" : null },
      element(document, "th", { scope: "row" }, now.name),
      ...parts.map((part) => {
        const words = figure(now[part], now.unit);
        const own = scenario.overrides[now.id]?.[part] !== undefined;
        return element(
          document,
          "td",
          { class: "number" },
          own ? element(document, "strong", {}, words) : words,
        );
      }),
      element(document, "td", {}, unitWords(now.unit)),
      element(
        document,
        "td",
        {},
        own
          ? [
              `changed; table ${[table.low, table.central, table.high].map((value) => figure(value, now.unit)).join(", ")}`,
              oneSidedWords(now),
            ]
              .filter(Boolean)
              .join(". ")
          : now.evidence,
      ),
    );
  return element(
    document,
    "section",
    {},
    element(
      document,
      "h3",
      {},
      changed.length === 0 ? "Assumptions, none changed" : `Assumptions, ${changed.length} changed, in bold`,
    ),
    element(
      document,
      "table",
      { class: "brief-assumptions" },
      element(document, "thead", {}, element(document, "tr", {}, ...head)),
      element(
        document,
        "tbody",
        {},
        ...changed.map((row) => line(row, true)),
        ...others.map((row) => line(row, false)),
      ),
    ),
  );
}

/** A figure as it is; a year is not grouped. */
function figure(value: number, unit: string): string {
  return unit === "calendar year" ? String(value) : formatAsItIs(value, 6);
}
