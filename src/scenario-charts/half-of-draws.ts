import { formatList } from "../components/format.js";
import { acts } from "../model/choices.js";
import { withOverrides, type Assumption } from "../model/assumptions.js";
import type { Band } from "../model/percentiles.js";
import type { ScenarioView } from "./scenario-view.js";

/** A result with its central value and its draws, and how it is said. */
export interface Drawn {
  /** "coverage", "the public cost a year". */
  name: string;
  central: number;
  band: Band;
  show: (value: number) => string;
}

/** Part of a range's width from which a median apart from the central value wants a word. */
const noticeable = 0.1;

/**
 * Why a line and its range do not tell one story: "Half of the simulations put coverage below 81 %, while the central
 * assumptions give 82 %: the central value of “…” stands near an end of its range." One sentence about all that differ
 * by more than a tenth of their range's width and can be told apart as they are shown; none where all lie close.
 */
export function halfOfDraws(
  { model, document }: Pick<ScenarioView, "model" | "document">,
  drawn: readonly Drawn[],
): string[] {
  const apart = drawn.filter(
    ({ central, band: { p10, p50, p90 }, show }) =>
      Math.abs(p50 - central) > noticeable * (p90 - p10) && show(p50) !== show(central),
  );
  if (apart.length === 0) return [];
  const halves = apart.map(
    ({ name, central, band: { p50 }, show }) => `${name} ${p50 < central ? "below" : "above"} ${show(p50)}`,
  );
  const centrals = formatList(apart.map(({ central, show }) => show(central)));
  const used = withOverrides(model.assumptions, document.overrides);
  const atEnds = (used.ok ? used.value : []).filter(
    (assumption) =>
      Object.hasOwn(document.overrides, assumption.id) &&
      acts(assumption.id, model.version ?? 1, document) &&
      isLopsided(assumption),
  );
  return [
    `Half of the simulations put ${formatList(halves)}, while the central assumptions give ${centrals}: ${why(atEnds, document.counts !== undefined)}.`,
  ];
}

function why(atEnds: readonly Assumption[], counts: boolean): string {
  if (atEnds.length === 0 && counts)
    return "the line adds the middle of what may have been missed of each count, and many counts together seldom all lie at their middle";
  if (atEnds.length === 0)
    return "what differs between simulations moves the result further to one side than to the other";
  const names = formatList(atEnds.slice(0, 2).map(({ name }) => `“${name}”`));
  return atEnds.length === 1
    ? `the value that you gave ${names} stands near an end of its range`
    : `values that you gave, as to ${names}, stand near an end of their ranges`;
}

/** Whether a central value stands in the outer quarter of its range; where ratios count, of the ratio of its ends. */
function isLopsided({ low, central, high, distribution }: Assumption): boolean {
  if (distribution === "fixed" || high === low) return false;
  const [down, up] =
    distribution === "log-triangular" ? [central / low, high / central] : [central - low, high - central];
  return down > 3 * up || up > 3 * down;
}
