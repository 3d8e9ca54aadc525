import { element } from "../../components/element.js";

/** A value that was read, or null where what stands in the field cannot be used: then the field says why. */
export interface FormField<T> {
  field: HTMLElement;
  /** What the focus goes to when the field is at fault. */
  control: HTMLElement;
  read: () => T | null;
}

let fields = 0;

/**
 * A field for something typed, inside a sentence. What was typed stays as it is: a wrong value is said beside it, when
 * the field is left and when the question is asked, and nothing is put in its place.
 * @param before words of the sentence before the field, and `after` behind it; together they are its name
 * @param read null where the text cannot be used
 * @param problem what would be right
 */
export function typedField<T>(
  document: Document,
  { before, after = "", value, size }: { before: string; after?: string; value: string; size: number },
  read: (text: string) => T | null,
  problem: string,
): FormField<T> {
  const id = `find-field-${++fields}`;
  const control = element(document, "input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    value,
    size,
    "aria-describedby": id,
  });
  const words = element(document, "span", { class: "field-problem", id, role: "alert" });
  const check = (): T | null => {
    const found = read(control.value);
    words.textContent = found === null ? problem : "";
    if (found === null) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    return found;
  };
  control.addEventListener("change", check);
  // While it is being mended, a fault goes as soon as it is none.
  control.addEventListener("input", () => words.textContent && check());
  const label = element(document, "label", {}, `${before} `, control, after && ` ${after}`);
  return { field: element(document, "span", { class: "typed-field" }, label, words), control, read: check };
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
export function readAll<T extends Record<string, unknown>>(fields: {
  [Name in keyof T]: Pick<FormField<T[Name]>, "control" | "read">;
}): T | null {
  const list = Object.entries(fields) as [keyof T, FormField<unknown>][];
  const read = list.map(([name, field]) => [name, field.read(), field] as const);
  const wrong = read.find(([, value]) => value === null);
  wrong?.[2].control.focus();
  return wrong ? null : (Object.fromEntries(read) as T);
}
