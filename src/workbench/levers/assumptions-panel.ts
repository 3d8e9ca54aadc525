import { element } from "../../components/element.js";
import { scrollFrame } from "../../components/scroll-frame.js";
import { withOverrides, type Assumption } from "../../model/assumptions.js";
import { inGroups, type AssumptionGroup } from "../../scenario/assumption-groups.js";
import type { SourceLink } from "../source-link.js";
import type { Workbench } from "../store.js";
import { assumptionRow, gradeMark, type AssumptionRow } from "./assumption-row.js";
import type { AssumptionStory } from "./assumption-story.js";
import { costingField } from "./costing-field.js";

const grades = {
  documented: "a document has the figure",
  derived: "worked out from figures of the documents",
  assumed: "no document has it; this project's own judgement",
};

/**
 * Every figure the model uses, with its range, its evidence and its reason; each can be changed, apart from the levers.
 * They stand in groups; what does not act, because costs are taken the other way, says so.
 */
export function assumptionsPanel(
  document: Document,
  workbench: Workbench,
  stories: Readonly<Record<string, AssumptionStory>>,
  sourceLink: SourceLink,
): HTMLElement {
  const rows = workbench.model.assumptions.map((assumption) =>
    assumptionRow(document, workbench, assumption, stories[assumption.id], sourceLink),
  );
  const groups = inGroups(rows).map((group) => groupSection(document, group, group.rows));
  const summary = element(document, "summary", {}, "Assumptions");
  const show = () => {
    const { overrides, costing } = workbench.document;
    const changed = Object.keys(overrides).length;
    summary.textContent = [
      "Assumptions",
      ...(changed ? [`${changed} changed`] : []),
      ...(costing ? ["costs by dimension"] : []),
    ].join(", ");
    const used = withOverrides(workbench.model.assumptions, overrides);
    const byId = new Map<string, Assumption>(
      (used.ok ? used.value : workbench.model.assumptions).map((one) => [one.id, one]),
    );
    // A scenario of other cities than the page was made for has no value for some rows; the page then begins anew.
    for (const row of rows) if (byId.has(row.id)) row.show(byId.get(row.id)!);
  };
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return element(
    document,
    "details",
    { class: "assumptions", id: "assumptions" },
    summary,
    element(
      document,
      "p",
      { class: "meaning" },
      "Every figure the model works with. No cost was measured in a mapped city: change what you know better, and the range with it.",
    ),
    costingField(document, workbench),
    element(
      document,
      "ul",
      { class: "grades" },
      ...Object.entries(grades).map(([grade, words]) =>
        element(document, "li", {}, gradeMark(document, grade), `: ${words}`),
      ),
    ),
    element(
      document,
      "div",
      { class: "assumption-ways", role: "group", "aria-label": "Go to assumptions" },
      ...groups.map(({ way }) => way),
    ),
    scrollFrame(document, "Assumptions", ...groups.map(({ section }) => section)),
  );
}

/** A group under its heading, and the button that leads there. */
function groupSection(
  document: Document,
  { name, meaning }: AssumptionGroup,
  rows: readonly AssumptionRow[],
): { section: HTMLElement; way: HTMLElement } {
  const heading = element(document, "h3", { tabindex: -1 }, name);
  const way = element(document, "button", { type: "button" }, name);
  way.addEventListener("click", () => {
    heading.scrollIntoView?.({ block: "start" });
    heading.focus({ preventScroll: true });
  });
  const heads = ["Assumption", "Low", "Central", "High", "Evidence"].map((head) =>
    element(document, "th", { scope: "col", role: "columnheader" }, head),
  );
  // On a phone a row is a block of its own: with its roles said, it stays a row to those who hear it.
  const section = element(
    document,
    "section",
    { class: "assumption-group", "aria-label": name },
    heading,
    element(document, "p", { class: "meaning" }, meaning),
    element(
      document,
      "table",
      { role: "table", "aria-label": name },
      element(document, "thead", { role: "rowgroup" }, element(document, "tr", { role: "row" }, ...heads)),
      element(document, "tbody", { role: "rowgroup" }, ...rows.map(({ row }) => row)),
    ),
  );
  return { section, way };
}
