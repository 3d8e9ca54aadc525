import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataFolder } from "../../package.js";
import { projectFolder } from "../../site/paths.js";
import { SnapshotFolder } from "../snapshot-folder.js";
import { compareSnapshots } from "./compare-snapshots.js";
import { reviewHtml } from "./review-html.js";
import { reviewMarkdown } from "./review-markdown.js";
import { reviewParts } from "./review-text.js";
import { snapshotsAt } from "./snapshots-at.js";

const usage = `npm run review -- [revision] [--out FOLDER]

Writes what the snapshots of data/snapshots changed since a revision, default HEAD: review.html opens from the disk,
review.md is for a pull request. They go into FOLDER, default data/snapshots/.work.
`;

process.exitCode = main();

function main(): number {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: "string" } },
    });
    if (positionals.length > 1) throw new Error(`one revision, and not ${positionals.length}`);
    const [revision = "HEAD"] = positionals;
    const before = snapshotsAt(revision, projectFolder);
    const now = new SnapshotFolder(join(dataFolder, "snapshots"));
    const { snapshots } = now.lock();
    const sources = [...new Set([...Object.keys(before.lock.snapshots), ...Object.keys(snapshots)])].sort();
    const changes = sources.map((source) =>
      compareSnapshots(
        source,
        (snapshots[source] ?? before.lock.snapshots[source]!).unit,
        before.read(source),
        now.read(source) ?? [],
      ),
    );
    const parts = reviewParts(changes, revision);
    const title = `What the figures changed since ${revision}`;
    const out = values.out ?? join(dataFolder, "snapshots", ".work");
    mkdirSync(out, { recursive: true });
    for (const [name, text] of [
      ["review.html", reviewHtml(title, parts)],
      ["review.md", reviewMarkdown(title, parts)],
    ] as const)
      writeFileSync(join(out, name), text);
    console.log(`${parts[0]!.paragraphs[0]}\n${join(out, "review.html")}\n${join(out, "review.md")}`);
    return 0;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
}
