import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../../loaders/package.js";
import { projectFolder } from "../../loaders/site/paths.js";
import { readLock } from "../../loaders/upstream/lock.js";
import { ownEnvironment } from "../support/site/preview.js";
import { serveUpstream, type UpstreamServer } from "../support/upstream/upstream-server.js";

/** The guide's example of a producer, taken from its page as it stands, in a copy of what a refresh needs. */
const page = readFileSync(join(projectFolder, "src/guide/refresh.md"), "utf8");
const chapter = page.slice(page.indexOf("### A whole example"));
const [sample, file, list, snapshot] = [...chapter.matchAll(/^```\w+[^\n]*\n([\s\S]*?)^```$/gm)].map(
  ([, block]) => block!,
);

describe("the guide's example of a producer", () => {
  let server: UpstreamServer;
  let copy = "";
  beforeAll(async () => {
    server = await serveUpstream();
    copy = mkdtempSync(join(tmpdir(), "arrivals-producer-"));
    for (const name of ["loaders", "src", "package.json", "tsconfig.json"])
      cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
    cpSync(dataFolder, join(copy, "data"), {
      recursive: true,
      filter: (name) => !name.includes("snapshots"),
    });
    symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"), "dir");
    writeFileSync(join(copy, "loaders/upstream/example.ts"), file!);
    writeFileSync(join(copy, "loaders/upstream/producers.ts"), producersWithExample());
  });
  afterAll(async () => {
    await server.close();
    rmSync(copy, { recursive: true, force: true });
  });

  const answerWith = (body: string) =>
    server.answer(
      (_request, response) => void response.writeHead(200, { "Content-Type": "text/csv" }).end(body),
    );
  const refresh = () =>
    new Promise<{ code: number | null; text: string }>((resolve) => {
      const child = spawn(
        process.execPath,
        ["--import", "tsx", "loaders/upstream/refresh.ts", "example/foreign-born"],
        { cwd: copy, env: { ...ownEnvironment(), ARRIVALS_UPSTREAM: server.url } },
      );
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
