import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { asksForHelp, outliveReaders, readCommandLine, UsageFault, usageWords } from "../../command-line.js";
import { dataFolder } from "../../package.js";
import { BrokenLock } from "../lock.js";
import { SnapshotFolder } from "../snapshot-folder.js";
import { tellSeconds } from "../tell-seconds.js";
import { repositoryOf, type Repository } from "./data-at.js";
import { reviewFolder, writeReview } from "./write-review.js";

const usage = `npm run review -- [revision] [--out FOLDER]

Writes what changed since a revision: numbers of the snapshots, figures, claims, scenarios, corrections and codes.
review.html opens from the disk, review.md is for a pull request.
  revision       as git knows it: a branch, a hash, HEAD~3; default HEAD
  --out FOLDER   where the two files go; default data/snapshots/.work
  --help, -h     prints this
Ends with 0 where the review was written, 1 where it cannot be written, 2 for a wrong use.

Example: npm run review -- main --out /tmp/review
`;

outliveReaders();
process.exitCode = await main(process.argv.slice(2));

async function main(parameters: string[]): Promise<number> {
  if (asksForHelp(parameters)) {
    console.log(usage.trimEnd());
    return 0;
  }
  try {
    await review(parameters);
    return 0;
  } catch (error) {
    if (error instanceof UsageFault) {
      console.error(usageWords(error, usage, "npm run review"));
      return 2;
    }
    console.error((error as Error).message);
    return 1;
  }
}

/** @throws UsageFault for a wrong use; Error in words where the review cannot be written */
async function review(parameters: string[]): Promise<void> {
  const { values, words } = readCommandLine(
    parameters,
    { out: { type: "string", example: "/tmp/review" } },
    "npm run review",
  );
  if (words.length > 1) throw new UsageFault(`one revision, and not ${words.length}`);
  const [revision = "HEAD"] = words;
  const repository = repositoryOf(dataFolder);
  if (!repository) throw new Error(`${dataFolder} is in no git repository: there is nothing to compare with`);
  refuseUnknown(revision, repository);
  // Read first: one that is found broken later is that of the revision.
  new SnapshotFolder(join(dataFolder, "snapshots")).lock();
  const { first, decisions, files } = await tellSeconds("Writing the review", process.stderr, () =>
    writeReview(repository, revision, values.get("out") ?? reviewFolder()),
  ).catch((error: unknown) => {
    throw error instanceof BrokenLock ? brokenThen(revision, error) : error;
  });
  const lines = decisions.map(([what, count]) => `${count}  ${what}`);
  console.log([first, ...lines, ...files].join("\n"));
}

function refuseUnknown(revision: string, { root }: Repository): void {
  try {
    const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
    execFileSync("git", asked, { cwd: root, stdio: "ignore" });
  } catch {
    throw new UsageFault(`git knows no revision "${revision}": write a hash, a branch or HEAD`);
  }
}

/** A lock file that is broken in the revision, and not in the data folder. */
function brokenThen(revision: string, { broken }: BrokenLock): Error {
  return new Error(
    `data/snapshots/snapshots.lock.json of ${revision} cannot be read: ${broken}. Compare with another revision: npm run review -- ${revision}~1`,
  );
}
