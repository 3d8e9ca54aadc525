import { sum } from "d3-array";
import type { CodeChanges } from "./compare-codes.js";
import type { Disagreement } from "./compare-editions.js";
import { isMoved } from "./compare-scenarios.js";
import { unusual, type TableChanges } from "./compare-snapshots.js";
import {
  partsOfCodes,
  partsOfCorrections,
  partsOfEditions,
  partsOfUnfit,
  type ReviewedCorrections,
} from "./parts-of-matches.js";
import { partsOfFigures, partsOfScenarios, partsOfSentences, type SiteChanges } from "./parts-of-site.js";
import { changedTables, firstTables, firstToSee, partOfTable } from "./parts-of-tables.js";
import type { ReviewPart } from "./review-part.js";

/** Everything that a review tells. */
export interface Review {
  /** What it is compared with, as git knows it. */
  revision: string;
  /** Every table of snapshots, those that did not change with them. */
  tables: readonly TableChanges[];
  /** Null where the evidence is the same, so that the site says the same, or where it could not be compared. */
  site: SiteChanges | null;
  isSameEvidence: boolean;
  /** What could not be compared, a sentence each. */
  notes: readonly string[];
  corrections: ReviewedCorrections;
  editions: readonly Disagreement[];
  codes: readonly CodeChanges[];
}

/** How many decisions of each kind a review asks for, in the order of its first screen. */
export function decisions({
  tables,
  site,
  corrections,
  editions,
  codes,
}: Review): [what: string, count: number][] {
  const { unusual, large } = firstToSee(tables);
  const { changed = [], lost = [] } = site?.shown ?? {};
  return [
    ["New numbers that are unusual for their series", unusual.length],
    ["Revised numbers that moved by a tenth or more", large.length],
    ["Numbers that were removed", sum(tables, ({ removed }) => removed.length)],
    [
      "Numbers that are held back now",
      sum(
        tables,
        ({ revised }) =>
          revised.filter(({ before, after }) => before.value !== null && after.value === null).length,
      ),
    ],
    ["Claims that fail", site?.claims.length ?? 0],
    ["Figures that changed", changed.length],
    ["Figures that cannot be drawn any more", lost.length],
    ["Numbers in sentences that changed", site?.values.length ?? 0],
    ["Scenarios that moved", site?.scenarios.filter(isMoved).length ?? 0],
    ["Corrections that no longer fit", corrections.unfit.length],
    ["Two readings of one number that disagree", editions.length],
    [
      "Codes that match nothing",
      codes.reduce((all, { unknown, absent }) => all + unknown.length + absent.length, 0),
    ],
  ];
}

/** What a reviewer decides, in the order of what to look at first; then each table by itself. */
export function reviewParts(review: Review): ReviewPart[] {
  const { tables, site, corrections, editions, codes } = review;
  return [
    firstPart(review),
    ...partsOfUnfit(corrections),
    ...(site
      ? [...partsOfSentences(site), ...partsOfScenarios(site.scenarios), ...partsOfFigures(site)]
      : []),
    ...partsOfEditions(editions),
    ...partsOfCodes(codes),
    ...partsOfCorrections(corrections),
    ...changedTables(tables).map(partOfTable),
  ];
}

function firstPart(review: Review): ReviewPart {
  const { tables, revision, isSameEvidence, notes } = review;
  const changed = changedTables(tables);
  const counts = decisions(review);
  const title = "What to decide";
  const nothing = changed.length === 0 && isSameEvidence && counts.every(([, count]) => count === 0);
  if (nothing) return { title, paragraphs: [`Nothing changed since ${revision}.`, ...notes], tables: [] };
  const first = firstTables(tables);
  return {
    title,
    paragraphs: [
      tables.length
        ? `${changed.length} of ${tables.length} tables of producers changed since ${revision}${changed.length ? `: ${changed.map(({ source }) => source).join(", ")}` : ""}.`
        : `There are no numbers of producers, now or at ${revision}.`,
      ...(isSameEvidence ? ["Figures, claims and scenarios have the same evidence as then."] : []),
      ...notes,
      ...(first.length
        ? [
            `Revised numbers come in the order of how much of their series they move. A new number is unusual where its change from the period before lies ${unusual.score} times the usual spread from the usual change of its own series, and is a tenth at least. The spread is the median absolute deviation.`,
          ]
        : []),
    ],
    tables: [
      {
        heads: ["To decide", "How many"],
        rows: counts.map(([what, count]) => [what, String(count)]),
        more: 0,
      },
      ...first,
    ],
  };
}
