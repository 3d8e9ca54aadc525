import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { tableHead } from "../../components/table-head.js";
import { formatNumber } from "../../components/format.js";
import {
  allowedByUnit,
  costUnit,
  withOverrides,
  type Assumption,
  type Overrides,
} from "../../model/assumptions.js";
import type { Range } from "../../model/range.js";
import type { AssumptionStory } from "./assumption-story.js";
import type { SourceLink } from "../source-link.js";
import type { NumberForm } from "../numbers/number-form.js";
import { numberField, type NumberField } from "../numbers/number-field.js";
import type { Workbench } from "../store.js";
import { oneSidedWords } from "../../scenario/one-sided-words.js";
import { unitWords } from "../../scenario/unit-words.js";

const grades = {
  documented: "a document has the figure",
  derived: "worked out from figures of the documents",
  assumed: "no document has it; this project's own judgement",
};

/** Every figure the model uses, with its range, its evidence and its reason; each can be changed, apart from the levers. */
export function assumptionsPanel(
  document: Document,
  workbench: Workbench,
  stories: Readonly<Record<string, AssumptionStory>>,
  sourceLink: SourceLink,
): HTMLElement {
  const rows = workbench.model.assumptions.map((assumption) =>
    assumptionRow(document, workbench, assumption, stories[assumption.id], sourceLink),
  );
  const summary = element(document, "summary", {}, "Assumptions");
  const heads = tableHead(document, ["Assumption", "Low", "Central", "High", "Evidence"]);
  const table = element(
    document,
    "table",
    {},
    heads,
    element(document, "tbody", {}, ...rows.map(({ row }) => row)),
  );
  const show = () => {
    const changed = Object.keys(workbench.document.overrides).length;
    summary.textContent = changed ? `Assumptions, ${changed} changed` : "Assumptions";
    // As they are used: a central value beyond the table's range has stretched that to itself.
    const used = withOverrides(workbench.model.assumptions, workbench.document.overrides);
    rows.forEach((row, i) => row.show((used.ok ? used.value : workbench.model.assumptions)[i]!));
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
      "Every figure the model works with. None of them is measured in a mapped city: change what you know better, and the range with it.",
    ),
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
      { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Assumptions" },
      table,
    ),
  );
}

const parts = ["low", "central", "high"] as const;

function assumptionRow(
  document: Document,
  workbench: Workbench,
  assumption: Assumption,
  story: AssumptionStory | undefined,
  sourceLink: SourceLink,
): { row: HTMLElement; show: (used: Assumption) => void } {
  const { id, name, unit } = assumption;
  const allowed = allowedByUnit[unit] ?? { minimum: 0, maximum: 1e9 };
  const fields = new Map<string, NumberField>(
    parts.map((part) => [
      part,
      numberField(
        document,
        {
          label: `${name}, ${part}, ${unitWords(unit)}`,
          ...formOf(unit, allowed),
          value: assumption[part],
          hideLabel: true,
          notesApart: true,
        },
        (value) => {
          const overrides = withOverride(workbench.document.overrides, assumption, part, value);
          const good = workbench.change(
            { ...workbench.document, overrides },
            `${name}, ${part}: ${formatNumber(value, value < 10 ? 2 : 0)}`,
            `assumption ${id} ${part}`,
          );
          return good || `This is not taken: ${faultsWords(workbench.faults)}.`;
        },
        () => workbench.settle(),
      ),
    ]),
  );
  const reset = element(document, "button", { type: "button", "aria-label": `Reset ${name}` }, "Reset");
  reset.addEventListener("click", () => {
    const overrides = Object.fromEntries(
      Object.entries(workbench.document.overrides).filter(([other]) => other !== id),
    );
    workbench.change({ ...workbench.document, overrides }, `Reset ${name}`);
    fields.get("central")!.input.focus();
  });
  const mark = element(document, "span", { class: "changed-mark" }, "changed");
  const oneSided = element(document, "p", { class: "one-sided" });
  // What is not drawn has no range: only its central value is a figure.
  const fixed = assumption.distribution === "fixed";
  const cells = parts.map((part) =>
    element(document, "td", {}, fixed && part !== "central" ? "not drawn" : fields.get(part)!.field),
  );
  const row = element(
    document,
    "tr",
    { "data-assumption": id },
    element(
      document,
      "th",
      { scope: "row" },
      name,
      element(document, "small", {}, unitWords(unit)),
      mark,
      " ",
      reset,
      ...parts.map((part) => fields.get(part)!.notes),
      oneSided,
    ),
    ...cells,
    element(
      document,
      "td",
      { class: "evidence" },
      gradeMark(document, assumption.evidence),
      story ? why(document, story, name, sourceLink) : "",
    ),
  );
  const show = (used: Assumption) => {
    const own = workbench.document.overrides[id];
    for (const part of parts) fields.get(part)!.set(used[part]);
    mark.hidden = reset.hidden = !own;
    oneSided.textContent = oneSidedWords(used);
    oneSided.hidden = oneSided.textContent === "";
    row.classList.toggle("changed", Boolean(own));
  };
  return { row, show };
}

/** How values of a unit are typed, and by how much an arrow key moves them. */
function formOf(unit: string, allowed: Omit<Range, "unit">): NumberForm & { step?: number } {
  if (unit === costUnit) return { unit: "euro", ...allowed, step: 1000 };
  if (unit === "calendar year") return { unit: "number", ...allowed, whole: true, calendar: true };
  const isShare = allowed.maximum === 1;
  return isShare ? { unit: "share", ...allowed, step: 0.01 } : { unit: "number", ...allowed };
}

/** How good the evidence is: a word, and its place in three as filled squares. */
function gradeMark(document: Document, grade: string): HTMLElement {
  const filled = { documented: 3, derived: 2, assumed: 1 }[grade] ?? 0;
  return element(
    document,
    "span",
    { class: "grade" },
    ...[0, 1, 2].map((place) =>
      element(document, "span", { class: place < filled ? "grade-step filled" : "grade-step" }),
    ),
    ` ${grade}`,
  );
}

function why(document: Document, story: AssumptionStory, name: string, sourceLink: SourceLink): HTMLElement {
  return element(
    document,
    "details",
    {},
    element(document, "summary", { "aria-label": `Why: ${name}` }, "Why"),
    element(document, "p", {}, `${story.reason} `, sourceLink(story)),
    story.note ? element(document, "p", {}, story.note) : null,
  );
}

/** The changes with one more; what is back at the table's figure is no change. */
function withOverride(
  overrides: Overrides,
  assumption: Assumption,
  part: (typeof parts)[number],
  value: number,
): Overrides {
  const own = { ...overrides[assumption.id], [part]: value };
  for (const name of parts) if (own[name] === assumption[name]) delete own[name];
  const rest = Object.fromEntries(Object.entries(overrides).filter(([id]) => id !== assumption.id));
  return Object.keys(own).length ? { ...rest, [assumption.id]: own } : rest;
}
