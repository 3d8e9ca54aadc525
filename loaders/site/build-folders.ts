import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "./ending.js";

/** Where a build works. */
export interface BuildFolders {
  /** The site, until it is whole. */
  site: string;
  /** Files of loaders and drawings, for as long as the build runs. */
  scratch: string;
  /** Removes all of it. */
  remove(): void;
}

const prefix = "site-";
const week = 7 * 24 * 60 * 60 * 1000;

/** Makes the folders of a build below another one, under the number of this process. */
export function makeBuildFolders(parent: string): BuildFolders {
  const folder = join(parent, `${prefix}${process.pid}`);
  const [site, scratch] = [join(folder, "site"), join(folder, "scratch")];
  for (const made of [site, scratch]) mkdirSync(made, { recursive: true });
  return { site, scratch, remove: () => removeFolder(folder) };
}

/**
 * Removes the folders of builds that were killed. To be called by who has the lock of builds: then no other one runs.
 * @returns how many there were
 */
export function removeLeftovers(parent: string): number {
  const left = readdirSync(parent).filter((name) => name.startsWith(prefix));
  for (const name of left) removeFolder(join(parent, name));
  return left.length;
}

/** Makes a folder for what a preview writes, under the number of this process, and removes those of ended ones. */
export function makePreviewFolder(parent: string): { folder: string; remove: () => void } {
  mkdirSync(parent, { recursive: true });
  removeEndedPreviews(parent);
  const folder = join(parent, `preview-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return { folder, remove: () => removeFolder(folder) };
}

/**
 * Removes the folders of previews that have ended.
 * @returns the processes of the others. Another program may have got the number of a preview that was killed.
 */
export function removeEndedPreviews(parent: string): number[] {
  return readdirSync(parent).flatMap((name) => {
    const id = Number(/^preview-([1-9]\d{0,8})$/.exec(name)?.[1]);
    if (!id) return [];
    if (isRunning(id)) return [id];
    removeFolder(join(parent, name));
    return [];
  });
}

/**
 * Drops what loaders made, which Framework's cache cannot judge: it knows when a loader changed, not when the data
 * behind it did. What it made of libraries stays.
 * It is moved aside first: what a preview is writing at the same time cannot get in the way there.
 * @param names of what to drop in the cache; default all
 */
export function dropLoaded(cache: string, names = readdirSync(cache)): void {
  const away = join(cache, `_dropped-${process.pid}`);
  mkdirSync(away, { recursive: true });
  for (const name of names) {
    if (!name.startsWith("_") && existsSync(join(cache, name)))
      renameSync(join(cache, name), join(away, name));
  }
  // Those of killed processes go with it.
  for (const name of readdirSync(cache)) if (name.startsWith("_dropped-")) removeFolder(join(cache, name));
}

/** Drops what Framework made of libraries since a time in milliseconds: a build that failed may have cut it short. */
export function dropLibraries(cache: string, since = 0): void {
  for (const name of ["_node", "_observablehq"]) {
    const folder = join(cache, name);
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since)
        rmSync(path, { force: true });
    }
  }
}

/** Forgets notes of files that loaders made more than a week ago. */
export function forgetOldNotes(made: string): void {
  if (!existsSync(made)) return;
  for (const name of readdirSync(made)) {
    const path = join(made, name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > week)
      rmSync(path, { force: true });
  }
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
