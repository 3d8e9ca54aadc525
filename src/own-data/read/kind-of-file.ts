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
  ["database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

/** What a file is. What has no mark of another kind is a text. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked[0];
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 2048))
    .replace(/^\ufeff/, "")
    .trimStart();
  if (/^<(!doctype html|html|head|body|table|\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head))
    return "web page";
  if (/^<svg|^<\?xml[^>]*>\s*<svg/i.test(head)) return "picture";
  return isJson(head, bytes) ? "json" : "text";
}

/** A list or record from the first sign to the last; or a record at the beginning, cut off or one a line. */
function isJson(head: string, bytes: Uint8Array): boolean {
  if (/^\[\s*[[{]/.test(head) || /^\{\s*("|\})/.test(head)) return true;
  const tail = new TextDecoder().decode(bytes.subarray(-64)).trimEnd();
  return head.startsWith("[") && tail.endsWith("]") && !/\]\s*[,;\t|\n]/.test(head);
}
