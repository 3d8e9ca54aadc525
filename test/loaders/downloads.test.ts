import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openTables } from "../../loaders/database.js";
import { publishedPackage, tableFiles, toCsv, toParquet, toZip } from "../../loaders/downloads.js";
import { startsFormula } from "../../src/components/formula.js";
import { readTable } from "../../loaders/read-table.js";
import { dataVersion } from "../../loaders/version.js";
import {
  replacing,
  smallEvidence,
  smallResource,
  smallTable,
  tableOf,
} from "../support/evidence/small-evidence.js";

const texts = (...values: (string | null)[]) =>
  tableOf(
    "texts",
    [{ name: "text" }, { name: "other" }],
    values.map((text) => ({ text, other: "x" })),
  );

describe("toCsv(table)", () => {
  it("writes the header, LF, no byte order mark, and quotes only where they are needed", () => {
    expect(toCsv(texts("plain", 'a "b", c', "São", null))).toBe(
      'text,other\nplain,x\n"a ""b"", c",x\nSão,x\n,x\n',
    );
  });

  it("is read back as the same table", () => {
    const folder = smallEvidence({ "towns.csv": toCsv(smallTable("towns")) });
    const { table, problems } = readTable(folder, smallResource("towns"));
    expect(problems).toEqual([]);
    expect(table!.rows).toEqual(smallTable("towns").rows);
  });

  it("never starts a formula, in any cell, and changes no other text", () => {
    const starts = fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", "＝", '"=', ",=", "-1");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(starts, fc.string({ unit: "binary" })).map((parts) => parts.join(""))),
        (values) => {
          const csv = toCsv(texts(...values));
          const cells: string[][] = parse(csv, { from_line: 1, record_delimiter: "\n" });
          expect(cells.slice(1).map(([cell]) => cell)).toEqual(
            values.map((value) => (startsFormula(value) ? `'${value}` : value)),
          );
          for (const cell of cells.flat()) expect(/^[=+@\t\r\n]|^-(?!\d+(\.\d+)?$)/.test(cell)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("leaves negative numbers be, as numbers and as text", () => {
    const table = tableOf("n", [{ name: "n", type: "number" }, { name: "text" }], [{ n: -1.5, text: "-89" }]);
    expect(toCsv(table)).toBe("n,text\n-1.5,-89\n");
  });

  it("keeps names that look like HTML as text", () => {
    expect(toCsv(smallTable("towns"))).toContain("\ntagged,<img src=x onerror=alert(1)>,");
  });
});

describe("toParquet(tableName, db)", () => {
  it("is read by DuckDB with the same types and rows, and is the same every time", async () => {
    const folder = smallEvidence();
    const db = await openTables(folder);
    const bytes = await toParquet("towns", db);
    expect(await toParquet("towns", db)).toEqual(bytes);
    const file = join(folder, "towns.parquet");
    writeFileSync(file, bytes);

    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(`from '${file}'`);
    expect(reader.getRowObjectsJS()).toEqual(await db.query("from towns"));
    expect(reader.columnTypes().map(String)).toEqual(
      "VARCHAR VARCHAR VARCHAR INTEGER DOUBLE BOOLEAN VARCHAR VARCHAR VARCHAR VARCHAR".split(" "),
    );
    connection.closeSync();
    instance.closeSync();
    await db.close();
  });

  it("throws for a table that is not there, whatever its name", async () => {
    const db = await openTables(new Map());
    await expect(toParquet('x"; drop table y; --', db)).rejects.toThrow(/does not exist/);
    await db.close();
  });
});

describe("tableFiles(folder)", () => {
  it("holds every table as CSV and as Parquet, and is the same every time", async () => {
    const folder = smallEvidence();
    const bytes = await tableFiles(folder);
    expect(await tableFiles(folder)).toEqual(bytes);
    const files = unzipSync(bytes);
    const tables = ["sources", "towns", "counts", "discrepancies"];
    expect(Object.keys(files)).toEqual(tables.flatMap((name) => [`${name}.csv`, `${name}.parquet`]));
    const database = await openTables(folder);
    for (const name of tables) {
      expect(strFromU8(files[`${name}.csv`]!)).toBe(toCsv(smallTable(name)));
      expect(files[`${name}.parquet`]).toEqual(new Uint8Array(await toParquet(name, database)));
    }
    await database.close();
  });

  it("throws with every problem, and makes nothing, where a table is broken", async () => {
    const folder = smallEvidence({ "counts.csv": replacing("aldmoor,wells,4", "oldmoor,wells,four") });
    await expect(tableFiles(folder)).rejects.toThrow(/^The evidence has 2 problems:\n/);
  });
});

describe("publishedPackage(folder)", () => {
  it("adds the version, and the size, hash and rows of each CSV as published", () => {
    const folder = smallEvidence();
    const pkg = publishedPackage(folder);
    expect(pkg).toMatchObject({ name: "small", version: "1.0.0", dataVersion: dataVersion(folder) });
    const csv = toCsv(smallTable("towns"));
    expect(pkg.resources[1]).toMatchObject({
      name: "towns",
      path: "towns.csv",
      rows: 3,
      bytes: Buffer.byteLength(csv),
      hash: `sha256:${createHash("sha256").update(csv).digest("hex")}`,
    });
  });
});

describe("toZip(folder)", () => {
  it("holds the tables, the package and a word to the reader", () => {
    const folder = smallEvidence({ "sources.csv": (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}` });
    const files = unzipSync(toZip(folder));
    expect(Object.keys(files)).toEqual([
      "README.txt",
      "datapackage.json",
      "sources.csv",
      "towns.csv",
      "counts.csv",
      "discrepancies.csv",
    ]);
    expect(strFromU8(files["sources.csv"]!)).toBe(toCsv(smallTable("sources")));
    const readme = strFromU8(files["README.txt"]!);
    expect(readme).toContain(`Version of the data: ${dataVersion(folder)}`);
    expect(readme).toContain("towns.csv                   Towns (3 rows)");
  });

  it("agrees with the sizes and hashes of the package in it", () => {
    const files = unzipSync(toZip(smallEvidence()));
    for (const { path, bytes, hash } of JSON.parse(strFromU8(files["datapackage.json"]!)).resources) {
      expect(files[path]!.length).toBe(bytes);
      expect(hash).toBe(`sha256:${createHash("sha256").update(files[path]!).digest("hex")}`);
    }
  });

  it("has the same bytes every time, in every time zone", () => {
    const folder = smallEvidence();
    const before = process.env["TZ"];
    const zipIn = (zone: string) => {
      process.env["TZ"] = zone;
      return toZip(folder);
    };
    try {
      expect(zipIn("Pacific/Auckland")).toEqual(zipIn("America/Chicago"));
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });
});
