import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countList } from "../../../src/own-data/map/count-list.js";
import { matchColumns } from "../../../src/own-data/map/match-columns.js";
import { matchValue, plain } from "../../../src/own-data/map/match-values.js";
import { accountOf, placeRows } from "../../../src/own-data/map/place-rows.js";
import { emptyRecipe, readRecipe, writeRecipe, type Recipe } from "../../../src/own-data/map/recipe.js";
import { readDelimited } from "../../../src/own-data/read/read-delimited.js";
import { readOwnTable, type OwnTable } from "../../../src/own-data/read/read-table.js";

const tableOf = (text: string): OwnTable => readOwnTable(readDelimited(new TextEncoder().encode(text)).grid);
/** A recipe with the columns that are found, and nothing decided of values. */
const found = (table: OwnTable, values: Partial<Recipe["values"]> = {}): Recipe => ({
  ...emptyRecipe,
  columns: Object.fromEntries(
    matchColumns(table.columns).map(({ field, column }) => [field, table.columns[column]!.name]),
  ),
  values: { ...emptyRecipe.values, ...values },
});

/** A list as an office has it, which is made up. */
const dutch = `Overzicht programma's 2024;;;;
;;;;
Naam programma;Domein;Trekker;Soort organisatie;Budget
Taalcafé;sociaal;Bibliotheek;gemeente;12.500,50
Jobmaatje;economisch;Stichting A;stichting;8.000,00
Wereldkeuken;cultureel;Vereniging B;vereniging;n.v.t.
Rechtswinkel;juridich;Stichting A;stichting;1.250,00
Wijkraad;;Gemeente;gemeente;500,00
Diversen;overig;Gemeente;gemeente;100,00
Totaal;;;;22.350,50
`;

describe("a list of initiatives", () => {
  it("finds its columns by the names that offices give them, with the reason", () => {
    const table = tableOf(dutch);
    expect(matchColumns(table.columns)).toEqual([
      { field: "name", column: 0, ground: { kind: "name", name: "Naam programma" } },
      { field: "dimension", column: 1, ground: { kind: "name", name: "Domein" } },
      { field: "lead", column: 2, ground: { kind: "name", name: "Trekker" } },
      { field: "lead_sector", column: 3, ground: { kind: "name", name: "Soort organisatie" } },
      { field: "budget", column: 4, ground: { kind: "name", name: "Budget" } },
    ]);
    const german = tableOf("Projekt,Handlungsfeld,Träger,Beginn\nA,sozial,X,2019\nB,Recht,Y,2020\n");
    expect(matchColumns(german.columns).map(({ field }) => field)).toEqual([
      "name",
      "dimension",
      "lead",
      "start",
    ]);
    const byValues = tableOf("c1,c2\nA,social\nB,legal\nC,economic\n");
    expect(matchColumns(byValues.columns)).toEqual([
      { field: "dimension", column: 1, ground: { kind: "values", matched: 3, of: 3 } },
    ]);
  });

  it("puts every row in one place: counted, waiting with its cell, or left out", () => {
    const table = tableOf(dutch);
    const placed = placeRows(table, found(table));
    expect(
      placed.initiatives.map(({ name, dimension, budget, leadSector }) => [
        name,
        dimension,
        budget,
        leadSector,
      ]),
    ).toEqual([
      ["Taalcafé", "social", 12_500.5, "public"],
      ["Jobmaatje", "economic", 8000, "third"],
    ]);
    expect(
      placed.waiting.flat().map(({ field, value, rule, guess }) => [field, value, rule.kind, guess]),
    ).toEqual([
      ["budget", "n.v.t.", "sign", null],
      ["dimension", "juridich", "unknown word", "legal"],
      ["dimension", "", "missing", null],
      ["dimension", "overig", "unknown word", null],
    ]);
    expect(accountOf(table, placed)).toEqual({ rows: 6, placed: 2, waiting: 4, leftOut: 0 });
  });

  it("applies what was decided once, to the next file as well", () => {
    const decided = { dimension: { juridich: "legal", overig: "left out" } } as const;
    const table = tableOf(dutch);
    const placed = placeRows(table, found(table, decided), new Set([7]));
    expect(placed.initiatives.map(({ name }) => name)).toEqual(["Taalcafé", "Jobmaatje", "Rechtswinkel"]);
    expect(accountOf(table, placed)).toEqual({ rows: 6, placed: 3, waiting: 1, leftOut: 2 });
    const counts = countList(placed.initiatives);
    expect(counts.initiatives.legal).toEqual({ count: 1, rows: [6] });
    expect(counts.initiatives.political.count).toBe(0);
    // Nothing is said of partnerships: not known, and not none.
    expect(counts.partnerships).toBeNull();
    const recipe = found(table, decided);
    expect(readRecipe(writeRecipe(recipe))).toEqual(recipe);
    expect(writeRecipe(readRecipe(writeRecipe(recipe))!)).toBe(writeRecipe(recipe));
    for (const broken of ["", "{}", '{"version":2}', writeRecipe(recipe).replace('"legal"', '"illegal"')])
      expect(readRecipe(broken)).toBeNull();
  });

  it("lets no cell pass that it cannot read, nor a number whose marks nobody has said", () => {
    const table = tableOf("Name;Dimension;Budget\nA;social;12.500\nB;legal;8.000\n");
    const { initiatives, waiting } = placeRows(table, found(table));
    expect(initiatives).toEqual([]);
    expect(waiting.flat().map(({ field, value, rule }) => [field, value, rule.kind])).toEqual([
      ["budget", "12.500", "open"],
      ["budget", "8.000", "open"],
    ]);
    const short = tableOf("Name,Dimension,Budget\nA,social,1.5\nB,legal\nC,legal,2.5\n");
    expect(placeRows(short, found(short)).waiting).toMatchObject([
      [{ row: 2, rule: { kind: "cells", cells: 2, of: 3 } }],
    ]);
  });

  it("lets none of many short rows pass", () => {
    const rows = Array.from({ length: 1200 }, (_, i) => (i % 12 === 0 ? `A${i},social,1` : `A${i},social`));
    const table = tableOf(
      `Name,Dimension,Budget\n${rows.join("\n")}\nlast,legal,2\n${"x,legal,3\n".repeat(1300)}`,
    );
    const placed = placeRows(table, found(table));
    expect(accountOf(table, placed)).toEqual({ rows: 2501, placed: 1401, waiting: 1100, leftOut: 0 });
  });

  it("keeps its account whatever the file holds", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "social",
        "sociaal",
        "juridich",
        "",
        "-",
        "n/a",
        "<5",
        "12,5",
        "1.250",
        "x",
        "Totaal",
        "2019",
      ),
      fc.string({ unit: fc.constantFrom("a", " ", "é", "(", "1", "‏"), maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(14), { maxLength: 3 }),
        (rows, out) => {
          const table = tableOf(`Name;Dimension;Budget\n${rows.map((row) => row.join(";")).join("\n")}\n`);
          const account = accountOf(table, placeRows(table, found(table), new Set(out)));
          expect(account.placed + account.waiting + account.leftOut).toBe(account.rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("matchValue(field, value)", () => {
  it("knows words of seven languages, and tells a slip from a word", () => {
    for (const [word, code] of [
      ["Sociaal", "social"],
      ["WIRTSCHAFT", "economic"],
      ["économique", "economic"],
      ["giuridico", "legal"],
      ["Política", "political"],
      ["cultural", "cultural"],
    ] as const)
      expect(matchValue("dimension", word)).toEqual({ code, ground: "word" });
    for (const [slip, code] of [
      ["socail", "social"],
      ["ecconomic", "economic"],
      ["culturel ", "cultural"],
      ["politcal", "political"],
      ["leagal", "legal"],
    ] as const)
      expect(matchValue("dimension", slip)?.code).toBe(code);
    expect(matchValue("dimension", "housing")).toBeNull();
    expect(matchValue("partnership_type", "Publiek – privaat")).toEqual({
      code: "public-private",
      ground: "word",
    });
    expect(plain("  Straße (neu) ")).toBe("strasse neu");
  });
});
