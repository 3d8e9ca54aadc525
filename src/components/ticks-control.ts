import { group } from "d3-array";
import type { ChoiceControl } from "./shown-choice.js";
import { element } from "./element.js";
import type { Choice } from "./figure.js";
import { capital, inWords } from "./format.js";

/** A choice of several values. */
type Several = Choice & { several: { least: number; most: number } };

/** Boxes under a name of their own, or all of them; and where it is said why one of them was put back. */
interface Part {
  inputs: HTMLInputElement[];
  status: HTMLElement;
}

/**
 * Checkboxes for several values. The number of ticks stays between its bounds: a box that would leave them goes back, and
 * a line beside it says why and what to do; where not all can be chosen, a hint says how many before anybody tries.
 * "Clear" takes all ticks away, so that a new choice takes no more clicks than it has values. Where nothing may be chosen
 * the page is told at once; else it keeps the choice it shows until there are enough of them.
 */
export function ticksControl(
  document: Document,
  choice: Several,
  value: string,
  onChange: (value: string) => void,
): ChoiceControl {
  const { least, most } = choice.several;
  const noun = choice.label.toLowerCase();
  const field = element(document, "fieldset", {}, element(document, "legend", {}, choice.label));
  const hint = element(document, "span", { class: "hint" });
  if (choice.values.length > most) field.append(hint);
  const chosen = new Set(value.split(","));
  const labels = new Map<string, HTMLElement>();
  const parts = [...group(choice.values, (option) => option.group)].map(([name, options]): Part => {
    const inputs = options.map((option) => {
      const input = element(document, "input", {
        type: "checkbox",
        name: choice.name,
        value: option.value,
        checked: chosen.has(option.value),
      });
      labels.set(option.value, element(document, "label", {}, input, option.label));
      return input;
    });
    const own = options.map((option) => labels.get(option.value)!);
    const status = element(document, "span", { role: "status" });
    if (name === undefined) field.append(...own);
    else
      field.append(element(document, "fieldset", {}, element(document, "legend", {}, name), ...own, status));
    return { inputs, status };
  });
  const inputs = parts.flatMap((part) => part.inputs);
  const status = element(document, "span", { role: "status" });
  const button = (name: string) => element(document, "button", { type: "button" }, name);
  const all = button(`All ${noun}`);
  const clear = button("Clear");
  field.append(all, clear, status);

  const checked = () => inputs.filter((input) => input.checked);
  const count = () => checked().length;
  const tell = () =>
    onChange(
      checked()
        .map((input) => input.value)
        .join(","),
    );
  let choosing = false;
  const settle = (words = "", place = status) => {
    for (const one of [status, ...parts.map((part) => part.status)])
      one.replaceChildren(one === place ? words : "");
    hint.replaceChildren(
      count() < most
        ? `Choose up to ${inWords(most)}.`
        : `${capital(inWords(most))} are chosen, the most there can be: untick one to choose another.`,
    );
    all.hidden = inputs.length > most || count() === inputs.length;
    clear.hidden = count() === 0;
  };
  const waiting = () => `Choose at least ${inWords(least)} ${noun}; until then the page stays as it is.`;
  settle();

  field.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    const part = parts.find((part) => part.inputs.includes(box));
    // Without names there is one part, which has no line of its own in the page.
    const beside = part?.status.parentElement ? part.status : status;
    const label = choice.values.find((option) => option.value === box.value)?.label ?? box.value;
    if (count() > most) {
      box.checked = false;
      return settle(
        `${label} was not added: at most ${inWords(most)} ${noun} can be chosen. Untick one first.`,
        beside,
      );
    }
    if (count() >= least) {
      choosing = false;
      settle();
      return tell();
    }
    if (choosing) return settle(waiting());
    box.checked = true;
    settle(`At least ${inWords(least)} ${noun} stay chosen.`, beside);
  });
  const tickAll = (ticked: boolean) => {
    for (const input of inputs) input.checked = ticked;
    // The button pressed is about to go; the keyboard goes on at the boxes.
    inputs[0]?.focus();
  };
  all.addEventListener("click", () => {
    choosing = false;
    tickAll(true);
    settle();
    tell();
  });
  clear.addEventListener("click", () => {
    tickAll(false);
    if (least === 0) {
      settle(`No ${noun} are chosen.`);
      return tell();
    }
    choosing = true;
    settle(waiting());
  });
  return {
    field,
    set(next) {
      const values = next.split(",");
      for (const input of inputs) input.checked = values.includes(input.value);
      choosing = false;
      settle();
    },
    follow(options) {
      const empty = choice.empty?.(options);
      if (!empty) return;
      for (const [own, label] of labels) markEmpty(document, label, empty.has(own));
    },
  };
}

/** A box stays one that can be ticked: places are often chosen before the indicator. */
function markEmpty(document: Document, label: HTMLElement, isEmpty: boolean): void {
  if (label.classList.contains("empty") === isEmpty) return;
  label.classList.toggle("empty", isEmpty);
  if (isEmpty) label.append(element(document, "small", {}, " no number"));
  else label.querySelector("small")?.remove();
}
