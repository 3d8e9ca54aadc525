import { join } from "node:path";
import { bundleScript } from "./bundle-script.js";
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
 * @throws as `bundleScript` does
 */
export const bundleLibrary = async (entry: LibraryEntry): Promise<string> => (await bundle(entry)).text;

/** The modules that it is made of, as paths from the project's folder. */
export const libraryModules = async (entry: LibraryEntry): Promise<string[]> => (await bundle(entry)).modules;

const bundle = (entry: LibraryEntry) =>
  bundleScript(entry, { format: "esm", alias: { "node-fetch": noNetwork, "sync-fetch": noNetwork } });
