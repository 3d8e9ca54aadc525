import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTables, type Database } from "../../loaders/database.js";
import { EvidenceError } from "../../loaders/evidence.js";
import { replacing, smallEvidence, smallTable } from "../support/evidence/small-evidence.js";

async function smallDatabase(): Promise<Database> {
  const names = ["sources", "towns", "counts"];
  return openTables(new Map(names.map((name) => [name, smallTable(name)])));
}

describe("openTables(evidence)", () => {
  it("has every table with the types of the package and its rows in order", async () => {
    const db = await smallDatabase();
    expect(
      await db.query(
        "select column_name, data_type from information_schema.columns where table_name = 'towns'",
      ),
    ).toEqual(
      Object.entries({
        town_id: "VARCHAR",
        name: "VARCHAR",
        region: "VARCHAR",
        population: "INTEGER",
        growth_pct: "DOUBLE",
        coastal: "BOOLEAN",
        source_id: "VARCHAR",
        locator: "VARCHAR",
        flag: "VARCHAR",
        note: "VARCHAR",
      }).map(([column_name, data_type]) => ({ column_name, data_type })),
    );
    expect(await db.query("from towns")).toEqual(smallTable("towns").rows);
    expect(await db.query("from counts")).toEqual(smallTable("counts").rows);
    await db.close();
  });

  it("gives a sum of fractions the same last digit each time", async () => {
    const db = await smallDatabase();
    // Parts of several sizes end in another order from run to run where several threads share them.
    const parts = Array.from(
      { length: 12 },
      (_, part) =>
        `select i % 7 as k, i / 3 as share from range(${part}, ${(part % 5) * 20_000 + 50_000}) r(i)`,
    );
    const sum = `select k, sum(share) as total from (${parts.join(" union all ")}) group by k order by k`;
    const first = await db.query(sum);
    for (let run = 0; run < 12; run++) expect(await db.query(sum)).toEqual(first);
    await db.close();
  });

  it("reads and checks a folder, and refuses a broken one", async () => {
    const db = await openTables(smallEvidence());
    expect(await db.query("select count(*) as n from discrepancies")).toEqual([{ n: 4 }]);
    await db.close();
    const broken = smallEvidence({ "towns.csv": replacing("north", "west") });
    await expect(openTables(broken)).rejects.toThrow(EvidenceError);
  });

  it("removes its scratch folder when closed, and may be closed twice", async () => {
    const db = await smallDatabase();
    expect(readdirSync(db.scratchFolder)).toEqual([]);
    await db.close();
    await db.close();
    expect(existsSync(db.scratchFolder)).toBe(false);
  });
});

describe("Database", () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTables(new Map());
  });
  afterAll(() => db.close());

  it.each([
    ["9007199254740991::bigint", 9007199254740991, "integer"],
    ["-170141183460469231731::hugeint", -170141183460469231731, "integer"],
    ["count(*)", 1, "integer"],
    ["sum(7)", 7, "integer"],
    ["12.50::decimal(9, 2)", 12.5, "number"],
    ["0.1::double", 0.1, "number"],
    ["avg(1)", 1, "number"],
    ["'nan'::double", null, "number"],
    ["'-infinity'::double", null, "number"],
    ["null::double", null, "number"],
    ["true", true, "boolean"],
    ["'São'", "São", "string"],
    ["date '2015-09-02'", "2015-09-02", "string"],
    ["timestamp '2015-09-02 06:05:04'", "2015-09-02 06:05:04", "string"],
    ["[1, null, 2]", "[1,null,2]", "string"],
    ["{'a': 'b'}", '{"a":"b"}', "string"],
    ["'x'::enum ('x', 'y')", "x", "string"],
  ])("gives %s as a plain value", async (sql, value, type) => {
    const { rows, columns } = await db.result(`select ${sql} as v`);
    expect(rows).toEqual([{ v: value }]);
    expect(columns).toEqual([{ name: "v", type }]);
    expect(await db.columns(`select ${sql} as v`)).toEqual(columns);
  });

  it("throws DuckDB's words for SQL that is wrong", async () => {
    await expect(db.query("select * from towns")).rejects.toThrow(/towns does not exist/);
    await expect(db.columns("selekt 1")).rejects.toThrow(/syntax error/);
  });

  it.each([
    "from read_csv('/etc/passwd')",
    "from read_text('/etc/passwd')",
    "from glob('/*')",
    "from 'https://example.org/x.parquet'",
  ])("does not let SQL out: %s", async (sql) => {
    await expect(db.query(sql)).rejects.toThrow(/disabled|locked|Permission/);
  });

  it.each([
    "copy (select 1) to '/arrivals-escape.csv'",
    "attach '/arrivals-escape.db'",
    "install httpfs",
    "load '/x.duckdb_extension'",
    "set enable_external_access = true",
    "set allowed_directories = ['/']",
  ])("does not let SQL out, and not even where we copy: %s", async (sql) => {
    await expect(db.query(sql)).rejects.toThrow(/read-only/);
    await expect(db.copy(sql)).rejects.toThrow(/disabled|locked|Permission/);
  });

  it("copies to the scratch folder alone", async () => {
    await db.copy(`copy (select 1 as a) to '${join(db.scratchFolder, "a.csv")}'`);
    expect(readdirSync(db.scratchFolder)).toEqual(["a.csv"]);
  });
});

describe("the tables of the database", () => {
  let kept: Promise<Database> | undefined;
  /** One for all: they leave it as it was. It is made in a test, where its evidence may be. */
  const shared = () => (kept ??= smallDatabase());
  afterAll(async () => (await kept)?.close());

  it.each([
    "update towns set population = 999",
    "delete from towns",
    "drop table towns",
    "create or replace table towns as select 1 as a",
    "create temp table towns as select 1 as a",
    "create temp view towns as select 1 as a",
    "create macro sum(x) as 1",
    "insert into towns by name (select 'x' as town_id)",
    "with x as (select 1) delete from towns",
    "explain analyze delete from towns",
    "alter table towns drop column population",
    "use memory",
    "set schema = 'pg_catalog'",
    "commit",
  ])("stay as they are after: %s", async (sql) => {
    const db = await shared();
    await expect(db.query(sql)).rejects.toThrow(/read-only/);
    expect(await db.query("from towns")).toEqual(smallTable("towns").rows);
    expect(await db.query("select sum(x) as sum from range(4) t(x)")).toEqual([{ sum: 6 }]);
  });

  it("stay as they are where the statement is ours, too", async () => {
    const db = await shared();
    await expect(db.copy("update towns set population = 999")).rejects.toThrow(/read-only/);
    await db.copy("create temp table towns as select 1 as a");
    expect(await db.query("from towns")).toEqual(smallTable("towns").rows);
  });

  it.each(["select 41 a; drop table towns; select 43 c", "select 1; select 2", "select 1;; select 2 -- end"])(
    "are asked one statement at a time: %s",
    async (sql) => {
      const db = await shared();
      await expect(db.query(sql)).rejects.toThrow(/^Run one statement at a time/);
      expect(await db.query("from towns")).toEqual(smallTable("towns").rows);
    },
  );

  it.each([
    "select count(*) as n from towns; -- all of them",
    "with a as (from towns) from a",
    "describe towns",
    "summarize towns",
    "show tables",
    "values (1)",
    "pivot towns on region using count(*)",
    "pivot towns on region using count(*);",
    "explain select 1",
    "explain analyze from towns",
  ])("are read by: %s", async (sql) => {
    const db = await shared();
    expect((await db.query(sql)).length).toBeGreaterThan(0);
  });
});
