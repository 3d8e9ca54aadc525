import { spawnSync } from "node:child_process";
import { relative } from "node:path";
import { ESLint } from "eslint";
import { checkAssertions } from "../assertions.js";
import { checkEvidence, formatProblem } from "../check.js";
import { dataFolder } from "../package.js";
import { projectFolder } from "./paths.js";

/** `npm run check`: types, lint, format and the rules of the evidence; one line a problem, exit code 1 if there is any. */
const problems = [...evidenceProblems(), ...typeProblems(), ...(await lintProblems()), ...formatProblems()];
for (const problem of problems) console.log(problem);
console.log(
  problems.length
    ? `${problems.length} problems`
    : "no problem: evidence, types, lint and format are in order",
);
process.exitCode = problems.length ? 1 : 0;

function evidenceProblems(): string[] {
  const { tables, unsound, problems } = checkEvidence(dataFolder);
  return [...problems, ...checkAssertions(tables, unsound)].map(
    (problem) => `evidence: ${formatProblem(problem)}`,
  );
}

function typeProblems(): string[] {
  const { stdout } = run("tsc", ["--noEmit", "--pretty", "false"]);
  return lines(stdout).map((line) => `types: ${line}`);
}

async function lintProblems(): Promise<string[]> {
  const results = await new ESLint({ cwd: projectFolder }).lintFiles(["."]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, message, ruleId }) =>
        `lint: ${relative(projectFolder, filePath)}:${line}: ${message.replaceAll("\n", " ")} (${ruleId ?? "syntax"})`,
    ),
  );
}

function formatProblems(): string[] {
  const { stdout } = run("prettier", ["--list-different", "."]);
  return lines(stdout).map((line) => `format: ${line} is not formatted; npm run format mends it`);
}

function run(command: string, args: string[]) {
  return spawnSync("npx", ["--no-install", command, ...args], {
    cwd: projectFolder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
