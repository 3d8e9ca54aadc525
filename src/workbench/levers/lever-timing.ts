import { element } from "../../components/element.js";
import type { LeverSlot } from "../../model/levers/lever-kinds.js";
import { timingRanges } from "../../model/levers/timing.js";
import { leverIn, type LeverChange } from "../../scenario/lever-slot.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";
import { numberField } from "../numbers/number-field.js";
import type { Workbench } from "../store.js";
import { settingFields, type FieldsOfLever, type LeverFields } from "./lever-settings.js";

/** Start, ramp and whatever else of a lever can be set. */
export function timingFields(
  document: Document,
  workbench: Workbench,
  slot: LeverSlot,
  apply: (change: LeverChange, gesture: string) => boolean,
): LeverFields {
  const own: FieldsOfLever = {
    lever: () => leverIn(workbench.document.levers, slot),
    apply,
    settle: () => workbench.settle(),
  };
  const { control } = toldLevers[slot.kind];
  const settings = control.as === "slider" ? (control.settings ?? []) : [];
  const fields = [
    yearsField(document, "start", "Starts, years after the mapping", own),
    yearsField(document, "ramp", "Years until it takes full effect", own),
    ...settings.map((setting) => settingFields(document, setting, own)),
  ];
  return {
    control: element(document, "div", { class: "timing-fields" }, ...fields.map(({ control }) => control)),
    show: () => fields.forEach(({ show }) => show()),
  };
}

function yearsField(
  document: Document,
  part: keyof typeof timingRanges,
  label: string,
  { lever, apply, settle }: FieldsOfLever,
): LeverFields {
  const { default: usual, ...range } = timingRanges[part];
  const { field, set } = numberField(
    document,
    {
      ...{ label, unit: "number", counted: ["year", "years"], value: usual },
      ...{ minimum: range.minimum, maximum: range.maximum },
      most: `a lever starts and grows within ${range.maximum} years`,
    },
    (value) => apply({ [part]: value }, part),
    settle,
  );
  return { control: field, show: () => set(lever()?.[part] ?? usual) };
}
