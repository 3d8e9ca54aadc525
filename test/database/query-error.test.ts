import { beforeAll, describe, expect, it } from "vitest";
import { QueryError } from "../../src/database/query-error.js";
import { openDuckDB, type DuckDBInNode } from "../support/site/duckdb-in-node.js";

describe("QueryError(said, sql)", () => {
  let duckdb: DuckDBInNode;
  beforeAll(async () => {
    duckdb = await openDuckDB();
    await duckdb.run("create table cities as select 'a' as city_id, 1 as population");
  });
  const failure = async (sql: string) => {
    const said = await duckdb.run(sql).then(
      () => "did not fail",
      (error: Error) => error.message,
    );
    return new QueryError(said, sql);
  };

  it("says of a file of another host that none is asked", () => {
    const words =
      "This site asks no other host: a query reads the tables that are here.\nTo read a file at another address, run the query in DuckDB on your own computer.";
    const network =
      "NetworkError: Failed to execute 'send' on 'XMLHttpRequest': Failed to load 'https://a.test/b.csv'.";
    expect(new QueryError(network).message).toBe(words);
    const unknown = "Catalog Error: Table with name https://a.test/b.parquet does not exist!";
    expect(new QueryError(unknown).message).toBe(words);
  });

  it.each([
    [
      "select nothing from cities",
      'Binder Error: Referenced column "nothing" not found in FROM clause! (line 1, character 8)\nCandidate bindings: "population", "city_id"',
    ],
    [
      "from citis",
      'Catalog Error: Table with name citis does not exist! (line 1, character 6)\nDid you mean "cities"?',
    ],
    [
      "select strftme(1)",
      'Catalog Error: Scalar Function with name strftme does not exist! (line 1, character 8)\nDid you mean "strftime"?',
    ],
    [
      "select c.nme\nfrom cities c",
      'Binder Error: Table "c" does not have a column named "nme" (line 1, character 8)\nCandidate bindings: "city_id"',
    ],
  ])("keeps DuckDB's place and what it suggests: %s", async (sql, message) => {
    expect((await failure(sql)).message).toBe(message);
  });

  it("lists the functions that were meant, not all of many", async () => {
    const few = (await failure("select sum('a', 2)")).message.split("\n");
    expect(few.slice(0, 3)).toEqual([
      expect.stringMatching(/^Binder Error: No function matches .*\(line 1, character 8\)$/),
      "Candidate functions:",
      "sum(DECIMAL) -> DECIMAL",
    ]);
    const many = (await failure("select date '2020-01-01' + [1]")).message.split("\n");
    expect(many.length).toBeLessThan(14);
    expect(many.at(-1)).toMatch(/^and \d+ more$/);
  });

  it.each([
    "select current_date",
    "select timestamp '2024-01-01' at time zone 'Europe/Lisbon'",
    "select year(now())",
    "select date_trunc('month', timestamptz '2024-01-01')",
    "select now() - interval 1 day",
    "select now()::date",
    "select strftime(now(), '%Y')",
    "from range(now(), now(), interval 1 day)",
    "select 'a' collate de",
  ])("says that time zones are missing and what to use: %s", async (sql) => {
    const { message } = await failure(sql);
    expect(message).toMatch(/cannot be (used|answered) here: the database in the browser lacks time zones/);
    expect(message).toContain("now()::timestamp");
    expect(message).not.toMatch(/install|load icu/i);
  });

  it("what it says to use works", async () => {
    for (const sql of [
      "select now()::timestamp::date",
      "select now()::timestamp - interval 1 day",
      "select year(now()::timestamp)",
      "select city_id from cities order by strip_accents(city_id)",
      "select {'a': 1}.a, [1, 2], map {'k': 1}",
    ])
      expect((await duckdb.run(sql)).rows).toHaveLength(1);
  });

  it.each([
    "select to_json(1)",
    "select '{\"a\": 1}'->>'a'",
    "select '{}'::json",
    "from read_json('a.json')",
  ])("says that JSON is missing and what to use: %s", async (sql) => {
    const { message } = await failure(sql);
    expect(message).toMatch(/cannot be used here: the database in the browser lacks JSON/);
    expect(message).toContain("lists, structs and maps");
  });

  it("says so of any other extension", async () => {
    expect((await failure("from read_parquet('a.parquet')")).message).toContain("lacks Parquet files");
    expect((await failure("from st_read('a')")).message).toMatch(/st_read .* lacks the extension spatial/);
  });

  it("the database goes on after each of them", async () => {
    await failure("select year(now())");
    expect((await duckdb.run("select population from cities")).rows).toEqual([{ population: 1 }]);
  });

  it("says how to show a type that cannot come", async () => {
    expect((await failure("select time_ns '12:00:00.1' as t")).message).toMatch(/TIME_NS.*\nCast it to text/);
  });
});
