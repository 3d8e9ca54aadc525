import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { guessEncoding } from "../../../src/own-data/read/guess-encoding.js";
import { readDelimited } from "../../../src/own-data/read/read-delimited.js";
import { readOwnTable } from "../../../src/own-data/read/read-table.js";
import { readValue } from "../../../src/own-data/read/read-value.js";
import { separators } from "../../../src/own-data/read/guess-dialect.js";
import { delimitedGrid } from "../../../src/own-data/read/delimited-grid.js";
import { bytesOfLetters, oneByte, utf16, utf8 } from "../corpus/bytes.js";
import { accountOf } from "../corpus/describe-reading.js";

const lineEnds = ["\n", "\r\n", "\r"] as const;
const oneByteNames = ["windows-1252", "windows-1250", "iso-8859-2", "macintosh"];
const encoders: Record<string, (text: string) => Uint8Array> = {
  "utf-8": utf8,
  "utf-16le": (text) => utf16(text, "le"),
  "utf-16be": (text) => utf16(text, "be"),
  ...Object.fromEntries(oneByteNames.map((id) => [id, (text: string) => oneByte(text, id)])),
};

/** Letters that an encoding can hold: those of the offices, separators, quotes, line ends, spaces. */
function letters(id: string): fc.Arbitrary<string> {
  const known = bytesOfLetters(id);
  const odd = ["a", "b", "Z", "0", "7", ",", ";", "|", "\t", "'", '"', "\n", " ", ".", "-", "=", "<"];
  const wide = [..."éñçßøœłżŚČőæ–€’"].filter((letter) => !oneByteNames.includes(id) || known.has(letter));
  return fc.constantFrom(...odd, ...wide);
}

const tableOf = (id: string) =>
  fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.array(
      fc.array(fc.string({ unit: letters(id), maxLength: 8 }), { minLength: width, maxLength: width }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  );

const written = fc.constantFrom(...Object.keys(encoders)).chain((encoding) =>
  fc.record({
    encoding: fc.constant(encoding),
    separator: fc.constantFrom(...separators),
    quote: fc.constantFrom('"' as const, "'" as const),
    newline: fc.constantFrom(...lineEnds),
    hasEnd: fc.boolean(),
    rows: tableOf(encoding),
  }),
);

describe("text files in any form", () => {
  it("give back exactly the cells that were written, and the place of each", () => {
    fc.assert(
      fc.property(written, ({ encoding, separator, quote, newline, hasEnd, rows }) => {
        // A cell's own line ends are those of its file.
        const cells = rows.map((row) => row.map((cell) => cell.replaceAll("\n", newline)));
        const text = Papa.unparse(cells, { delimiter: separator, quoteChar: quote, newline, quotes: true });
        const bytes = encoders[encoding]!(text + (hasEnd ? newline : ""));
        const { grid } = readDelimited(bytes, { encoding, separator });
        const again = delimitedGrid(new TextDecoder().decode(utf8(text)), { separator, quote });
        const rowsOf = (read: typeof grid) =>
          Array.from({ length: read.height }, (_, at) => [...read.row(at)]);
        expect(rowsOf(again)).toEqual(rows);
        if (quote === '"') expect(rowsOf(grid)).toEqual(rows);
        const places = rows.map((_, at) => 1 + rows.slice(0, at).flat().join("").split("\n").length - 1 + at);
        expect(rows.map((_, at) => again.placeOf(at))).toEqual(places);
      }),
      { numRuns: 400 },
    );
  });

  it("are parted by the separator that parts all of their lines, in the encoding that they are in", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefgéñçßø"), minLength: 2, maxLength: 6 });
    const rows = fc.array(fc.tuple(word, word, word), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...separators),
        fc.constantFrom(...lineEnds),
        (cells, separator, newline) => {
          const text = cells.map((row) => row.join(separator)).join(newline);
          const { grid, dialect, encoding } = readDelimited(utf8(text));
          expect([dialect.separator, encoding.id]).toEqual([separator, "utf-8"]);
          expect(cells.map((_, at) => grid.row(at))).toEqual(cells);
          expect(guessEncoding(utf16(`\ufeff${text}`, "be"))).toEqual({ id: "utf-16be", ground: "mark" });
        },
      ),
    );
  });

  it("have each of their rows in one place: head, set aside, blank or table", () => {
    const cell = fc.constantFrom(
      "",
      " ",
      "Lisbon",
      "12",
      "1,5",
      "n/a",
      "Total",
      "Source: x",
      "2023",
      '"',
      '"a',
      "b;c",
    );
    const lines = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 14 });
    fc.assert(
      fc.property(lines, fc.constantFrom(";", ","), (rows, separator) => {
        const text = rows.map((row) => row.join(separator)).join("\n");
        const { grid } = readDelimited(utf8(text), { separator: separator });
        const { height, head, aside, blank, rows: own } = accountOf(grid, readOwnTable(grid));
        expect(head + aside + blank + own).toBe(height);
        const inCells = Array.from(
          { length: height },
          (_, at) => grid.row(at).join("").split("\n").length - 1,
        );
        const isEnded = text === "" || text.endsWith("\n");
        expect(height + inCells.reduce((sum, one) => sum + one, 0)).toBe(
          text.split("\n").length - (isEnded ? 1 : 0),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("numbers with any marks", () => {
  const marks = fc.constantFrom<[string, "." | ","]>(
    ["", "."],
    ["", ","],
    [",", "."],
    [".", ","],
    [" ", ","],
    ["\u00a0", "."],
    ["\u202f", ","],
    ["'", "."],
    ["’", "."],
  );
  const around = fc.constantFrom<[string, string]>(
    ["", ""],
    ["€", ""],
    ["€ ", ""],
    ["", " €"],
    ["EUR ", ""],
    ["", " kr"],
  );
  const minus = fc.constantFrom("", "-", "\u2212", "–");
  const grouped = (digits: string, mark: string) => digits.replace(/\B(?=(?:\d{3})+$)/g, mark);

  // Columns of one size of number: those of four to six digits are the ones that a mark leaves open.
  const column = fc.constantFrom(999, 99_999, 999_999, 999_999_999).chain((max) =>
    fc.record({
      form: fc.tuple(marks, around),
      values: fc.array(
        fc.record({
          minus,
          whole: fc.oneof(fc.integer({ min: 0, max }), fc.integer({ min: Math.floor(max / 10), max })),
          cents: fc.constantFrom("", "5", "25", "125"),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );

  it("come back as themselves, as a fault, or with a question: never as another number", () => {
    fc.assert(
      fc.property(column, ({ form: [[mark, decimal], [ahead, behind]], values }) => {
        const texts = values.map(
          ({ minus, whole, cents }) =>
            `${minus}${ahead}${grouped(String(whole), mark)}${cents && decimal + cents}${behind}`,
        );
        const { grid } = readDelimited(utf8(`n\n${texts.join("\n")}\n`), { separator: "\t" });
        const [own] = readOwnTable(grid, [0]).columns;
        const { type } = own!;
        const isAsked = type.kind === "number" && type.marks.isOpen;
        values.forEach(({ minus, whole, cents }, at) => {
          const value = Number(`${minus && "-"}${whole}${cents && `.${cents}`}`);
          const read = readValue(texts[at]!, type);
          const isRight =
            read.kind === "fault" ||
            (read.kind === "value" && (read.value === value || read.value === texts[at] || isAsked));
          expect([texts[at], type, read, isRight]).toEqual([texts[at], type, read, true]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("that are written one way through a column are read, all of them", () => {
    const whole = fc.array(fc.integer({ min: 1_000_000, max: 999_999_999 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(whole, marks, (numbers, [mark]) => {
        const texts = numbers.map((number) => grouped(String(number), mark));
        const { grid } = readDelimited(utf8(`n\n${texts.join("\n")}\n`), { separator: "\t" });
        const { type } = readOwnTable(grid, [0]).columns[0]!;
        expect(texts.map((text) => readValue(text, type))).toEqual(
          numbers.map((value) => ({ kind: "value", value })),
        );
      }),
    );
  });
});
