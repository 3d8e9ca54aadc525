/** Marks of the parts of an archive's directory. */
const [entryMark, endMark] = [0x02014b50, 0x06054b50];
/** The end of a directory may have a remark behind it, of so many bytes at most. */
const longestEnd = 22 + 0xffff;

/**
 * The sums (CRC-32) of an archive's files as its directory says them, in its order; none of an archive whose directory is
 * of the form for more than 4 GB.
 */
export function sumsOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const last = Math.max(0, bytes.length - longestEnd);
  while (end >= last && view.getUint32(end, true) !== endMark) end--;
  if (end < last) return [];
  const sums: number[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === entryMark) {
    sums.push(view.getUint32(at + 16, true));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

let table: Uint32Array | undefined;

/** The sum of bytes by CRC-32, as archives keep it. */
export function sumOf(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum;
  });
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) sum = (sum >>> 8) ^ table[(sum ^ bytes[at]!) & 0xff]!;
  return (sum ^ 0xffffffff) >>> 0;
}
