import { basename, resolve } from "node:path";
import { watch } from "chokidar";
import { isOfEditor } from "../evidence-files.js";

/**
 * Follows the evidence while somebody edits it. What editors keep beside an open table is no change.
 * @param folder absolute path
 * @param changed called a moment after the last of several changes
 * @param failed is told what cannot be watched; the rest is followed on
 * @returns `ready` when all files are watched, and a function that ends it
 */
export function followData(
  folder: string,
  changed: () => void,
  failed: (error: Error) => void,
): { ready: Promise<void>; close: () => Promise<void> } {
  const root = resolve(folder);
  let pending: NodeJS.Timeout | undefined;
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) => resolve(path) !== root && isOfEditor(basename(path)),
    awaitWriteFinish: { stabilityThreshold: 150, pollInterval: 50 },
  })
    .on("all", () => {
      // A spreadsheet saves in several steps.
      clearTimeout(pending);
      pending = setTimeout(changed, 100);
    })
    .on("error", (error) => failed(error as Error));
  return {
    ready: new Promise((ready) => watcher.once("ready", ready)),
    async close() {
      clearTimeout(pending);
      await watcher.close();
    },
  };
}
