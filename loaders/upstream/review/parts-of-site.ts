import { money, share, signedDifference } from "../../../src/workbench/compare/compare-quantity.js";
import type { ChangedValue, FailingClaim } from "./compare-claims.js";
import { comparedMeasures, isMoved, isOther, type ComparedScenario } from "./compare-scenarios.js";
import { isSeen, type ChangedFigure, type ShownChanges } from "./compare-shown.js";
import type { Pictures } from "./evaluation.js";
import { allRows, counted, reviewTable, type ReviewPart, type ReviewPicture } from "./review-part.js";

/** What the site says otherwise than before. */
export interface SiteChanges {
  shown: ShownChanges;
  /** Pictures of the figures that changed. */
  pictures: { before: Pictures; after: Pictures };
  claims: readonly FailingClaim[];
  values: readonly ChangedValue[];
  scenarios: readonly ComparedScenario[];
}

/** Claims that fail, and numbers in sentences that changed; empty where there are none. */
export function partsOfSentences({ claims, values }: Pick<SiteChanges, "claims" | "values">): ReviewPart[] {
  const failing: ReviewPart = {
    id: "claims",
    title: "Claims that fail",
    paragraphs: ["No build publishes a report whose claim fails: change the sentence, or its query."],
    tables: reviewTable(
      ["Sentence", "Page and line", "The query answers", "Before", "Query"],
      claims.map(({ sentence, file, line, answer, held, query }) => [
        sentence,
        `${file}:${line}`,
        answer,
        held === null ? "not known" : held ? "it held" : "it failed too",
        query,
      ]),
      allRows,
    ),
  };
  const written: ReviewPart = {
    id: "values",
    title: "Numbers in sentences that changed",
    paragraphs: ["They change by themselves. Read whether the words around them still fit."],
    tables: reviewTable(
      ["Page and line", "Before", "Now", "Query"],
      values.map(({ file, line, before, after, query }) => [
        `${file}:${line}`,
        before ?? "no value",
        after ?? "no value",
        query,
      ]),
      allRows,
    ),
  };
  return [failing, written].filter(({ tables }) => tables.length > 0);
}

const quantities = {
  coverage: share("Coverage, mean of all cities"),
  public: money("Public cost a year"),
} as const;

/** Scenarios that moved, with the parts of each difference; empty where none did. */
export function partsOfScenarios(scenarios: readonly ComparedScenario[]): ReviewPart[] {
  const moved = scenarios.filter(isMoved);
  if (moved.length === 0) return [];
  const rows = moved.flatMap(({ name, title, files, outcome }) => {
    const which = [title ?? "A scenario of a link", files.length ? files.join(", ") : name];
    if ("fault" in outcome) return [[...which, outcome.fault, "", "", "", "", ""]];
    return outcome.flatMap((result, at) => {
      if (!isOther(result)) return [];
      const { before, after, parts } = result;
      const quantity = quantities[comparedMeasures[at]!];
      const part = (value: number | undefined) =>
        value === undefined ? "not told" : signedDifference(quantity, value, "0");
      return [
        [
          ...which,
          quantity.name,
          quantity.show(before),
          part(parts?.data),
          part(parts?.assumptions),
          part(parts?.choices),
          quantity.show(after),
        ],
      ];
    });
  });
  return [
    {
      id: "scenarios",
      title: "Scenarios that moved",
      paragraphs: [
        "Each documented case, and each scenario that a published report runs or links to, in its last year with the central assumptions. Both are run by the model of today. The difference is shared out between revised counts, the table of assumptions, and levers that follow from the counts, so that the parts add up (Shapley values).",
      ],
      tables: reviewTable(
        ["Scenario", "Where", "Result", "Before", "Revised data", "Assumptions", "Levers", "Now"],
        rows,
        allRows,
      ),
    },
  ];
}

/** Figures whose rows or title changed, a part each. */
export function partsOfFigures({ shown, pictures }: Pick<SiteChanges, "shown" | "pictures">): ReviewPart[] {
  const { changed, added, lost } = shown;
  if (changed.length + added.length + lost.length === 0) return [];
  const [seen, unseen] = [changed.filter(isSeen), changed.filter((figure) => !isSeen(figure))];
  const named = (some: ShownChanges["added"], otherwise: string) =>
    some.map(({ name, why }) => [name, why ?? otherwise]);
  return [
    {
      id: "figures",
      title: "Figures before and after",
      paragraphs: [
        ...(seen.length
          ? [`${counted(seen.length, "figure has", "figures have")} other rows or another title.`]
          : []),
        ...(unseen.length
          ? [`Changed only in columns that no table shows: ${unseen.map(({ name }) => name).join("; ")}.`]
          : []),
      ],
      tables: [
        ...reviewTable(["Cannot be drawn now", "Why"], named(lost, "it is not asked for")),
        ...reviewTable(["New", "Why it was not there before"], named(added, "it was not asked for")),
      ],
    },
    ...seen.map((figure) => partOfFigure(figure, pictures)),
  ];
}

function partOfFigure(
  { name, alike, title, cells }: ChangedFigure,
  pictures: SiteChanges["pictures"],
): ReviewPart {
  const picture = (caption: string, html: string | null | undefined): ReviewPicture[] =>
    html ? [{ caption, html }] : [];
  return {
    title: name,
    level: 3,
    paragraphs: [
      ...(title.before === title.after
        ? [`Title, as before: ${title.after}`]
        : [`Title before: ${title.before}`, `Title now: ${title.after}`]),
      ...(alike.length ? [`The same change shows in: ${alike.join("; ")}.`] : []),
    ],
    tables: reviewTable(
      ["Row", "Column", "Before", "Now"],
      cells.map(({ row, column, before, after, isUnseen }) => [
        row,
        column ? (isUnseen ? `${column}, which its table does not show` : column) : "the row",
        before ?? "not there",
        after ?? "not there",
      ]),
    ),
    pictures: [...picture("Before", pictures.before[name]), ...picture("Now", pictures.after[name])],
  };
}
