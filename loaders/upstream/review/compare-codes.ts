import type { Lock } from "../lock.js";

/** What of one table matches no code, and was not so before. */
export interface CodeChanges {
  source: string;
  /** Codes of countries in the answer that are in no list of codes. */
  unknown: string[];
  /** Codes of places of the evidence of which nothing came. */
  absent: string[];
}

/** What no longer matches a code, by table; tables without such a change are left out. */
export function compareCodes(before: Lock, after: Lock): CodeChanges[] {
  return Object.entries(after.snapshots)
    .map(([source, { account }]) => {
      const was = before.snapshots[source]?.account;
      return {
        source,
        unknown: without(account.unknown, was?.unknown),
        absent: without(account.absent, was?.absent),
      };
    })
    .filter(({ unknown, absent }) => unknown.length + absent.length > 0);
}

const without = (codes: readonly string[] = [], before: readonly string[] = []) =>
  codes.filter((code) => !before.includes(code));
