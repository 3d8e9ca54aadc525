import { beforeAll, expect, it } from "vitest";
import { exitCodeOf, outcomeLine } from "../../../loaders/upstream/outcome-lines.js";
import { askingWithin, madeRefresh, type MadeRefresh } from "./made-refresh.js";
import type { Answering } from "./upstream-server.js";

/** What a producer does wrong, and what is said of it. */
export type Case = [name: string, source: string, answer: Answering, says: RegExp];

/** Good snapshots of some sources, which no fault may change. */
export interface Kept {
  made: MadeRefresh;
  /** The snapshots as they were before the tests. */
  before: Record<string, string>;
}

/** Refreshes with little patience, on good snapshots of the sources. */
export function keptSnapshots(sources: readonly string[]): Kept {
  const made = madeRefresh(true, {
    asking: askingWithin(200),
    retry: { retries: 1, minTimeout: 5, maxWaitSeconds: 2 },
  });
  const kept: Kept = { made, before: {} };
  beforeAll(async () => {
    const faults = (await made.refresh([...sources])).map(({ fault }) => fault);
    expect(faults).toEqual(faults.map(() => null));
    kept.before = made.contents();
    expect(Object.keys(kept.before).length).toBeGreaterThan(sources.length);
  });
  return kept;
}

/** Each case fails with what it says, in a whole message, and the last snapshots are there as they were. */
export function refuses(kept: Kept, cases: readonly Case[]): void {
  it.each([...cases])("%s", async (_name, source, answer, says) => {
    kept.made.server.answer(answer);
    const outcomes = await kept.made.refresh([source]);
    const line = outcomeLine(outcomes[0]!, false);
    expect(line).toMatch(says);
    expect(line).toContain(source.split("/")[0]);
    expect(line).toMatch(/: expected .+; .+\. The last good snapshot stays\. [A-Z].+\.$/);
    expect(outcomes[0]!.fault!.address).toMatch(/^https?:/);
    expect(exitCodeOf(outcomes)).toBe(1);
    expect(kept.made.contents()).toEqual(kept.before);
  });
}
