/** Bytes of a file from first to last, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The part of a file that a `Range` header asks for.
 * @param size of the file, in bytes
 * @returns undefined where the whole file is the answer: no header, another unit, one that cannot be read, or several
 *   ranges, which a server may answer so; "none" where the file holds no such bytes (status 416), as for one that ends
 *   before it starts
 */
export function byteRange(header: string | undefined, size: number): ByteRange | "none" | undefined {
  const [, first, last] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || !(first || last)) return undefined;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return start > end ? "none" : { start, end };
}

/**
 * Whether a part may be sent, or the file is another by now (`If-Range`). RFC 9110 wants the very same strong tag or the
 * very same date: a weak tag may stand for compressed bytes, of which no part fits, and so does the date of a file that
 * was changed just now.
 * @param lastModified undefined where no date is sure to stand for the file
 */
export function isStillThatFile(
  ifRange: string | undefined,
  tag: string,
  lastModified: string | undefined,
): boolean {
  return ifRange === undefined || ifRange === tag || ifRange === lastModified;
}
