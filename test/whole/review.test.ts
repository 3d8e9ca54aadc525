import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../../loaders/package.js";
import { readClaims } from "../../loaders/pages/claims.js";
import { readPageText } from "../../loaders/pages/page-text.js";
import { projectFolder, sourceRoot } from "../../loaders/site/paths.js";
import { repositoryOf, takeData } from "../../loaders/upstream/review/data-at.js";
import { worldBankAnswer } from "../support/upstream/good-answers.js";
import { serveUpstream, type UpstreamServer } from "../support/upstream/upstream-server.js";

/** A refresh and its review as processes of their own, on a copy of the evidence in a git repository of its own. */
let server: UpstreamServer;
let root = "";
const data = () => join(root, "data");
const git = (...parameters: string[]) =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...parameters], {
    cwd: root,
  });

beforeAll(async () => {
  server = await serveUpstream();
  root = mkdtempSync(join(tmpdir(), "arrivals-reviewed-"));
  cpSync(dataFolder, data(), { recursive: true, filter: (name) => !name.includes("snapshots") });
  writeFileSync(join(root, ".gitignore"), "data/snapshots/.work/\n");
  // Two errors that are made up, of numbers that are: one the producer will mend, and one it will not.
  const correction = (id: string, table: string, series: string, value: number) =>
    `${id},worldbank/${table},${series},DEU,,2014,,${value},${value + 500},made up for a test,false,,worldbank-wdi,Nowhere\n`;
  appendFileSync(
    join(data(), "corrections.csv"),
    correction("mended-upstream", "population", "SP.POP.TOTL", 155_014) +
      correction("still-wrong", "migrants", "SM.POP.TOTL", 155_014),
  );
  git("init", "-q", "-b", "main");
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const command = (script: string, parameters: string[]) => [
  "--import",
  "tsx",
  `loaders/upstream/${script}.ts`,
  ...parameters,
];
const environment = () => ({ ...process.env, ARRIVALS_UPSTREAM: server.url, ARRIVALS_DATA: data() });

/** The server answers in this process, which a command that is waited for would keep from answering. */
function refresh(...parameters: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, command("refresh", parameters), {
    cwd: projectFolder,
    env: environment(),
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (out += String(part)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out })));
}

const run = (script: string, parameters: string[]) =>
  spawnSync(process.execPath, command(script, parameters), {
    cwd: projectFolder,
    env: environment(),
    encoding: "utf8",
  });
const review = (...parameters: string[]) => run("review/review", parameters);
const takeBack = (...parameters: string[]) => run("review/take-back", parameters);

const written = (name: string) => readFileSync(join(data(), "snapshots/.work", name), "utf8");

/** What would fetch or run something. */
const fetching = /<script|<link|<img|<image|<iframe|<use|url\(|@import|src=/;

/** A commit of the test's own repository, whose hash and day are others each time. */
const anyCommit = /commit [0-9a-f]{7,} of \d+ [A-Z][a-z]+ \d{4}/g;

interface BankRow {
  countryiso3code: string;
  date: string;
  value: number | null;
  obs_status: string;
}

/** What the World Bank of this test publishes later. */
function later(rows: BankRow[], series: string): object[] {
  const at = (place: string, year: string) => (row: BankRow) =>
    row.countryiso3code === place && row.date === year;
  if (series === "SP.POP.TOTL")
    return rows.map((row) => (at("DEU", "2014")(row) ? { ...row, value: 155_500 } : row));
  if (series !== "SM.POP.TOTL") return rows;
  const portugal = rows.find(at("PRT", "2024"))!;
  return [
    // A revision of one number by half, of another by little; a number that leaps; a code of nowhere; nothing of New Zealand.
    ...rows
      .filter(({ countryiso3code }) => countryiso3code !== "NZL")
      .map((row) =>
        at("DEU", "2020")(row)
          ? { ...row, value: row.value! / 2, obs_status: "e" }
          : at("PRT", "2012")(row)
            ? { ...row, value: row.value! + 100 }
            : row,
      ),
    { ...portugal, date: "2025", value: portugal.value! * 10 },
    { ...portugal, countryiso3code: "XXX" },
  ];
}

function changeCell(table: string, from: string, to: string): void {
  const file = join(data(), `${table}.csv`);
  const text = readFileSync(file, "utf8");
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(file, text.replace(from, to));
}

describe("the review of a refresh", () => {
  it("says that there is nothing to compare with before the first commit, and the refresh goes on", async () => {
    const { code, out } = await refresh("worldbank", "undesa");
    expect(code).toBe(10);
    expect(out).toContain('no review  git knows no revision "HEAD"');
    git("add", "-A");
    git("commit", "-q", "-m", "the first refresh");
  });

  it("is written in full where something changed, the same bytes each time", async () => {
    server.answer((_request, response, url) => {
      const series = /indicator\/([^/]+)/.exec(url.pathname)?.[1];
      if (!url.pathname.startsWith("/worldbank") || !series) return null;
      const { type, body } = worldBankAnswer(url, (rows) => later(rows as BankRow[], series));
      const [meta, rows] = JSON.parse(String(body)) as [object, object[]];
      const whole = JSON.stringify([{ ...meta, total: rows.length }, rows]);
      response.writeHead(200, { "Content-Type": type }).end(whole);
    });
    changeCell("municipal_revenue", "Canada,transfers,43,", "Canada,transfers,44,");
    const { code, out } = await refresh("worldbank", "undesa", "--only-changed");
    expect(code).toBe(1);
    expect(out).toMatch(/^Writing the review …$/m);
    expect(out).toContain("Mended upstream? Drop or change this correction in data/corrections.csv.");
    expect(out).toMatch(
      /review {5}\S+review\.html \(Revised numbers that moved by a tenth or more: 1; .*Corrections that no longer fit: 1/,
    );
    const [markdown, html] = [written("review.md"), written("review.html")];
    await expect(markdown.replace(anyCommit, "the last commit")).toMatchFileSnapshot(
      join(projectFolder, "test/fixtures/review/made-up-refresh.md"),
    );
    expect(html).not.toMatch(fetching);
    expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual(
      expect.arrayContaining(["#revised", "#removed", "https://data.worldbank.org/indicator/SM.POP.TOTL"]),
    );
    expect(html.match(/<figcaption>(Before|Now)<\/figcaption>/g)?.length ?? 0).toBeGreaterThan(1);
    await refresh("worldbank", "undesa");
    expect([written("review.md"), written("review.html")]).toEqual([markdown, html]);
  });

  it("is followed by taking one table back, which leaves nothing of it and of what is made of it", () => {
    const changed = () => git("status", "--porcelain", "data").toString("utf8").trim().split("\n").sort();
    expect(changed().join()).toContain("data/upstream_statistics.csv");
    const { status, stdout } = takeBack("worldbank/migrants");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^taken back {2}worldbank\/migrants, as at commit [0-9a-f]{7,} of /);
    expect(stdout).toContain("made anew   newest_statistics, upstream_datasets, upstream_statistics");
    const lock = git("diff", "--", "data/snapshots/snapshots.lock.json").toString("utf8");
    expect(lock).not.toContain("SM.POP.TOTL");
    // Others were asked as well, and have another day in the lock.
    takeBack("worldbank", "undesa");
    expect(changed()).toEqual(["M data/municipal_revenue.csv"]);
    expect(takeBack("worldbank").stdout).toMatch(/^nothing to do: worldbank\/consumer-prices, /);
  });

  it("takes back a snapshot that was damaged, and what a take-back that was stopped has left", () => {
    const { snapshots } = JSON.parse(readFileSync(join(data(), "snapshots/snapshots.lock.json"), "utf8")) as {
      snapshots: Record<string, { file: string }>;
    };
    const file = join(data(), "snapshots", snapshots["worldbank/population"]!.file);
    const whole = readFileSync(file);
    writeFileSync(file, "x");
    expect(takeBack("worldbank/population").stdout).toMatch(/^taken back {2}worldbank\/population, /);
    expect(readFileSync(file)).toEqual(whole);
    appendFileSync(join(data(), "upstream_statistics.csv"), "x\n");
    expect(takeBack("worldbank/population").stdout).toContain("made anew   upstream_statistics");
    for (const revision of ["^HEAD", "--output=x", "no-such"]) {
      expect(takeBack("worldbank/population", `--to=${revision}`)).toMatchObject({ status: 2 });
      expect(readFileSync(file)).toEqual(whole);
    }
  });

  it("takes a table away that the revision did not have, and names a source that nobody has", () => {
    const [first] = git("rev-list", "--max-parents=0", "HEAD").toString("utf8").trim().split("\n");
    expect(takeBack("unhcr/nothing")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^there is no snapshot of "unhcr\/nothing": the snapshots are /,
      ) as string,
    });
    expect(takeBack()).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^which table\?/) as string,
    });
    expect(takeBack("--help")).toMatchObject({ status: 0, stderr: "" });
    const lock = join(data(), "snapshots/snapshots.lock.json");
    const text = readFileSync(lock, "utf8");
    git("rm", "-q", "-r", "--cached", "data/snapshots/worldbank");
    const { snapshots } = JSON.parse(text) as { snapshots: Record<string, { file: string }> };
    const { "worldbank/migrants": gone, ...others } = snapshots;
    writeFileSync(lock, JSON.stringify({ version: 1, snapshots: others }));
    git("add", "data/snapshots/snapshots.lock.json");
    git("commit", "-q", "-m", "without migrants");
    writeFileSync(lock, text);
    expect(takeBack("worldbank/migrants").stdout).toMatch(/^taken away {2}worldbank\/migrants: commit /);
    expect(() => readFileSync(join(data(), "snapshots", gone!.file))).toThrow(/ENOENT/);
    git("reset", "-q", "--hard", first!);
  });

  it("writes none in a dry run, and none where nothing is new", async () => {
    rmSync(join(data(), "snapshots/.work"), { recursive: true });
    expect((await refresh("worldbank", "--dry-run")).out).not.toContain("review");
    server.answer();
    expect((await refresh("undesa")).out).not.toContain("review");
    expect(() => written("review.md")).toThrow(/ENOENT/);
    git("checkout", "-q", "--", "data");
  });
});

describe("npm run review on evidence that was edited", () => {
  it("says which of the two cannot be evaluated, and what fails today all the same", () => {
    const cities = readFileSync(join(data(), "cities.csv"));
    rmSync(join(data(), "cities.csv"));
    expect(review().stdout).toMatch(
      /^No table of producers changed since commit [0-9a-f]{7,} of \d+ \w+ \d{4}\.\n/,
    );
    expect(written("review.md")).toContain(
      "The evidence of today cannot be evaluated by the code of today: the table cities cannot be read.",
    );
    git("commit", "-q", "-a", "-m", "no cities");
    writeFileSync(join(data(), "cities.csv"), cities);
    expect(review().status).toBe(0);
    expect(written("review.md")).toContain(
      " cannot be evaluated by the code of today: the table cities cannot be read.",
    );
    expect(written("review.md")).toMatch(/^The evidence of commit [0-9a-f]{7,} of .* cannot be evaluated/m);
    git("reset", "-q", "--hard", "HEAD~1");
  });

  it("names the claims that fail with file and line, the figures and the scenarios", () => {
    changeCell("initiatives", "lisbon,political,thp-2013,1,1,", "lisbon,political,thp-2013,1,2,");
    const { status, stdout } = review();
    expect(status).toBe(0);
    const page = readPageText(sourceRoot, "/reports/where-effort-goes")!;
    const claim = readClaims(page).claims.find(({ id }) => id === "half-in-chicago")!;
    const markdown = written("review.md");
    expect(markdown).toContain(
      `| Half of the political initiatives are in Chicago | ${page.file}:${claim.line} | false | it held |`,
    );
    expect(markdown).toContain("### figure brief-coverage city=lisbon\n");
    expect(markdown).not.toContain("city=nairobi\n");
    const html = written("review.html");
    expect(html.match(/<figcaption>Before<\/figcaption>/g)!.length).toBeGreaterThan(5);
    expect(html).not.toMatch(fetching);
    expect(markdown).toMatch(
      /\| Lisbon with a shorter national plan \| .* \| Coverage, mean of all cities \|/,
    );
    expect(stdout).toMatch(/^[1-9]\d* {2}Scenarios that moved$/m);
    expect(stdout).toMatch(/^[1-9]\d* {2}Figures that changed$/m);
  });

  it("ends with 2 for a revision that git does not know, and never takes it for an option of git's", () => {
    for (const revision of ["no-such-revision", "--output=/tmp/x"]) {
      const { status, stderr } = review("--", revision);
      expect(status).toBe(2);
      expect(stderr).toContain(`git knows no revision "${revision}": write a hash, a branch or HEAD`);
    }
  });

  it("ends with 1 for a lock file that is broken, and says which, where, and how to mend it", () => {
    const lock = join(data(), "snapshots/snapshots.lock.json");
    const whole = readFileSync(lock, "utf8");
    writeFileSync(lock, whole.replace('"snapshots": {', '"snapshots": '));
    const { status, stdout, stderr } = review();
    expect([status, stdout, stderr]).toEqual([
      1,
      "",
      "data/snapshots/snapshots.lock.json cannot be read: line 4, column 32 is no JSON. Take the last version back: git restore data/snapshots/snapshots.lock.json\n",
    ]);
    git("commit", "-q", "-a", "-m", "a broken lock");
    writeFileSync(lock, whole);
    const then = review("HEAD");
    expect(then.status).toBe(1);
    expect(then.stderr).toMatch(
      /snapshots\.lock\.json of commit [0-9a-f]{7,} of .* cannot be read: line 4, column 32 is no JSON\. Compare with another revision: npm run review -- HEAD~1\n$/,
    );
    git("reset", "-q", "--hard", "HEAD~1");
  });

  it("takes the data of a revision also where they are the repository itself, and nothing where it has none", () => {
    const alone = mkdtempSync(join(tmpdir(), "arrivals-alone-"));
    const own = (...parameters: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...parameters], {
        cwd: alone,
      });
    own("init", "-q");
    mkdirSync(join(alone, "deep/data/inside"), { recursive: true });
    writeFileSync(join(alone, "cities.csv"), "a,é\r\n");
    own("add", "-A");
    own("commit", "-q", "-m", "one");
    writeFileSync(join(alone, "deep/data/inside/table.csv"), "b\n");
    own("add", "-A");
    own("commit", "-q", "-m", "two");
    const taken = (folder: string, revision: string) => {
      const into = mkdtempSync(join(tmpdir(), "arrivals-taken-"));
      takeData(repositoryOf(folder)!, revision, into);
      const files = readdirSync(into, { recursive: true, encoding: "utf8" }).sort();
      const texts = files
        .filter((name) => name.endsWith(".csv"))
        .map((name) => readFileSync(join(into, name), "utf8"));
      rmSync(into, { recursive: true });
      return [files, texts];
    };
    expect(taken(alone, "HEAD~1")).toEqual([["cities.csv"], ["a,é\r\n"]]);
    expect(taken(join(alone, "deep/data"), "HEAD")).toEqual([["inside", "inside/table.csv"], ["b\n"]]);
    expect(taken(join(alone, "deep/data"), "HEAD~1")).toEqual([[], []]);
    expect(repositoryOf(tmpdir())).toBeNull();
    rmSync(alone, { recursive: true });
  });

  it("names what older evidence has no table for as new, and compares the rest", () => {
    git("checkout", "-q", "--", "data");
    const description = join(data(), "datapackage.json");
    const pkg = JSON.parse(readFileSync(description, "utf8")) as { resources: { name: string }[] };
    const without = pkg.resources.filter(({ name }) => name !== "municipal_revenue");
    const whole = readFileSync(description);
    writeFileSync(description, JSON.stringify({ ...pkg, resources: without }));
    git("commit", "-q", "-a", "-m", "an older description");
    writeFileSync(description, whole);
    const { status, stderr } = review("HEAD");
    expect([status, stderr]).toEqual([0, "Writing the review …\n"]);
    expect(written("review.md")).toMatch(
      /\| figure municipal-revenue \| Catalog Error: Table with name municipal\\_revenue does not exist/,
    );
  });
});
