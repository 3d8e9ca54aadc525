import { join } from "node:path";
import { build } from "esbuild";
import { projectFolder } from "./site/paths.js";

/** Modules that pages fetch by a stable address, each with the libraries it needs. Licences follow from this list. */
export const libraryEntries = [
  "src/components/citation-formats.ts",
  "src/components/write-workbook.ts",
] as const;
export type LibraryEntry = (typeof libraryEntries)[number];

/** What stands for a library's own ways to the network, which no page uses and no page may. */
const noNetwork = join(projectFolder, "loaders/no-network.js");

/**
 * One module of everything that an entry needs. Framework's own bundler would take the Node side of a library that has
 * one, which no browser can run.
 * @throws when a module is missing or does not parse, with esbuild's words; anything it warns of counts as well
 */
export async function bundleLibrary(entry: LibraryEntry): Promise<string> {
  const { outputFiles, warnings } = await bundle(entry);
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  return outputFiles[0]!.text;
}

/** The modules that it is made of, as paths from the project's folder. */
export async function libraryModules(entry: LibraryEntry): Promise<string[]> {
  return Object.keys((await bundle(entry)).metafile.inputs);
}

function bundle(entry: LibraryEntry) {
  return build({
    absWorkingDir: projectFolder,
    entryPoints: [join(projectFolder, entry)],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    alias: { "node-fetch": noNetwork, "sync-fetch": noNetwork },
  });
}
