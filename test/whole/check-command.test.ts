import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { replacing, smallEvidence } from "../support/evidence/small-evidence.js";

const command = fileURLToPath(new URL("../../loaders/site/check.ts", import.meta.url));

/** Runs `npm run check -- <args>` on a data folder. */
function check(folder: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", command, ...args], {
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

  it("has a word for anything else", async () => {
    expect(await check(smallEvidence(), "dta", "--fast")).toEqual({
      code: 1,
      output: `there is no check of "dta --fast"; npm run check checks everything, npm run check -- data the evidence alone\n`,
    });
  });
});
