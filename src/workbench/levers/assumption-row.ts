import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { formatNumber } from "../../components/format.js";
import { allowedByUnit, costUnit, type Assumption, type Overrides } from "../../model/assumptions.js";
import type { Range } from "../../model/range.js";
import { notUsedWords } from "../../scenario/assumption-groups.js";
import { oneSidedWords } from "../../scenario/one-sided-words.js";
import { unitWords } from "../../scenario/unit-words.js";
import { numberField, type NumberField } from "../numbers/number-field.js";
import type { NumberForm } from "../numbers/number-form.js";
import type { SourceLink } from "../source-link.js";
import type { Workbench } from "../store.js";
import type { AssumptionStory } from "./assumption-story.js";

const parts = ["low", "central", "high"] as const;

/** A row of the table, and what brings it in line with the scenario. */
export interface AssumptionRow {
  id: string;
  row: HTMLElement;
  /** @param used the assumption as it is used: a central value beyond the table's range has stretched that to itself */
  show: (used: Assumption) => void;
}

/** An assumption with its low, central and high value to type, how good it is, and why it is so. */
export function assumptionRow(
  document: Document,
  workbench: Workbench,
  assumption: Assumption,
  story: AssumptionStory | undefined,
  sourceLink: SourceLink,
): AssumptionRow {
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
    element(
      document,
      "td",
      // On a phone it says which value it is: the head of the column is not in view there.
      { role: "cell", "data-part": part },
      fixed && part !== "central" ? "not drawn" : fields.get(part)!.field,
    ),
  );
  const notUsed = element(document, "span", { class: "not-used" });
  const row = element(
    document,
    "tr",
    { "data-assumption": id, role: "row" },
    element(
      document,
      "th",
      { scope: "row", role: "rowheader" },
      name,
      element(document, "small", {}, unitWords(unit)),
      notUsed,
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
      { class: "evidence", role: "cell" },
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
    const words = notUsedWords(id, workbench.document);
    notUsed.textContent = words;
    notUsed.hidden = !words;
    row.classList.toggle("idle", Boolean(words));
  };
  return { id, row, show };
}

/** How values of a unit are typed, and by how much an arrow key moves them. */
function formOf(unit: string, allowed: Omit<Range, "unit">): NumberForm & { step?: number } {
  if (unit === costUnit) return { unit: "euro", ...allowed, step: 1000 };
  if (unit === "calendar year") return { unit: "number", ...allowed, whole: true, calendar: true };
  if (unit === "euro-area prices") return { unit: "number", ...allowed, step: 0.01 };
  // A correlation is no share of anything: nobody writes it in per cent.
  if (unit === "correlation") return { unit: "number", ...allowed, step: 0.05 };
  const isShare = unit.startsWith("share of") || unit === "a year";
  return isShare ? { unit: "share", ...allowed, step: 0.01 } : { unit: "number", ...allowed };
}

/** How good the evidence is: a word, and its place in three as filled squares. */
export function gradeMark(document: Document, grade: string): HTMLElement {
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
