import { describe, expect, it } from "vitest";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import { simulate } from "../../src/model/simulate.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { leverIn, slotOf } from "../../src/scenario/lever-slot.js";
import { toldLevers } from "../../src/scenario/told-levers/told-levers.js";
import { leverControl } from "../../src/workbench/levers/lever-control.js";
import { Workbench } from "../../src/workbench/store.js";
import { emptyPage, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";

const rise: Lever = { kind: "funding", city: "lisbon", change: 0.5 };

function open(lever: Lever, part: Partial<ScenarioDocument> = {}) {
  const document = emptyPage();
  const workbench = new Workbench(model, "0123abcd", null, { ...untouched, levers: [lever], ...part });
  const slot = slotOf(lever);
  const told = toldLevers[lever.kind].control;
  if (told.as !== "slider") throw new Error("no slider");
  const { control, show } = leverControl(document, workbench, slot, told);
  workbench.subscribe(show);
  const buttons = () => [...control.querySelectorAll<HTMLButtonElement>(".acting button")];
  return {
    workbench,
    words: () => [...control.querySelectorAll(".acting p")].map(said),
    buttons: () => buttons().map(said),
    press: (words: string) =>
      buttons()
        .find((button) => said(button) === words)!
        .dispatchEvent(new document.defaultView!.Event("click")),
    lever: () => leverIn(workbench.document.levers, slot),
    hidden: () => control.querySelector<HTMLElement>(".acting")!.hidden,
  };
}

describe("a lever", () => {
  it("says when it acts and how its money is spent, without being opened", () => {
    expect(open(rise).words()).toEqual(["Starts in year 1, in full at once, spent in proportion."]);
    expect(open({ ...rise, spend: "gap-first", start: 2, ramp: 2 }).words()).toEqual([
      "Starts in year 2, in full after 2 years, spent gap first.",
    ]);
    expect(open({ ...rise, change: -0.5 }).words()).toEqual(["Starts in year 1, in full at once."]);
    const still = open({ ...rise, change: 0, start: 2 });
    expect(still.hidden()).toBe(true);
  });

  it("that starts after the last year says that it does nothing, and offers to change either", () => {
    const late = open({ ...rise, start: 7 });
    expect(late.words()[1]).toBe("It does nothing: it starts after the last year, which is year 5.");
    expect(late.buttons()).toEqual(["Look 7 years ahead", "Start in year 1"]);
    late.press("Look 7 years ahead");
    expect(late.workbench.document.horizon).toBe(7);
    expect([late.words().length, late.buttons()]).toEqual([1, []]);
    late.workbench.undo();
    late.press("Start in year 1");
    expect(late.lever()).toEqual(rise);
    expect(late.buttons()).toEqual([]);
  });

  it.each([0, 1, 2.5, 4, 4.5, 5, 5.5, 9, 10].flatMap((start) => [0, 0.5, 3].map((ramp) => [start, ramp])))(
    "with start %d and ramp %d says that it does nothing exactly where it does, and what is offered mends it",
    (start, ramp) => {
      const lever: Lever = { kind: "initiatives", city: "lisbon", dimension: "legal", initiatives: 3 };
      const made = open({ ...lever, start, ramp });
      const added = ({ document }: Workbench) => {
        const of = (levers: readonly Lever[]) =>
          valueOf(simulate(model, scenarioOf({ ...document, levers }))).years.at(-1)!.cost.total;
        return of(document.levers) - of([]);
      };
      const idle = Math.abs(added(made.workbench)) < 1;
      expect(made.buttons().length > 0).toBe(idle);
      if (!idle) return;
      const look = made.buttons().find((words) => words.startsWith("Look"));
      if (look) {
        made.press(look);
        expect(added(made.workbench)).toBeGreaterThan(1);
        made.workbench.undo();
      }
      made.press("Start in year 1");
      expect(added(made.workbench)).toBeGreaterThan(1);
    },
  );
});
