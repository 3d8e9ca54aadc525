import { element } from "../../components/element.js";
import { numberEntry } from "./number-entry.js";
import type { NumberForm } from "./number-form.js";
import { numberWords } from "./number-words.js";

/** What a number field takes. */
export interface NumberFieldOptions extends NumberForm {
  label: string;
  value: number;
  /** By how much an arrow key moves; default 1. */
  step?: number;
  /** Most decimals that are shown of a number that nobody typed; default all. */
  decimals?: number;
  /** Id of words that belong to the field, such as its unit. */
  describedBy?: string;
  /** True where the label is not to be seen, because the words stand beside it. */
  hideLabel?: boolean;
  /** True where what is said of the number has its own place on the page: the caller puts `notes` there. */
  notesApart?: boolean;
}

/** A field for one number, and what sets it without calling back. */
export interface NumberField {
  field: HTMLElement;
  input: HTMLInputElement;
  notes: HTMLElement;
  set: (value: number) => void;
}

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 20 });

/** Two numbers that differ by rounding alone: shares become per cent and back. */
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/**
 * A field for one number. It is taken when the reader is done: with Enter, when the field is left, and at every step of
 * an arrow key. What was typed stays as it is; where it cannot be used, the last good number does, and that is said.
 * Escape brings that number back.
 * @param onChange called with a sound number; why it was not taken, in a sentence, where it was not
 * @param onSettle called when the reader is done with it
 */
export function numberField(
  document: Document,
  options: NumberFieldOptions,
  onChange: (value: number) => string | boolean | void,
  onSettle: () => void = () => {},
): NumberField {
  const { label, minimum, maximum, step = 1, hideLabel, notesApart, describedBy } = options;
  const rounded = (value: number) =>
    options.decimals === undefined ? value : Number(value.toFixed(options.decimals));
  // Seven digits in a row are not read at a glance: euros stand in groups of three, as they may be typed.
  const shown = (value: number) =>
    options.unit === "euro" ? grouped.format(rounded(value)) : String(rounded(value));
  const entry = numberEntry(document, options, {
    role: "spinbutton",
    value: shown(options.value),
    "aria-valuemin": minimum,
    "aria-valuemax": maximum,
    "aria-valuenow": rounded(options.value),
    "aria-label": hideLabel ? label : null,
    "aria-describedby": describedBy,
  });
  const { input, notes } = entry;
  const field = element(
    document,
    "span",
    { class: "number-field" },
    hideLabel ? input : element(document, "label", {}, `${label} `, input),
    notesApart ? null : notes,
  );
  /** What the scenario holds. */
  let good = options.value;
  let typed = false;
  let committing = false;
  let wrong = false;
  const hold = (value: number) => {
    good = value;
    input.setAttribute("aria-valuenow", String(rounded(value)));
  };
  const commit = () => {
    if (!typed && !wrong) return;
    typed = false;
    const reading = entry.read();
    const before = good;
    let refused = "";
    if (reading.kind === "read" && !same(reading.value, good)) {
      hold(reading.value);
      committing = true;
      const answer = onChange(reading.value);
      committing = false;
      if (typeof answer === "string" && answer) refused = answer;
      if (answer === false || refused) hold(before);
    }
    wrong = entry.check(`The results still use ${numberWords(rounded(good), options)}.`, refused);
  };
  const done = () => {
    commit();
    onSettle();
  };
  input.addEventListener("input", () => (typed = true));
  input.addEventListener("change", done);
  input.addEventListener("blur", () => typed && done());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") return done();
    if (event.key === "Escape" && (typed || wrong)) {
      typed = wrong = false;
      return entry.put(shown(good));
    }
    const by = { ArrowUp: step, ArrowDown: -step }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const reading = entry.read();
    const from = reading.kind === "read" ? reading.value : good;
    const next = Math.min(maximum, Math.max(minimum, from + by));
    entry.put(shown(Number(next.toPrecision(12))));
    typed = true;
    commit();
  });
  return {
    field,
    input,
    notes,
    set(next) {
      if (!committing && same(next, good)) return;
      hold(next);
      // What is being typed is the reader's, and what was just taken stays as it was typed.
      if (committing || (typed && document.activeElement === input)) return;
      typed = wrong = false;
      entry.put(shown(next));
    },
  };
}
