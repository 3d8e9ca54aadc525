import { element } from "../../components/element.js";
import { selectField } from "../../components/select-field.js";
import type { Lever } from "../../model/levers/lever-kinds.js";
import type { LeverChange } from "../../scenario/lever-slot.js";
import type { Setting } from "../../scenario/told-levers/setting.js";
import { numberField } from "../numbers/number-field.js";

/** Fields of a lever, and what brings them in line with it. */
export interface LeverFields {
  control: HTMLElement;
  show: () => void;
}

/** What the fields of a lever read and change. */
export interface FieldsOfLever {
  lever: () => Lever | undefined;
  /** @param gesture changes of one gesture are one step of undo, until `settle` */
  apply: (change: LeverChange, gesture: string) => boolean;
  settle: () => void;
}

/** The fields of what can be set of a lever beyond its amount and timing. */
export function settingFields(document: Document, setting: Setting, own: FieldsOfLever): LeverFields {
  return setting.as === "choice" ? choice(document, setting, own) : numbers(document, setting, own);
}

function choice(
  document: Document,
  { label, options, gesture, read, change }: Setting & { as: "choice" },
  { lever, apply, settle }: FieldsOfLever,
): LeverFields {
  const { field, set } = selectField(document, label, [...options], options[0]!.value, (value) => {
    apply(change(value), gesture);
    settle();
  });
  return { control: field, show: () => set(read(lever())) };
}

function numbers(
  document: Document,
  { label, names, minimum, maximum, read, change, gesture }: Setting & { as: "numbers" },
  { lever, apply, settle }: FieldsOfLever,
): LeverFields {
  const fields = names.map((name) =>
    numberField(
      document,
      { label: name, unit: "number", minimum, maximum, value: 1 },
      (value) => apply(change({ ...read(lever()), [name]: value }), gesture(name)),
      settle,
    ),
  );
  const control = element(
    document,
    "fieldset",
    { class: "weights" },
    element(document, "legend", {}, label),
    ...fields.map(({ field }) => field),
  );
  return {
    control,
    show() {
      const now = read(lever());
      control.hidden = !now;
      if (now) names.forEach((name, i) => fields[i]!.set(now[name] ?? 0));
    },
  };
}
