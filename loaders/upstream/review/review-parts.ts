import { sum } from "d3-array";
import type { CodeChanges } from "./compare-codes.js";
import type { Disagreement } from "./compare-editions.js";
import { isMoved } from "./compare-scenarios.js";
import { isSeen } from "./compare-shown.js";
import type { TableChanges } from "./compare-snapshots.js";
import type { Fault } from "../refresh-fault.js";
import { foremostOf } from "./foremost.js";
import { firstToSee, partsOfFirst } from "./parts-of-first.js";
import {
  partsOfCodes,
  partsOfCorrections,
  partsOfEditions,
  partsOfFailed,
  partsOfUnfit,
  type ReviewedCorrections,
} from "./parts-of-matches.js";
import { partsOfFigures, partsOfScenarios, partsOfSentences, type SiteChanges } from "./parts-of-site.js";
import { changedTables, partOfTable } from "./parts-of-tables.js";
import { counted, plainNumber, type PartId, type ReviewPart, type ReviewWords } from "./review-part.js";

/** Everything that a review tells. */
export interface Review {
  /** What it is compared with, in words: "commit 1a2b3c4 of 30 November 2026". */
  revision: string;
  /** Every table of snapshots, those that did not change with them. */
  tables: readonly TableChanges[];
  /** Null where the evidence is the same, so that the site says the same, or where it could not be compared. */
  site: SiteChanges | null;
  isSameEvidence: boolean;
  /** What could not be compared, a sentence each. */
  notes: readonly string[];
  /** Why sources of the refresh before it changed nothing; a correction that does not fit is told by itself. */
  failed: readonly Fault[];
  corrections: ReviewedCorrections;
  editions: readonly Disagreement[];
  codes: readonly CodeChanges[];
}

/** Something that a reviewer decides on. */
export interface Decision {
  what: string;
  count: number;
  /** The part that lists it. */
  part: PartId;
}

/** What a review asks to decide, in the order of its parts, with what there is nothing of. */
export function decisions({ tables, site, failed, corrections, editions, codes }: Review): Decision[] {
  const first = firstToSee(tables);
  const { changed = [], lost = [] } = site?.shown ?? {};
  const of = (part: PartId, what: string, count: number): Decision => ({ what, count, part });
  return [
    of("failed", "Sources that were not refreshed", failed.length),
    of("revised", "Revised numbers that moved by a tenth or more", first.large.length),
    of("unusual", "New numbers that are unusual for their series", first.unusual.length),
    of(
      "removed",
      "Numbers that were removed",
      sum(first.runs, ({ count }) => count),
    ),
    of("held-back", "Numbers that are held back now", first.heldBack.length),
    of("unfit", "Corrections that no longer fit", corrections.unfit.length),
    of("claims", "Claims that fail", site?.claims.length ?? 0),
    of("values", "Numbers in sentences that changed", site?.values.length ?? 0),
    of("scenarios", "Scenarios that moved", site?.scenarios.filter(isMoved).length ?? 0),
    of("figures", "Figures that changed", changed.filter(isSeen).length),
    of("figures", "Figures that cannot be drawn any more", lost.length),
    of("editions", "Two readings of one number that disagree", editions.length),
    of("unknown-codes", "Codes that stand in no list", countOf(codes, "unknown")),
    of("absent-places", "Places of the evidence of which nothing came", countOf(codes, "absent")),
  ];
}

const countOf = (codes: readonly CodeChanges[], kind: "unknown" | "absent") =>
  codes.reduce((all, one) => all + one[kind].length, 0);

/** What a reviewer decides, in the order of what to look at first; then each table by itself. */
export function reviewParts(review: Review): ReviewPart[] {
  const { tables, site, failed, corrections, editions, codes } = review;
  return [
    firstPart(review),
    ...partsOfFailed(failed),
    ...partsOfFirst(firstToSee(tables)),
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
  const changed = changedTables(tables).map(({ source }) => source);
  const foremost = foremostOf(firstToSee(tables));
  const all = decisions(review);
  const [some, none] = [all.filter(({ count }) => count > 0), all.filter(({ count }) => count === 0)];
  const title = "What to decide";
  const nothing = changed.length === 0 && isSameEvidence && some.length === 0;
  if (nothing) return { title, paragraphs: [`Nothing changed since ${revision}.`, ...notes], tables: [] };
  return {
    title,
    paragraphs: [
      tablesSentence(review, changed),
      ...(isSameEvidence ? ["Figures, claims and scenarios have the same evidence as then."] : []),
      ...notes,
      ...(some.length === 0 && notes.length === 0
        ? ["None of these changes is of a kind that is listed first."]
        : []),
      ...howToDecide(changed, foremost),
    ],
    tables: some.length
      ? [
          {
            heads: ["To decide", "How many", "The foremost", "Most of them in"],
            rows: some.map(({ what, count, part }) => {
              const { worst = "", source = "", count: there = 0 } = foremost[part] ?? {};
              const where = source && (there === count ? source : `${source} (${plainNumber(there)})`);
              return [[{ words: what, href: `#${part}` }], plainNumber(count), worst, where];
            }),
            more: 0,
            rest: [],
          },
        ]
      : [],
    last: some.length && none.length ? [noneOf(none)] : [],
  };
}

function tablesSentence({ tables, revision }: Review, changed: readonly string[]): string {
  if (tables.length === 0) return `There are no numbers of producers, now or at ${revision}.`;
  return changed.length === 0
    ? `No table of producers changed since ${revision}.`
    : `${plainNumber(changed.length)} of ${counted(tables.length, "table")} of producers changed since ${revision}: ${changed.join(", ")}.`;
}

/** What there is nothing of, in one sentence: who looks for it must not wonder whether it was looked at. */
const noneOf = (none: readonly Decision[]): string =>
  `There are none of these: ${none.map(({ what }) => `${what.charAt(0).toLowerCase()}${what.slice(1)}`).join("; ")}.`;

/** How a change is accepted, refused or corrected; the example is the table that most of the foremost is in. */
function howToDecide(
  changed: readonly string[],
  { revised, unusual, removed }: ReturnType<typeof foremostOf>,
): ReviewWords[] {
  const one = (revised ?? unusual ?? removed)?.source ?? changed[0];
  return one === undefined
    ? []
    : [
        [
          "To accept it, commit the folder ",
          { code: "data" },
          ", or merge the pull request. To leave a table as it was, take it back, for example with ",
          { code: `npm run take-back -- ${one}` },
          ". To put one number right that the producer has wrong, add a row to ",
          { code: "data/corrections.csv" },
          " and refresh again.",
        ],
      ];
}
