import { describe, expect, it } from "vitest";
import { stepper } from "../../src/components/stepper.js";
import type { Step } from "../../src/components/figure.js";
import { emptyPage, hostileName, said } from "../support/page/page.js";

const steps: Step[] = [
  { key: "a", label: "Town hall", says: "Town hall: 2 practices. Works with Choir.", neighbours: ["b"] },
  { key: "b", label: "Choir", says: "Choir: 1 practice. Works with Town hall.", neighbours: ["a"] },
  { key: "c", label: hostileName, says: hostileName, neighbours: [] },
];

function open() {
  const document = emptyPage();
  const frame = document.createElement("figure");
  frame.innerHTML = `<div class="picture">${steps.map(({ key }) => `<i data-step="${key}"></i>`).join("")}</div><div class="steps"></div>`;
  document.body.append(frame);
  stepper(document, frame);
  const { CustomEvent, Event } = document.defaultView!;
  const draw = (detail: Step[]) => frame.dispatchEvent(new CustomEvent("arrivals-steps", { detail }));
  const [back, on] = [...frame.querySelectorAll("button")];
  const press = (button: Element) => button.dispatchEvent(new Event("click", { bubbles: true }));
  const classes = () => [...frame.querySelectorAll("[data-step]")].map((part) => part.className);
  return {
    frame,
    draw,
    back: back!,
    on: on!,
    press,
    classes,
    told: () => said(frame.querySelector("[role=status]")),
  };
}

describe("stepper(document, frame)", () => {
  it("is a named list and two named buttons, with a live region that is silent at first", () => {
    const { frame, draw, back, told } = open();
    draw(steps);
    expect(said(frame.querySelector("label"))).toMatch(/^Actor/);
    expect(frame.querySelectorAll("option")).toHaveLength(steps.length + 1);
    expect(back.hasAttribute("disabled")).toBe(true);
    expect(told()).toBe("");
  });

  it("names what is chosen with its neighbours, and brings them forward in the picture", () => {
    const { draw, on, press, classes, told } = open();
    draw(steps);
    press(on);
    expect(told()).toBe(steps[0]!.says);
    expect(classes()).toEqual(["near chosen", "near", ""]);
  });

  it("takes a click on a part of the picture", () => {
    const { frame, draw, press, told } = open();
    draw(steps);
    press(frame.querySelector('[data-step="b"]')!);
    expect(told()).toBe(steps[1]!.says);
  });

  it("shows a name as text, never as HTML", () => {
    const { frame, draw, press } = open();
    draw(steps);
    press(frame.querySelector('[data-step="c"]')!);
    expect(frame.querySelector("img")).toBeNull();
    expect(frame.textContent).toContain(hostileName);
  });
});
