import { decodeAs } from "./decode-as.js";
import { guessEncoding } from "./guess-encoding.js";

/** What a file is by its first bytes; its name says nothing that counts. */
export type FileKind =
  | "text"
  | "json"
  | "archive"
  | "parquet"
  | "arrow"
  | "old workbook"
  | "picture"
  | "pdf"
  | "web page"
  | "database"
  | "word"
  | "unknown"
  | "empty";

const marks: readonly (readonly [FileKind, readonly number[]])[] = [
  ["archive", [0x50, 0x4b, 0x03, 0x04]],
  ["archive", [0x50, 0x4b, 0x05, 0x06]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["arrow", [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ["arrow", [0xff, 0xff, 0xff, 0xff]],
  ["old workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
  ["picture", [0x49, 0x49, 0x2a, 0x00]],
  ["picture", [0x4d, 0x4d, 0x00, 0x2a]],
  ["picture", [0x52, 0x49, 0x46, 0x46]],
  ["word", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["unknown", [0x1f, 0x8b]],
  ["unknown", [0x37, 0x7a, 0xbc, 0xaf]],
  ["unknown", [0x52, 0x61, 0x72, 0x21]],
  ["database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

/** Bytes from the first that are looked at. */
const headBytes = 4096;

/** What a file is. What has no mark of another kind is a text. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked[0];
  const { id, ground } = guessEncoding(bytes.subarray(0, headBytes));
  if (ground === "letters" && isNoText(bytes)) return "unknown";
  if (ground === "valid" && isNoText(bytes)) return isNewPicture(bytes) ? "picture" : "unknown";
  const head = withoutComments(decodeAs(bytes.subarray(0, headBytes), id));
  if (/^<(!doctype html|html|head|body|table|\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head))
    return "web page";
  if (/^<svg|^<\?xml[^>]*>\s*<svg/i.test(head)) return "picture";
  if (/^<\?xml/i.test(head)) return head.includes("Excel.Sheet") ? "old workbook" : "unknown";
  const tail = () => decodeAs(bytes.subarray(-128), id).trimEnd();
  return isJson(head, tail) ? "json" : "text";
}

/** Controls that no program writes into a text: a few slip in, many are bytes of something else. */
function isNoText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, headBytes);
  const controls = head.reduce((sum, byte) => sum + (byte < 0x20 && (byte < 9 || byte > 13) ? 1 : 0), 0);
  return controls > 7 && controls * 20 > head.length;
}

/** Pictures of telephones say their kind behind their length. */
const isNewPicture = (bytes: Uint8Array) =>
  /^ftyp(?:hei|avi|mif)/.test(new TextDecoder().decode(bytes.subarray(4, 12)));

/** Browsers put a comment before a page that they save. */
function withoutComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith("<!--") && rest.includes("-->"))
    rest = rest.slice(rest.indexOf("-->") + 3).trimStart();
  return rest;
}

/** A list or record from the first sign to the last; or a record at the beginning, cut off or one a line. */
function isJson(head: string, tail: () => string): boolean {
  if (/^\[\s*[[{]/.test(head) || /^\{\s*("|\})/.test(head)) return true;
  return head.startsWith("[") && tail().endsWith("]") && !/\]\s*[,;\t|\n]/.test(head);
}
