import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import { formatNumber, percent } from "../../components/format.js";
import type { Assumption } from "../../model/assumptions.js";
import type { RobustChoice } from "../../model/search/robust-choice.js";
import {
  askedIn,
  finePoints,
  leadWords,
  ofHundred,
  pointsNumber,
  pointsOf,
  rivalWords,
  shareOfLead,
  steadyIn,
  toFigures,
} from "../../scenario-charts/tested-reading.js";
import { everythingAtOnce } from "../../scenario-charts/worth-of-knowing.js";
import { assumptionsIn } from "./assumptions-in.js";
import { goToAssumption } from "./go-to-assumption.js";
import type { TestedQuestion } from "./tested-question.js";
import { note, part, row, table, type WithTable } from "./robust-tables.js";

/**
 * What would overturn the choice, and what is worth finding out before it.
 * @param more what stands with the first table, and the picture of what knowing is worth
 */
export function decidesTables(
  document: Document,
  question: TestedQuestion,
  choice: RobustChoice,
  { overturning, finding }: { overturning?: WithTable; finding?: HTMLElement } = {},
): HTMLElement[] {
  return [
    ...(choice.decides.overturning.length > 0
      ? [overturningPart(document, question, choice, overturning)]
      : []),
    findingPart(document, question, choice, finding),
  ];
}

function overturningPart(
  document: Document,
  { view, name }: TestedQuestion,
  choice: RobustChoice,
  { picture, file }: WithTable = {},
): HTMLElement {
  const rival = rivalWords(choice);
  const known = assumptionsIn(view);
  const told = choice.decides.overturning.filter((one) => one.told).sort((a, b) => b.explained - a.explained);
  const rest = choice.decides.overturning.length - told.length;
  const rows = told.map((one) => {
    const words = (["ahead", "behind"] as const).map((lead) =>
      leadWords(one, lead, known.get(one.assumption)),
    );
    const cells = [ofHundred(shareOfLead(one, "ahead") * choice.draws, choice.draws), percent(one.explained)];
    return row(document, nameButton(document, known, one.assumption), cells, ...words);
  });
  return part(
    document,
    "What would overturn it",
    note(
      document,
      told.length > 0
        ? `Set against ${rival}: where along the range of an assumption this plan does better, all others as they are drawn.`
        : `Set against ${rival}, no assumption by itself makes a difference that chance could not make.`,
    ),
    (told.length > 0 && picture) || null,
    told.length > 0
      ? table(
          document,
          `Where this plan does better than ${rival}, and how much of the difference between the two goes with the assumption`,
          [
            "Assumption",
            "This plan does better",
            "The other does better",
            "Draws where this plan does, of 100",
            "Part of the difference that goes with it",
          ],
          rows,
          name,
          3,
        )
      : null,
    file ?? null,
    told.length > 0 && rest > 0
      ? note(
          document,
          `${formatNumber(rest)} more ${rest === 1 ? "assumption makes" : "assumptions make"} no difference that chance could not make.`,
        )
      : null,
  );
}

function findingPart(
  document: Document,
  { view, name }: TestedQuestion,
  choice: RobustChoice,
  picture?: HTMLElement,
): HTMLElement {
  const { everything, findings, chance } = choice.decides.information;
  const known = assumptionsIn(view);
  const told = findings.filter((one) => one.told);
  const worth = (coverage: number, figures: number) =>
    choice.price === null
      ? "no money buys more"
      : `about ${formatEuro(toFigures(coverage * choice.price, figures))}`;
  const rows = [
    ...told.map(({ assumption, coverage }) =>
      row(document, nameButton(document, known, assumption), [
        finePoints(toFigures(coverage, 1)),
        worth(coverage, 1),
      ]),
    ),
    row(document, everythingAtOnce, [finePoints(toFigures(everything, 2)), worth(everything, 2)]),
  ];
  rows.at(-1)!.setAttribute("class", "total");
  const rest = findings.length - told.length;
  return part(
    document,
    "What is worth finding out",
    everything > 1e-9 && picture ? picture : null,
    everything > 1e-9
      ? table(
          document,
          "What it would bring on average to know it before choosing: coverage, and the money that buys as much",
          ["Known beforehand", "Coverage gained, points", "Worth a year"],
          rows,
          name,
        )
      : note(document, nothingWords(choice)),
    everything > 1e-9 && rest > 0
      ? note(
          document,
          `${formatNumber(rest)} ${told.length > 0 ? "more " : ""}${rest === 1 ? "assumption is" : "assumptions are"} worth no more than chance shows, which is ${pointsNumber(chance) === "0.0" ? "nothing" : `${pointsNumber(chance)} points`}.`,
        )
      : null,
  );
}

/** Why nothing is worth finding out: one plan is the best in every draw, this one or another. */
function nothingWords(choice: RobustChoice): string {
  const [asked, steady] = [askedIn(choice), steadyIn(choice)];
  if (asked === steady) return "Nothing: no draw has a better plan than this one.";
  return `Nothing: no draw has a better plan than the plan of least regret, whatever the assumptions. To change to that plan needs no knowledge, and brings ${pointsOf(asked.regret.mean - steady.regret.mean)} of coverage more on average.`;
}

/** The name of an assumption, which leads to its row in the table. */
function nameButton(
  document: Document,
  known: ReadonlyMap<string, Assumption>,
  id: string,
): HTMLButtonElement {
  const button = element(
    document,
    "button",
    { type: "button", class: "to-assumption" },
    known.get(id)?.name ?? id,
  );
  button.addEventListener("click", () => goToAssumption(document, id));
  return button;
}
