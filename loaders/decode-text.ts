import { isUtf8 } from "node:buffer";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";

const mendOfCsv = "save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”, or choose the character set UTF-8)";

/**
 * Decodes a file as UTF-8. A byte order mark and CRLF or CR line ends are tolerated, because spreadsheets write
 * them, and do not reach the text: it has no mark and ends its lines with LF.
 * @param bytes the file
 * @param table name for the problems
 * @param mend what to do about it; default: how a spreadsheet saves UTF-8
 * @returns the text, or a problem for each line that is not UTF-8 (one for the whole file if it is UTF-16)
 */
export function decodeText(
  bytes: Uint8Array,
  table: string,
  mend = mendOfCsv,
): { text?: string; problems: EvidenceFault[] } {
  const problem = (row: number | null, value: string | null, rule: string): EvidenceFault =>
    evidenceFault({ table, row, value }, rule, mend);
  // In UTF-16 every plain letter brings a zero byte. A stray one is found in its cell.
  if (
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    manyZeros(bytes)
  )
    return { problems: [problem(null, null, "must be UTF-8, and looks like UTF-16 or no text at all")] };
  if (isUtf8(bytes)) {
    const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
    return { text, problems: [] };
  }
  return {
    problems: linesThatAreNotUtf8(bytes).map(({ row, offset, shown }) =>
      problem(row, shown, `must be UTF-8, and byte ${offset} of the file is not (it may be Latin-1)`),
    ),
  };
}

/** Whether one byte in eight or more is zero. */
function manyZeros(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros++;
  return zeros * 8 >= bytes.length && zeros > 0;
}

/** Each bad line with its first bad byte, counted from 0 in the file, and what it says if read as Latin-1. */
function linesThatAreNotUtf8(bytes: Uint8Array): { row: number; offset: number; shown: string }[] {
  const found: { row: number; offset: number; shown: string }[] = [];
  for (let start = 0, row = 1; start < bytes.length; row++) {
    // No byte of a longer UTF-8 letter equals LF, so lines can be cut before decoding.
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    if (!isUtf8(line))
      found.push({
        row,
        offset: start + firstBadByte(line),
        shown: new TextDecoder("windows-1252").decode(line).trimEnd(),
      });
    start = end + 1;
  }
  return found;
}

/** Index of the first byte at which no well-formed letter starts. */
function firstBadByte(line: Uint8Array): number {
  let at = 0;
  while (at < line.length) {
    const byte = line[at]!;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (!isUtf8(line.subarray(at, at + length))) break;
    at += length;
  }
  return at;
}
