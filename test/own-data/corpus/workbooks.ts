import { unzipSync, zipSync } from "fflate";
import { writeOds } from "hucre/ods";
import { writeXlsx, type Cell, type CellValue, type WriteOptions } from "hucre/xlsx";
import type { Makers } from "./bytes.js";

type Rows = CellValue[][];
type More = Partial<WriteOptions["sheets"][number]>;

const sheet = (rows: Rows, more: More = {}) => ({ name: "Data", rows, ...more });
const book = (rows: Rows, more: More = {}, options: Partial<WriteOptions> = {}) =>
  writeXlsx({ sheets: [sheet(rows, more)], ...options });
const cells = (all: Record<string, Partial<Cell>>) => new Map(Object.entries(all));
const numbers = (format: string, ...all: number[]): Record<string, Partial<Cell>> =>
  Object.fromEntries(
    all.map((value, at) => [`${at + 1},1`, { value, type: "number" as const, style: { numFmt: format } }]),
  );
const programmes: Rows = [
  ["city", "persons", "start"],
  ["Lisbon", 120, new Date(Date.UTC(2024, 0, 1))],
  ["Porto", 80, new Date(Date.UTC(2023, 11, 31))],
];
const twoCities: Rows = [
  ["city", "value"],
  ["Lisbon", null],
  ["Porto", null],
];

/** A workbook with the text of one of its files replaced. */
async function patched(
  made: Promise<Uint8Array>,
  path: string,
  change: (xml: string) => string,
): Promise<Uint8Array> {
  const files = unzipSync(await made);
  const xml = new TextDecoder().decode(files[path]);
  const after = change(xml);
  if (after === xml) throw new Error(`nothing to change in ${path}`);
  return zipSync({ ...files, [path]: new TextEncoder().encode(after) });
}
const firstSheet = "xl/worksheets/sheet1.xml";

/** Rows of a sheet as its XML has them. */
const xmlRows = (made: Promise<Uint8Array>, rows: string) =>
  patched(made, firstSheet, (xml) =>
    xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`),
  );

/** Workbooks. */
export const workbooks: Makers = {
  "xlsx plain": () => book(programmes),
  "xlsx from 1904": () => book(programmes, {}, { dateSystem: "1904" }),
  ods: () => writeOds({ sheets: [sheet(programmes)] }),
  "xlsx hidden sheet first": () =>
    writeXlsx({
      sheets: [
        { name: "Lists", rows: [["a"]], hidden: true },
        { name: "Deep", rows: [["b"]], veryHidden: true },
        { name: "Data", rows: programmes },
      ],
    }),
  "xlsx hidden rows and columns": () =>
    book(programmes, { columns: [{}, { hidden: true }, {}], rowDefs: new Map([[2, { hidden: true }]]) }),
  "xlsx empty sheet": () => writeXlsx({ sheets: [{ name: "Empty", rows: [] }, sheet(programmes)] }),
  "xlsx merged head": () =>
    book(
      [
        ["Programmes for arrivals", null, null, null, null],
        ["City", 2023, null, 2024, null],
        [null, "persons", "share", "persons", "share"],
        ["Lisbon", 10, 0.5, 12, 0.6],
        ["Porto", 8, 0.25, 9, 0.3],
      ],
      {
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
          { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
          { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
          { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
        ],
      },
    ),
  "xlsx merged down": () =>
    book(
      [
        ["country", "city", "n"],
        ["Portugal", "Lisbon", 1],
        [null, "Porto", 2],
        ["Belgium", "Ghent", 3],
      ],
      { merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }] },
    ),
  "xlsx begins at c5": () =>
    book([[], [], [], [], [null, null, "city", "n"], [null, null, "Lisbon", 1], [null, null, "Porto", 2]]),
  "xlsx errors": () =>
    book(twoCities, { cells: cells({ "1,1": { value: "#DIV/0!", type: "error" }, "2,1": { value: 3 } }) }),
  "xlsx formulas with result": () =>
    book(twoCities, {
      cells: cells({
        "1,1": { value: 3, type: "formula", formula: "1+2", formulaResult: 3 },
        "2,1": { value: 4, type: "formula", formula: "2+2", formulaResult: 4 },
      }),
    }),
  "xlsx formulas without result": () =>
    xmlRows(
      book(twoCities),
      '<row r="1"><c r="A1" t="inlineStr"><is><t>city</t></is></c><c r="B1" t="inlineStr"><is><t>n</t></is></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Lisbon</t></is></c><c r="B2"><f>1+2</f></c></row>' +
        '<row r="3"><c r="A3" t="inlineStr"><is><t>Porto</t></is></c><c r="B3"><f>[1]Other!A1</f><v>7</v></c></row>',
    ),
  "xlsx percent": () => book(twoCities, { cells: cells(numbers("0.0%", 0.125, 0.07)) }),
  "xlsx codes by format": () => book(twoCities, { cells: cells(numbers("00000", 1220, 501)) }),
  "xlsx money by format": () => book(twoCities, { cells: cells(numbers('#,##0.00 "€"', 1200.5, 900)) }),
  "xlsx years as numbers": () =>
    book([
      ["year", "n"],
      [2019, 1],
      [2020, 2],
      [2021, 3],
    ]),
  "xlsx numbers as text": () =>
    book([
      ["city", "n"],
      ["Lisbon", "1.234,5"],
      ["Porto", "12,5"],
      ["Ghent", 3.5],
    ]),
  "xlsx long numbers": () => book([["id"], [123456789012345680000], [0.1 + 0.2], [1e-7], [1.5e300]]),
  "xlsx codes with zeros as text": () => book([["code"], ["00501"], ["01220"]]),
  "xlsx truths": () =>
    book([
      ["city", "active"],
      ["Lisbon", true],
      ["Porto", false],
    ]),
  "xlsx days before 1900": () =>
    book([["day"], [new Date(Date.UTC(1900, 0, 1))], [new Date(Date.UTC(1900, 2, 1))]]),
  "xlsx times": () =>
    book([
      ["at", "n"],
      [new Date(Date.UTC(2024, 0, 1, 10, 30)), 1],
      [new Date(Date.UTC(2024, 0, 2)), 2],
    ]),
  "xlsx days as text among days": () =>
    book([["day"], [new Date(Date.UTC(2024, 0, 1))], ["02/01/2024"], ["03/01/2024"]]),
  "xlsx total and source": () => book([...programmes, ["Total", 200, null], [], ["Source: city office"]]),
  "xlsx line ends in cells": () =>
    book([
      ["city\n(office)", "n"],
      ["Lisbon\nNorth", 1],
      ["Porto", 2],
    ]),
  "xlsx rich and odd letters": () =>
    book([
      ["city", "n"],
      ["São 🏙️ <b>", 1],
      ["_x000D_ & co", 2],
    ]),
  "xlsx with macros": () => book(programmes, {}, { vbaProject: Uint8Array.of(1, 2, 3) }),
  "xlsx with password": () => book(programmes, {}, { encryption: { password: "x", spinCount: 1000 } }),
  "xlsx cut off": async () => (await book(programmes)).slice(0, 900),
  "xlsx damaged sheet": () => patched(book(programmes), firstSheet, (xml) => xml.slice(0, xml.length / 2)),
  "xlsx without its sheet": async () => {
    const files = unzipSync(await book(programmes));
    return zipSync(Object.fromEntries(Object.entries(files).filter(([name]) => name !== firstSheet)));
  },
  "xlsx a cell in the far corner": () =>
    patched(book(programmes), firstSheet, (xml) =>
      xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
  "xlsx cells beyond the last column": () =>
    patched(book(programmes), firstSheet, (xml) =>
      xml.replace("</sheetData>", '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row></sheetData>'),
    ),
  "xlsx a bomb": async () => {
    const files = unzipSync(await book(programmes));
    const bytes = zipSync(files).slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true);
    return bytes;
  },
};
