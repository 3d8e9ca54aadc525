import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkEvidence, formatFault } from "../../loaders/check.js";
import { dataVersion } from "../../loaders/version.js";
import { smallEvidence } from "../support/evidence/small-evidence.js";

const problemsIn = (folder: string) => checkEvidence(folder).problems.map(formatFault);

/** The evidence without a file, whose path it gives as well. */
function without(name: string): { folder: string; path: string } {
  const folder = smallEvidence({ [name]: null });
  return { folder, path: join(folder, name) };
}

describe.each(["counts.csv", "datapackage.json"])("checkEvidence(folder), where %s is no file", (name) => {
  const called = name === "counts.csv" ? "counts" : name;

  it("names a pipe and does not wait for it, nor does the version of the data", () => {
    const { folder, path } = without(name);
    execFileSync("mkfifo", [path]);
    expect(problemsIn(folder)).toEqual([
      `${called}: must be a file and is a pipe → remove it, and put the file there`,
    ]);
    expect(() => dataVersion(folder)).toThrow(/must be a file and is a pipe/);
  });

  it("names a folder, a device behind a link, a socket, and a link that leads nowhere", async () => {
    const { folder, path } = without(name);
    mkdirSync(path);
    expect(problemsIn(folder)).toEqual([
      expect.stringContaining(`${called}: must be a file and is a folder`),
    ]);
    rmSync(path, { recursive: true });
    symlinkSync("/dev/zero", path);
    expect(problemsIn(folder)).toEqual([expect.stringContaining("must be a file and is a device")]);
    rmSync(path);
    symlinkSync("nowhere", path);
    expect(problemsIn(folder)).toEqual([
      expect.stringContaining("is a link that leads nowhere → put the file there"),
    ]);
    rmSync(path);
    symlinkSync(path, path);
    expect(problemsIn(folder)).toEqual([expect.stringContaining("is a link that leads nowhere")]);
    rmSync(path);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(path, listening));
    expect(problemsIn(folder)).toEqual([expect.stringContaining("must be a file and is a socket")]);
    await new Promise((closed) => server.close(closed));
  });

  it("follows a link to a file", () => {
    const folder = smallEvidence();
    renameSync(join(folder, name), join(folder, "kept.txt"));
    symlinkSync("kept.txt", join(folder, name));
    expect(problemsIn(folder)).toEqual([]);
  });

  it("says the size of a file that is too large, without reading it", () => {
    const folder = smallEvidence();
    truncateSync(join(folder, name), 2 ** 30);
    expect(problemsIn(folder)).toEqual([
      expect.stringMatching(new RegExp(`^${called}: must have at most \\d+ MB and has 1,024 MB →`)),
    ]);
  });
});
