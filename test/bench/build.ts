import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder, siteFolder } from "../../loaders/site/paths.js";
import type { Measurement } from "./bench.js";
import type { Measured } from "./row.js";

/** A loader that ran, in the words of Framework's build: "load /data/cities.csv → [missing] success 7.58 kB in 721ms". */
const loaded = /load (\/\S+) → \[(?:missing|stale)\] success [\d.]+ \w+ in (\d+)ms/g;

/** `npm run build`, once, with the time of the whole process; and where the site then stands. */
export async function build(): Promise<{ folder: string; rows: Measured[] }> {
  process.stderr.write("build\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const start = performance.now();
  const building = spawn(npm, ["run", "build"], { cwd: projectFolder, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  building.stdout.on("data", (part: Buffer) => (output += part.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    building.on("error", reject);
    building.on("close", resolve);
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`npm run build failed:\n${output.slice(-4000)}`);
  return { folder: siteFolder, rows: buildRows(seconds, output) };
}

function buildRows(seconds: number, output: string): Measured[] {
  const loaders = loaderTimes(output);
  const slowest = [...loaders].sort((a, b) => b.ms - a.ms).slice(0, 5);
  return [
    {
      what: "npm run build, whole process",
      unit: "s",
      values: [seconds],
      note: `Built once. Slowest loaders: ${slowest.map(({ path, ms }) => `${path} ${ms} ms`).join(", ")}; all of them in the JSON.`,
    },
    {
      what: `build: a loader (${loaders.length} run)`,
      unit: "ms",
      values: loaders.map(({ ms }) => ms),
      detail: loaders,
    },
    {
      what: "build: all loaders, one after another",
      unit: "s",
      values: [loaders.reduce((sum, { ms }) => sum + ms, 0) / 1000],
    },
  ];
}

/** Milliseconds of each loader that ran; Framework says them as it goes. */
function loaderTimes(output: string): { path: string; ms: number }[] {
  // eslint-disable-next-line no-control-regex -- colours, where the terminal has them
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  return [...plain.matchAll(loaded)].map(([, path, ms]) => ({ path: path!, ms: Number(ms) }));
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
