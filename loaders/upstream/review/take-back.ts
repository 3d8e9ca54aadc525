import { join } from "node:path";
import { readCommandLine, runCommand, UsageFault } from "../../command-line.js";
import { deriveTables } from "../../derived/derive.js";
import { dataFolder } from "../../package.js";
import { writeNearest } from "../../pages/nearest.js";
import { withTemporaryFolder } from "../../temporary-folder.js";
import { takeLock } from "../../site/build-lock.js";
import { takeDaysBack } from "../checked.js";
import { BrokenLock, type Lock } from "../lock.js";
import { SnapshotFolder } from "../snapshot-folder.js";
import { repositoryOf, revisionWords, takeData } from "./data-at.js";

const usage = `npm run take-back -- source … [--to REVISION]

Takes tables of producers back to how they were, and makes the tables anew that are worked out from them.
  source           a producer ("worldbank") or one of its tables ("worldbank/population")
  --to REVISION    where it stood right: a hash, a branch; default HEAD, the last commit
  --help, -h       prints this
The next refresh fetches a table again that was taken back.
Ends with 0, with 1 where a file cannot be read or written, 2 for a wrong use.

Example: npm run take-back -- worldbank/population
`;
const command = "npm run take-back";

const parameters = process.argv.slice(2);
process.exitCode = await runCommand(parameters, usage, command, async () => {
  const { values, words } = readCommandLine(parameters, { to: { type: "string", example: "main" } }, command);
  if (words.length === 0) throw new UsageFault("which table? Name a source");
  await alone(words, values.get("to") ?? "HEAD");
});

/** No refresh runs meanwhile. */
async function alone(sources: readonly string[], revision: string): Promise<void> {
  const folder = new SnapshotFolder(join(dataFolder, "snapshots"));
  const unlock = takeLock(folder.runLock, "refresh");
  try {
    await withTemporaryFolder("arrivals-taken-back", (then) => takeBack(sources, revision, folder, then));
  } finally {
    unlock();
  }
}

/** @throws Error that says whose lock is broken: the one here is another */
function lockThen(from: SnapshotFolder, words: string): Lock {
  try {
    return from.lock();
  } catch (error) {
    if (!(error instanceof BrokenLock)) throw error;
    throw new Error(
      `data/snapshots/snapshots.lock.json of ${words} cannot be read: ${error.broken}. Take back to another revision`,
      { cause: error },
    );
  }
}

/** @param then an empty folder for the data of the revision @throws UsageFault; Error where a file cannot be read or written */
async function takeBack(
  sources: readonly string[],
  revision: string,
  folder: SnapshotFolder,
  then: string,
): Promise<void> {
  const repository = repositoryOf(dataFolder);
  if (!repository)
    throw new Error(`${dataFolder} is in no git repository: there is nothing to take a table back to`);
  const words = revisionWords(repository, revision);
  takeData(repository, revision, then);
  const from = new SnapshotFolder(join(then, "snapshots"));
  const known = [
    ...new Set([folder.lock(), lockThen(from, words)].flatMap((lock) => Object.keys(lock.snapshots))),
  ].sort();
  const wanted = sources.flatMap((name) => {
    const found = known.filter((source) => source === name || source.startsWith(`${name}/`));
    if (found.length === 0)
      throw new UsageFault(`there is no snapshot of "${name}": ${writeNearest(name, known, "snapshots")}`);
    return found;
  });
  const sourcesOf = [...new Set(wanted)];
  const back = sourcesOf.filter((source) => folder.takeBack(source, from));
  // Also where the snapshots stand as they should: one that was stopped half-way may have left these.
  takeDaysBack(folder.folder, sourcesOf, from.folder);
  const made = await deriveTables(dataFolder);
  if (back.length + made.length === 0) {
    console.log(`nothing to do: ${sourcesOf.join(", ")} as at ${words}`);
    return;
  }
  for (const source of back)
    console.log(
      source in folder.lock().snapshots
        ? `taken back  ${source}, as at ${words}`
        : `taken away  ${source}: ${words} has no snapshot of it`,
    );
  if (made.length > 0) console.log(`made anew   ${made.join(", ")}`);
  console.log("Run npm run review to see what is left of the changes.");
}
