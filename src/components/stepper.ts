import type { Step } from "./figure.js";
import { element } from "./element.js";
import { svgElement } from "./svg-element.js";

/**
 * A list to step through a picture's parts: the one chosen is shown with its neighbours in the picture, and told in a
 * live region. A click on a part chooses it as well.
 * @param frame a figure; it sends the parts with "arrivals-steps" each time it is drawn
 */
export function stepper(document: Document, frame: HTMLElement): void {
  const place = frame.querySelector<HTMLElement>(":scope > .steps");
  if (!place) return;
  let steps: Step[] = [];
  const list = element(document, "select", {});
  const button = (name: string) => element(document, "button", { type: "button", class: "run" }, name);
  const [back, on] = [button("Previous actor"), button("Next actor")];
  const told = element(document, "p", { role: "status" });
  const choose = (index: number) => {
    const step = steps[index];
    list.selectedIndex = index + 1;
    told.textContent = step?.says ?? "";
    back.disabled = index <= 0;
    on.disabled = index >= steps.length - 1;
    showStep(frame, step);
  };
  frame.addEventListener("arrivals-steps", (event) => {
    const chosen = list.value;
    steps = (event as CustomEvent<Step[]>).detail;
    place.hidden = steps.length === 0;
    const first = element(document, "option", { value: "" }, `choose one of ${steps.length}`);
    list.replaceChildren(
      first,
      ...steps.map(({ key, label }) => element(document, "option", { value: key }, label)),
    );
    choose(steps.findIndex(({ key }) => key === chosen));
  });
  list.addEventListener("change", () => choose(list.selectedIndex - 1));
  back.addEventListener("click", () => choose(list.selectedIndex - 2));
  on.addEventListener("click", () => choose(list.selectedIndex));
  frame.addEventListener("click", (event) => {
    const key = (event.target as Element).closest("[data-step]")?.getAttribute("data-step");
    const index = steps.findIndex((step) => step.key === key);
    if (index >= 0) choose(index);
  });
  place.replaceChildren(element(document, "label", { class: "list-choice" }, "Actor ", list), back, on, told);
}

/** Brings a part and its neighbours forward, with lines between them: the others fade. */
export function showStep(frame: HTMLElement, step: Step | undefined): void {
  const picture = frame.querySelector<HTMLElement>(":scope > .picture");
  picture?.classList.toggle("stepping", step !== undefined);
  const near = new Set(step ? [step.key, ...step.neighbours] : []);
  for (const part of frame.querySelectorAll("[data-step]")) {
    const key = part.getAttribute("data-step") ?? "";
    part.classList.toggle("near", near.has(key));
    part.classList.toggle("chosen", key === step?.key);
  }
  picture?.querySelector(".step-ties")?.remove();
  const chosen = picture?.querySelector("circle.chosen");
  if (!picture || !chosen) return;
  const at = (circle: Element) => `${circle.getAttribute("cx") ?? 0},${circle.getAttribute("cy") ?? 0}`;
  const lines = [...picture.querySelectorAll("circle.near:not(.chosen)")].map(
    (other) => `M${at(chosen)}L${at(other)}`,
  );
  const path = svgElement(frame.ownerDocument)("path", {
    class: "step-ties",
    d: lines.join(""),
    fill: "none",
  });
  chosen.closest("svg")?.prepend(path);
}
