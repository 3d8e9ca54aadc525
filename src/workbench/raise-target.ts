import { element } from "../components/element.js";
import { capital, percent } from "../components/format.js";
import { lastYear } from "../model/last-year.js";
import { everyCity } from "../model/levers/every-city.js";
import type { Target } from "../model/targets.js";
import { everyDimension, isFull, lastOf, shareOf, shortTarget } from "../scenario-charts/reading.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";
import { scenarioOf } from "../scenario/document.js";
import { averageWords } from "../scenario/measure-words.js";
import { coverageNow, whose } from "./find/attained.js";
import type { Workbench } from "./store.js";

const rising = ["median", "upper-quartile", "best"] as const;

/** A higher target, and the coverage that it leaves. */
interface HigherTarget {
  target: Target;
  coverage: number;
}

/**
 * The lowest of the targets above the present one that a city, or all, does not reach in the last year.
 * @returns null where something is missing to the present target, or nothing to any
 */
function higherTarget(view: ScenarioView, city: string): HigherTarget | null {
  if (!isFull(leastCoverage(view, city))) return null;
  const { target } = view.document;
  const above = target.kind === "own" ? rising : rising.slice(rising.indexOf(target.kind) + 1);
  const measure = { kind: "coverage" as const, ...(city === everyCity ? {} : { city }) };
  const perHead = target.per === undefined ? {} : { per: target.per };
  for (const kind of above) {
    const higher = { kind, ...perHead };
    const outcome = lastYear(view.model, { ...scenarioOf(view.document), target: higher }, measure);
    if (outcome.ok && !isFull(outcome.value)) return { target: higher, coverage: outcome.value };
  }
  return null;
}

const leastCoverage = (view: ScenarioView, city: string) =>
  city === everyCity
    ? Math.min(...lastOf(view.result).cities.map(({ cityCoverage }) => cityCoverage))
    : coverageNow(view, city);

/**
 * The offer to measure against a higher target, where a city has all of the present one.
 * @param then what follows once it is taken, for example the question asked again
 */
export function raiseTarget(
  document: Document,
  workbench: Workbench,
  city: string,
  then?: () => void,
): HTMLElement | null {
  const higher = higherTarget(workbench.view, city);
  return higher && offer(document, workbench, city, higher, then);
}

function offer(
  document: Document,
  workbench: Workbench,
  city: string,
  { target, coverage }: HigherTarget,
  then: () => void = () => {},
): HTMLElement {
  const name = shortTarget(target);
  const button = element(document, "button", { type: "button", class: "act" }, `Measure against ${name}`);
  button.addEventListener("click", () => {
    if (workbench.change({ ...workbench.document, target }, `Target: ${name}`)) then();
  });
  const subject = city === everyCity ? `${capital(averageWords(workbench.document))} they have` : "It has";
  return element(
    document,
    "p",
    { class: "raise-target" },
    `${subject} ${percent(coverage)} of ${shareOf(target)}. `,
    button,
  );
}

/**
 * Says that the city in view has all of its target, so that nothing can raise its coverage, and offers a higher one.
 * Takes no room where something is missing.
 */
export function targetReached(document: Document, workbench: Workbench): HTMLElement {
  const root = element(document, "div", { class: "target-reached" });
  let shown = "";
  const show = () => {
    const { view } = workbench;
    const { city } = view.document.view;
    const higher = city === everyCity ? null : higherTarget(view, city);
    const key = higher ? `${city} ${JSON.stringify(higher)}` : "";
    if (key === shown) return;
    shown = key;
    root.hidden = higher === null;
    root.replaceChildren(
      ...(higher
        ? [
            element(
              document,
              "p",
              {},
              `${capital(whose(view, city))} has ${shareOf(view.document.target)} in ${everyDimension(view)}: nothing you add can raise that.`,
            ),
            offer(document, workbench, city, higher),
          ]
        : []),
    );
  };
  root.hidden = true;
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return root;
}
