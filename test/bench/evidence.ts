import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { readEvidence } from "../../loaders/evidence.js";
import { projectFolder } from "../../loaders/site/paths.js";
import type { Measurement } from "./bench.js";

/** Reading and checking every table, and drawing every block of the pages, as each edit in `npm run dev` does. */
export const evidence: Measurement = ({ runs }) => {
  const read: number[] = [];
  let rows = 0;
  for (let run = 0; run < runs; run++) {
    read.push(
      timed(() => (rows = [...readEvidence().values()].reduce((sum, table) => sum + table.rows.length, 0))),
    );
  }
  const script = join(projectFolder, "loaders/site/draw.ts");
  const drawn: number[] = [];
  for (let run = 0; run < Math.min(runs, 3); run++) {
    drawn.push(
      timed(() =>
        execFileSync(process.execPath, ["--import", "tsx", script, "blocks"], {
          cwd: projectFolder,
          maxBuffer: 256 * 1024 * 1024,
          stdio: ["ignore", "pipe", "inherit"],
        }),
      ) / 1000,
    );
  }
  return Promise.resolve([
    {
      what: `evidence read and checked (${rows} rows)`,
      unit: "ms",
      values: read,
      note: "In one process; the slowest is the first, before the code was compiled.",
    },
    { what: "every block drawn, whole process", unit: "s", values: drawn },
  ]);
};

/** Milliseconds that it took. */
function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
