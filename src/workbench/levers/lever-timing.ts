import { element } from "../../components/element.js";
import { dimensions } from "../../model/names.js";
import type { FundingLever } from "../../model/levers/funding.js";
import { timingRanges } from "../../model/levers/timing.js";
import { leverIn, type LeverChange, type LeverSlot } from "../../scenario/lever-slot.js";
import { numberField } from "../number-field.js";
import { selectField } from "../../components/select-field.js";
import type { Workbench } from "../store.js";

/** Start, ramp and, of funding, what a rise is spent on. */
export function timingFields(
  document: Document,
  workbench: Workbench,
  slot: LeverSlot,
  apply: (change: LeverChange, gesture: string) => boolean,
): { control: HTMLElement; show: () => void } {
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
