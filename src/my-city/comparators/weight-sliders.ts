import { element } from "../../components/element.js";
import { capital } from "../../components/format.js";
import { shareWords, variableNames } from "../../components/comparator-words.js";
import {
  everyVariable,
  mostWeight,
  sharesOfWeight,
  usualWeight,
  type Weights,
} from "../../model/comparators.js";
import { contextVariables } from "../../model/differences.js";

/** What a reader does with the weights. */
export interface WeightDeeds {
  /** Moved by one slider; a drag moves it many times. */
  weigh: (weights: Weights) => void;
  /** The button "Equal weights". */
  level: () => void;
}

/**
 * A slider for the weight of each variable, and the button that makes them equal.
 * @param live false: as the page's HTML has them, until its script comes
 */
export function weightSliders(
  document: Document,
  { weigh, level }: WeightDeeds,
  live: boolean,
): { field: HTMLElement; show: (weights: Weights) => void } {
  const sliders = everyVariable((variable) =>
    element(document, "input", {
      type: "range",
      id: `weight-${variable}`,
      min: 0,
      max: mostWeight,
      step: 1,
      value: usualWeight,
      autocomplete: "off",
      "aria-label": `Weight of ${variableNames[variable]}`,
      disabled: !live,
    }),
  );
  const told = everyVariable((variable) =>
    element(document, "output", { for: `weight-${variable}`, "aria-hidden": "true" }),
  );
  for (const variable of contextVariables)
    sliders[variable].addEventListener("input", () =>
      weigh(everyVariable((of) => Number(sliders[of].value))),
    );
  const button = element(
    document,
    "button",
    { type: "button", class: "act", disabled: !live },
    "Equal weights",
  );
  button.addEventListener("click", level);
  const field = element(
    document,
    "fieldset",
    { class: "near-weights" },
    element(document, "legend", {}, "How much each counts"),
    ...contextVariables.map((variable) =>
      element(
        document,
        "div",
        { class: "near-weight" },
        element(document, "label", { for: `weight-${variable}` }, capital(variableNames[variable])),
        told[variable],
        sliders[variable],
      ),
    ),
    button,
  );
  return {
    field,
    show(weights) {
      const shares = sharesOfWeight(weights);
      for (const variable of contextVariables) {
        const share = shareWords(shares[variable]);
        sliders[variable].value = String(weights[variable]);
        // The builder's document writes attributes alone.
        if (!live) sliders[variable].setAttribute("value", String(weights[variable]));
        sliders[variable].setAttribute(
          "aria-valuetext",
          `${weights[variable]} of ${mostWeight}, ${share} of all weights`,
        );
        told[variable].textContent = share;
      }
    },
  };
}
