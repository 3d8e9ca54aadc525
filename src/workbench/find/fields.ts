import { element } from "../../components/element.js";
import { numberEntry } from "../numbers/number-entry.js";
import type { NumberForm } from "../numbers/number-form.js";

/** A value that was read, or null where what stands in the field cannot be used: then the field says why. */
export interface FormField<T> {
  field: HTMLElement;
  /** What the focus goes to when the field is at fault. */
  control: HTMLElement;
  read: () => T | null;
}

/** The words around a field, what stands in it first, and for how many letters it has room. */
interface TypedWords {
  before: string;
  after?: string;
  value: string;
  size: number;
}

let fields = 0;

/**
 * A field for a number, inside a sentence. What was typed stays as it is: how it is understood stands beside it, and
 * what is wrong with it, when the field is left and when the question is asked.
 * @param before words of the sentence before the field, and `after` behind it; together they are its name
 * @returns where the form is optional, an empty field is read as `none`
 */
export function typedField(
  document: Document,
  words: TypedWords,
  form: NumberForm & { optional: true },
): FormField<number | "none"> & { control: HTMLInputElement };
export function typedField(
  document: Document,
  words: TypedWords,
  form: NumberForm,
): FormField<number> & { control: HTMLInputElement };
export function typedField(
  document: Document,
  { before, after = "", value, size }: TypedWords,
  form: NumberForm,
): FormField<number | "none"> & { control: HTMLInputElement } {
  const { input, notes, read, check } = numberEntry(document, form, { value, size });
  input.addEventListener("change", () => check());
  const label = element(document, "label", {}, `${before} `, input, after && ` ${after}`);
  return {
    field: element(document, "span", { class: "typed-field" }, label, notes),
    control: input,
    read() {
      if (check()) return null;
      const reading = read();
      return reading.kind === "read" ? reading.value : "none";
    },
  };
}

/** A choice inside a sentence. */
export function chosenField<T extends string>(
  document: Document,
  before: string,
  options: readonly { value: T; label: string }[],
  value: T,
): FormField<T> & { control: HTMLSelectElement } {
  const control = element(document, "select");
  for (const option of options)
    control.append(
      element(document, "option", { value: option.value, selected: option.value === value }, option.label),
    );
  return {
    field: element(document, "label", {}, `${before} `, control),
    control,
    read: () => options.find((option) => option.value === control.value)?.value ?? value,
  };
}

/**
 * A set of things of which at least one must be ticked.
 * @param problem what is said where none is
 */
export function tickedField<T extends string>(
  document: Document,
  legend: string,
  options: readonly { value: T; label: string }[],
  problem: string,
): FormField<T[]> {
  const id = `find-field-${++fields}`;
  const boxes = options.map(({ value, label }) => {
    const box = element(document, "input", { type: "checkbox", value, checked: true });
    return { value, box, label: element(document, "label", {}, box, ` ${label}`) };
  });
  const words = element(document, "span", { class: "field-problem", id, role: "alert" });
  const field = element(
    document,
    "fieldset",
    { class: "ticks", "aria-describedby": id },
    element(document, "legend", {}, legend),
    ...boxes.map(({ label }) => label),
    words,
  );
  const read = (): T[] | null => {
    const chosen = boxes.filter(({ box }) => box.checked).map(({ value }) => value);
    words.textContent = chosen.length ? "" : problem;
    return chosen.length ? chosen : null;
  };
  field.addEventListener("change", read);
  return { field, control: boxes[0]!.box, read };
}

/**
 * Reads every field, so that each fault is said at once, and brings the focus to the first of them.
 * @returns null where one of them is at fault
 */
export function readAll<T extends object>(fields: {
  [Name in keyof T]: Pick<FormField<T[Name]>, "control" | "read">;
}): T | null {
  const list = Object.entries(fields) as [keyof T, FormField<unknown>][];
  const read = list.map(([name, field]) => [name, field.read(), field] as const);
  const wrong = read.find(([, value]) => value === null);
  wrong?.[2].control.focus();
  return wrong ? null : (Object.fromEntries(read) as T);
}
