import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { EvidenceError, readEvidence } from "../evidence.js";
import { dataFolder } from "../package.js";
import { formatFault } from "../evidence-fault.js";
import { dropLoaded, makePreviewFolder } from "./build-folders.js";
import { runningBuild } from "./build-lock.js";
import { freePort, startDevServer, type DevServer } from "./dev-server.js";
import { whenToldToEnd } from "./ending.js";
import { followPages } from "./follow-pages.js";
import { followData } from "./follow-data.js";
import { endGroup, frameworkCache, startFramework } from "./framework.js";
import { tellErrors } from "./framework-words.js";
import { projectFolder, sourceRoot } from "./paths.js";
import { portFrom, portProblem } from "./port.js";
import { primeCache } from "./prime-cache.js";
import type { Waiting } from "./waiting-page.js";
import { survive } from "./survive.js";
import { readyToWrite } from "./write-faults.js";

/**
 * `npm run dev`: Framework's preview at http://127.0.0.1:3000 (`PORT`), made whole in two ways. It also follows `data/`:
 * Framework watches pages and loaders, not the tables behind them; an edit there touches both, so that loaders run and
 * pages show it. And it starts whatever the data are like: while they are broken at the start, terminal and browser
 * list the problems; once they are mended, the pages come. Data that break later leave the last good pages.
 */
const aside = join(projectFolder, ".cache");
const starting: Waiting = { title: "The notebook is starting", words: "This can take a minute." };
let previewRuns = false;
/** When previews that ended soon were started: one that cannot go on is not started for ever. */
let endedSoon = 0;

const port = orExit(() => portFrom(process.env.PORT, 3000));
const server = await startDevServer(port, starting).catch((error: NodeJS.ErrnoException) => {
  console.error(portProblem(error, port, "npm run dev"));
  process.exit(1);
});
whenToldToEnd(() => process.exit(0));
orExit(() => readyToWrite([aside, frameworkCache]));
const scratch = makePreviewFolder(aside);
process.on("exit", scratch.remove);
console.error(`Arrivals at http://127.0.0.1:${server.port}`);
followData(dataFolder, dataChanged, ({ message }) =>
  console.error(`Not every edit of the data may be seen: ${message}`),
);
followPages(sourceRoot, server.comings);
await afterBuilds(server);
survive();
dataChanged();

function dataChanged(): void {
  const waiting = whatIsWrong();
  if (waiting) {
    console.error([`${waiting.title}:`, ...(waiting.problems ?? []), waiting.words].join("\n"));
    if (previewRuns) touch(/\.md$/);
    else server.wait(waiting);
    return;
  }
  forgetLoaded();
  if (!previewRuns) return void startPreview();
  touch(/\.(md|arrow\.ts|zip\.ts|json\.ts)$/);
  console.error("data: changed, pages follow");
}

/** Lets Framework take files for changed. One that is gone by now is no fault. */
function touch(files: RegExp): void {
  const now = new Date();
  for (const path of filesUnder(sourceRoot).filter((path) => files.test(path)))
    try {
      utimesSync(path, now, now);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
}

async function startPreview(): Promise<void> {
  previewRuns = true;
  server.wait(starting);
  primeCache(sourceRoot);
  const previewPort = await freePort();
  const preview = startFramework(
    ["preview", "--host", "127.0.0.1", "--port", String(previewPort), "--no-open"],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ARRIVALS_KEEP_LAST: "true", ARRIVALS_SCRATCH: scratch.folder },
    },
  );
  process.on("exit", () => endGroup(preview, "SIGKILL"));
  const started = Date.now();
  void tellErrors(preview.stderr!, process.stderr);
  preview.on("close", (code) => {
    const ended = `The preview has ended${code === null ? "" : ` (exit code ${code})`}`;
    endedSoon = Date.now() - started < 20_000 ? endedSoon + 1 : 0;
    if (endedSoon > 2) {
      console.error(`${ended}; start it again with npm run dev.`);
      process.exit(1);
    }
    console.error(`${ended}; it is started again.`);
    void startPreview();
  });
  server.forwardTo(previewPort);
}

/** What is wrong with the data, for the terminal and the page; undefined where they are in order. */
function whatIsWrong(): Waiting | undefined {
  try {
    readEvidence(dataFolder);
    return undefined;
  } catch (error) {
    const problems =
      error instanceof EvidenceError ? error.problems.map(formatFault) : [(error as Error).message];
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    return {
      title: `The data have ${count}`,
      words: previewRuns
        ? "The pages keep the last good data."
        : "The notebook starts by itself when they are mended.",
      problems,
    };
  }
}

/** Waits while the site is built here: the preview would take away what the build has just loaded. */
async function afterBuilds({ wait }: DevServer): Promise<void> {
  for (let told = false; ; told = true) {
    const build = orExit(runningBuild);
    if (!build) return;
    const words = `The notebook starts when the build that runs here (process ${build.process}) has ended.`;
    if (!told) {
      console.error(words);
      wait({ title: "A build is running", words });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Drops what loaders made of earlier data or of the model; libraries stay. */
function forgetLoaded(): void {
  dropLoaded(frameworkCache, ["data", "data.zip", "workers"]);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function orExit<Value>(of: () => Value): Value {
  try {
    return of();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
