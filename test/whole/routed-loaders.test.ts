import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../loaders/csv.js";
import { dataVersion } from "../../loaders/version.js";
import { replacing, smallEvidence, smallTable } from "../support/evidence/small-evidence.js";

/** Runs a loader as the site's builder does: a process of its own whose stdout is the file. */
function run(loader: string, folder: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`../../src/data/${loader}`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    env: { ...process.env, ARRIVALS_DATA: folder },
  });
  const [stdout, stderr]: Buffer[][] = [[], []];
  child.stdout.on("data", (chunk) => stdout!.push(chunk));
  child.stderr.on("data", (chunk) => stderr!.push(chunk));
  return new Promise<{ code: number | null; stdout: Buffer; stderr: string }>((resolve) =>
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(stdout!), stderr: Buffer.concat(stderr!).toString() }),
    ),
  );
}

const loaders = ["[table].arrow.ts", "../data.zip.ts", "datapackage.json.ts", "arrivals.zip.ts"];
const argsOf = (loader: string) => (loader.startsWith("[table]") ? ["--table=towns"] : []);

describe("routed loaders", () => {
  it("write the file and nothing else", async () => {
    const folder = smallEvidence();
    const results = await Promise.all(loaders.map((loader) => run(loader, folder, ...argsOf(loader))));
    for (const { code, stderr } of results) expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [arrow, files, json, zip] = results.map(({ stdout }) => stdout);
    expect(tableFromIPC(arrow).schema.metadata.get("version")).toBe(dataVersion(folder));
    const { "towns.csv": csv, "towns.parquet": parquet } = unzipSync(files!);
    expect(strFromU8(csv!)).toBe(toCsv(smallTable("towns")));
    expect(strFromU8(parquet!.subarray(0, 4)) + strFromU8(parquet!.subarray(-4))).toBe("PAR1PAR1");
    expect(JSON.parse(json!.toString()).dataVersion).toBe(dataVersion(folder));
    expect(Object.keys(unzipSync(zip!))).toContain("towns.csv");
  });

  it("write a large file whole", async () => {
    const notes = Array.from({ length: 30_000 }, (_, index) => `kind-${index},${index}`);
    const folder = smallEvidence({
      "counts.csv": `town_id,kind,amount,source_id,locator\n${notes.map((line) => `tagged,${line},almanac,Table 2\n`).join("")}`,
      "discrepancies.csv": (text) => text.split("\n")[0]!,
    });
    const { code, stdout } = await run("../data.zip.ts", folder);
    expect(code).toBe(0);
    expect(strFromU8(unzipSync(stdout)["counts.csv"]!).split("\n")).toHaveLength(30_002);
  });

  it("fail with every problem and write nothing where any table of the evidence is broken", async () => {
    const folder = smallEvidence({ "counts.csv": replacing("aldmoor,wells,4", "oldmoor,wells,four") });
    const results = await Promise.all(loaders.map((loader) => run(loader, folder, ...argsOf(loader))));
    for (const { code, stdout, stderr } of results) {
      expect(code).toBe(1);
      expect(stdout).toHaveLength(0);
      expect(stderr.trim().split("\n")).toEqual([
        "The evidence has 2 problems:",
        'counts, row 3, amount "four": must be a whole number → write digits only, such as 1250',
        'counts, row 3, town_id "oldmoor": must be a town_id of towns → write aldmoor',
      ]);
    }
  });

  it("name the tables there are when asked for another, or for none", async () => {
    const folder = smallEvidence();
    const [other, none] = await Promise.all([
      run("[table].arrow.ts", folder, "--table=../towns"),
      run("[table].arrow.ts", folder),
    ]);
    expect(other).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no table "\.\.\/towns"\. There are: sources/),
    });
    expect(none).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no table ""/) });
    expect(other.stdout.length + none.stdout.length).toBe(0);
  });
});
