import { formatEuro } from "../../components/euro.js";
import { capital, formatNumber, percent } from "../../components/format.js";
import { costUnit, type Assumption } from "../../model/assumptions.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { Measure } from "../../model/measure.js";
import type { Swing, Tornado } from "../../model/sensitivity.js";
import { inYears, pointsWords } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import type { ScenarioDocument } from "../../scenario/document.js";
import { assumptionsIn } from "./assumptions-in.js";
import { whose } from "./attained.js";

/** What can be asked about: a measure of the last year, or how far the scenario changes it. */
export interface Driven {
  measure: "coverage" | "total" | "public";
  change: boolean;
}

/** Measures in the words of the list. */
export const drivenNames: Readonly<Record<Driven["measure"], string>> = {
  coverage: "coverage",
  total: "total cost a year",
  public: "public cost a year",
};

/** The measure for the city in view, or for all. */
export function measureOf({ measure }: Driven, { view }: ScenarioDocument): Measure {
  return { kind: measure, ...(view.city === everyCity ? {} : { city: view.city }) };
}

/** "Coverage of all cities together in 2018 is 0.77. It hangs most on …": what drives a result, in two sentences. */
export function tornadoSentence(view: ScenarioView, { measure, change }: Driven, tornado: Tornado): string {
  const { city } = view.document.view;
  const years = inYears(view.document.horizon);
  const say = (value: number) => drivenValue({ measure, change }, value);
  const subject = `${change ? "The change of " : ""}${drivenNames[measure]} of ${whose(view, city)} ${years}`;
  const first = `${capital(subject)} is ${say(tornado.central)}`;
  const strongest = tornado.swings[0];
  if (!strongest || !moves(strongest)) return `${first} whatever the assumptions.`;
  const assumption = assumptionsIn(view).get(strongest.assumption);
  return `${first} with central assumptions. Most of it depends on “${assumption?.name ?? strongest.assumption}”: ${say(strongest.atLow)} where that is low${rangeEnd(assumption, "low")}, ${say(strongest.atHigh)} where it is high${rangeEnd(assumption, "high")}.`;
}

/** Assumptions that move the measure, the strongest first, each with its name and both ends in words. */
export function drivers(
  view: ScenarioView,
  driven: Driven,
  { swings }: Tornado,
): { id: string; name: string; words: string }[] {
  const known = assumptionsIn(view);
  return swings.filter(moves).map(({ assumption: id, atLow, atHigh }) => ({
    id,
    name: known.get(id)?.name ?? id,
    words: `${drivenValue(driven, atLow)} to ${drivenValue(driven, atHigh)}`,
  }));
}

/** A value of the measure: coverage with a decimal, for swings are small; a change with its sign, of coverage in points. */
function drivenValue({ measure, change }: Driven, value: number): string {
  if (measure === "coverage") return change ? `${pointsWords(value)} points` : percent(value, 1);
  const words = formatEuro(value);
  return change && value > 0 && /[1-9]/.test(words) ? `+${words}` : words;
}

const moves = ({ atLow, atHigh }: Swing) => Math.abs(atHigh - atLow) > 1e-9;

function rangeEnd(assumption: Assumption | undefined, end: "low" | "high"): string {
  if (!assumption) return "";
  const value = assumption[end];
  return assumption.unit === costUnit
    ? ` (${formatEuro(value)})`
    : ` (${formatNumber(value, Number.isInteger(value) ? 0 : 2)})`;
}
