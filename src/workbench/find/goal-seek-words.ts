import { capital, formatNumber } from "../../components/format.js";
import { leverValueWords } from "../../components/lever-value-words.js";
import { everyCity } from "../../model/levers/every-city.js";
import { leverKinds, type LeverSlot } from "../../model/levers/lever-kinds.js";
import type { Sought } from "../../model/search/goal-seek.js";
import { amountText, leverName } from "../../scenario/lever-words.js";
import { placeName, type Named } from "../../scenario/named.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";
import { inYears } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { aimedAt, goalWords, reachedWords, type Aim } from "./goal.js";

/** What was sought. */
export interface LeverGoal extends Aim {
  slot: LeverSlot;
  /** In per cent; null at the central assumptions. */
  chance: number | null;
}

/** "Rotterdam can lose up to 22 % of its public funding if …", and what that comes to, in two sentences. */
export function goalSeekSentence(view: ScenarioView, sought: Sought, goal: LeverGoal): string {
  const { slot, measure, chance } = goal;
  const { value, share } = sought.reached;
  const when = `${inYears(view.document.horizon)}${chance === null ? "" : ` with ${formatNumber(chance)} % chance`}`;
  const then = `${reachedWords(measure, value)} with central assumptions${share === null ? "" : `, and ${formatNumber(share * 100)} % of the simulations keep to the goal`}`;
  if (sought.side === "any")
    return `Any value of “${leverName(slot, view.model)}”, ${anyValueWords(slot.kind)}, is enough for ${aimedAt(view, goal)} to be ${goalWords(goal)} ${when}: even at ${amountText(slot.kind, sought.value)} ${then}.`;
  const { isNeeded, words } = limitWords(slot, sought, view.model);
  const aim = isNeeded
    ? `to bring ${aimedAt(view, goal)} to ${goalWords(goal)}`
    : `if ${aimedAt(view, goal)} is to be ${goalWords(goal)}`;
  return `${words} ${aim} ${when}. Then ${then}.`;
}

function anyValueWords(name: LeverSlot["kind"]): string {
  const kind = leverKinds[name];
  return `from ${leverValueWords(kind.minimum, kind)} to ${leverValueWords(kind.maximum, kind)}`;
}

/** How far a lever can or must go, in the direction of its value: "Lisbon needs at least 30 % more public funding". */
export function limitWords(
  slot: LeverSlot,
  { side, value }: Pick<Sought, "side" | "value">,
  model: Named,
): { isNeeded: boolean; words: string } {
  const isAll = slot.city === everyCity;
  const place = capital(placeName(slot.city, model));
  const falls = leverKinds[slot.kind].minimum < 0;
  const size = amountText(slot.kind, Math.abs(value)).replace("+", "");
  const { control } = toldLevers[slot.kind];
  const thing = (words: string, amount: number) =>
    control.as === "slider" ? control.thing(slot, words, amount, isAll ? "their" : "its") : words;
  const isLoss = falls && (value < 0 || (value === 0 && side === "at least"));
  if (isLoss && side === "at most")
    return { isNeeded: true, words: `${place} must lose at least ${thing(size, value)}` };
  if (isLoss)
    return {
      isNeeded: false,
      words: `${place} can lose ${value === 0 ? thing("none", -1) : `up to ${thing(size, value)}`}`,
    };
  if (side === "at least")
    return { isNeeded: true, words: `${place} ${isAll ? "need" : "needs"} at least ${thing(size, value)}` };
  return {
    isNeeded: false,
    words: `${place} can have ${value === 0 ? thing("no", 0) : `up to ${thing(size, value)}`}`,
  };
}
