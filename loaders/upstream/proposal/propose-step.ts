import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { projectFolder } from "../../site/paths.js";
import { proposalFile, type Fetched } from "./proposal-folder.js";
import { proposalText } from "./proposal-text.js";

/**
 * The step "Propose" of the workflow Refresh: commits newer figures on a branch of their own, on top of the branch that the
 * workflow runs on, and opens one pull request or renews the one that is open. Commits of anybody else on that branch are
 * never written over: the step then fails and says so.
 */
const branch = "refresh";
const author = {
  name: "github-actions[bot]",
  email: "41898282+github-actions[bot]@users.noreply.github.com",
};

process.exitCode = main();

function main(): number {
  try {
    const base = need("GITHUB_REF_NAME");
    const before = fetchProposal();
    if (before !== null) refuseOthersWork(before);
    const proposal = proposalText({
      fetched: JSON.parse(readFileSync(proposalFile("fetched.json"), "utf8")) as Fetched,
      review: readFileSync(proposalFile("review.md"), "utf8"),
      check: failedText("CHECK", "check.txt"),
      build: failedText("BUILD", "build.txt"),
      run: addressOfRun(),
    });
    commit(proposal.title);
    push(before);
    writeFileSync(proposalFile("body.md"), proposal.body);
    const open = openRequest(base);
    if (open === null) openNew(base, proposal.title);
    else renew(open, proposal.title);
    console.log(open === null ? `opened: ${proposal.title}` : `renewed #${open}: ${proposal.title}`);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

/** The commit of the last proposal; null where no branch is there. */
function fetchProposal(): string | null {
  if (run("git", ["ls-remote", "origin", `refs/heads/${branch}`]).trim() === "") return null;
  const tracked = `refs/remotes/origin/${branch}`;
  run("git", ["fetch", "--quiet", "origin", `+refs/heads/${branch}:${tracked}`]);
  return run("git", ["rev-parse", tracked]).trim();
}

/** @throws in words where somebody else has committed to the branch since it left the one below */
function refuseOthersWork(before: string): void {
  const authors = run("git", ["log", "--no-merges", "--format=%ae", `HEAD..${before}`]).split("\n");
  if (authors.every((email) => email === "" || email === author.email)) return;
  throw new Error(
    `the branch ${branch} has commits of others: merge or close its pull request, and delete the branch, before newer figures are proposed`,
  );
}

function commit(title: string): void {
  run("git", ["switch", "--quiet", "--force-create", branch]);
  run("git", ["add", "--all", "--", "data"]);
  const as = ["-c", `user.name=${author.name}`, "-c", `user.email=${author.email}`];
  run("git", [...as, "commit", "--quiet", "--message", title[0]!.toLowerCase() + title.slice(1)]);
}

/** Only where the branch still is what was looked at. The checkout keeps no token: `gh` hands it to this push alone. */
function push(before: string | null): void {
  const credentials = ["-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential"];
  const lease = `--force-with-lease=refs/heads/${branch}:${before ?? ""}`;
  run("git", [...credentials, "push", "--quiet", lease, "origin", `HEAD:refs/heads/${branch}`]);
}

/** Number of the pull request that is open, leaving out those of forks whose branch has the same name; null for none. */
function openRequest(base: string): number | null {
  const found = JSON.parse(
    run("gh", [
      ...["pr", "list", "--state", "open", "--base", base, "--head", branch],
      ...["--json", "number,isCrossRepository"],
    ]),
  ) as { number: number; isCrossRepository: boolean }[];
  return found.find(({ isCrossRepository }) => !isCrossRepository)?.number ?? null;
}

function openNew(base: string, title: string): void {
  const text = ["--title", title, "--body-file", proposalFile("body.md")];
  run("gh", ["pr", "create", "--base", base, "--head", branch, ...text]);
}

/** By the plain interface: `gh pr edit` also asks for projects, which the token of a workflow may not see. */
function renew(number: number, title: string): void {
  const fields = ["--raw-field", `title=${title}`, "--field", `body=@${proposalFile("body.md")}`];
  run("gh", ["api", "--silent", "--method", "PATCH", `repos/{owner}/{repo}/pulls/${number}`, ...fields]);
}

/** What a step wrote, where it failed. */
function failedText(outcome: "CHECK" | "BUILD", file: "check.txt" | "build.txt"): string | null {
  return process.env[outcome] === "failure" ? readFileSync(proposalFile(file), "utf8") : null;
}

function addressOfRun(): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}

function need(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this step runs in the workflow Refresh`);
  return value;
}

/** Runs a program without a shell. @returns what it wrote @throws with what it says where it fails */
function run(program: "git" | "gh", parameters: readonly string[]): string {
  return execFileSync(program, parameters, {
    cwd: projectFolder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}
