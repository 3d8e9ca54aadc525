import { beforeAll, describe, expect, it } from "vitest";
import { checkQuery } from "../../src/database/one-query.js";
import { QueryError } from "../../src/database/query-error.js";
import { openDuckDB, type DuckDBInNode } from "../support/site/duckdb-in-node.js";

describe("checkQuery(sql, prepare)", () => {
  let duckdb: DuckDBInNode;
  beforeAll(async () => {
    duckdb = await openDuckDB();
    await duckdb.run("create table initiatives as select 'a' as city_id, 3 as initiatives");
  });
  const check = (sql: string) => checkQuery(sql, (text) => duckdb.prepare(text));
  const refusal = async (sql: string) => {
    const error = await check(sql).then(
      () => "let through",
      (error: unknown) => error,
    );
    return error instanceof QueryError ? error.refused : error;
  };

  it.each([
    "select 1",
    "select 1; -- and that is all",
    "-- first\nselect ';' /* ; */ as a;;",
    "select $$;$$",
    "(select 1)",
    "with a as (select 1) select * from a",
    "with a as (select 1) from a",
    "with recursive a as (select 1 as n union all select n + 1 from a where n < 3) from a",
    "from initiatives",
    "from initiatives select city_id",
    "table initiatives",
    "values (1), (2)",
    "describe initiatives",
    "describe select 1",
    "show tables",
    "summarize initiatives",
    "pivot initiatives on city_id using sum(initiatives)",
    "pivot initiatives on city_id using sum(initiatives);",
    "pivot initiatives on city_id in ('a') using sum(initiatives)",
    "with p as (pivot initiatives on city_id using sum(initiatives)) from p",
    "unpivot initiatives on initiatives",
    "explain select 1",
    "  EXPLAIN ANALYZE from initiatives",
    "select * from initiatives where city_id = ?",
    "from query('select 1')",
  ])("lets through what reads: %s", async (sql) => {
    await expect(check(sql)).resolves.toBeUndefined();
  });

  it.each([
    "update initiatives set initiatives = 999",
    "insert into initiatives values ('b', 1)",
    "insert into initiatives values ('b', 1) returning *",
    "delete from initiatives",
    "truncate initiatives",
    "with x as (select 1) insert into initiatives select 'b', 1",
    "merge into initiatives using (select 'a' as city_id) s using (city_id) when matched then delete",
    "drop table initiatives",
    "alter table initiatives add column a int",
    "alter table initiatives rename to other",
    "create table other as select 1",
    "create or replace table initiatives as select 999 as initiatives",
    "create temp table initiatives as select 999 as initiatives",
    "create view shown as from initiatives",
    "create temp view initiatives as select 999 as initiatives",
    "create macro sum(x) as 999",
    "create temp macro initiatives() as table select 999",
    "create schema other",
    "create type initiatives as enum ('a')",
    "create sequence s",
    "create index i on initiatives (initiatives)",
    "comment on table initiatives is 'mine'",
    "copy initiatives to 'a.csv'",
    "copy (select 1) to 'a.csv'",
    "copy initiatives from 'a.csv'",
    "export database 'a'",
    "attach ':memory:' as other",
    "detach memory",
    "use memory",
    "set schema = 'pg_catalog'",
    "set search_path = 'temp,main'",
    "set threads = 1",
    "set variable a = 1",
    "reset threads",
    "pragma threads = 1",
    "pragma enable_profiling",
    "call enable_logging()",
    "install json",
    "load json",
    "begin",
    "commit",
    "rollback",
    "checkpoint",
    "vacuum",
    "analyze initiatives",
    "prepare p as update initiatives set initiatives = 999",
    "deallocate p",
    "explain update initiatives set initiatives = 999",
    "explain analyze update initiatives set initiatives = 999",
    "/* /* */ explain select 1 -- */ set threads = 1",
    "explain /* */ analyze set threads = 1",
  ])("refuses what makes, changes or sets: %s", async (sql) => {
    expect(await refusal(sql)).toBe("not reading");
  });

  it.each([
    "select 1; select 2",
    "select 41 a; drop table initiatives; select 43 c",
    "pivot initiatives on city_id using sum(initiatives); drop table initiatives",
    "select ';'; set threads = 1",
    "commit; update initiatives set initiatives = 999",
  ])("refuses several statements before any of them runs: %s", async (sql) => {
    expect(await refusal(sql)).toBe("several");
  });

  it("says what to do", async () => {
    await expect(check("select 1; select 2")).rejects.toThrow(/^Run one statement at a time/);
    await expect(check("drop table initiatives")).rejects.toThrow(/^The evidence is read-only.*with step as/);
    for (const sql of ["", " ;", "-- nothing"])
      await expect(check(sql)).rejects.toThrow("Nothing to run: write a query first.");
  });

  it("leaves to DuckDB what is wrong with a query itself", async () => {
    await expect(check("select 1 from")).rejects.toThrow(/syntax error at end of input/);
    await expect(check("select nothing from initiatives")).rejects.toThrow(/LINE 1: select nothing/);
    await expect(check("select 1); drop table initiatives; from (select 1")).rejects.toThrow(/syntax error/);
  });

  it("does not compute what it checks: this would take longer than a test may", async () => {
    await expect(check("select sum(hash(a.range)) from range(100000000000) a")).resolves.toBeUndefined();
  });
});
