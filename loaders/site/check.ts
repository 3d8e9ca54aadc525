import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkAssertions } from "../assertions.js";
import { checkEvidence, formatFault } from "../check.js";
import { onlyMisprints } from "../evidence.js";
import { runTool } from "../house/run-tool.js";
import { waitingCorrections } from "../derived/waiting-corrections.js";
import { newerCountsNote } from "../newer-counts.js";
import { dataFolder } from "../package.js";
import { projectFolder } from "./paths.js";

/**
 * `npm run check`: types, lint, format, what nothing uses, old words, the rules of the evidence, the queries of the figures and the
 * pages; one line a problem, exit code 1 if there is any. `npm run check -- data`: the evidence alone, in a second or two;
 * `-- pages`: the pages alone, `-- pages src/reports/my-report.md` one of them.
 */
const aside = join(projectFolder, ".cache", "check");
const drawings = join(aside, "drawings");
const [what, ...more] = process.argv.slice(2);
const page = what === "pages" ? pageAsked(more) : null;
if (page === undefined || (what !== undefined && what !== "pages" && (what !== "data" || more.length > 0))) {
  const asked = [what, ...more].join(" ");
  console.error(
    `there is no check of "${asked}"; npm run check checks everything, -- data the evidence alone, -- pages the pages, -- pages src/reports/my-report.md one of them`,
  );
  process.exit(1);
}
/** What to look at, which is no fault: told where nothing is wrong. */
const advice: string[] = [];
const problems =
  what === undefined ? await allProblems() : what === "pages" ? await problemsOfPages(page) : evidenceLines();
process.exitCode = problems.length ? 1 : 0;
// `| head` has read enough: no fault, and nothing more to say.
process.stdout.on("error", () => process.exit());
for (const problem of problems) console.log(problem);
const sound =
  what === undefined
    ? "no problem: evidence, pages, words, types, lint and format are in order"
    : what === "pages"
      ? `no problem: ${page ?? "every page"} is in order`
      : "no problem: the evidence is in order";
console.log(problems.length ? `${problems.length} problem${problems.length === 1 ? "" : "s"}` : sound);
if (!problems.length && advice.length) {
  console.log(`${advice.length} thing${advice.length === 1 ? "" : "s"} to look at, none of them a fault:`);
  for (const line of advice) console.log(line);
}
const note = problems.length ? null : newerCountsNote(checkEvidence(dataFolder).tables);
if (note) console.log(note);
for (const line of problems.length ? [] : waitingCorrections(dataFolder)) console.log(line);

/** The page's file that is asked for; null for all of them, undefined where there is none. */
function pageAsked([file, ...more]: string[]): string | null | undefined {
  if (file === undefined) return null;
  return more.length === 0 && existsSync(join(projectFolder, file)) && /^src\/.+\.md$/.test(file)
    ? file
    : undefined;
}

/** Pages alone, in some seconds. @param page file of the one that is asked for; null for all */
async function problemsOfPages(page: string | null): Promise<string[]> {
  mkdirSync(drawings, { recursive: true });
  process.env.ARRIVALS_SCRATCH ??= drawings;
  process.env.ARRIVALS_READ_MISPRINTS = "1";
  const ofEvidence = evidenceLines();
  const sound = ofEvidence.length === 0 || misprintsAlone();
  const of = (line: string) => page === null || line.includes(` ${page}:`) || line.startsWith(`${page}:`);
  const found = await pageProblems(sound);
  advice.splice(0, advice.length, ...advice.filter(of));
  return [...ofEvidence, ...(sound ? found.filter(of) : found)];
}

/** Tools run beside each other, and what they found of files that have not changed stays. */
async function allProblems(): Promise<string[]> {
  // The compiler comes with them, which takes longer to load than the evidence takes to check.
  const { importCircles } = await import("../house/import-circles.js");
  const { lintComplaints } = await import("../house/lint.js");
  const { drawAhead } = await import("./drawn-aside.js");
  mkdirSync(drawings, { recursive: true });
  process.env.ARRIVALS_SCRATCH ??= drawings;
  const others = Promise.all([typeLines(), unusedLines(), formatLines(), wordLines()]);
  // Told below, after what comes before it.
  others.catch(() => {});
  // Sentences that are no longer true are named also where a cell differs from its printed total.
  process.env.ARRIVALS_READ_MISPRINTS = "1";
  const drawn = Promise.all([
    drawAhead("blocks"),
    drawAhead("queries"),
    drawAhead("answers"),
    drawAhead("written"),
  ]);
  const ofEvidence = await evidenceAndQueries();
  const modules = modulesOfProject();
  const lint = await lintComplaints(
    projectFolder,
    [...modules, "eslint.config.js"],
    join(aside, "lint.json"),
  );
  await drawn;
  const ofPages = await pageProblems(ofEvidence.length === 0 || misprintsAlone());
  const [types, unused, format, words] = await others;
  const circles = importCircles(projectFolder, modules).map((circle) => `circle: ${circle.join(" → ")}`);
  return [
    ...ofEvidence,
    ...ofPages,
    ...types,
    ...lint.map((line) => `lint: ${line}`),
    ...circles,
    ...unused,
    ...format,
    ...words,
  ];
}

function evidenceLines(): string[] {
  const { tables, unsound, problems } = checkEvidence(dataFolder);
  return [...problems, ...checkAssertions(tables, unsound)].map(
    (problem) => `evidence: ${formatFault(problem)}`,
  );
}

/** True where nothing is wrong with the evidence but that cells differ from what documents print. */
function misprintsAlone(): boolean {
  const { tables, unsound, problems } = checkEvidence(dataFolder);
  return onlyMisprints([...problems, ...checkAssertions(tables, unsound)], tables);
}

/** The evidence, and where it is sound whether figures find what they ask for. */
async function evidenceAndQueries(): Promise<string[]> {
  const lines = evidenceLines();
  if (lines.length) return lines;
  const { checkSiteNeeds } = await import("../check-site-needs.js");
  const found = await checkSiteNeeds(checkEvidence(dataFolder).tables);
  return found.map((problem) => `evidence: ${formatFault(problem)}`);
}

async function pageProblems(sound: boolean): Promise<string[]> {
  if (!sound) return ["pages: they are checked when the evidence is in order"];
  try {
    const { emptyClaimLines, linesOfPages } = await import("../pages/check-pages.js");
    const lines = await linesOfPages();
    advice.push(...lines.advice);
    if (!lines.problems.length) advice.push(...(await emptyClaimLines(checkEvidence(dataFolder).tables)));
    return lines.problems.map((line) => `pages: ${line}`);
  } catch (error) {
    return [`pages: they cannot be checked: ${(error as Error).message.replaceAll("\n", " ")}`];
  } finally {
    dropOldDrawings();
  }
}

/** Drawings of earlier checks go, but for the last few. */
function dropOldDrawings(): void {
  const made = readdirSync(drawings).map((name) => join(drawings, name));
  const newestFirst = made.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of newestFirst.slice(4)) rmSync(path, { force: true });
}

function modulesOfProject(): string[] {
  const inRooms = ["src", "loaders", "test"].flatMap((room) =>
    readdirSync(join(projectFolder, room), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.startsWith(".observablehq"))
      .map((path) => `${room}/${path.replaceAll("\\", "/")}`),
  );
  const above = readdirSync(projectFolder).filter((name) => name.endsWith(".ts"));
  return [...inRooms, ...above];
}

async function typeLines(): Promise<string[]> {
  const kept = ["--incremental", "--tsBuildInfoFile", join(aside, "types.json")];
  return (await run("tsc", ["--noEmit", "--pretty", "false", ...kept])).map((line) => `types: ${line}`);
}

async function unusedLines(): Promise<string[]> {
  const { unusedParts } = await import("../house/unused-parts.js");
  return (await unusedParts(projectFolder)).map((part) => `unused: ${part}`);
}

async function wordLines(): Promise<string[]> {
  const { proseComplaints } = await import("../house/prose.js");
  return proseComplaints(projectFolder);
}

async function formatLines(): Promise<string[]> {
  const kept = ["--cache", "--cache-strategy", "content", "--cache-location", join(aside, "format.json")];
  return (await run("prettier", ["--list-different", ...kept, "."])).map((line) =>
    line.startsWith("[error]")
      ? `format: ${line}`
      : `format: ${line} is not formatted; npm run format mends it`,
  );
}

/** What a tool prints, a line each; a tool that fails without a word is a problem too. */
async function run(command: string, args: string[]): Promise<string[]> {
  const { stdout, stderr, status, error } = await runTool(projectFolder, command, args);
  const errors = lines(stderr).filter((line) => line.startsWith("[error]"));
  const found = [...lines(stdout), ...errors];
  if (error || (status !== 0 && !found.length))
    return [`${command} failed (${error?.message ?? `exit code ${status}`}): ${lines(stderr).at(-1) ?? ""}`];
  return status === 0 ? [] : found;
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
