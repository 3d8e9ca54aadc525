import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { dataState } from "../../../loaders/site/data-state.js";
import { followData } from "../../../loaders/site/follow-data.js";
import { smallEvidence } from "../../support/evidence/small-evidence.js";

describe("dataState(folder)", () => {
  it("is the same while an editor keeps a table open: Emacs puts a link there that leads nowhere", () => {
    const folder = smallEvidence();
    const before = dataState(folder);
    symlinkSync("me@host.1234:567", join(folder, ".#counts.csv"));
    writeFileSync(join(folder, ".~lock.counts.csv#"), "");
    writeFileSync(join(folder, "#counts.csv#"), "");
    expect(dataState(folder)).toBe(before);
  });

  it("changes with an edit that is taken back, with a table that goes or leads nowhere, and with a new one", () => {
    const folder = smallEvidence();
    const table = join(folder, "counts.csv");
    const states = [dataState(folder)];
    const next = () => states.push(dataState(folder));
    renameSync(table, `${table}.kept`);
    next();
    symlinkSync("nowhere", table);
    next();
    rmSync(table);
    renameSync(`${table}.kept`, table);
    next();
    writeFileSync(join(folder, "new.csv"), "");
    next();
    expect(new Set(states).size).toBe(states.length);
  });
});

describe("followData(folder)", () => {
  it("hears of an edit, and of nothing that an editor keeps beside the table", async () => {
    const folder = smallEvidence();
    let heard = 0;
    const failures: Error[] = [];
    const { ready, close } = followData(
      folder,
      () => heard++,
      (error) => failures.push(error),
    );
    onTestFinished(close);
    await ready;
    symlinkSync("me@host.1234:567", join(folder, ".#counts.csv"));
    writeFileSync(join(folder, ".~lock.counts.csv#"), "");
    rmSync(join(folder, ".#counts.csv"));
    // What was heard of those would be heard by then.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([heard, failures]).toEqual([0, []]);
    writeFileSync(join(folder, "counts.csv"), "changed");
    await expect.poll(() => heard, { timeout: 30_000 }).toBeGreaterThan(0);
  }, 60_000);
});
