import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { BuildStep } from "../../loaders/site/build-steps.js";
import { projectFolder, siteFolder } from "../../loaders/site/paths.js";
import type { Measurement } from "./bench.js";
import type { Measured } from "./row.js";

/** `npm run build`, once, with the time of the whole process and of each step; and where the site then stands. */
export async function build(): Promise<{ folder: string; rows: Measured[] }> {
  process.stderr.write("build\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "arrivals-bench-"));
  const stepsFile = join(folder, "steps.json");
  const building = spawn(npm, ["run", "build"], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ARRIVALS_BUILD_STEPS: stepsFile },
  });
  let output = "";
  building.stdout.on("data", (part: Buffer) => (output += part.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    building.on("error", reject);
    building.on("close", resolve);
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`npm run build failed:\n${output.slice(-4000)}`);
  const steps = JSON.parse(readFileSync(stepsFile, "utf8")) as BuildStep[];
  rmSync(folder, { recursive: true });
  return { folder: siteFolder, rows: buildRows(seconds, steps) };
}

function buildRows(seconds: number, steps: readonly BuildStep[]): Measured[] {
  const measured = steps.flatMap(({ name, seconds, processorSeconds }): Measured[] => [
    { what: `build: ${name}`, unit: "s", values: [seconds] },
    {
      what: `build: ${name}, processor time`,
      unit: "s",
      values: processorSeconds === null ? [] : [processorSeconds],
    },
  ]);
  return [
    { what: "npm run build, whole process", unit: "s", values: [seconds], note: "Built once." },
    ...measured,
  ];
}

/** How many pages the site has, and how large its files are. */
export const builtSize: Measurement = ({ folder }) => {
  const files = filesUnder(folder);
  const largest = files.sort((a, b) => b.bytes - a.bytes)[0]!;
  return Promise.resolve([
    { what: "site: pages", unit: "", values: [files.filter(({ path }) => path.endsWith(".html")).length] },
    {
      what: `site: all of its ${files.length} files`,
      unit: "MB",
      values: [files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6],
    },
    {
      what: `site: a file (largest ${relative(folder, largest.path)})`,
      unit: "MB",
      values: files.map(({ bytes }) => bytes / 1e6),
      budget: { atMost: 24 },
      judge: "max",
    },
  ]);
};

function filesUnder(folder: string): { path: string; bytes: number }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [{ path, bytes: statSync(path).size }];
  });
}
