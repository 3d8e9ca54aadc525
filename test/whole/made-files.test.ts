import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toCsv } from "../../loaders/csv.js";
import { openTables, type Database } from "../../loaders/database.js";
import { readEvidence } from "../../loaders/evidence.js";
import type { Table } from "../../loaders/read-table.js";
import { answerQueries } from "../../loaders/pages/answer-queries.js";
import { drawWritten } from "../../loaders/reports/draw-written.js";
import { publishedReports } from "../../loaders/reports/published.js";
import { filesOfCode, filesOfEvidence, type MadeFiles } from "../../loaders/site/made-files.js";
import { sourceRoot } from "../../loaders/site/paths.js";

describe("files that a build makes in one process", () => {
  let evidence: ReadonlyMap<string, Table>;
  let database: Database;
  let made: MadeFiles;
  beforeAll(async () => {
    evidence = readEvidence();
    database = await openTables(evidence);
    const ofCode = filesOfCode();
    const answers = await answerQueries(evidence, database);
    const written = await drawWritten(evidence, database);
    made = new Map([
      ...(await filesOfEvidence(evidence, database, "0123abcd", { answers, written })),
      ...(await ofCode),
    ]);
  });
  afterAll(() => database.close());

  const loaders = readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .flatMap((path) => /^(?!\.)(.+\.(?:arrow|csv|gz|js|json|xml|zip))\.ts$/.exec(path)?.[1] ?? []);

  it("are those of every routed loader, so that none is started one after another", () => {
    const targets = loaders.flatMap((path) => {
      // Archives that the site does not hold as they are: Framework takes files out of them.
      if (path === "data.zip") return [...evidence.keys()].flatMap((name) => [`data/${name}.csv`]);
      if (path === "data/figures.zip") return ["data/figures/coverage.arrow"];
      if (path === "data/charts/[rows].arrow") return [];
      if (path.includes("[slug]"))
        return publishedReports().map(({ slug }) =>
          path.replace("[slug]", slug).replace("[value]", "values"),
        );
      return path.includes("[table]")
        ? [...evidence.keys()].map((name) => path.replace("[table]", name))
        : [path];
    });
    expect(targets.length).toBeGreaterThan(50);
    expect([...made.keys()]).toEqual(expect.arrayContaining(targets));
  });

  it("are whole: tables as they are taken away, JSON that is read, archives with their mark", () => {
    for (const [name, table] of evidence)
      expect(Buffer.from(made.get(`data/${name}.csv`)!).toString(), name).toBe(toCsv(table));
    for (const [path, bytes] of made) {
      const start = Buffer.from(bytes).subarray(0, 6).toString("latin1");
      if (path.endsWith(".arrow")) expect(start, path).toBe("ARROW1");
      else if (path.endsWith(".parquet")) expect(start, path).toMatch(/^PAR1/);
      else if (path.endsWith(".gz")) expect(start.slice(0, 2), path).toBe("\x1f\x8b");
      else if (path.endsWith(".zip")) expect(start, path).toMatch(/^PK/);
      else expect(bytes.length, path).toBeGreaterThan(10);
    }
  });

  it("tell the version of the data", () => {
    for (const path of ["data/adoptable.json", "data/practice-finder.json"])
      expect(JSON.parse(String(made.get(path))), path).toMatchObject({ version: "0123abcd" });
  });
});
