import { bundleScript } from "./bundle-script.js";

/** First modules of the workers, as paths from the project's folder. The notices of licences follow from this list. */
export const workerEntries = ["src/workers/model-answers.ts", "src/workers/search-answers.ts"] as const;
export type WorkerEntry = (typeof workerEntries)[number];

/**
 * One script of everything that a worker needs: the page starts it from a blob, so that the page's
 * content-security-policy binds it, and a blob can import nothing.
 * @throws as `bundleScript` does
 */
export const bundleWorker = async (entry: WorkerEntry): Promise<string> => (await bundle(entry)).text;

/** The modules that a worker is made of, as paths from the project's folder. */
export const workerModules = async (entry: WorkerEntry): Promise<string[]> => (await bundle(entry)).modules;

const bundle = (entry: WorkerEntry) =>
  bundleScript(entry, {
    format: "iife",
    // HiGHS asks for its own address, which a blob does not have, and for Node's modules where there is Node.
    define: { "import.meta.url": '""' },
    external: ["node:*"],
  });
