import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isOfEditor } from "../evidence-files.js";
import { dataFolder } from "../package.js";
import { askedAnswers } from "./asked-answers.js";
import { askedFigures } from "./asked-figures.js";
import { askedQueries } from "./asked-queries.js";
import { askedWritten } from "./asked-written.js";
import { writtenName } from "../pages/block-body.js";
import { projectFolder, sourceRoot } from "./paths.js";
import { scriptFault } from "./script-fault.js";

/** Everything that a drawing may come from: the evidence, and the code behind pages and loaders. */
function folders(): string[] {
  const ofPages = readdirSync(sourceRoot, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "data",
  );
  return [dataFolder, "loaders", ...ofPages.map(({ name }) => join(sourceRoot, name))];
}

/** What is drawn: the blocks of all pages, figures with the choices that pages make, the briefs of all cities; what DuckDB says of the queries in pages, what it answers those in sentences, and the blocks that authors write. */
export type Drawing = "blocks" | "chosen" | "briefs" | "queries" | "answers" | "written";

/** Milliseconds in which files are not looked at again: a build asks several times a page. */
const lookEvery = 100;
let looked: { at: number; fingerprint: string } | undefined;

/**
 * What `draw.ts` writes as JSON, drawn anew when the data or the code behind it changed. A process of its own keeps this
 * synchronous, as Markdown is, and sees edited code as well as edited data. Within a build, where `ARRIVALS_SCRATCH`
 * names its folder, each drawing is made once for all of its processes.
 * @returns a function that throws with the script's own words, such as every problem of a refused evidence
 */
export function drawnAside<Drawn>(name: Drawing): () => Drawn {
  let last: { fingerprint: string; drawn: Drawn } | undefined;
  let failed: { fingerprint: string; error: Error } | undefined;
  return () => {
    const fingerprint = fingerprintFor(name);
    // What failed once fails again until something is changed.
    if (last?.fingerprint !== fingerprint && failed?.fingerprint !== fingerprint) {
      try {
        last = { fingerprint, drawn: JSON.parse(drawnOnce(name, fingerprint)) as Drawn };
        failed = undefined;
        kept.delete(name);
      } catch (error) {
        failed = { fingerprint, error: error as Error };
        // While somebody edits, the last good pictures stay; a build never publishes them.
        if (!last || !process.env.ARRIVALS_KEEP_LAST) throw error;
        console.error(failed.error.message);
        kept.set(name, failed.error.message);
      }
    }
    if (failed && !(last && process.env.ARRIVALS_KEEP_LAST)) throw failed.error;
    return last!.drawn;
  };
}

/** Why earlier drawings are shown, by what could not be drawn anew. */
const kept = new Map<Drawing, string>();

/** Why the last good drawings are still shown, each reason once; empty where they are of this moment. */
export function drawingFaults(): string[] {
  return [...new Set(kept.values())];
}

/** What pages ask for, of the drawings that depend on it. */
const asked: Partial<Record<Drawing, () => string[]>> = {
  chosen: askedFigures,
  queries: askedQueries,
  answers: askedAnswers,
  written: () => askedWritten().map(writtenName),
};

/** What a drawing comes from: data and code, and what pages ask for where it depends on them. */
function fingerprintFor(name: Drawing): string {
  return [currentFingerprint(), ...(asked[name]?.() ?? [])].join("\n");
}

/**
 * A drawing made beforehand, for all processes of this build.
 * @returns a function to be called with what was drawn from data and code as they were when this was called
 */
export function keepDrawing(name: Drawing): (drawn: unknown) => void {
  const file = keptFile(name, fingerprintFor(name));
  return (drawn) => {
    if (file) writeFileSync(file, JSON.stringify(drawn));
  };
}

/**
 * Draws beside what else this process does, where it keeps drawings (`ARRIVALS_SCRATCH`): who asks for it afterwards finds
 * it. What goes wrong is told to who asks.
 */
export async function drawAhead(name: Drawing): Promise<void> {
  const file = keptFile(name, fingerprintFor(name));
  if (!file || existsSync(file)) return;
  await new Promise<void>((resolve) => {
    execFile(process.execPath, command(name), options, (error, drawn) => {
      if (!error) writeFileSync(file, drawn);
      resolve();
    });
  });
}

/** Where a build keeps a drawing; undefined outside of a build. */
function keptFile(name: Drawing, fingerprint: string): string | undefined {
  const folder = process.env.ARRIVALS_KEEP_LAST ? undefined : process.env.ARRIVALS_SCRATCH;
  return folder && join(folder, `${name}-${createHash("sha256").update(fingerprint).digest("hex")}.json`);
}

function drawnOnce(name: Drawing, fingerprint: string): string {
  const file = keptFile(name, fingerprint);
  if (!file) return run(name);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const drawn = run(name);
  writeFileSync(file, drawn);
  return drawn;
}

const command = (name: Drawing) => ["--import", "tsx", join(projectFolder, "loaders/site/draw.ts"), name];
const options = { cwd: projectFolder, encoding: "utf8", maxBuffer: 512 * 1024 * 1024 } as const;

function run(name: Drawing): string {
  try {
    return execFileSync(process.execPath, command(name), { ...options, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    // The command that failed tells nobody anything; what it said does.
    const words = scriptFault(String((error as { stderr?: unknown }).stderr ?? ""));
    throw withoutWay(new Error(words || `loaders/site/draw.ts ended without a word of ${name}`));
  }
}

/** An error whose words are all there is to tell: a preview prints the way of every other one. */
function withoutWay(error: Error): Error {
  error.stack = error.message;
  return error;
}

function currentFingerprint(): string {
  const now = performance.now();
  if (!looked || now - looked.at > lookEvery) looked = { at: now, fingerprint: fingerprintOf(folders()) };
  return looked.fingerprint;
}

/** Names, sizes and times of every table and module in the folders. */
function fingerprintOf(folders: string[]): string {
  const parts: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (isOfEditor(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.(ts|csv|json)$/.test(entry.name)) {
        // A link that leads nowhere is for the checks to name.
        const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
        parts.push(`${relative(projectFolder, path)} ${mtimeMs} ${size}`);
      }
    }
  };
  for (const folder of folders) visit(resolve(projectFolder, folder));
  return parts.join("\n");
}
