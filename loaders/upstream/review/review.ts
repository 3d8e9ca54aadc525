import { join } from "node:path";
import { readCommandLine, runCommand, UsageFault } from "../../command-line.js";
import { dataFolder } from "../../package.js";
import { BrokenLock } from "../lock.js";
import { SnapshotFolder } from "../snapshot-folder.js";
import { tellSeconds } from "../tell-seconds.js";
import { repositoryOf, revisionWords } from "./data-at.js";
import { reviewFolder, writeReview } from "./write-review.js";

const usage = `npm run review -- [revision] [--out FOLDER]

Writes what changed since a revision: numbers of the snapshots, figures, claims, scenarios, corrections and codes.
review.html opens from the disk, review.md is for a pull request.
  revision       as git knows it: a branch, a hash, HEAD~3; default HEAD
  --out FOLDER   where the two files go; default data/snapshots/.work
  --help, -h     prints this
Ends with 0 where the review was written, 1 where it cannot be written, 2 for a wrong use.

Example: npm run review -- main --out ../review
`;

const parameters = process.argv.slice(2);
process.exitCode = await runCommand(parameters, usage, "npm run review", () => review(parameters));

/** @throws UsageFault for a wrong use; Error in words where the review cannot be written */
async function review(parameters: string[]): Promise<void> {
  const { values, words: revisions } = readCommandLine(
    parameters,
    { out: { type: "string", example: "../review" } },
    "npm run review",
  );
  if (revisions.length > 1) throw new UsageFault(`one revision, and not ${revisions.length}`);
  const [revision = "HEAD"] = revisions;
  const repository = repositoryOf(dataFolder);
  if (!repository) throw new Error(`${dataFolder} is in no git repository: there is nothing to compare with`);
  const words = revisionWords(repository, revision);
  // Read first: one that is found broken later is that of the revision.
  new SnapshotFolder(join(dataFolder, "snapshots")).lock();
  const { first, decisions, files } = await tellSeconds("Writing the review", process.stderr, () =>
    writeReview(repository, revision, values.get("out") ?? reviewFolder()),
  ).catch((error: unknown) => {
    throw error instanceof BrokenLock ? brokenThen(words, revision, error) : error;
  });
  const lines = decisions.flatMap(([what, count]) => (count > 0 ? [`${count}  ${what}`] : []));
  console.log([first, ...lines, ...files].join("\n"));
}

/** A lock file that is broken in the revision, and not in the data folder. */
function brokenThen(words: string, revision: string, { broken }: BrokenLock): Error {
  return new Error(
    `data/snapshots/snapshots.lock.json of ${words} cannot be read: ${broken}. Compare with another revision: npm run review -- ${revision}~1`,
  );
}
