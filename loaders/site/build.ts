import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { dataFolder } from "../package.js";
import { dataVersion } from "../version.js";
import { takeLock } from "./build-lock.js";
import {
  dropLibraries,
  dropLoaded,
  forgetOldNotes,
  makeBuildFolders,
  removeLeftovers,
} from "./build-folders.js";
import { step } from "./build-steps.js";
import { dataState } from "./data-state.js";
import { exitCodes, whenToldToEnd, type EndingSignal } from "./ending.js";
import { finishSite } from "./finish.js";
import { endGroup, frameworkCache, madeFolder, startFramework, startScript } from "./framework.js";
import { tellErrors } from "./framework-words.js";
import { lastSite } from "./last-site.js";
import { licenceNotices } from "./licences.js";
import { checkLoaderOutputs } from "./loader-outputs.js";
import { projectFolder, siteFolder, sourceRoot } from "./paths.js";
import { draftFiles } from "../reports/published.js";
import { primeCache } from "./prime-cache.js";
import { followed, mendPlace, putInPlace } from "./put-in-place.js";
import { shippedPackages } from "./shipped-packages.js";
import { stampBriefs } from "./stamp-briefs.js";
import { readyToWrite, writeFault } from "./write-faults.js";

/**
 * `npm run build`: the site in `dist/`, always from the data as they are. It is built aside and put in place when it
 * is whole: a build that fails or is stopped leaves the last good site where it is, and says which one that is.
 */
const aside = join(projectFolder, ".cache");
const started = Date.now();
let unlock: (() => void) | undefined;
/** Makes files or pages at this moment. */
let working: ChildProcess | undefined;
let stopped: EndingSignal | undefined;

try {
  readyToWrite([aside, frameworkCache, dirname(followed(siteFolder))]);
  unlock = takeLock();
  process.on("exit", unlock);
  whenToldToEnd((signal) => {
    stopped = signal;
    // The build ends when it has ended; only then can its folders be removed.
    if (working?.exitCode === null && working.signalCode === null) endGroup(working, "SIGKILL");
    else end();
  });
  mendPlace(siteFolder);
  if (removeLeftovers(aside)) dropLibraries(frameworkCache);
  console.error("Building the site: this takes about a minute.");
  await buildSite();
  const drafts = draftFiles();
  if (drafts.length)
    console.error(
      `${drafts.length === 1 ? "One draft is" : `${drafts.length} drafts are`} left out: ${drafts.join(", ")}.`,
    );
  console.error(`dist/ holds the new site, with data ${dataVersion()}.`);
} catch (error) {
  const words = error instanceof Error ? wordsFor(error) : String(error);
  if (words && !stopped) console.error(words);
  end();
}

async function buildSite(): Promise<void> {
  const data = dataState(dataFolder);
  const folders = makeBuildFolders(aside);
  process.on("exit", folders.remove);
  process.env.ARRIVALS_SCRATCH = folders.scratch;
  dropLoaded(frameworkCache);
  forgetOldNotes(madeFolder);
  primeCache(sourceRoot);
  await step("drawings and files of loaders", makeFiles);
  await step("Framework: pages and modules", () => runFramework(folders.site));
  await step("files compared with what was made", () =>
    checkLoaderOutputs(folders.site, { source: sourceRoot, cache: frameworkCache, made: madeFolder }),
  );
  const bundled = await step("scripts bundled, pages finished", () => finishSite(folders.site));
  await step("notices of licences", async () =>
    writeFileSync(
      join(folders.site, "licences.txt"),
      licenceNotices(await shippedPackages(folders.site, bundled)),
    ),
  );
  await step("briefs of cities", () => stampBriefs(folders.site));
  if (dataState(dataFolder) !== data)
    throw new Error(
      "The data were changed while the site was built, so its pages and files may not agree; build again.",
    );
  putInPlace(folders.site, siteFolder);
}

/** @throws without a word when it fails: it has said why by then */
async function makeFiles(): Promise<void> {
  working = startScript("make-files.ts", { stdio: ["ignore", "ignore", "inherit"], env: {} });
  const [status] = (await once(working, "close")) as [status: number | null];
  if (status !== 0) throw new Error("");
}

/** @throws without a word when it fails: it has said why by then */
async function runFramework(output: string): Promise<void> {
  const framework = startFramework(["build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ARRIVALS_OUTPUT: output },
  });
  working = framework;
  const ended = once(framework, "close") as Promise<[status: number | null]>;
  const progress = text(framework.stdout!);
  await tellErrors(framework.stderr!, process.stderr);
  const [status] = await ended;
  if (status === 0) return;
  // A thousand lines of files made, and warnings of links to pages that are made afterwards: of use after a failure alone.
  console.log(await progress);
  dropLibraries(frameworkCache, started);
  throw new Error("");
}

/** Ends a build that did not come to its end. Whatever a child ended with, a failed build ends with 1. */
function end(): never {
  if (unlock)
    console.error(`\nThe build ${stopped ? "was stopped" : "failed"}. ${lastSite(siteFolder, "dist/")}`);
  process.exit(stopped ? exitCodes[stopped] : 1);
}

function wordsFor(error: Error): string {
  // A slip in the code, of which only its place tells anything.
  const isSlip = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  return isSlip ? (error.stack ?? error.message) : (writeFault(error) ?? error.message);
}
