import { element } from "../../components/element.js";
import { scrollFrame } from "../../components/scroll-frame.js";
import { targetWords } from "../../scenario-charts/reading.js";
import { costingLabels, costingOf } from "../../scenario/costing.js";
import { countsLabels, weightingLabels } from "../../scenario/measure-words.js";
import { asItWasMade, theBaseline } from "../saved/saved-shelf.js";
import type { CompareItem } from "./compare-items.js";
import { compareRows, differenceText, type CompareRow } from "./compare-rows.js";

/**
 * Place of the scenario that the others are set against: the baseline where it is compared, else this scenario by the
 * model it was made with, else the first.
 */
export function comparedWith(items: readonly CompareItem[]): number {
  const places = [theBaseline, asItWasMade].map((wanted) => items.findIndex(({ id }) => id === wanted));
  return places.find((place) => place >= 0) ?? 0;
}

/**
 * Every scenario in a column of its own, in its last year, and behind them the differences from the one they are set
 * against: scenario minus baseline. Where it is about one city, the others stand behind "More cities".
 * @param inView id of the city in view
 * @param open true where "More cities" stands open; default false
 */
export function compareTable(
  document: Document,
  items: readonly CompareItem[],
  inView?: string,
  open = false,
): HTMLElement {
  const { main, others } = compareRows(items, inView);
  const facts = [
    words(document, items, "Year", ({ view }) => String(view.result.years.at(-1)!.year)),
    words(document, items, "Coverage of", ({ view }) => targetWords(view.document.target)),
    // Said where costs are not pooled in all of them, and where models differ.
    ...(items.some((item) => costsWords(item) !== costingLabels.pooled)
      ? [words(document, items, "Costs", costsWords)]
      : []),
    ...differing(document, items, "Cities weighed", weighedWords),
    ...differing(document, items, "Counts", countedWords),
    ...(new Set(items.map(versionWords)).size > 1 ? [words(document, items, "Model", versionWords)] : []),
  ];
  return element(
    document,
    "div",
    { class: "compare-lines" },
    tableOf(document, items, "Differences", [...facts, ...linesOf(document, items, main)]),
    others.length > 0
      ? element(
          document,
          "details",
          { open },
          element(document, "summary", {}, "More cities"),
          tableOf(document, items, "Differences in more cities", linesOf(document, items, others)),
        )
      : null,
  );
}

function tableOf(
  document: Document,
  items: readonly CompareItem[],
  name: string,
  lines: HTMLElement[],
): HTMLElement {
  const head = (text: string, difference = false) =>
    element(document, "th", { scope: "col", class: difference ? "number difference" : "number" }, text);
  const against = comparedWith(items);
  const heads = element(
    document,
    "tr",
    {},
    element(document, "th", { scope: "col" }, "In the last year"),
    ...items.map((item) => head(item.name)),
    ...othersOf(items).map((i) => head(`${items[i]!.name} minus ${items[against]!.name}`, true)),
  );
  return scrollFrame(
    document,
    name,
    element(
      document,
      "table",
      { class: "compare-table" },
      element(document, "thead", {}, heads),
      element(document, "tbody", {}, ...lines),
    ),
  );
}

function othersOf(items: readonly CompareItem[]): number[] {
  const against = comparedWith(items);
  return items.map((_, i) => i).filter((i) => i !== against);
}

const linesOf = (document: Document, items: readonly CompareItem[], rows: readonly CompareRow[]) =>
  rows.map((row) =>
    element(
      document,
      "tr",
      {},
      element(document, "th", { scope: "row" }, row.name),
      ...row.values.map((value) =>
        element(document, "td", { class: "number" }, value === null ? "–" : row.show(value)),
      ),
      ...othersOf(items).map((i) =>
        element(document, "td", { class: "number difference" }, differenceText(row, i, comparedWith(items))),
      ),
    ),
  );

/** By which version of the model a scenario is run; told where they differ. */
const versionWords = ({ view: { model } }: CompareItem) => `version ${model.version ?? 1}`;

/** Version 1 of the model knew costs by dimension alone. */
const costsWords = ({ view: { model, document } }: CompareItem) =>
  costingLabels[(model.version ?? 1) === 1 ? "by-dimension" : costingOf(document)];

const weighedWords = ({ view: { document } }: CompareItem) => weightingLabels[document.weighting ?? "alike"];
const countedWords = ({ view: { document } }: CompareItem) => countsLabels[document.counts ?? "counted"];

/** A line of words where a choice was made in one of them. */
function differing(
  document: Document,
  items: readonly CompareItem[],
  name: string,
  say: (item: CompareItem) => string,
): HTMLElement[] {
  const usual: readonly string[] = [weightingLabels.alike, countsLabels.counted];
  return items.every((item) => usual.includes(say(item))) ? [] : [words(document, items, name, say)];
}

/** A line of words, which have no difference. */
function words(
  document: Document,
  items: readonly CompareItem[],
  name: string,
  say: (item: CompareItem) => string,
): HTMLElement {
  return element(
    document,
    "tr",
    {},
    element(document, "th", { scope: "row" }, name),
    ...items.map((item) => element(document, "td", { class: "number" }, say(item))),
    element(document, "td", { class: "difference", colspan: items.length - 1 }),
  );
}
