import { describe, expect, it } from "vitest";
import { readDelimited } from "../../../src/own-data/read/read-delimited.js";
import { readOwnTable, type OwnTable } from "../../../src/own-data/read/read-table.js";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) => {
  const file = readDelimited(typeof text === "string" ? utf8(text) : text);
  return { ...file, table: readOwnTable(file.grid) };
};
const names = ({ columns }: OwnTable) => columns.map(({ name }) => name);
const kinds = ({ columns }: OwnTable) => columns.map(({ type }) => type.kind);
const bodyOf = ({ grid, layout, columns }: OwnTable) =>
  Array.from({ length: layout.end - layout.first }, (_, i) =>
    columns.map(({ at }) => grid.row(layout.first + i)[at] ?? ""),
  );
const asideOf = ({ layout: { aside }, grid }: OwnTable) =>
  [...aside].map(([row, what]) => `${grid.placeOf(row)} ${what}`);

describe("files of public reports", () => {
  it("one stray separator makes no second column (A1)", () => {
    const { table, dialect } = read("c0\nv0\na;b\n");
    expect(dialect).toMatchObject({ separator: "", ground: { kind: "one column" } });
    expect([names(table), table.rows, bodyOf(table)]).toEqual([["c0"], 2, [["v0"], ["a;b"]]]);
  });

  it("the whole file decides what a column is (A2)", () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => `${10_000 + i},x${i}`);
    const { table } = read(`code,name\n${rows.join("\n")}\n00501,y\n`);
    expect(kinds(table)).toEqual(["text", "text"]);
    expect(bodyOf(table).at(-1)).toEqual(["00501", "y"]);
  });

  it("NO and F stay text, and yes or no is offered where the column has both (A3)", () => {
    expect(kinds(read("iso2,v\nNO,1\nNO,2\n").table)[0]).toBe("text");
    expect(kinds(read("sex,v\nF,1\nF,2\n").table)[0]).toBe("text");
    const [active] = read("active,v\nja,1\nnee,2\nja,3\n").table.columns;
    expect([active!.type.kind, active!.truth]).toEqual(["text", { yes: "ja", no: "nee" }]);
  });

  it("days that fit two orders are asked for, each column by itself (A4)", () => {
    const open = (text: string) => read(text).table.columns[0]!.type;
    expect(open("d,v\n03/04/2023,1\n05/06/2023,2\n")).toEqual({
      kind: "date",
      order: "day first",
      isOpen: true,
    });
    expect(open("d,v\n03/04/2023,1\n25/06/2023,2\n")).toEqual({
      kind: "date",
      order: "day first",
      isOpen: false,
    });
    expect(open("d,v\n03/04/2023,1\n05/26/2023,2\n")).toMatchObject({ order: "month first", isOpen: false });
    expect(open("d,v\n03.04.2023,1\n05.06.2023,2\n")).toMatchObject({ order: "day first", isOpen: false });
  });

  it("one mark before three digits is asked for, and more points are no number (A6)", () => {
    const [, pop] = read("city;pop\nBerlin;755.251\nHamburg;892.122\n").table.columns;
    expect(pop!.type).toMatchObject({ kind: "number", marks: { isOpen: true } });
    const [, sure] = read("city;pop\nBerlin;1.755.251\nHamburg;892.122\n").table.columns;
    expect(sure!.type).toMatchObject({
      marks: { decimal: ",", thousands: ".", isOpen: false },
    });
    expect(kinds(read("host;n\n10.0.0.1;1\n10.0.0.2;2\n").table)).toEqual(["text", "number"]);
  });

  it("a foot line in an old encoding is a note (A7)", () => {
    const text = "data;kurs\n20240102;4,3434\n20240103;4,3519\n\nopis;";
    const latin2 = new Uint8Array([...utf8(text), 0xb6, ...utf8("redni kurs\n")]);
    const { table, encoding } = read(latin2);
    expect(encoding).toEqual({ id: "iso-8859-2", ground: "letters" });
    expect(table.columns.map(({ type }) => type)).toMatchObject([
      { kind: "date" },
      { kind: "number", marks: { decimal: ",", isOpen: false } },
    ]);
    expect([table.rows, asideOf(table)]).toEqual([2, ["5 note", "4 blank"]]);
    expect(table.grid.row(4)).toEqual(["opis", "średni kurs"]);
  });

  it("a source below a blank line is a note; a short row stays, and is named (A8)", () => {
    const noted = read("city,n\nLisbon,1\nPorto,2\n\nSource: INE\n").table;
    expect([noted.rows, asideOf(noted)]).toEqual([2, ["5 note", "4 blank"]]);
    const short = read("a,b,c\n1,2,3\n4,5\n6,7,8\n").table;
    expect([short.rows, short.ragged]).toEqual([3, [{ row: 2, cells: 2 }]]);
    expect(short.grid.placeOf(2)).toBe(3);
  });

  it("years can be a head, and a declared separator is obeyed (A9)", () => {
    expect(names(read("country,2019,2020\nPT,1,2\n").table)).toEqual(["country", "2019", "2020"]);
    const { dialect, table } = read("sep=;\ncity;n\nLisbon;1\n");
    expect([dialect.ground, names(table), bodyOf(table)]).toEqual([
      { kind: "declared" },
      ["city", "n"],
      [["Lisbon", "1"]],
    ]);
    expect(table.grid.placeOf(1)).toBe(3);
  });

  it("a sign among thirty thousand numbers is one sign, with its row (A10)", () => {
    const { table } = read(`n\n${Array.from({ length: 30_000 }, (_, i) => i + 1).join("\n")}\nn/a\n`);
    const [column] = table.columns;
    expect(column!.type.kind).toBe("number");
    expect([...column!.profile.signs]).toEqual([
      ["n/a", { sign: { kind: "missing" }, count: 1, first: 30_001 }],
    ]);
    expect(table.rows).toBe(30_001);
  });

  it("digits that no number holds stay text (A11)", () => {
    const { table } = read("id\n12345678901234567890\n12345678901234567891\n");
    expect([kinds(table), bodyOf(table)]).toEqual([
      ["text"],
      [["12345678901234567890"], ["12345678901234567891"]],
    ]);
  });

  it("two rows of a head are one (A17)", () => {
    const { table } = read(
      "City,2023,,2024,\n,persons,share,persons,share\nLisbon,10,1.5,12,1.7\nPorto,8,1.25,9,1.3\n",
    );
    expect(names(table)).toEqual(["City", "2023 persons", "2023 share", "2024 persons", "2024 share"]);
    expect(table.rows).toBe(2);
  });

  it("repeated names get a number, and a text without a head has letters", () => {
    expect(names(read("a,a,a_1\n1,2,3\n").table)).toEqual(["a", "a (2)", "a_1"]);
    const { table } = read("Lisbon,Language course\nLisbon,Housing desk\nPorto,Football\n");
    expect([names(table), table.rows]).toEqual([["Column A", "Column B"], 3]);
  });

  it("titles stand above, and totals below", () => {
    const { table } = read(
      'Programma\'s integratie 2024,,\n,,\nProgramma,Domein,Budget\nTaalcafé,sociaal,"12.500,50"\nJobmaatje,economisch,"8.000,00"\nTotaal,,"20.500,50"\n* voorlopige cijfers,,\n',
    );
    expect(names(table)).toEqual(["Programma", "Domein", "Budget"]);
    expect(asideOf(table)).toEqual(["1 title", "2 blank", "7 note", "6 total"]);
    expect([table.rows, kinds(table)]).toEqual([2, ["text", "text", "number"]]);
  });

  it("mixed line ends, quotes with line ends, NUL and marks of the beginning keep every row", () => {
    const { table } = read('\ufeffa,b\r\n1,"x\r\ny"\n2,z\r3,\u0000q\r\n');
    expect([names(table), bodyOf(table)]).toEqual([
      ["a", "b"],
      [
        ["1", "x\ny"],
        ["2", "z"],
        ["3", "\u0000q"],
      ],
    ]);
    expect([1, 2, 3].map((row) => table.grid.placeOf(row))).toEqual([2, 4, 5]);
  });
});
