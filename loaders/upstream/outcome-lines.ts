import { group } from "d3-array";
import type { Outcome } from "./outcome.js";
import { faultLine } from "./refresh-fault.js";
import type { Waiting } from "./try-again.js";
import type { WrittenReview } from "./review/write-review.js";

const count = new Intl.NumberFormat("en-GB");
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;

/** What a refresh did to one source, as one line. */
export function outcomeLine(outcome: Outcome, dryRun: boolean): string {
  const { source, kind, rows, added, removed, changed, fetched, seconds, fault } = outcome;
  const cost = `${megabytes(fetched)}, ${seconds.toFixed(1)} s`;
  if (fault) return `failed     ${faultLine(fault)}`;
  if (kind === "unchanged") return `unchanged  ${source}: ${count.format(rows)} rows (${cost})`;
  const moves = [
    [added, "added"],
    [removed, "removed"],
    [changed, "changed"],
  ] as const;
  const told = moves.flatMap(([rows, what]) => (rows > 0 ? [`${count.format(rows)} ${what}`] : []));
  return `${dryRun ? "would change" : "changed"}    ${source}: ${count.format(rows)} rows, ${told.join(", ") || "dates alone"} (${cost})`;
}

/**
 * What failed because hosts were not reached: one line for all sources with the same cause, and one for a source that is
 * alone with its own.
 * @param outcomes of which each has a fault
 */
export function unreachedLines(outcomes: readonly Outcome[]): string[] {
  const byCause = group(outcomes, ({ fault }) => `${fault!.came} ${fault!.mend}`);
  return [...byCause.values()].map((alike) => {
    const [first] = alike;
    if (alike.length === 1) return outcomeLine(first!, false);
    const { came, mend } = first!.fault!;
    return `failed     ${alike.length} sources: ${came}. ${snapshotsThere(alike)} ${mend} They are ${sourcesOf(alike)}.`;
  });
}

const sourcesOf = (outcomes: readonly Outcome[]) =>
  outcomes
    .map(({ source }) => source)
    .sort()
    .join(", ");

/** What stays of several sources that failed. */
function snapshotsThere(failed: readonly Outcome[]): string {
  const bare = failed.filter(({ fault }) => fault!.isFirst);
  if (bare.length === 0) return "The last good snapshots stay.";
  if (bare.length === failed.length) return "There are no snapshots of them yet.";
  return `The last good snapshots stay; of ${sourcesOf(bare)} there is none yet.`;
}

/** "again      unhcr/population does not answer (the host was not found); tried again in 4 s, 2 of 4" */
export function waitingLine(source: string, { fault, seconds, next, of }: Waiting): string {
  const how = fault.unreached ? "does not answer" : "gives no good answer";
  return `again      ${source} ${how} (${fault.came}); tried again in ${Math.ceil(seconds)} s, ${next} of ${of}`;
}

/** Where the review of a refresh is, and how many decisions it asks for, as one line. */
export function reviewLine({ decisions, files }: Pick<WrittenReview, "decisions" | "files">): string {
  const counted = decisions.filter(([, count]) => count > 0).map(([what, count]) => `${what}: ${count}`);
  return `review     ${files[0]} (${counted.join("; ") || "nothing to decide"})`;
}

/** Tables that were made anew from snapshots, and what kept others from it. */
export interface Derived {
  made: string[];
  problems: string[];
}

/**
 * What a refresh that was stopped leaves behind, and what goes on from there.
 * @param replaced sources whose snapshots it replaced
 */
export function stoppedLines(replaced: readonly string[], { made, problems }: Derived): string[] {
  const snapshots = replaced.length
    ? `replaced until then: ${[...replaced].sort().join(", ")}`
    : "no snapshot was replaced";
  const tables = made.length > 0 ? `; made anew: ${made.join(", ")}` : "";
  if (problems.length === 0)
    return [
      `stopped    ${snapshots}${tables}; data are whole, and npm run refresh goes on from here`,
      // It would find nothing new to review in what was replaced already.
      ...(replaced.length > 0 ? ["stopped    there is no review of it yet: npm run review writes one"] : []),
    ];
  return [
    ...problems.map((problem) => `failed     ${problem}`),
    `stopped    ${snapshots}; tables that are worked out from snapshots are older than these: mend that, then run npm run derive, or npm run refresh, which goes on from here`,
  ];
}

/** 0 where nothing is new, 10 where a snapshot or a table made from them changed, 1 where something failed. */
export function exitCodeOf(outcomes: readonly Outcome[], made: readonly string[] = []): number {
  if (outcomes.some(({ kind }) => kind === "failed")) return 1;
  return made.length > 0 || outcomes.some(({ kind }) => kind === "changed") ? 10 : 0;
}
