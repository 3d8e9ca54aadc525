import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file beside its place and then moves it there: whoever opens it finds the old or the new one, whole. Folders
 * that are not there are made; where it cannot be written, nothing is left beside.
 * @param lasts waits until the bytes are on the disk, so that they are there also where the machine loses its power;
 * without it a file that can be made again is written faster
 * @throws with how much was written, where the rest has no room; as the system says for everything else
 */
export function writeInPlace(
  path: string,
  content: Uint8Array | string,
  { lasts }: { lasts: boolean },
): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  mkdirSync(dirname(path), { recursive: true });
  // Of a process that was killed and had the same number.
  rmSync(beside, { force: true });
  try {
    const file = openSync(beside, "wx");
    try {
      writeWhole(file, typeof content === "string" ? Buffer.from(content) : content);
      if (lasts) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Writes all bytes to an open file. A system writes as many as it has room for and says how many; Node's own stdout
 * does not look.
 * @throws with how much was written, where the rest has no room
 */
export function writeWhole(file: number, bytes: Uint8Array): void {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(file, bytes, written);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = {
      EFBIG: "files are limited in size here (ulimit -f)",
      ENOSPC: "the disk is full",
      EDQUOT: "the disk quota is used up",
    }[code ?? ""];
    const of = `${written.toLocaleString("en-GB")} of ${bytes.length.toLocaleString("en-GB")} bytes`;
    throw new Error(`only ${of} could be written: ${reason ?? message}`, { cause: error });
  }
}
