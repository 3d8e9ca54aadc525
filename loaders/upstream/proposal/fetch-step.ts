import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { projectFolder } from "../../site/paths.js";
import { proposalFile, type Fetched } from "./proposal-folder.js";

/** Says on which day each source was asked; it changes with each refresh, and goes along with the next change of figures. */
const checkedFile = "data/snapshots/checked.json";

/**
 * The step "Refresh" of the workflow of that name: runs `npm run refresh`, leaves what it tells for the next steps, and tells
 * them in `GITHUB_OUTPUT` whether data `changed` and whether a source or a table made of them `failed`. What others fetched is not lost where one
 * source fails: the step goes well, and the workflow's last step fails. A refresh that breaks as a whole fails here.
 */
process.exitCode = main();

function main(): number {
  const { status, stdout, error } = spawnSync("npm", ["run", "--silent", "refresh", "--", "--json"], {
    cwd: projectFolder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const fetched = readFetched(stdout);
  if (error || fetched === null || fetched.fault !== undefined || ![0, 1, 10].includes(status ?? -1)) {
    // Its standard error, which names a fault, went before.
    console.error(error?.message ?? `the refresh ended with ${status ?? "a signal"} and told no outcome`);
    return status || 1;
  }
  writeFileSync(proposalFile("fetched.json"), stdout);
  const changes = execFileSync("git", ["status", "--porcelain", "--", "data", `:!${checkedFile}`], {
    cwd: projectFolder,
    encoding: "utf8",
  });
  const told = {
    changed: changes.trim() !== "",
    failed: fetched.outcomes.some(({ kind }) => kind === "failed") || fetched.derived.problems.length > 0,
  };
  const lines = Object.entries(told).map(([name, value]) => `${name}=${value}\n`);
  if (process.env["GITHUB_OUTPUT"]) appendFileSync(process.env["GITHUB_OUTPUT"], lines.join(""));
  console.log(lines.join("").trim());
  return 0;
}

/** What a refresh told; null where it told nothing. */
function readFetched(text: string): Fetched | null {
  try {
    return JSON.parse(text) as Fetched;
  } catch {
    return null;
  }
}
