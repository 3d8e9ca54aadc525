import { createHash } from "node:crypto";
import { fstatSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeInPlace, writeWhole } from "./write-in-place.js";

/**
 * Runs a loader: writes what it makes to stdout, whole and once, or nothing at all. If it fails, its message goes
 * to stderr and the process ends with exit code 1, which fails the build. Where `ARRIVALS_MADE` names a folder, the
 * hash of what was made is noted there, so that the build can tell a whole file from one that was cut on its way.
 * @param make the file's bytes or text
 */
export async function writeOutput(
  make: () => Uint8Array | string | Promise<Uint8Array | string>,
): Promise<void> {
  try {
    const output = bytesOf(await make());
    if (fstatSync(1).isFile()) writeWhole(1, output);
    else await writeToPipe(output);
    if (process.env.ARRIVALS_MADE) noteMade(process.env.ARRIVALS_MADE, output);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * Writes a file that a loader would make, whole or not at all, and notes its hash as `writeOutput` does.
 * @param path below the folder
 * @throws with how much was written, where the rest has no room
 */
export function makeFile(folder: string, path: string, made: Uint8Array | string): void {
  const output = bytesOf(made);
  writeInPlace(join(folder, path), output, { lasts: false });
  if (process.env.ARRIVALS_MADE) noteMade(process.env.ARRIVALS_MADE, output);
}

function bytesOf(made: Uint8Array | string): Uint8Array {
  return typeof made === "string" ? Buffer.from(made) : made;
}

/** Notes, as the name of an empty file, that a loader made exactly these bytes. */
export function noteMade(folder: string, output: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, createHash("sha256").update(output).digest("hex")), "");
}

function writeToPipe(output: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on("error", reject);
    process.stdout.write(output, (error) => (error ? reject(error) : resolve()));
  });
}
