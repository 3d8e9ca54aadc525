import { constants, type Stats } from "node:fs";
import { open, realpath, stat, type FileHandle } from "node:fs/promises";
import { join, sep } from "node:path";

/** A file held open, and what it was when it was opened. */
export interface OpenFile {
  handle: FileHandle;
  stats: Stats;
}

/**
 * Opens a file of a folder to read it: a file proper, which no link leads out of the folder. The folder itself may be a
 * link.
 * @param path from the folder, with no way upwards
 * @returns undefined where there is no such file
 * @throws an error of the file system when something is there and cannot be opened
 */
export async function openInside(folder: string, path: string): Promise<OpenFile | undefined> {
  const handle = await unlessMissing(async () => {
    const real = await realInside(folder, path);
    // Without waiting: a pipe that nobody writes to would hold a thread of the server for ever. And without following
    // what has become a link since it was looked at.
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
    return real === undefined ? undefined : open(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  });
  if (!handle) return undefined;
  try {
    const stats = await handle.stat();
    if (stats.isFile()) return { handle, stats };
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return undefined;
}

/** Whether `openInside` would find a file, for all that can be told without opening it. */
export async function isFileInside(folder: string, path: string): Promise<boolean> {
  try {
    const real = await realInside(folder, path);
    return real !== undefined && (await stat(real)).isFile();
  } catch {
    return false;
  }
}

/**
 * Where a path of a folder leads when all links are followed; undefined where that is outside.
 * @throws an error of the file system
 */
async function realInside(folder: string, path: string): Promise<string | undefined> {
  // From the folder's own place: were it a link that a build changes just now, the two would not agree.
  const root = await realpath(folder);
  const real = await realpath(join(root, path));
  return real.startsWith(root.endsWith(sep) ? root : root + sep) ? real : undefined;
}

async function unlessMissing<Value>(of: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await of();
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

/** No file of that name, or a name that no file can have. ENXIO: a socket, or a pipe. */
function isNotThere(error: unknown): boolean {
  const { code = "" } = error as NodeJS.ErrnoException;
  return ["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ELOOP", "EINVAL", "ENXIO"].includes(code);
}
