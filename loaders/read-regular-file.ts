import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  statSync,
  type Stats,
} from "node:fs";

/** The bytes of a file, or why they cannot be had, and the mend. `missing`: nothing has that name. */
export type ReadFile =
  { bytes: Buffer; rule?: undefined } | { bytes?: undefined; missing: boolean; rule: string; mend: string };

const megabyte = 2 ** 20;

/**
 * Reads a file that is one: a pipe or a device would keep the reader waiting for ever, and a file of gigabytes would
 * end it. Links to files are followed.
 * @param path absolute
 * @param mostBytes larger files are refused before they are read
 */
export function readRegularFile(path: string, mostBytes: number): ReadFile {
  let file: number | undefined;
  try {
    const before = refusal(statSync(path), mostBytes);
    if (before) return before;
    // Without waiting: what stands there may have become a pipe meanwhile.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    return refusal(stats, mostBytes) ?? bytesOf(file, mostBytes);
  } catch (error) {
    return unreadable(path, error as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** All that is in an open file, also where it grows while it is read. */
function bytesOf(file: number, mostBytes: number): ReadFile {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(megabyte);
    const read = readSync(file, chunk);
    if (read === 0) return { bytes: Buffer.concat(chunks, length) };
    chunks.push(chunk.subarray(0, read));
    length += read;
    if (length > mostBytes) return tooLarge(length, mostBytes);
  }
}

function refusal(stats: Stats, mostBytes: number): ReadFile | null {
  if (!stats.isFile())
    return {
      missing: false,
      rule: `must be a file and is ${kindOf(stats)}`,
      mend: "remove it, and put the file there",
    };
  return stats.size > mostBytes ? tooLarge(stats.size, mostBytes) : null;
}

function tooLarge(bytes: number, mostBytes: number): ReadFile {
  const size = (of: number) => `${Math.round(of / megabyte).toLocaleString("en")} MB`;
  return {
    missing: false,
    rule: `must have at most ${size(mostBytes)} and has ${size(bytes)}`,
    mend: "leave out what the evidence does not need",
  };
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

function unreadable(path: string, { code, message }: NodeJS.ErrnoException): ReadFile {
  if (code === "ENOENT" && lstatSync(path, { throwIfNoEntry: false }) === undefined)
    return { missing: true, rule: "has no file", mend: "put it there" };
  if (code === "ENOENT" || code === "ELOOP")
    return { missing: false, rule: "is a link that leads nowhere", mend: "put the file there" };
  return { missing: false, rule: `cannot be read (${message})`, mend: "let yourself read it" };
}
