import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder } from "./paths.js";

const reasons: Record<string, string> = {
  EACCES: "this user has no right to write there; give it that right, or copy the checkout",
  EPERM: "this user has no right to write there; give it that right, or copy the checkout",
  EROFS: "its disk can only be read; copy the checkout to one that can be written",
  ENOTDIR: "there is a file where a folder is needed; move it away",
  EEXIST: "there is a file where a folder is needed; move it away",
  EISDIR: "there is a folder where a file is needed; move it away",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "files are limited in size here (ulimit -f)",
  EMFILE: "too many files are open at once (ulimit -n)",
  EBUSY: "another program uses it, or it is a mount; mount the folder above it instead",
};

/** Why a file or folder could not be written, in words; undefined where it is another kind of error. */
export function writeFault(error: unknown): string | undefined {
  const { code = "", path } = error as NodeJS.ErrnoException;
  const reason = reasons[code];
  if (!reason) return undefined;
  return path === undefined
    ? `A file cannot be written: ${reason} (${code}).`
    : `${shown(path)} cannot be written: ${reason} (${code}).`;
}

/** A path as the person at the screen knows it: from the checkout's folder, where it lies below. */
export function shown(path: string): string {
  const below = relative(projectFolder, path);
  return below === "" ? path : below.startsWith("..") ? path : below;
}

/**
 * Makes folders, unless they are there, and tries to write in each.
 * @throws in words with the first that cannot be written
 */
export function readyToWrite(folders: readonly string[]): void {
  for (const folder of folders) {
    const probe = join(folder, `.write-probe-${process.pid}`);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(probe, "");
      rmSync(probe);
    } catch (error) {
      const fault = writeFault(Object.assign(error as Error, { path: folder }));
      throw new Error(fault ?? `${shown(folder)} cannot be written: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}
