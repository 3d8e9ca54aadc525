import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { libraryEntries, libraryModules } from "../bundle-library.js";
import { workerEntries, workerModules } from "../bundle-worker.js";
import { frameworkFolder } from "./framework.js";
import { projectFolder } from "./paths.js";

/** A package of which a built site holds something. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** Its licence as its package.json names it: "MIT". */
  licence: string;
  /** Where it is installed. */
  folder: string;
}

/** Packages of which loaders copy a file as it is: the database and its worker, the solver, the map. */
const copied = ["@duckdb/duckdb-wasm", "highs", "world-atlas"];
/** DuckDB itself, which stands in its WebAssembly; its own notice comes with its build for Node. */
const engine = "@duckdb/node-bindings";
/** Packages that are needed to make the site or to type it, and of which only the parts looked at here are in it. */
const builders = ["@observablehq/framework", engine];
/** What libraries bring for their commands, their types, and a network that no page uses alone. */
const neverShipped =
  /^(@types\/.*|commander|iconv-lite|rw|command-line-\w+|json-bignum|node-fetch|sync-fetch)$/;

/**
 * Every package that the site holds something of, by name: libraries that pages load, as the site's folder `_node` and
 * the bundles have them, what workers are made of, Framework's client, and what loaders copy.
 * @param site the built site
 * @param bundled modules in the site's bundles, as paths from its root
 * @throws when one of them is not installed
 */
export async function shippedPackages(site: string, bundled: readonly string[]): Promise<ShippedPackage[]> {
  const libraries = new Set([...librariesOf(join(site, "_node")), ...bundled.flatMap(libraryOf)]);
  const modules = [
    ...(
      await Promise.all([...workerEntries.map(workerModules), ...libraryEntries.map(libraryModules)])
    ).flat(),
    ...(await clientModules(join(site, "_observablehq"))),
  ];
  const folders = new Set([
    ...[...libraries].map(installed),
    ...modules.flatMap(packageFolder),
    ...[...copied, engine].map((name) => join(projectFolder, "node_modules", name)),
  ]);
  // Some libraries are published with others inside, which no list of modules can tell: their dependencies count.
  for (const folder of folders) for (const needed of dependencies(folder)) folders.add(needed);
  const packages = new Map([...folders].map((folder) => [idOf(folder), described(folder)]));
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shipped]) => shipped);
}

/** `_node/@observablehq/plot@0.6.17/index.js` is of "@observablehq/plot@0.6.17". */
function libraryOf(module: string): string[] {
  return /^_node\/((?:@[^/]+\/)?[^/]+@[^/@]+)\//.exec(module)?.slice(1, 2) ?? [];
}

function librariesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}

/** Modules from packages in Framework's own scripts, which it bundles without saying of what. */
async function clientModules(folder: string): Promise<string[]> {
  const client = join(frameworkFolder, "dist/client");
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".js"))
    .map((name) => name.replace(/\.[0-9a-f]{8}\.js$/, ""));
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: names.map((name) => join(client, name === "client" ? "index.js" : `${name}.js`)),
    outdir: "never-written",
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
    external: ["npm:*", "observablehq:*", "/_*"],
  });
  return Object.keys(metafile.inputs);
}

/** The folder of the package that a module belongs to; none for our own modules. */
function packageFolder(module: string): string[] {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0];
  return folder === undefined ? [] : [resolve(projectFolder, folder)];
}

/** Where "apache-arrow@17.0.0" is installed: another package may bring an own version. */
function installed(library: string): string {
  const [, name = "", version = ""] = /^(.+)@([^@]+)$/.exec(library) ?? [];
  for (const folder of foldersOf(name, join(projectFolder, "node_modules")))
    if (described(folder).version === version) return folder;
  throw new Error(`${library} is part of the site and is not in node_modules; run npm ci and build again`);
}

function* foldersOf(name: string, root: string): Generator<string> {
  if (existsSync(join(root, name, "package.json"))) yield join(root, name);
  for (const other of librariesOf(root)) {
    const inner = join(root, other, "node_modules");
    if (existsSync(inner)) yield* foldersOf(name, inner);
  }
}

/** Folders of the packages that a package asks for: its own, or those of a folder above. */
function dependencies(folder: string): string[] {
  const { name, dependencies = {} } = manifest(folder);
  if (builders.includes(name)) return [];
  const names = Object.keys(dependencies).filter((needed) => !neverShipped.test(needed));
  return names.flatMap((needed) => {
    for (let above = folder; ; above = dirname(above)) {
      const place = join(above, "node_modules", needed);
      if (existsSync(join(place, "package.json"))) return [place];
      if (above === dirname(above)) return [];
    }
  });
}

function described(folder: string): ShippedPackage {
  const { name, version, license } = manifest(folder);
  return { name, version, licence: license ?? "not named", folder };
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

function idOf(folder: string): string {
  const { name, version } = described(folder);
  return `${name} ${version}`;
}
