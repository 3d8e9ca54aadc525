import { parseArgs } from "node:util";
import { dataFolder } from "../../package.js";
import { repositoryOf } from "./data-at.js";
import { reviewFolder, writeReview } from "./write-review.js";

const usage = `npm run review -- [revision] [--out FOLDER]

Writes what changed since a revision, default HEAD: numbers of the snapshots, figures, claims, scenarios, corrections and
codes. review.html opens from the disk, review.md is for a pull request. They go into FOLDER, default
data/snapshots/.work.
`;

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: "string" } },
    });
    if (positionals.length > 1) throw new Error(`one revision, and not ${positionals.length}`);
    const [revision = "HEAD"] = positionals;
    const repository = repositoryOf(dataFolder);
    if (!repository)
      throw new Error(`${dataFolder} is in no git repository: there is nothing to compare with`);
    const { first, decisions, files } = await writeReview(repository, revision, values.out ?? reviewFolder());
    const lines = decisions.map(([what, count]) => `${count}  ${what}`);
    console.log([first, ...lines, ...files].join("\n"));
    return 0;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
}
