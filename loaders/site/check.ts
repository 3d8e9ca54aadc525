import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { checkAssertions } from "../assertions.js";
import { checkEvidence, formatFault } from "../check.js";
import { importCircles } from "../house/import-circles.js";
import { unusedParts } from "../house/unused-parts.js";
import { dataFolder } from "../package.js";
import { projectFolder } from "./paths.js";

/**
 * `npm run check`: types, lint, format, what nothing uses, the rules of the evidence and the queries of the figures; one line a problem, exit code 1 if there is any.
 * `npm run check -- data`: the evidence alone, in a second or two.
 */
const [what, ...more] = process.argv.slice(2);
if (what !== undefined && (what !== "data" || more.length > 0)) {
  const asked = [what, ...more].join(" ");
  console.error(
    `there is no check of "${asked}"; npm run check checks everything, npm run check -- data the evidence alone`,
  );
  process.exit(1);
}
const ofEvidence = await evidenceProblems(what === undefined);
const problems =
  what === undefined
    ? [...ofEvidence, ...typeProblems(), ...(await lintProblems()), ...houseProblems(), ...formatProblems()]
    : ofEvidence;
process.exitCode = problems.length ? 1 : 0;
// `| head` has read enough: no fault, and nothing more to say.
process.stdout.on("error", () => process.exit());
for (const problem of problems) console.log(problem);
const sound =
  what === undefined
    ? "no problem: evidence, types, lint and format are in order"
    : "no problem: the evidence is in order";
console.log(problems.length ? `${problems.length} problem${problems.length === 1 ? "" : "s"}` : sound);

/** @param withQueries whether figures are asked too if they find what they need, which takes a second more */
async function evidenceProblems(withQueries: boolean): Promise<string[]> {
  const { tables, unsound, problems } = checkEvidence(dataFolder);
  let found = [...problems, ...checkAssertions(tables, unsound)];
  if (withQueries && found.length === 0) {
    const { checkSiteNeeds } = await import("../check-site-needs.js");
    found = await checkSiteNeeds(tables);
  }
  return found.map((problem) => `evidence: ${formatFault(problem)}`);
}

function typeProblems(): string[] {
  return run("tsc", ["--noEmit", "--pretty", "false"]).map((line) => `types: ${line}`);
}

async function lintProblems(): Promise<string[]> {
  // Half a second that a check of the evidence alone does without.
  const { ESLint } = await import("eslint");
  const results = await new ESLint({ cwd: projectFolder }).lintFiles(["."]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, message, ruleId }) =>
        `lint: ${relative(projectFolder, filePath)}:${line}: ${message.replaceAll("\n", " ")} (${ruleId ?? "syntax"})`,
    ),
  );
}

function houseProblems(): string[] {
  const modules = ["src", "loaders", "test"].flatMap((room) =>
    readdirSync(join(projectFolder, room), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.startsWith(".observablehq"))
      .map((path) => `${room}/${path.replaceAll("\\", "/")}`),
  );
  const circles = importCircles(projectFolder, modules).map((circle) => `circle: ${circle.join(" → ")}`);
  return [...circles, ...unusedParts(projectFolder).map((part) => `unused: ${part}`)];
}

function formatProblems(): string[] {
  return run("prettier", ["--list-different", "."]).map((line) =>
    line.startsWith("[error]")
      ? `format: ${line}`
      : `format: ${line} is not formatted; npm run format mends it`,
  );
}

/** What a tool prints, a line each; a tool that fails without a word is a problem too. */
function run(command: string, args: string[]): string[] {
  const { stdout, stderr, status, error } = spawnSync("npx", ["--no-install", command, ...args], {
    cwd: projectFolder,
    encoding: "utf8",
  });
  const errors = lines(stderr ?? "").filter((line) => line.startsWith("[error]"));
  const found = [...lines(stdout ?? ""), ...errors];
  if (error || (status !== 0 && !found.length))
    return [
      `${command} failed (${error?.message ?? `exit code ${status}`}): ${lines(stderr ?? "").at(-1) ?? ""}`,
    ];
  return status === 0 ? [] : found;
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
