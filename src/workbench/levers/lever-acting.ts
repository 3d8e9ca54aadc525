import { capital } from "../../components/format.js";
import { element } from "../../components/element.js";
import { timingRanges } from "../../model/levers/timing.js";
import type { Lever } from "../../model/levers/lever-kinds.js";
import { horizonRange } from "../../model/scenario.js";
import { actingText } from "../../scenario/lever-words.js";
import type { LeverChange } from "../../scenario/lever-slot.js";
import type { Workbench } from "../store.js";

/** When a lever acts and how, in a line of its own, and what brings it in line with the lever. */
export interface LeverActing {
  line: HTMLElement;
  /** @param lever undefined or at 0 where nothing is moved: then there is no line */
  show: (lever: Lever | undefined) => void;
}

const startOf = (lever: Lever) => lever.start ?? timingRanges.start.default;

/**
 * "Starts in year 1, in full at once". A lever that starts after the last year, or in it with a ramp, does nothing: that
 * is said, and either year can be changed.
 * @param name of the lever, for the buttons
 */
export function leverActing(
  document: Document,
  workbench: Workbench,
  name: string,
  apply: (change: LeverChange, gesture: string) => boolean,
): LeverActing {
  const line = element(document, "div", { class: "acting", hidden: true });
  let shown = "";
  const offer = (words: string, act: () => void) => {
    const button = element(
      document,
      "button",
      { type: "button", class: "act", "aria-label": `${words}: ${name}` },
      words,
    );
    button.addEventListener("click", () => {
      act();
      workbench.settle();
    });
    return button;
  };
  return {
    line,
    show(lever) {
      const last = workbench.document.horizon;
      const words = lever ? capital(`${actingText(lever)}.`) : "";
      const key = `${words} ${last}`;
      if (key === shown) return;
      shown = key;
      line.hidden = !lever;
      line.replaceChildren(element(document, "p", {}, words));
      if (!lever || !doesNothing(lever, last)) return;
      const needed = lever.ramp ? Math.floor(startOf(lever)) + 1 : Math.ceil(startOf(lever));
      line.append(
        element(document, "p", { class: "idle" }, idleWords(lever, last)),
        needed <= horizonRange.maximum
          ? offer(`Look ${needed} years ahead`, () =>
              workbench.change({ ...workbench.document, horizon: needed }, `Years ahead: ${needed}`),
            )
          : "",
        offer("Start in year 1", () => apply({ start: timingRanges.start.default }, "start")),
      );
    },
  };
}

/** Whether nothing of a lever is to be seen in the last year. */
function doesNothing(lever: Lever, last: number): boolean {
  return lever.ramp ? startOf(lever) >= last : startOf(lever) > last;
}

function idleWords(lever: Lever, last: number): string {
  return startOf(lever) > last
    ? `It does nothing: it starts after the last year, which is year ${last}.`
    : `It does nothing yet: it starts to grow in the last year, year ${last}.`;
}
