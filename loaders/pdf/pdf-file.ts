import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { shown, writeFault } from "../site/write-faults.js";
import { writeInPlace } from "../write-in-place.js";

/**
 * Where a PDF goes.
 * @param asked the file or its folder, as it was asked for; undefined for the usual name here
 * @param usual name of the file: "lisbon-3f2a91bc.pdf"
 * @param here folder that names start from
 * @throws in words where something else than a PDF is there
 */
export function placeOfPdf(asked: string | undefined, usual: string, here: string): string {
  const named = resolve(here, asked ?? usual);
  const isFolder = existsSync(named) && statSync(named).isDirectory();
  const path = isFolder ? join(named, usual) : named;
  if (!existsSync(path)) {
    const above = dirname(path);
    if (!existsSync(above)) throw new Error(`there is no folder ${shown(above)}`);
    if (!statSync(above).isDirectory()) throw new Error(`${shown(above)} is a file and no folder`);
    return path;
  }
  // What a link leads to is written, and the link stays.
  const real = realpathSync(path);
  if (!isPdf(real))
    throw new Error(`${shown(path)} is there and is no PDF: name another file, or move it away`);
  return real;
}

function isPdf(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const file = openSync(path, "r");
  const head = Buffer.alloc(5);
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString("latin1") === "%PDF-";
}

/**
 * Writes a PDF beside its place and then moves it there: whoever opens it finds the old or the new one, whole.
 * @throws in words
 */
export function writePdf(path: string, bytes: Uint8Array): void {
  try {
    writeInPlace(path, bytes, { lasts: true });
  } catch (error) {
    throw new Error(writeFault(Object.assign(error as Error, { path })) ?? (error as Error).message, {
      cause: error,
    });
  }
}
