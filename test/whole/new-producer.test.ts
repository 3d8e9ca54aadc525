import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";
import { readLock } from "../../loaders/upstream/lock.js";
import { ownEnvironment } from "../support/site/preview.js";
import { serveUpstream, type UpstreamServer } from "../support/upstream/upstream-server.js";

/** The guide's example of a producer, taken from its page as it stands, in a copy of the project. */
const page = readFileSync(join(projectFolder, "src/guide/refresh.md"), "utf8");
const chapter = page.slice(page.indexOf("### A whole example"));
const [sample, file, list, row, snapshot, answer] = [
  ...chapter.matchAll(/^```\w+[^\n]*\n([\s\S]*?)^```$/gm),
].map(([, block]) => block!);

/** All that a refresh, the checks and the tests of producers read. */
const copied = [
  "data",
  "loaders",
  "src",
  "test",
  "observablehq.config.ts",
  "package.json",
  "tsconfig.json",
].concat("vitest.config.ts");

describe("the guide's example of a producer", () => {
  let server: UpstreamServer;
  let copy = "";
  beforeAll(async () => {
    server = await serveUpstream();
    copy = mkdtempSync(join(tmpdir(), "arrivals-producer-"));
    for (const name of copied)
      cpSync(join(projectFolder, name), join(copy, name), {
        recursive: true,
        filter: (path) => !path.includes(".work") && !path.includes(".observablehq"),
      });
    symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"), "dir");
    writeFileSync(join(copy, "loaders/upstream/example.ts"), file!);
    writeFileSync(join(copy, "loaders/upstream/producers.ts"), producersWithExample());
    const answers = join(copy, "test/support/upstream/good-answers.ts");
    writeFileSync(
      answers,
      readFileSync(answers, "utf8").replace("    default:\n", (end) => answer! + end),
    );
  });
  afterAll(async () => {
    await server.close();
    rmSync(copy, { recursive: true, force: true });
  });

  const answerWith = (body: string) =>
    server.answer(
      (_request, response) => void response.writeHead(200, { "Content-Type": "text/csv" }).end(body),
    );
  const refresh = () => run("--import", "tsx", "loaders/upstream/refresh.ts", "example/foreign-born");
  const check = (what: string) => run("--import", "tsx", "loaders/site/check.ts", what);
  const run = (...words: string[]) =>
    new Promise<{ code: number | null; text: string }>((resolve) => {
      const child = spawn(process.execPath, words, {
        cwd: copy,
        env: { ...ownEnvironment(), ARRIVALS_UPSTREAM: server.url },
      });
      let text = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (text += String(part)));
      child.on("close", (code) => resolve({ code, text }));
    });

  it("lists the producers that there are, and one more", () => {
    const [, line] = list!.trim().split("\n");
    expect(readFileSync(join(projectFolder, "loaders/upstream/producers.ts"), "utf8")).toContain(
      line!.replace("example, ", ""),
    );
    expect(line).toContain(" example, ");
  });

  it("has the types and the form that it should have", async () => {
    const config = {
      extends: "./tsconfig.json",
      include: ["loaders/upstream/producers.ts", "loaders/**/*.d.ts"],
    };
    writeFileSync(join(copy, "tsconfig.one.json"), JSON.stringify(config));
    const tsc = join(projectFolder, "node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.one.json"], {
      cwd: copy,
      encoding: "utf8",
    });
    expect([stdout, status]).toEqual(["", 0]);
    expect(await format(file!, { parser: "typescript", printWidth: 110 })).toBe(file);
  });

  it("asks nobody before its document has a row, and says so", async () => {
    const lock = join(copy, "data/snapshots/snapshots.lock.json");
    const before = readFileSync(lock, "utf8");
    answerWith(sample!);
    const { code, text } = await refresh();
    expect(text).toContain(
      'sources, source_id "example-office": has no row, and loaders/upstream names it as the document of the producer example → add the row to data/sources.csv; nothing was asked or written',
    );
    expect([code, server.asked, readFileSync(lock, "utf8")]).toEqual([1, [], before]);
    appendFileSync(join(copy, "data/sources.csv"), row!);
  });

  it("refreshes from the sample to the snapshot that the page shows, with its account, and then finds nothing new", async () => {
    answerWith(sample!);
    const { code, text } = await refresh();
    expect(text).toMatch(/^changed {4}example\/foreign-born: 4 rows, 4 added/m);
    expect(code).toBe(10);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatch(/^\/example\/foreign-born\.csv\?countries=ARG,.*&from=1990$/);
    const folder = join(copy, "data/snapshots");
    const entry = readLock(readFileSync(join(folder, "snapshots.lock.json"), "utf8")).snapshots[
      "example/foreign-born"
    ]!;
    expect(readFileSync(join(folder, entry.file), "utf8")).toBe(snapshot);
    expect(entry).toMatchObject({
      licence: "CC BY 4.0",
      account: { read: 6, kept: 4, elsewhere: 1, empty: 1, leftOut: 0 },
    });
    expect((await refresh()).code).toBe(0);
  });

  it("passes the checks of evidence and pages, with the office in the foot of the page that shows it", async () => {
    expect(await check("data")).toEqual({ code: 0, text: "no problem: the evidence is in order\n" });
    const { code, text } = await check("pages");
    expect([code, text]).toEqual([0, expect.stringMatching(/^no problem: every page is in order\n/)]);
    const foot = await run(
      ...["--import", "tsx", "--input-type=module", "-e"],
      'const { footer } = await import("./loaders/site/page-parts.ts"); console.log(footer({ title: null, path: "/statistics" }));',
    );
    for (const source of ["example-office", "eurostat", "undesa", "unhcr", "worldbank-wdi", "thp-2014"])
      expect(foot.text).toContain(`<a href="/sources#${source}">`);
  });

  it("passes the tests of producers, with its good answer", async () => {
    const vitest = join(projectFolder, "node_modules/vitest/vitest.mjs");
    const { code, text } = await run(vitest, "run", "--project", "unit", "test/upstream");
    expect([code, code === 0 ? "" : text]).toEqual([0, ""]);
  });

  it.each([
    [
      "another column",
      (body: string) => body.replace("flag", "note"),
      "the columns country, year, foreign_born, note came",
    ],
    [
      "a number in words",
      (body: string) => body.replace("1100", "many"),
      "line 4 has “DEU”, “2023” and “many”",
    ],
    ["a country that is gone", (body: string) => body.replace(/^PRT.*\n/gm, ""), "those of PRT did not come"],
    ["a web page", () => "<!doctype html><title>Busy</title>", "a web page came in its place (“Busy”)"],
  ])("refuses %s and keeps the snapshot", async (_name, change, says) => {
    answerWith(change(sample!));
    const { code, text } = await refresh();
    expect(text).toContain(says);
    expect(code).toBe(1);
    const folder = join(copy, "data/snapshots");
    const { snapshots } = readLock(readFileSync(join(folder, "snapshots.lock.json"), "utf8"));
    expect(readFileSync(join(folder, snapshots["example/foreign-born"]!.file), "utf8")).toBe(snapshot);
  });
});

/** `producers.ts` with the two lines of the page: an import, and the list in the place of the one that is there. */
function producersWithExample(): string {
  const [name, all] = list!.trim().split("\n");
  const text = readFileSync(join(projectFolder, "loaders/upstream/producers.ts"), "utf8");
  return `${name}\n${text.replace(/^export const producers.*$/m, () => all!)}`;
}
