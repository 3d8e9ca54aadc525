import { element } from "../../components/element.js";
import { scrollFrame } from "../../components/scroll-frame.js";
import { formatEuro } from "../../components/euro.js";
import { formatNumber } from "../../components/format.js";
import { tableHead } from "../../components/table-head.js";
import type { Band } from "../../model/percentiles.js";
import type { RobustChoice } from "../../model/search/robust-choice.js";
import { nameOf } from "../../scenario-charts/reading.js";
import type { TestedQuestion } from "./tested-question.js";
import { ofHundred, pointsNumber, roleWords } from "../../scenario-charts/tested-reading.js";
import { placesWords, regretSentence } from "./robust-words.js";

/** Parts of fewer draws than this share that the plan has not either are counted, not listed. */
const rare = 0.1;

/** What stands with a table where scripts run: a picture above it, and a way to save it below. */
export interface WithTable {
  picture?: HTMLElement;
  file?: HTMLElement;
}

/** The plan and its rivals: whether each keeps to the budget, how often it is best, and what it loses. */
export function plansTable(
  document: Document,
  { view, name }: TestedQuestion,
  choice: RobustChoice,
  { picture, file }: WithTable = {},
): HTMLElement {
  const { plans, draws, seed, budget } = choice;
  const rows = plans.map((tested) => {
    const { plan, keeps, regret } = tested;
    return row(document, roleWords(tested), [
      formatNumber(plan.reduce((sum, { initiatives }) => sum + initiatives, 0)),
      ofHundred(keeps, draws),
      ofHundred(regret.best, draws),
      pointsNumber(regret.mean),
      pointsNumber(regret.p90),
    ]);
  });
  const others = plans.slice(1);
  return part(
    document,
    "The plan and its rivals",
    note(document, regretSentence(choice)),
    picture ?? null,
    table(
      document,
      `Over the same ${formatNumber(draws)} draws (seed ${seed}): in how many of 100 a plan keeps to ${formatEuro(budget)} and is best; regret in points of coverage`,
      [
        "Plan",
        "New initiatives",
        "Keeps to budget, of 100",
        "Best, of 100",
        "Mean regret, points",
        "90th percentile, points",
      ],
      rows,
      name,
    ),
    file ?? null,
    note(
      document,
      "A plan with more initiatives than the money will pay for is a longer list: it leaves less unspent where costs turn out low, and is cut short where they do not.",
    ),
    others.length > 0
      ? element(
          document,
          "details",
          { class: "rival-plans" },
          element(document, "summary", {}, "What the rivals start"),
          ...others.map((tested) =>
            element(
              document,
              "p",
              {},
              element(document, "strong", {}, roleWords(tested)),
              ` (the best plan of ${formatNumber(tested.solvedIn)} of ${formatNumber(draws)} draws): ${placesWords(view, tested.plan)}.`,
            ),
          ),
        )
      : null,
  );
}

/** What the best plans of the draws have in common. */
export function partsTable(
  document: Document,
  { view, name }: TestedQuestion,
  { parts, draws }: RobustChoice,
  { file }: WithTable = {},
): HTMLElement {
  const listed = parts.filter((one) => one.draws >= rare * draws || one.asked > 0);
  const hidden = parts.length - listed.length;
  const own = parts.filter(({ asked }) => asked > 0);
  const sure = own.filter((one) => one.draws >= 0.9 * draws);
  const rows = listed.map(({ city, dimension, draws: inDraws, initiatives, asked }) =>
    row(
      document,
      nameOf(view, city),
      [ofHundred(inDraws, draws), typicalWords(initiatives), formatNumber(asked)],
      dimension,
    ),
  );
  return part(
    document,
    "What recurs",
    note(document, recurringWords(own.length, sure.length)),
    table(
      document,
      "In how many draws the best plan starts something, by city and dimension; and how many initiatives, the middle of those draws with the range of 8 in 10",
      ["City", "Dimension", "Draws, of 100", "Initiatives there", "In this plan"],
      rows,
      name,
      2,
    ),
    file ?? null,
    hidden > 0
      ? note(
          document,
          `${formatNumber(hidden)} more ${hidden === 1 ? "place is" : "places are"} in the best plan of fewer than 10 of 100 draws.`,
        )
      : null,
  );
}

/** How many of the places of a plan are in the best plan of nearly every draw. */
function recurringWords(own: number, sure: number): string {
  const often = "something in the best plan of at least 90 of 100 draws.";
  if (own === 1)
    return `The one place where this plan starts something ${sure === 1 ? "gets" : "does not get"} ${often}`;
  const some = sure === own ? "all" : sure === 0 ? "none" : formatNumber(sure);
  return `Of the ${formatNumber(own)} places where this plan starts something, ${some} ${sure === 1 ? "gets" : "get"} ${often}`;
}

/** "3", or "3 (2 to 5)": the median, and between which numbers eight in ten of the draws lie. */
function typicalWords(band: Band | null): string {
  if (!band) return "none";
  const [low, middle, high] = [band.p10, band.p50, band.p90].map((value) => formatNumber(value));
  return low === high ? middle! : `${middle} (${low} to ${high})`;
}

/** A part of the answer with its heading. */
export function part(document: Document, title: string, ...parts: (HTMLElement | null)[]): HTMLElement {
  return element(document, "section", { class: "robust-part" }, element(document, "h3", {}, title), ...parts);
}

/** A sentence beside a table. */
export function note(document: Document, words: string): HTMLElement {
  return element(document, "p", { class: "answer-note" }, words);
}

/**
 * A table in a frame that scrolls where it is wide.
 * @param name of the plan that it is about, which tells the frame from those of other plans
 * @param numbersFrom place of the first column of numbers
 */
export function table(
  document: Document,
  caption: string,
  heads: readonly string[],
  rows: readonly HTMLElement[],
  name: string,
  numbersFrom = 1,
): HTMLElement {
  const frame = scrollFrame(
    document,
    `${caption} (${name})`,
    element(
      document,
      "table",
      {},
      element(document, "caption", {}, caption),
      tableHead(document, heads, numbersFrom),
      element(document, "tbody", {}, ...rows),
    ),
  );
  frame.classList.add("robust-table");
  return frame;
}

/**
 * A row of numbers.
 * @param words cells of words behind the head
 */
export function row(
  document: Document,
  head: string | HTMLElement,
  cells: readonly string[],
  ...words: readonly string[]
): HTMLElement {
  return element(
    document,
    "tr",
    {},
    element(document, "th", { scope: "row" }, head),
    ...words.map((text) => element(document, "td", {}, text)),
    ...cells.map((cell) => element(document, "td", { class: "number" }, cell)),
  );
}
