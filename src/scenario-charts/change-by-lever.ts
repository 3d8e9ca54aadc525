import { faultWords } from "../components/fault-words.js";
import { formatList, percent } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { drawChanges, drawSentence } from "./draw-changes.js";
import { countSources } from "./count-sources.js";
import type { ScenarioPicture } from "./picture.js";
import { changeFrom } from "./change-from.js";
import {
  cell,
  fromTo,
  isNothing,
  lastOf,
  mappedWords,
  moved,
  placeInView,
  placeName,
  pointsWords,
} from "./reading.js";
import type { ScenarioView } from "./scenario-view.js";
import { splitOf } from "./split-of.js";

/** The change of coverage from the mapping to the last year, lever by lever. Links know it by the id of an older form. */
export const changeByLever: ScenarioPicture = {
  id: "waterfall",
  unit: "change of coverage, percentage points of the target",
  title(view) {
    const [before, now] = ends(view);
    const where = placeInView(view) < 0 ? "" : ` in ${placeName(view)}`;
    if (!view.leverNames.length) return "No changes yet";
    if (!moved(before, now)) return `What is changed leaves coverage${where} at ${percent(now)}`;
    const split = splitOf(view);
    const from = split?.ok ? changeFrom(split.value.levers, view.leverNames) : "";
    return `Coverage${where} ${now < before ? "falls" : "rises"} from ${fromTo(before, now)}${from && `: ${from}`}`;
  },
  description(view) {
    const [before, now] = ends(view);
    const year = lastOf(view.result).year;
    const still = stillWords(view);
    if (still !== null) return `Coverage is ${percent(now)} at the mapping and in ${year}. ${still}`;
    const levers = changeByLever
      .rows(view)
      .filter((row) => row.kind === "lever")
      .map((row) => `“${text(row, "step")}”: ${changeWords(row)}`);
    return `Bars of the change of coverage by lever, from ${fromTo(before, now)} in ${year}. ${levers.join("; ")}.`;
  },
  columns: [
    { name: "step", title: "Step" },
    {
      name: "coverage",
      title: "Coverage",
      unit: "after the step",
      show: (value) => percent(value, 1),
      bareUnit: "0 to 1",
      missing: "not split yet",
    },
    {
      name: "change",
      title: "Change",
      unit: "of coverage, points",
      show: pointsWords,
      bareUnit: "1 is 100 points",
      missing: "–",
    },
  ],
  rows(view) {
    const [before, now] = ends(view);
    const split = splitOf(view);
    const shares = split?.ok ? split.value.levers : null;
    let sum = before;
    const levers = view.leverNames.map((name, i): Row => {
      const part = shares?.[i];
      sum += part ?? 0;
      return { step: name, coverage: cell(shares ? sum : undefined), change: cell(part), kind: "lever" };
    });
    return [
      {
        step: view.document.ownCity ? "As you counted" : `At the mapping, ${mappedWords(view)}`,
        coverage: cell(before),
        change: null,
        kind: "start",
      },
      ...levers,
      {
        step: `Scenario, ${lastOf(view.result).year}`,
        coverage: cell(now),
        change: cell(now - before),
        kind: "end",
      },
    ];
  },
  draw(rows, canvas, view) {
    const still = stillWords(view);
    return still === null ? drawChanges(rows, canvas) : drawSentence(still, canvas);
  },
  words: (view) => (stillWords(view) === null ? splitWords(view) : []),
  sources: (view) => [
    ...countSources(view.model, ["initiatives"], { city: view.document.view.city }),
    { source_id: "arrivals", locator: "Table assumptions" },
  ],
  caveat: "Split with the central assumptions; ranges are with the other pictures.",
};

/** Coverage of the place in view, at the mapping and in the last year. */
function ends(view: ScenarioView): [number, number] {
  const place = placeInView(view);
  const [before, now] = [lastOf(view.baseline), lastOf(view.result)];
  return place < 0
    ? [before.coverage, now.coverage]
    : [before.cities[place]!.cityCoverage, now.cities[place]!.cityCoverage];
}

/** The sentence that stands in the picture's place where nothing moved; null where something did. */
function stillWords(view: ScenarioView): string | null {
  const split = splitOf(view);
  const parts = split?.ok ? split.value.levers : [];
  if (moved(...ends(view)) || parts.some((part) => !isNothing(part))) return null;
  if (!view.leverNames.length) return "Move a lever to see its part of the change of coverage here.";
  return splitWords(view).join(" ");
}

/** How the change is split among the levers, which of them change nothing, or why it is not split. */
function splitWords(view: ScenarioView): string[] {
  const { leverNames } = view;
  const split = splitOf(view);
  if (!split) return [`The change is being split among ${leverNames.length} levers.`];
  if (!split.ok) return [`The change cannot be split by lever: ${formatList(split.faults.map(faultWords))}.`];
  const still = leverNames.filter((_, i) => isNothing(split.value.levers[i] ?? 0));
  const words: string[] = [];
  if (still.length > 3) words.push(`${still.length} levers do not change coverage.`);
  else if (still.length)
    words.push(
      `${formatList(still.map((name) => `“${name}”`))} ${still.length === 1 ? "does" : "do"} not change coverage${placeInView(view) < 0 ? "" : " here"}.`,
    );
  if (leverNames.length > 1 && still.length < leverNames.length)
    words.push("The change is shared out between the levers so that the parts add up (Shapley values).");
  return words;
}

const changeWords = (row: Row): string => {
  const change = number(row, "change");
  return change === null ? "not split" : `${pointsWords(change)} points`;
};
