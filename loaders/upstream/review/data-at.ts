import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { unzipSync } from "fflate";
import { UsageFault } from "../../command-line.js";
import { dayWords } from "../../../src/components/day-words.js";

/** The git repository that a data folder stands in. */
export interface Repository {
  /** Its outermost folder. */
  root: string;
  /** The data folder from there, with slashes: "data"; "" where it is the repository itself. */
  data: string;
}

/** @returns null where the folder is in no repository, or git is not there */
export function repositoryOf(dataFolder: string): Repository | null {
  try {
    const data = git(dataFolder, ["rev-parse", "--show-prefix"]).toString("utf8").trim();
    const root = git(dataFolder, ["rev-parse", "--show-toplevel"]).toString("utf8").trim();
    return { root, data: data.replace(/\/$/, "") };
  } catch {
    return null;
  }
}

/**
 * Writes the data folder of a revision, with its snapshots, into a folder.
 * @param revision as git knows it: "HEAD", "main~3", a hash
 * @param into an empty folder; stays empty where the revision has no data
 * @throws UsageFault where git does not know the revision
 */
export function takeData(repository: Repository, revision: string, into: string): void {
  const { root, data } = repository;
  const tree = `${commitOf(repository, revision)}:${data}`;
  try {
    git(root, ["cat-file", "-e", tree]);
  } catch {
    return;
  }
  const files = unzipSync(new Uint8Array(git(root, [...asTheyAre, "archive", "--format=zip", tree])));
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith("/")) continue;
    const file = resolve(into, name);
    // Git writes no such name; nothing is written outside of the folder all the same.
    if (relative(into, file).split(sep)[0] === "..") continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/**
 * A revision as readers know it, however it was written: "commit 1a2b3c4 of 30 November 2026", with the name of a branch
 * before it.
 * @throws UsageFault where git does not know the revision
 */
export function revisionWords(repository: Repository, revision: string): string {
  const commit = commitOf(repository, revision);
  const [hash = "", day = ""] = git(repository.root, ["show", "-s", "--format=%h %cs", commit])
    .toString("utf8")
    .trim()
    .split(" ");
  const words = `commit ${hash} of ${dayWords(day)}`;
  return revision === "HEAD" || commit.startsWith(revision) ? words : `${revision} (${words})`;
}

function commitOf({ root }: Repository, revision: string): string {
  try {
    const parameters = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
    const commit = git(root, parameters).toString("utf8").trim();
    // "^HEAD" is none: git answers it with what is left out.
    if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
    throw new Error(`git answers ${commit}`);
  } catch (cause) {
    throw new UsageFault(`git knows no revision "${revision}": write a hash, a branch or HEAD`, { cause });
  }
}

/** Line ends as they are in the repository: a snapshot is told by its bytes. */
const asTheyAre = ["-c", "core.autocrlf=false", "-c", "core.eol=lf"];

function git(folder: string, parameters: string[]): Buffer {
  return execFileSync("git", parameters, {
    cwd: folder,
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "pipe"],
  });
}
