import { chromium, type Browser } from "playwright-core";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { projectFolder } from "./site/paths.js";

/** What a container, a closed network and a test want; web security stays on. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

interface Found {
  executablePath: string;
  env?: Record<string, string>;
}

/**
 * Starts a Chromium: the one `CHROMIUM_PATH` names, the system's, Playwright's own, or the one in the npm package
 * `@sparticuz/chromium`, so that a fresh Linux machine needs no more than `npm ci`. `ARRIVALS_BROWSER=package` takes
 * the last at once.
 * @param more further flags
 */
export async function launchChromium(more: string[] = []): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, args: [...flags, ...more], ...(env && { env }) });
}

/** @throws when there is none, saying what to install */
export async function findChromium(): Promise<Found> {
  if (process.env.ARRIVALS_BROWSER === "package") return packagedChromium();
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
    return { executablePath: named };
  }
  const found = [...systemPaths(), chromium.executablePath()].find((path) => path && existsSync(path));
  return found ? { executablePath: found } : packagedChromium();
}

function systemPaths(): string[] {
  const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
}

/** The Chromium of the npm package, unpacked once into a folder of ours, with libraries and fonts a bare system lacks. */
async function packagedChromium(): Promise<Found> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("no Chrome or Chromium was found: install one, or name it in CHROMIUM_PATH");
  }
  const root = packageFolder();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const folder = join(projectFolder, "node_modules", ".cache", "arrivals", `chromium-${version}`);
  if (!existsSync(folder)) await unpack(root, folder);
  const executablePath = join(folder, "chromium");
  const env: Record<string, string> = { ...(process.env as Record<string, string>) };
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = join(folder, "fonts");
  const ldd = spawnSync("ldd", [executablePath], { encoding: "utf8" });
  if (/not found/.test(ldd.stdout ?? "")) env.LD_LIBRARY_PATH = join(folder, "lib");
  return { executablePath, env };
}

function packageFolder(): string {
  try {
    return dirname(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))));
  } catch (cause) {
    throw new Error(
      "no Chrome or Chromium was found: install one, name it in CHROMIUM_PATH, or run npm ci with the packages for development, which bring one",
      { cause },
    );
  }
}

/** Into a folder beside and then moved, so that another process never starts half a browser. */
async function unpack(root: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  try {
    process.env.TMPDIR = beside; // The package unpacks into the system's folder for temporary files.
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    const libraries = brotliDecompressSync(readFileSync(join(root, "bin", "al2023.tar.br")));
    execFileSync("tar", ["-x", "-C", beside], { input: libraries });
    renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(beside, { recursive: true, force: true });
  }
}
