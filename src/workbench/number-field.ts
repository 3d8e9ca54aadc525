import { element } from "../components/element.js";
import { formatNumber } from "../components/format.js";

/** What a number field takes. */
export interface NumberFieldOptions {
  label: string;
  minimum: number;
  maximum: number;
  step: number | "any";
  value: number;
  /** Id of words that belong to the field, such as its unit. */
  describedBy?: string;
  /** True where the label is not to be seen, because the words stand beside it. */
  hideLabel?: boolean;
}

/** A field for one number, and what sets it without calling back. */
export interface NumberField {
  field: HTMLElement;
  input: HTMLInputElement;
  set: (value: number) => void;
}

/**
 * A field for one number. What cannot be a number of its range is not taken: a line says what is allowed, and the
 * last good number comes back when the field is left. What is typed is never overwritten under the reader's hands:
 * on the way to a number there are others that may be refused.
 * @param onChange called with every sound number, while it is typed; false where it was not taken
 * @param onSettle called when the reader is done with it
 */
export function numberField(
  document: Document,
  { label, minimum, maximum, step, value, describedBy, hideLabel }: NumberFieldOptions,
  onChange: (value: number) => boolean | void,
  onSettle: () => void = () => {},
): NumberField {
  const input = element(document, "input", {
    type: "number",
    min: minimum,
    max: maximum,
    step,
    value,
    inputmode: "decimal",
    "aria-label": hideLabel ? label : null,
    "aria-describedby": describedBy,
  });
  const problem = element(document, "span", { class: "field-problem", role: "alert" });
  const field = hideLabel
    ? element(document, "span", { class: "number-field" }, input, problem)
    : element(document, "label", { class: "number-field" }, `${label} `, input, problem);
  /** What the scenario holds, as the field shows it. */
  let good = value;
  let typing = false;
  const invalid = (is: boolean) => {
    if (is) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const complain = (words: string) => {
    problem.textContent = words;
    invalid(words !== "");
  };
  input.addEventListener("input", () => {
    const typed = input.value.trim() === "" ? Number.NaN : Number(input.value);
    const whole = step === 1 && !Number.isInteger(typed);
    if (!(typed >= minimum && typed <= maximum) || whole)
      return complain(
        `${whole ? "A whole number" : "A number"} from ${formatNumber(minimum)} to ${formatNumber(maximum)}`,
      );
    complain("");
    const before = good;
    good = typed;
    typing = true;
    const taken = onChange(typed);
    typing = false;
    if (taken !== false) return;
    // Why is said by whoever refused it.
    good = before;
    invalid(true);
  });
  input.addEventListener("change", onSettle);
  input.addEventListener("blur", () => {
    if (input.value !== "" && Number(input.value) === good) return;
    input.value = String(good);
    complain("");
  });
  return {
    field,
    input,
    set(next) {
      good = next;
      if (typing) return;
      if (input.ownerDocument.activeElement === input && Number(input.value) === next && input.value) return;
      input.value = String(next);
      complain("");
    },
  };
}
