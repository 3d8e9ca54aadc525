import { element } from "../../components/element.js";
import { tableHead } from "../../components/table-head.js";
import { formatAsItIs } from "../../components/format.js";
import type { Lever } from "../../model/levers/lever-kinds.js";
import { timingRanges } from "../../model/levers/timing.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { amountOf } from "../../scenario/lever-slot.js";
import { leverSettings } from "../../scenario/lever-words.js";
import { placeName } from "../../scenario/named.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";

/** Every lever in a line of a table, under the labels of its fields: from it the levers can be set again. */
export function briefLevers(document: Document, view: ScenarioView): HTMLElement {
  const { levers } = view.document;
  if (levers.length === 0)
    return element(document, "section", {}, element(document, "h3", {}, "You have not changed anything yet"));
  const settings = levers.map(leverSettings);
  const label = settings.find((found) => found !== null)?.label;
  const heads = ["Lever", "City", "Amount", "Starts, year", "Years until full effect"];
  const line = (lever: Lever, i: number) => {
    const { title, amount } = toldLevers[lever.kind];
    return element(
      document,
      "tr",
      {},
      element(document, "th", { scope: "row" }, title(lever, view.model), originWords(lever, view)),
      element(document, "td", {}, placeName(lever.city, view.model)),
      element(document, "td", {}, amount.asItIs(amountOf(lever))),
      element(document, "td", {}, startWords(lever, view)),
      element(document, "td", {}, rampWords(lever)),
      label === undefined ? null : element(document, "td", {}, settings[i]?.words ?? "–"),
    );
  };
  return element(
    document,
    "section",
    { class: "brief-levers" },
    element(document, "h3", {}, levers.length === 1 ? "One lever" : `${levers.length} levers`),
    element(
      document,
      "table",
      {},
      tableHead(document, label === undefined ? heads : [...heads, label]),
      element(document, "tbody", {}, ...levers.map(line)),
    ),
  );
}

/** ", from Barcelona": beside the city that adopts a practice stands the one it comes from. */
function originWords(lever: Lever, { model }: ScenarioView): string {
  const city = lever.kind === "practice" ? model.practices.get(lever.practice)?.city : null;
  return city ? `, from ${placeName(city, model)}` : "";
}

/** "1 (2027)": as its field has it, and the calendar year. */
function startWords({ start = timingRanges.start.default }: Lever, { result }: ScenarioView): string {
  return `${formatAsItIs(start)} (${Math.ceil(result.years[0]!.year + start)})`;
}

function rampWords({ ramp = timingRanges.ramp.default }: Lever): string {
  return ramp === 0 ? "0 (at once)" : formatAsItIs(ramp);
}
