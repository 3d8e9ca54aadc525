import { element } from "../components/element.js";
import { dimensions } from "../components/names.js";
import { leverKinds, timingRanges, type FundingLever } from "../model/levers.js";
import {
  amountOf,
  amountText,
  changeText,
  leverIn,
  leverName,
  slotKey,
  withLever,
  type LeverChange,
  type LeverSlot,
} from "../scenario/lever-slot.js";
import { numberField } from "./number-field.js";
import { ownChange } from "./own-change.js";
import { selectField } from "./select-field.js";
import { sensibleRange } from "./sensible-range.js";
import type { Workbench } from "./store.js";

/** A lever's control and what brings it in line with the scenario. */
export interface LeverControl {
  control: HTMLElement;
  show: () => void;
}

/** Shares are shown as percentages, counts as they are. */
const scaleOf = (kind: LeverSlot["kind"]) => (kind === "funding" || kind === "turned" ? 100 : 1);

/**
 * One lever: a slider and a number field under one name, with unit and sensible range, and when it acts behind a
 * disclosure. The slider is the browser's own: arrow keys, page up and down, home and end.
 */
export function leverControl(document: Document, workbench: Workbench, slot: LeverSlot): LeverControl {
  const { model } = workbench;
  const kind = leverKinds[slot.kind];
  const scale = scaleOf(slot.kind);
  const name = leverName(slot, model);
  const key = slotKey(slot);
  const id = `lever-${key.replaceAll("/", "-")}`;
  const [minimum, maximum, step] = [kind.minimum, kind.maximum, kind.step].map((v) => Math.round(v * scale));
  const amount = () => amountOf(leverIn(workbench.document.levers, slot));

  const apply = (change: LeverChange, gesture: string) => {
    const { levers } = workbench.document;
    const next = withLever(levers, slot, change);
    const label = changeText(slot, change, model);
    return workbench.change(ownChange(workbench.document, { levers: next }), label, `${key} ${gesture}`);
  };

  const slider = element(document, "input", {
    type: "range",
    id,
    min: minimum!,
    max: maximum!,
    step: step!,
    value: Math.round(amount() * scale),
    "aria-describedby": `${id}-unit`,
  });
  const sensible = sensibleRange(slot, model);
  const place = (value: number) => String((value * scale - minimum!) / (maximum! - minimum!));
  slider.style.setProperty("--sensible-from", place(sensible.from));
  slider.style.setProperty("--sensible-to", place(sensible.to));
  const number = numberField(
    document,
    {
      label: `${name}, ${scale === 100 ? "%" : kind.unit}`,
      minimum: minimum!,
      maximum: maximum!,
      // Presets and plans may stand between the slider's steps.
      step: "any",
      value: shown(amount() * scale),
      describedBy: `${id}-unit`,
      hideLabel: true,
    },
    (value) => apply({ amount: value / scale }, "amount"),
    () => workbench.settle(),
  );
  slider.addEventListener("input", () => apply({ amount: Number(slider.value) / scale }, "amount"));
  // The end of a gesture: the next move is a step of its own.
  slider.addEventListener("change", () => workbench.settle());

  const timing = element(
    document,
    "details",
    { class: "timing" },
    element(document, "summary", { "aria-label": `When: ${name}` }, "When"),
  );
  const control = element(
    document,
    "div",
    { class: "lever", "data-lever": key },
    element(document, "label", { for: id }, name),
    slider,
    number.field,
    element(document, "span", { class: "lever-unit" }, scale === 100 ? "%" : ""),
    timing,
    element(document, "p", { class: "sensible", id: `${id}-unit` }, sensible.why),
  );
  // Most are never opened: their fields are made when they are.
  let showTiming: (() => void) | undefined;
  const open = () => {
    if (showTiming || !timing.open) return;
    const made = timingFields(document, workbench, slot, apply);
    timing.append(made.control);
    showTiming = made.show;
    showTiming();
  };
  timing.addEventListener("toggle", open);

  const show = () => {
    const value = amount();
    const lever = leverIn(workbench.document.levers, slot);
    const onScale = String(Math.round(value * scale));
    if (slider.value !== onScale) slider.value = onScale;
    slider.setAttribute("aria-valuetext", amountText(slot.kind, value));
    number.set(shown(value * scale));
    control.classList.toggle("moved", value !== 0);
    const outside = value < sensible.from - 1e-9 || value > sensible.to + 1e-9;
    control.classList.toggle("outside", outside);
    timing.classList.toggle("changed", lever?.start !== undefined || lever?.ramp !== undefined);
    showTiming?.();
  };
  show();
  return { control, show };
}

/** A third of an initiative is 0.33 in a field; what is not touched keeps its full value. */
const shown = (value: number) => Number(value.toFixed(2));

/** Start, ramp and, of funding, what a rise is spent on. */
function timingFields(
  document: Document,
  workbench: Workbench,
  slot: LeverSlot,
  apply: (change: LeverChange, gesture: string) => boolean,
): LeverControl {
  const lever = () => leverIn(workbench.document.levers, slot);
  const settle = () => workbench.settle();
  const start = numberField(
    document,
    { ...timingRanges.start, label: "Starts, years after the mapping", value: timingRanges.start.default },
    (value) => apply({ start: value }, "start"),
    settle,
  );
  const ramp = numberField(
    document,
    { ...timingRanges.ramp, label: "Acts in full after, years", value: timingRanges.ramp.default },
    (value) => apply({ ramp: value }, "ramp"),
    settle,
  );
  const fields: HTMLElement[] = [start.field, ramp.field];
  const shows = [
    () => start.set(lever()?.start ?? timingRanges.start.default),
    () => ramp.set(lever()?.ramp ?? timingRanges.ramp.default),
  ];
  if (slot.kind === "funding") {
    const funding = () => lever() as FundingLever | undefined;
    const spend = selectField(
      document,
      "A rise is spent",
      [
        { value: "proportional", label: "in proportion to what there is" },
        { value: "gap-first", label: "on gaps first" },
        { value: "weights", label: "by weights" },
      ],
      "proportional",
      (value) => {
        apply({ spend: value as NonNullable<LeverChange["spend"]> }, "spend");
        settle();
      },
    );
    const weights = element(
      document,
      "fieldset",
      { class: "weights" },
      element(document, "legend", {}, "Weights"),
    );
    const weightOf = () => {
      const now = funding();
      return now?.spend === "weights" ? now.weights : null;
    };
    const weightFields = dimensions.map((dimension) =>
      numberField(
        document,
        { label: dimension, minimum: 0, maximum: 100, step: "any", value: 1 },
        (value) => apply({ weights: { ...weightOf(), [dimension]: value } }, `weight ${dimension}`),
        settle,
      ),
    );
    weights.append(...weightFields.map(({ field }) => field));
    fields.push(spend.field, weights);
    shows.push(() => {
      spend.set(funding()?.spend ?? "proportional");
      const now = weightOf();
      weights.hidden = !now;
      if (now) dimensions.forEach((dimension, d) => weightFields[d]!.set(now[dimension] ?? 0));
    });
  }
  return {
    control: element(document, "div", { class: "timing-fields" }, ...fields),
    show: () => shows.forEach((show) => show()),
  };
}
