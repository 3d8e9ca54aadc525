import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { replacing, smallEvidence } from "../support/evidence/small-evidence.js";

const command = fileURLToPath(new URL("../../loaders/site/check.ts", import.meta.url));

/** Runs `npm run check -- <args>` on a data folder; a list among them is for Node. */
function check(
  folder: string,
  ...given: (string | string[])[]
): Promise<{ code: number | null; output: string }> {
  const [ofNode, args] = [given.filter(Array.isArray).flat(), given.filter((one) => !Array.isArray(one))];
  const child = spawn(process.execPath, ["--import", "tsx", ...ofNode, command, ...(args as string[])], {
    env: { ...process.env, ARRIVALS_DATA: folder },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

describe("npm run check -- data", () => {
  it("checks the evidence alone", async () => {
    expect(await check(smallEvidence(), "data")).toEqual({
      code: 0,
      output: "no problem: the evidence is in order\n",
    });
  });

  it("prints every problem as a line and ends with 1", async () => {
    const folder = smallEvidence({
      "towns.csv": replacing("north", "west"),
      "sources.csv": replacing("2019,", "19,"),
    });
    const { code, output } = await check(folder, "data");
    expect(code).toBe(1);
    expect(output.split("\n")).toEqual([
      expect.stringMatching(/^evidence: sources, row 2, year "19": must be a year/),
      expect.stringMatching(/^evidence: towns, row 2, region "west"/),
      "2 problems",
      "",
    ]);
  });

  it("loads no compiler, linter or database: it has two seconds", async () => {
    const told = pathToFileURL(join(mkdtempSync(join(tmpdir(), "arrivals-loaded-")), "told.mjs"));
    writeFileSync(
      told,
      `import { createRequire } from "node:module";
      const { cache } = createRequire(import.meta.url);
      process.on("exit", () => console.log(Object.keys(cache).join("\\n")));`,
    );
    const { output } = await check(smallEvidence(), "data", ["--import", told.href]);
    expect(output).toContain("node_modules/jsonc-parser");
    expect(output).not.toMatch(/node_modules\/(typescript|eslint|knip|@duckdb|prettier)\//);
  });

  it("has a word for anything else", async () => {
    expect(await check(smallEvidence(), "dta", "--fast")).toEqual({
      code: 1,
      output: `there is no check of "dta --fast"; npm run check checks everything, -- data the evidence alone, -- pages the pages, -- pages src/reports/my-report.md one of them\n`,
    });
  });
});
