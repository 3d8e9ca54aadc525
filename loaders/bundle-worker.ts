import { join } from "node:path";
import { build } from "esbuild";
import { projectFolder } from "./site/paths.js";

/** First modules of the workers, as paths from the project's folder. The notices of licences follow from this list. */
export const workerEntries = ["src/workers/model-answers.ts", "src/workers/search-answers.ts"] as const;
export type WorkerEntry = (typeof workerEntries)[number];

/**
 * One script of everything that a worker needs: the page starts it from a blob, so that the page's
 * content-security-policy binds it, and a blob can import nothing.
 * @throws when a module is missing or does not parse, with esbuild's words; anything it warns of counts as well
 */
export async function bundleWorker(entry: WorkerEntry): Promise<string> {
  const { outputFiles, warnings } = await bundle(entry);
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  return outputFiles[0]!.text;
}

/** The modules that a worker is made of, as paths from the project's folder. */
export async function workerModules(entry: WorkerEntry): Promise<string[]> {
  return Object.keys((await bundle(entry)).metafile.inputs);
}

function bundle(entry: WorkerEntry) {
  return build({
    absWorkingDir: projectFolder,
    entryPoints: [join(projectFolder, entry)],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    // HiGHS asks for its own address, which a blob does not have, and for Node's modules where there is Node.
    define: { "import.meta.url": '""' },
    external: ["node:*"],
  });
}
