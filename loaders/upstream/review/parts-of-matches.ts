import type { Correction } from "../corrections.js";
import type { Fault } from "../refresh-fault.js";
import type { CodeChanges } from "./compare-codes.js";
import { disagrees, type Disagreement, type Placed } from "./compare-editions.js";
import {
  allRows,
  percentChange,
  placeName,
  plainNumber,
  readingValue,
  reviewTable,
  where,
  type ReviewPart,
} from "./review-part.js";

/** Corrections of producers' errors. */
export interface ReviewedCorrections {
  /** Those that the snapshots of today have. */
  applied: readonly Correction[];
  /** Those that do not fit, in the words of the refresh; of a review without a refresh those that no snapshot has. */
  unfit: readonly { id: string; source: string; why: string }[];
}

/** Why a correction did not fit, out of what a refresh was stopped by. */
export const unfitCorrections = (faults: readonly Fault[]): ReviewedCorrections["unfit"] =>
  faults.flatMap(({ source, correction, came, mend }) =>
    correction === undefined ? [] : [{ id: correction, source, why: `${came}. ${mend}` }],
  );

/** Sources of the refresh that failed: what others gave is here without them. */
export function partsOfFailed(failed: readonly Fault[]): ReviewPart[] {
  const tables = reviewTable(
    ["Table", "Expected", "What came", "What to do"],
    failed.map(({ source, expected, came, mend }) => [source, expected, came, mend]),
    allRows,
  );
  return tables.length === 0
    ? []
    : [
        {
          id: "failed",
          title: "Sources that were not refreshed",
          paragraphs: ["Their numbers are those of before, where there were any."],
          tables,
        },
      ];
}

/** Corrections that do not fit, which a reviewer decides on. */
export function partsOfUnfit({ unfit }: ReviewedCorrections): ReviewPart[] {
  const tables = reviewTable(
    ["Correction", "Table", "What stands there"],
    unfit.map(({ id, source, why }) => [id, source, why]),
    allRows,
  );
  return tables.length === 0
    ? []
    : [
        {
          id: "unfit",
          title: "Corrections that no longer fit",
          paragraphs: ["The tables that they mend were not refreshed."],
          tables,
        },
      ];
}

/** Corrections that were written in. */
export function partsOfCorrections({ applied }: ReviewedCorrections): ReviewPart[] {
  const tables = reviewTable(
    ["Correction", "Table", "Series", "Place", "Period", "As published", "As written", "Reason", "Reported"],
    applied.map((one) => [
      one.id,
      one.source,
      ...where(one.source, one),
      plainNumber(one.oldValue),
      plainNumber(one.newValue),
      one.reason,
      one.reported ? one.reportedAt || "yes" : "no",
    ]),
    allRows,
  );
  return tables.length === 0
    ? []
    : [
        {
          title: "Corrections of producers’ errors",
          paragraphs: ["They are declared in data/corrections.csv."],
          tables,
        },
      ];
}

/** Readings that should agree and do not. */
export function partsOfEditions(disagreements: readonly Disagreement[]): ReviewPart[] {
  const side = ({ source, reading }: Placed) =>
    `${readingValue(reading)}, ${source}${reading.edition ? `, edition ${reading.edition}` : ""}`;
  const tables = reviewTable(
    ["Series", "Place", "Period", "Lower", "Higher", "Difference"],
    disagreements.map(({ lower, higher, share }) => [
      ...where(higher.source, higher.reading),
      side(lower),
      side(higher),
      percentChange(share).replace("+", ""),
    ]),
  );
  return tables.length === 0
    ? []
    : [
        {
          id: "editions",
          title: "Two readings of one number that disagree",
          paragraphs: [
            `The same series, place and period in two editions or from two producers. Those are listed that are new since the revision and lie ${percentChange(disagrees).replace("+", "")} of the higher one apart, or more; the largest difference first. Both stay in the snapshots.`,
          ],
          tables,
        },
      ];
}

/** Codes that no list has, and places of which nothing came; none where there are no such. */
export function partsOfCodes(codes: readonly CodeChanges[]): ReviewPart[] {
  const named = (code: string) => (placeName(code) === code ? code : `${placeName(code)} (${code})`);
  const unknown: ReviewPart = {
    id: "unknown-codes",
    title: "Codes that stand in no list",
    paragraphs: [
      "They are new in the producer’s answer, and their numbers are left out. Where one is a country or city of the evidence, add it to data/country_codes.csv or data/city_codes.csv.",
    ],
    tables: reviewTable(
      ["Table", "Code"],
      codes.flatMap(({ source, unknown }) => unknown.map((code) => [source, code])),
      allRows,
    ),
  };
  const absent: ReviewPart = {
    id: "absent-places",
    title: "Places of the evidence of which nothing came",
    paragraphs: ["New since the revision: the producer’s answer has no number of them."],
    tables: reviewTable(
      ["Table", "Place"],
      codes.flatMap(({ source, absent }) => absent.map((code) => [source, named(code)])),
      allRows,
    ),
  };
  return [unknown, absent].filter(({ tables }) => tables.length > 0);
}
