import { lines, utf8, type Makers } from "./bytes.js";

const bytes = (...all: number[]) => Uint8Array.from([...all, ...Array<number>(64).fill(1)]);

/** Files of other kinds, whatever their name says. */
export const notTables: Makers = {
  "picture png": () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  "picture jpeg": () => bytes(0xff, 0xd8, 0xff, 0xe0),
  "picture webp": () => utf8("RIFF\u0001\u0001\u0001\u0001WEBPVP8 "),
  "picture svg": () => utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
  "picture heic": () => utf8("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000"),
  pdf: () => utf8("%PDF-1.7\n1 0 obj\n"),
  database: () => utf8("SQLite format 3\u0000"),
  "web page as workbook": () =>
    utf8(lines("<html><head><meta charset=utf-8></head><body><table>", "<tr><td>city</td></tr></table>")),
  "web page with a comment": () =>
    utf8("<!-- saved from url=(0014)about:internet -->\n<html><body>x</body></html>"),
  "web page of a login": () => utf8("\n\n<!DOCTYPE HTML>\n<html lang=en><title>Sign in</title></html>"),
  "workbook of 2003 in xml": () =>
    utf8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x"></Workbook>'),
  "xml data": () => utf8('<?xml version="1.0" encoding="UTF-8"?>\n<rows><row city="Lisbon"/></rows>'),
  "old workbook": () => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  gzip: () => bytes(0x1f, 0x8b, 0x08, 0x00),
  "seven zip": () => bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
  rar: () => bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07),
  "rich text": () => utf8("{\\rtf1\\ansi city\\tab n\\par}"),
  "bytes of nothing": () => Uint8Array.from({ length: 4096 }, (_, at) => (at * 2654435761) >>> 13),
  "zeros alone": () => new Uint8Array(1024),
};
