import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../loaders/site/paths.js";
import { runWorkflow, type Workflow, type WorkflowRun } from "../support/run/run-workflow.js";
import { ecbAnswer } from "../support/upstream/good-answers.js";
import { serveUpstream, type UpstreamServer } from "../support/upstream/upstream-server.js";

// Each case runs several refreshes and reviews in clones of their own; a busy machine takes minutes for them.
vi.setConfig({ testTimeout: 400_000 });

const workflows = join(projectFolder, ".github/workflows");
const textOf = (name: string) => readFileSync(join(workflows, `${name}.yml`), "utf8");
const read = (name: string) => parse(textOf(name)) as Workflow;
const names = readdirSync(workflows).map((name) => name.replace(/\.yml$/, ""));

describe("every workflow", () => {
  it("is one of these three", () => {
    expect(names.sort()).toEqual(["checks", "deploy", "refresh"]);
  });

  it.each(names)("%s uses GitHub's own actions alone, each by the hash of one commit", (name) => {
    const used = Object.values(read(name).jobs).flatMap(({ steps }) =>
      steps.flatMap(({ uses }) => uses ?? []),
    );
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    for (const line of textOf(name)
      .split("\n")
      .filter((line) => line.includes("uses:")))
      expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
  });

  it.each(names)(
    "%s puts nothing from outside into a command: what a shell runs has no expression",
    (name) => {
      for (const { steps } of Object.values(read(name).jobs))
        for (const { run = "" } of steps) expect(run).not.toContain("${{");
    },
  );

  it.each(names)(
    "%s begins with no more rights than to read, ends in good time, and leaves no token behind",
    (name) => {
      const { permissions, jobs } = read(name);
      expect(Object.values(permissions).filter((right) => right !== "read")).toEqual([]);
      for (const job of Object.values(jobs)) {
        expect(job["timeout-minutes"]).toBeGreaterThan(0);
        for (const { uses = "", with: given } of job.steps)
          if (uses.startsWith("actions/checkout@"))
            expect(given).toMatchObject({ "persist-credentials": false });
      }
    },
  );

  it("gives rights to write to those that need them alone", () => {
    const rights = names.flatMap((name) =>
      Object.values(read(name).jobs).flatMap(({ permissions = {} }) =>
        Object.entries(permissions).map(([what, right]) => `${name}: ${what} ${right}`),
      ),
    );
    expect(rights.sort()).toEqual([
      "deploy: id-token write",
      "deploy: pages write",
      "refresh: contents write",
      "refresh: pull-requests write",
    ]);
  });

  it("runs commands that the project has", () => {
    const { scripts } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const commands = names.flatMap((name) =>
      Object.values(read(name).jobs).flatMap(({ steps }) => steps.flatMap(({ run = "" }) => run.split("\n"))),
    );
    const [called, files] = [/^npm (?:run )?([a-z-]+)/, /\S+\.ts\b/].map((pattern) =>
      commands.flatMap((line) => pattern.exec(line)?.at(-1) ?? []),
    );
    expect(called!.filter((script) => script !== "ci" && !(script in scripts))).toEqual([]);
    expect(files!.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([]);
    expect([called!.length, files!.length].every((count) => count > 1)).toBe(true);
  });
});

/**
 * The workflow Refresh, its commands run one by one in a fresh clone each time, with a bare repository as `origin`, a server
 * on the loopback that stands for every producer, and a stand-in for `gh`. In the place of "Install" the project's own
 * packages are linked; "Check" and "Build", which take minutes, are replaced by what each case says.
 */
describe("the workflow Refresh", () => {
  const job = read("refresh").jobs["refresh"]!;
  let server: UpstreamServer;
  let room = "";
  let remote = "";
  let asked = "";
  const git = (folder: string, ...parameters: string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...parameters], {
      cwd: folder,
      encoding: "utf8",
      env: ownEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();

  beforeAll(async () => {
    server = await serveUpstream();
  });
  beforeEach(() => {
    server.answer();
    room = mkdtempSync(join(tmpdir(), "arrivals-workflow-"));
    remote = join(room, "remote.git");
    asked = join(room, "gh.txt");
    writeFileSync(asked, "");
    const first = join(room, "first");
    copyTracked(first);
    git(first, "init", "--quiet", "--initial-branch=main");
    git(first, "add", "--all");
    git(first, "commit", "--quiet", "--message", "the project");
    git(room, "clone", "--quiet", "--bare", first, remote);
    standIn("gh", ghStandIn);
    return () => rmSync(room, { recursive: true, force: true });
  });
  afterAll(() => server.close());

  function standIn(name: string, script: string): void {
    mkdirSync(join(room, "bin"), { recursive: true });
    writeFileSync(join(room, "bin", name), script);
    chmodSync(join(room, "bin", name), 0o755);
  }

  let runs = 0;
  /** One run of the workflow in a clone of its own. @param instead commands in the place of "Check" and "Build" */
  async function run(instead: Partial<Record<"Check" | "Build", string>> = {}): Promise<WorkflowRun> {
    const clone = join(room, `clone-${++runs}`);
    git(room, "clone", "--quiet", remote, clone);
    return runWorkflow(job, {
      folder: clone,
      env: {
        ...ownEnvironment(),
        PATH: `${join(room, "bin")}${delimiter}${process.env["PATH"]}`,
        HOME: room,
        ARRIVALS_UPSTREAM: server.url,
        GITHUB_REF_NAME: "main",
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "example/arrivals",
        GITHUB_RUN_ID: "17",
        GH_FOLDER: room,
      },
      instead: {
        Install: `ln -s ${join(projectFolder, "node_modules")} node_modules`,
        Check: "true",
        Build: "true",
        ...instead,
      },
    });
  }
  const requests = () => readFileSync(asked, "utf8").trim().split("\n").filter(Boolean);
  const body = () => readFileSync(join(room, "body.md"), "utf8");
  const branches = () => git(remote, "for-each-ref", "--format=%(refname:short)", "refs/heads").split("\n");
  const merge = () => git(remote, "update-ref", "refs/heads/main", "refs/heads/refresh");

  it("proposes what changed in one pull request, and nothing once that is merged", async () => {
    const first = await run();
    expect(first, first.wrote).toMatchObject({ success: true });
    expect(first.ran).toEqual(["Install", "Refresh", "Check", "Build", "Review", "Propose"]);
    expect(requests()).toEqual([
      "pr list --state open --base main --head refresh --json number,isCrossRepository",
      expect.stringMatching(
        /^pr create --base main --head refresh --title Newer figures of \d+ tables --body-file /,
      ),
    ]);
    expect(body()).toMatch(/^Check and build went well with these figures\.\n/);
    expect(body()).toContain("[the run](https://github.example/example/arrivals/actions/runs/17)");
    expect(body()).toMatch(/\n# .* since commit [0-9a-f]{7,} of .*\n/);
    const files = git(remote, "diff", "--name-only", "main", "refresh").split("\n");
    expect(files.filter((file) => !file.startsWith("data/"))).toEqual([]);
    expect(files).toContain("data/snapshots/snapshots.lock.json");
    expect(git(remote, "log", "--format=%an %s", "main..refresh")).toMatch(
      /^github-actions\[bot\] newer figures of \d+ tables$/,
    );

    merge();
    // Sources were asked on another day, which is no change of figures.
    const other = join(room, "other");
    git(room, "clone", "--quiet", remote, other);
    const checked = join(other, "data/snapshots/checked.json");
    const days = readFileSync(checked, "utf8");
    expect(days).toMatch(/"ecb\/annual-rates": "\d{4}-\d\d-\d\d"/);
    writeFileSync(checked, days.replace(/\d{4}-\d\d-\d\d/g, "2020-01-06"));
    git(other, "commit", "--quiet", "--all", "--message", "long ago");
    git(other, "push", "--quiet", "origin", "main");
    writeFileSync(asked, "");
    const before = git(remote, "rev-parse", "refresh");
    const again = await run();
    expect(again, again.wrote).toMatchObject({ success: true, ran: ["Install", "Refresh"] });
    expect(again.wrote).toContain("changed=false\nfailed=false");
    expect(requests()).toEqual([]);
    expect(git(remote, "rev-parse", "refresh")).toBe(before);
  });

  it("renews the pull request that is open, on top of what main has by now; one of a fork is another's", async () => {
    writeFileSync(join(room, "open.json"), JSON.stringify([{ number: 3, isCrossRepository: true }]));
    await run();
    expect(requests().at(-1)).toMatch(/^pr create /);
    const other = join(room, "other");
    git(room, "clone", "--quiet", remote, other);
    git(other, "commit", "--quiet", "--allow-empty", "--message", "something else");
    git(other, "push", "--quiet", "origin", "main");
    server.answer((_request, response, url) => {
      if (!url.pathname.startsWith("/ecb/")) return null;
      const { type, body } = ecbAnswer(url);
      response.writeHead(200, { "Content-Type": type }).end((body as string).replaceAll(",1.", ",1.0"));
    });
    rmSync(join(room, "body.md"));
    const second = await run();
    expect(second, second.wrote).toMatchObject({ success: true });
    expect(requests().map((line) => line.split(" --")[0])).toEqual([
      "pr list",
      "pr create",
      "pr list",
      "api",
    ]);
    expect(requests().at(-1)).toMatch(
      /^api --silent --method PATCH repos\/\{owner\}\/\{repo\}\/pulls\/7 --raw-field title=Newer figures of /,
    );
    expect(body()).toContain("ecb/annual-rates");
    expect(branches()).toEqual(["main", "refresh"]);
    expect(git(remote, "rev-parse", "refresh^")).toBe(git(remote, "rev-parse", "main"));
  });

  it("proposes what others gave where a source failed, says so first, and fails at its end", async () => {
    server.answer((_request, response, url) => {
      if (url.pathname.includes("SM.POP.TOTL"))
        return void response.writeHead(404).end("`````\n@everyone <script> closes #1");
      return null;
    });
    const ended = await run();
    expect(ended.success).toBe(false);
    expect(ended.ran.slice(-2)).toEqual(["Propose", "Tell what failed"]);
    expect(requests().at(-1)).toMatch(/^pr create /);
    expect(body()).toMatch(/^## What failed\n/);
    const [, fence, words] = /\n(`{3,})text\n([\s\S]*?)\n\1\n/.exec(body())!;
    expect(words).toContain("failed     worldbank/migrants, http://127.0.0.1");
    expect(words).toContain("@everyone <script> closes #1");
    expect(body().split(words!).join("")).not.toMatch(/@everyone|<script>/);
    expect(fence!.length).toBeGreaterThan(5);
    const { snapshots } = JSON.parse(git(remote, "show", "refresh:data/snapshots/snapshots.lock.json")) as {
      snapshots: object;
    };
    expect(Object.keys(snapshots)).toContain("worldbank/population");
    expect(Object.keys(snapshots)).not.toContain("worldbank/migrants");
  });

  it("fails and proposes nothing where sources failed and nothing else changed", async () => {
    await run();
    merge();
    writeFileSync(asked, "");
    server.answer((_request, response) => void response.writeHead(404).end());
    const ended = await run();
    expect(ended).toMatchObject({ success: false, ran: ["Install", "Refresh", "Tell what failed"] });
    expect(requests()).toEqual([]);
  });

  it("proposes figures with which the check or the build fails, with what they say, and fails", async () => {
    const ended = await run({
      Check: "echo 'claims: page.md:3: no longer true' | tee .cache/proposal/check.txt; exit 1",
    });
    expect(ended.success).toBe(false);
    expect(body()).toMatch(
      /^## npm run check finds problems\n[\s\S]*```text\nclaims: page\.md:3: no longer true\n```/,
    );
    expect(body()).not.toContain("Check and build went well");
  });

  it("never writes over commits of somebody else on the branch", async () => {
    await run();
    const other = join(room, "other");
    git(room, "clone", "--quiet", "--branch", "refresh", remote, other);
    git(other, "commit", "--quiet", "--allow-empty", "--message", "a claim is mended");
    git(other, "push", "--quiet", "origin", "refresh");
    const before = git(remote, "rev-parse", "refresh");
    const ended = await run();
    expect(ended.success).toBe(false);
    expect(ended.wrote).toContain("the branch refresh has commits of others");
    expect(git(remote, "rev-parse", "refresh")).toBe(before);
  });

  it("fails where the refresh breaks as a whole, before anything is proposed", async () => {
    const first = join(room, "broken");
    git(room, "clone", "--quiet", remote, first);
    mkdirSync(join(first, "data/snapshots"), { recursive: true });
    writeFileSync(join(first, "data/snapshots/snapshots.lock.json"), "{");
    git(first, "add", "--all");
    git(first, "commit", "--quiet", "--message", "a lock file that was cut");
    git(first, "push", "--quiet", "origin", "main");
    const ended = await run();
    expect(ended).toMatchObject({ success: false, ran: ["Install", "Refresh"] });
    expect(ended.wrote).toContain("snapshots.lock.json cannot be read: line 1, column 2 is no JSON");
    expect(requests()).toEqual([]);
  });
});

/** The project's files as they stand, those that are not committed yet with them; snapshots are the test's own. */
function copyTracked(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: projectFolder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  for (const file of listed
    .split("\0")
    .filter((name) => name !== "" && !/^(test|data\/snapshots)\//.test(name))) {
    if (!existsSync(join(projectFolder, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(projectFolder, file), join(folder, file));
  }
}

/** Records what it is asked for; knows the pull requests of `open.json`, and opens number 7. */
const ghStandIn = `#!/usr/bin/env node
const { readFileSync, writeFileSync, appendFileSync, copyFileSync, existsSync } = require("node:fs");
const { join } = require("node:path");
const folder = process.env.GH_FOLDER;
const [, , ...given] = process.argv;
if (process.env.GH_TOKEN !== "token-of-the-run") { console.error("no token"); process.exit(4); }
appendFileSync(join(folder, "gh.txt"), given.join(" ").replaceAll("\\n", " ") + "\\n");
const known = join(folder, "open.json");
const open = existsSync(known) ? JSON.parse(readFileSync(known, "utf8")) : [];
if (given[1] === "list") console.log(JSON.stringify(open));
if (given[1] === "create") writeFileSync(known, JSON.stringify([...open, { number: 7, isCrossRepository: false }]));
const body = given.includes("--body-file")
  ? given[given.indexOf("--body-file") + 1]
  : given.find((one) => one.startsWith("body=@"))?.slice("body=@".length);
if (body !== undefined) copyFileSync(body, join(folder, "body.md"));
`;

/** The environment without what belongs to a run of git or GitHub around this one. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(GIT_|GITHUB_|GH_|ARRIVALS_|VITEST|NODE_OPTIONS)/.test(name),
  );
  return { ...Object.fromEntries(own), GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
}
