import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";

/** Where bundles lie: as deep as the modules they are made of, because these find the site's root from their own place. */
const bundleFolder = "_import/app";

/** A module of the built site as pages load it. Paths are from the site's root: `_import/app/….js`. */
export interface Bundle {
  path: string;
  /** Files that it imports at once, and those that they import. */
  imports: string[];
}

/** All bundles of a site, and what they are made of. */
export interface Bundles {
  /** By the module that a page names. */
  bundles: Map<string, Bundle>;
  /** Paths from the site's root of every module in them. */
  modules: string[];
}

/**
 * Bundles the modules that pages name. A page would fetch Plot and all of d3 file by file; so it fetches what it uses,
 * in few files. What several modules use stands once, in a file of its own.
 * @param folder the built site
 * @param modules paths from the site's root
 * @throws when a module is missing or imports what is not there
 */
export async function bundleScripts(folder: string, modules: string[]): Promise<Bundles> {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: modules.map((module) => ({ in: module, out: nameOf(module) })),
    outdir: bundleFolder,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    metafile: true,
    logLevel: "silent",
    logOverride: { "import-is-undefined": "error" },
    // Framework's own runtime is on the page already, where a page has cells.
    external: [join(folder, "_observablehq", "*")],
  });
  checkPlaces(folder, metafile);
  const bundles = new Map<string, Bundle>();
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint && modules.includes(entryPoint))
      bundles.set(entryPoint, { path, imports: importsOf(path, metafile) });
  }
  const lost = modules.filter((module) => !bundles.has(module));
  if (lost.length) throw new Error(`no bundle was made of ${lost.join(", ")}`);
  return { bundles, modules: Object.keys(metafile.inputs) };
}

/** `_import/start/start.de9f02bc.js` is "start-start". */
function nameOf(module: string): string {
  return module
    .replace(/^_(import\/)?/, "")
    .replace(/(\.[0-9a-f]{8})?\.js$/, "")
    .replace(/[^\w.]+/g, "-");
}

function importsOf(path: string, { outputs }: Metafile, found = new Set<string>()): string[] {
  for (const { path: imported, kind, external } of outputs[path]!.imports) {
    if (kind !== "import-statement" || external || found.has(imported)) continue;
    found.add(imported);
    importsOf(imported, { outputs, inputs: {} }, found);
  }
  return [...found];
}

/** @throws when a module that asks for its own place would be at another depth once it is bundled */
function checkPlaces(folder: string, { inputs }: Metafile): void {
  const depth = bundleFolder.split("/").length + 1;
  const moved = Object.keys(inputs).filter(
    (path) =>
      path.startsWith("_import/") &&
      path.split("/").length !== depth &&
      readFileSync(join(folder, path), "utf8").includes("import.meta"),
  );
  if (moved.length)
    throw new Error(
      `${moved.join(", ")}: uses import.meta and so has to stand one folder below src, such as in src/components`,
    );
}
