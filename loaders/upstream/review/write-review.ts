import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../../package.js";
import { withTemporaryFolder } from "../../temporary-folder.js";
import { readCorrections, type Correction } from "../corrections.js";
import type { Lock } from "../lock.js";
import type { Reading } from "../producer.js";
import type { Fault } from "../refresh-fault.js";
import { SnapshotFolder } from "../snapshot-folder.js";
import { writeInPlace } from "../../write-in-place.js";
import { compareCodes } from "./compare-codes.js";
import { compareEditions } from "./compare-editions.js";
import { compareSite } from "./compare-site.js";
import { compareSnapshots } from "./compare-snapshots.js";
import { revisionWords, takeData, type Repository } from "./data-at.js";
import { unfitCorrections, type ReviewedCorrections } from "./parts-of-matches.js";
import { reviewHtml } from "./review-html.js";
import { reviewMarkdown } from "./review-markdown.js";
import { decisions, reviewParts, type Review } from "./review-parts.js";

/** A review that was written. */
export interface WrittenReview {
  /** What it says first, and how many decisions of each kind it asks for. */
  first: string;
  decisions: [what: string, count: number][];
  /** Paths of its page and its text. */
  files: string[];
}

/** Where reviews go: beside the snapshots, in what git leaves out. */
export const reviewFolder = (folder: string = dataFolder): string => join(folder, "snapshots", ".work");

/**
 * Compares the data folder with that of a revision, and writes the review: `review.html` opens from the disk, `review.md`
 * is for a pull request.
 * @param faults of the refresh before it
 * @throws Error where git does not know the revision, or a lock file cannot be read
 */
export async function writeReview(
  repository: Repository,
  revision: string,
  out: string,
  faults: readonly Fault[] = [],
): Promise<WrittenReview> {
  return withTemporaryFolder("arrivals-review", async (then) => {
    takeData(repository, revision, then);
    const review = await reviewOf(then, revisionWords(repository, revision), faults);
    const parts = reviewParts(review);
    const title = `What changed since ${review.revision}`;
    mkdirSync(out, { recursive: true });
    const files = { "review.html": reviewHtml(title, parts), "review.md": reviewMarkdown(title, parts) };
    for (const [name, text] of Object.entries(files)) writeInPlace(join(out, name), text, { lasts: false });
    return {
      first: String(parts[0]!.paragraphs[0]!),
      decisions: decisions(review).map(({ what, count }) => [what, count]),
      files: Object.keys(files).map((name) => join(out, name)),
    };
  });
}

async function reviewOf(then: string, revision: string, faults: readonly Fault[]): Promise<Review> {
  const [before, now] = [then, dataFolder].map((folder) => new SnapshotFolder(join(folder, "snapshots"))) as [
    SnapshotFolder,
    SnapshotFolder,
  ];
  const [lockBefore, lockNow] = [before.lock(), now.lock()];
  const [tablesBefore, tablesNow] = [readAll(before, lockBefore), readAll(now, lockNow)];
  const sources = [...new Set([...tablesBefore.keys(), ...tablesNow.keys()])].sort();
  const corrections = [...readCorrections(), ...correctionsThen(then)];
  const tables = sources.map((source) => {
    const { unit, page, updated } = (lockNow.snapshots[source] ?? lockBefore.snapshots[source])!;
    return compareSnapshots(
      { source, unit, page, updated },
      tablesBefore.get(source) ?? [],
      tablesNow.get(source) ?? [],
      corrections.filter((one) => one.source === source),
    );
  });
  return {
    revision,
    tables,
    ...(await compareSite(then, dataFolder, revision)),
    failed: faults.filter(({ correction }) => correction === undefined),
    corrections: reviewedCorrections(lockNow, faults),
    editions: compareEditions(tablesBefore, tablesNow),
    codes: compareCodes(lockBefore, lockNow),
  };
}

const readAll = (folder: SnapshotFolder, { snapshots }: Lock): Map<string, Reading[]> =>
  new Map(Object.keys(snapshots).map((source) => [source, folder.read(source) ?? []]));

/** Corrections of the revision; none where it has no such table, or one that cannot be read by the code of today. */
function correctionsThen(folder: string): Correction[] {
  try {
    return readCorrections(folder);
  } catch {
    return [];
  }
}

/** Corrections that the snapshots have, and those that they have not. */
function reviewedCorrections({ snapshots }: Lock, faults: readonly Fault[]): ReviewedCorrections {
  const declared = readCorrections();
  const unfit = unfitCorrections(faults);
  const isApplied = ({ source, id }: { source: string; id: string }) =>
    snapshots[source]?.account.corrected?.includes(id) ?? false;
  const known = new Set(unfit.map(({ id }) => id));
  return {
    applied: declared.filter(isApplied),
    unfit: [
      ...unfit,
      ...declared
        .filter((one) => !isApplied(one) && !known.has(one.id))
        .map(({ id, source }) => ({
          id,
          source,
          why: `The snapshot does not have it: run npm run refresh -- ${source}`,
        })),
    ],
  };
}
