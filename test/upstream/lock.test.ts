import { describe, expect, it } from "vitest";
import { lockText, readLock, type LockEntry } from "../../loaders/upstream/lock.js";

const entry: LockEntry = {
  ...{ file: "ecb/annual-rates.1a2b3c4d.csv", retrieved: "2026-11-30", updated: null, answers: [] },
  ...{ bytes: 1, sha256: "a", rows: 1, unit: "units", page: "", licence: "free", citation: "ECB" },
  account: { read: 1, kept: 1, elsewhere: 0, empty: 0, leftOut: 0, absent: [] },
};
const textOf = (file: string) =>
  lockText({ version: 1, snapshots: { "ecb/annual-rates": entry } }).replace(entry.file, file);

describe("readLock(text)", () => {
  it("knows no file but snapshots, so that none other is read, written or removed", () => {
    expect(readLock(textOf(entry.file)).snapshots["ecb/annual-rates"]).toEqual(entry);
    for (const file of ["../topics.csv", "/etc/passwd", "ecb/../../x.1a2b3c4d.csv", "ecb/annual-rates.csv"])
      expect(() => readLock(textOf(file))).toThrow(/no name of a snapshot/);
  });
});
