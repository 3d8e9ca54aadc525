import { element } from "../../components/element.js";
import { leverKinds, type LeverSlot } from "../../model/levers/lever-kinds.js";
import { amountOf, leverIn, slotKey, withLever, type LeverChange } from "../../scenario/lever-slot.js";
import { changeText, leverName } from "../../scenario/lever-words.js";
import type { Slider } from "../../scenario/told-levers/told-lever.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";
import { numberField } from "../numbers/number-field.js";
import { ownChange } from "../own-change.js";
import { leverActing } from "./lever-acting.js";
import { timingFields } from "./lever-timing.js";
import type { Workbench } from "../store.js";

/** A lever's control and what brings it in line with the scenario. */
export interface LeverControl {
  control: HTMLElement;
  show: () => void;
}

/**
 * One lever: a slider and a number field under one name, with unit and sensible range, and when it acts behind a
 * disclosure. The slider is the browser's own: arrow keys, page up and down, home and end.
 */
export function leverControl(
  document: Document,
  workbench: Workbench,
  slot: LeverSlot,
  told: Slider,
): LeverControl {
  const { model } = workbench;
  const kind = leverKinds[slot.kind];
  const { percent, spoken } = toldLevers[slot.kind].amount;
  // Shares are shown as percentages, counts as they are.
  const scale = percent ? 100 : 1;
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
  const sensible = told.sensible(slot, model.baseline);
  const along = (value: number) => String((value * scale - minimum!) / (maximum! - minimum!));
  slider.style.setProperty("--sensible-from", along(sensible.from));
  slider.style.setProperty("--sensible-to", along(sensible.to));
  const number = numberField(
    document,
    {
      label: `${name}, ${percent ? "%" : kind.unit}`,
      unit: percent ? "percent" : "number",
      minimum: minimum!,
      maximum: maximum!,
      // Presets and plans may stand between the slider's steps: a third of an initiative is 0.33 in the field.
      decimals: 2,
      value: amount() * scale,
      describedBy: `${id}-unit`,
      hideLabel: true,
      notesApart: true,
    },
    (value) => apply({ amount: value / scale }, "amount"),
    () => workbench.settle(),
  );
  slider.addEventListener("input", () => apply({ amount: Number(slider.value) / scale }, "amount"));
  // The end of a gesture: the next move is a step of its own.
  slider.addEventListener("change", () => workbench.settle());

  const when = told.settings ? "Timing and spending" : "Timing";
  const timing = element(
    document,
    "details",
    { class: "timing" },
    element(document, "summary", { "aria-label": `${when}: ${name}` }, when),
  );
  const acting = leverActing(document, workbench, name, apply);
  const control = element(
    document,
    "div",
    { class: "lever", "data-lever": key },
    element(document, "label", { for: id }, name),
    slider,
    number.field,
    element(document, "span", { class: "lever-unit" }, percent ? "%" : ""),
    timing,
    number.notes,
    acting.line,
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
    slider.setAttribute("aria-valuetext", spoken(value));
    number.set(value * scale);
    control.classList.toggle("moved", value !== 0);
    const outside = value < sensible.from - 1e-9 || value > sensible.to + 1e-9;
    control.classList.toggle("outside", outside);
    timing.classList.toggle("changed", lever?.start !== undefined || lever?.ramp !== undefined);
    acting.show(value === 0 ? undefined : lever);
    showTiming?.();
  };
  show();
  return { control, show };
}
