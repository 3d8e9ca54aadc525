import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { transform } from "esbuild";
import { rollup, type OutputChunk, type Plugin, type RollupLog } from "rollup";

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
 * Bytes, minified and before compression, below which a file is put together with another that the same pages load: on a
 * slow line each file more costs a reader its headers and a turn of waiting.
 */
const smallest = 1500;

/**
 * Bundles the modules that pages name. A page would fetch Plot and all of d3 file by file; so it fetches what it uses,
 * in few files. What several modules use stands once, in a file of its own.
 * @param folder the built site
 * @param modules paths from the site's root
 * @throws when a module is missing or imports what is not there
 */
export async function bundleScripts(folder: string, modules: string[]): Promise<Bundles> {
  const isFrameworks = (id: string) => id.startsWith(join(folder, "_observablehq") + sep);
  const wayUp = "../".repeat(bundleFolder.split("/").length);
  const bundling = await rollup({
    input: Object.fromEntries(modules.map((module) => [nameOf(module), join(folder, module)])),
    // Framework's own runtime is on the page already, where a page has cells.
    external: isFrameworks,
    makeAbsoluteExternalsRelative: false,
    plugins: [minifying],
    onLog: (level, log) => level === "warn" && refuseLost(log),
  }).catch((error: unknown) => {
    throw asInSite(error, folder);
  });
  const { output } = await bundling.write({
    dir: join(folder, bundleFolder),
    entryFileNames: "[name]-[hash].js",
    chunkFileNames: "[name]-[hash].js",
    hashCharacters: "hex",
    paths: (id) => (isFrameworks(id) ? `${wayUp}${fromRoot(folder, id)}` : id),
    experimentalMinChunkSize: smallest,
  });
  await bundling.close();
  const chunks = output.filter((file) => file.type === "chunk");
  const inputs = chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => fromRoot(folder, id)));
  checkPlaces(folder, inputs);
  const bundles = new Map<string, Bundle>();
  for (const chunk of chunks) {
    const entry = chunk.isEntry && chunk.facadeModuleId ? fromRoot(folder, chunk.facadeModuleId) : "";
    if (modules.includes(entry))
      bundles.set(entry, { path: placeOf(chunk.fileName), imports: importsOf(chunk.fileName, chunks) });
  }
  const lost = modules.filter((module) => !bundles.has(module));
  if (lost.length) throw new Error(`no bundle was made of ${lost.join(", ")}`);
  return { bundles, modules: inputs };
}

const minifying: Plugin = {
  name: "minify",
  async renderChunk(code) {
    const { code: small } = await transform(code, {
      minify: true,
      format: "esm",
      target: "es2022",
      charset: "utf8",
    });
    return { code: small, map: null };
  },
};

/** An import that leads nowhere would fail in the page, and no test need come by. */
function refuseLost({ code, message }: RollupLog): void {
  if (code === "UNRESOLVED_IMPORT" || code === "MISSING_EXPORT") throw new Error(message);
  if (code !== "CIRCULAR_DEPENDENCY") process.stderr.write(`${message}\n`);
}

/** Names of files as the site has them: Rollup tells them from the folder it was started in. */
function asInSite(error: unknown, folder: string): Error {
  const words = error instanceof Error ? error.message : String(error);
  const names = [relative(process.cwd(), folder), folder].map((name) => name + sep);
  return new Error(
    names.reduce((told, name) => told.replaceAll(name, ""), words),
    { cause: error },
  );
}

const fromRoot = (folder: string, id: string) => relative(folder, id).split(sep).join("/");
const placeOf = (file: string) => `${bundleFolder}/${file}`;

/** `_import/start/start.de9f02bc.js` is "start-start". */
function nameOf(module: string): string {
  return module
    .replace(/^_(import\/)?/, "")
    .replace(/(\.[0-9a-f]{8})?\.js$/, "")
    .replace(/[^\w.]+/g, "-");
}

function importsOf(file: string, chunks: readonly OutputChunk[], found = new Set<string>()): string[] {
  for (const imported of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) {
    // What is no chunk of ours is Framework's.
    if (found.has(placeOf(imported)) || !chunks.some(({ fileName }) => fileName === imported)) continue;
    found.add(placeOf(imported));
    importsOf(imported, chunks, found);
  }
  return [...found];
}

/** @throws when a module that asks for its own place would be at another depth once it is bundled */
function checkPlaces(folder: string, inputs: readonly string[]): void {
  const depth = bundleFolder.split("/").length + 1;
  const moved = inputs.filter(
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
