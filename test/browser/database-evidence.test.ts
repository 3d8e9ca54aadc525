import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figures } from "../../src/figures/registry.js";
import { launchChromium } from "../../loaders/chromium.js";
import { importModule, openPage, type WatchedPage } from "../support/browser/site-server.js";

type OpenModule = typeof import("../../src/database/open.js");

/** What somebody might ask of a cell, knowing SQL and meaning no good. */
const attempts = [
  "update initiatives set initiatives = 999",
  "update main.initiatives set initiatives = 999 returning *",
  "update memory.main.initiatives set initiatives = 999",
  "with x as (select 1) update initiatives set initiatives = 999",
  "insert into initiatives select * from initiatives",
  "insert or replace into initiatives select * from initiatives",
  "delete from initiatives",
  "truncate initiatives",
  "merge into initiatives i using (select 'lisbon' as city_id) s on i.city_id = s.city_id when matched then delete",
  "drop table initiatives",
  "drop schema main cascade",
  "alter table initiatives rename to mine",
  "alter table initiatives drop column initiatives",
  "alter table initiatives alter initiatives set data type varchar",
  "create or replace table initiatives as select 999 as initiatives",
  "create table if not exists mine as select 1 as n",
  "create temp table initiatives as select 999 as initiatives",
  "create temp view initiatives as select 999 as initiatives",
  "create or replace view initiatives as select 999 as initiatives",
  "create macro sum(x) as 999",
  "create temp macro sum(x) as 999",
  "create temp macro count(x) as 999",
  "create macro initiatives() as table select 999",
  "create type integer as varchar",
  "create schema mine",
  "create index mine on initiatives (initiatives)",
  "comment on table initiatives is 'mine'",
  "attach ':memory:' as mine",
  "attach ':memory:' as mine; use mine; create table initiatives as select 999 as initiatives",
  "detach memory",
  "use temp",
  "set schema = 'temp'",
  "set search_path = 'temp,main'",
  "set default_null_order = 'nulls_first'",
  "set lock_configuration = false",
  "pragma disable_optimizer",
  "pragma enable_external_access",
  "call force_checkpoint()",
  "copy initiatives from (select 999)",
  "copy (select 1) to 'mine.csv'",
  "export database 'mine'",
  "import database 'mine'",
  "load json",
  "begin transaction",
  "commit",
  "rollback",
  "prepare p as update initiatives set initiatives = 999",
  "execute p",
  "explain analyze update initiatives set initiatives = 999",
  "explain analyze create temp table initiatives as select 999 as initiatives",
  "/* /* */ explain select 1 -- */ set schema = 'temp'",
  "select 41 a; drop table initiatives; select 43 c",
  "commit; update initiatives set initiatives = 999",
  "rollback; begin; update initiatives set initiatives = 999; commit",
  "select 1); update initiatives set initiatives = 999; select (1",
  "pivot initiatives on dimension using sum(initiatives); drop table initiatives",
  "from query('update initiatives set initiatives = 999')",
  "from query_table('initiatives'); drop table initiatives",
  "select * from (update initiatives set initiatives = 999 returning *)",
];

describe("evidence in the browser's database", () => {
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    watched = await openPage(browser);
    ({ page } = watched);
  });
  afterAll(() => browser.close());

  test("stays as it is, whatever is asked, and answers the next figure's query as before", async () => {
    const module = await importModule<OpenModule>(page, "database/open");
    const sql = figures["coverage"]!.sql(figures["coverage"]!.options ?? {});
    const seen = await module.evaluate(
      async ({ openDatabase }, { attempts, sql }) => {
        const database = await openDatabase();
        const { rows: tables } = await database.query(
          "select table_name as name from information_schema.tables where table_schema = 'main' order by 1",
        );
        const states = tables.map(
          ({ name }) =>
            `select '${String(name)}' as name, count(*) as n, bit_xor(hash(t)) as state from "${String(name)}" t`,
        );
        const state = async () => {
          const evidence = (await database.query(states.join(" union all "))).rows;
          const figure = (await database.query(sql)).rows;
          const rest = (
            await database.query(
              "select (select sum(x) from range(4) t(x)) as sum, (select count(*) from duckdb_tables()) as tables, (select count(*) from duckdb_views() where not internal) as views, (select count(*) from duckdb_functions() where not internal) as functions, (select count(*) from duckdb_databases()) as databases, current_schema() as schema, current_setting('lock_configuration') as locked, current_setting('default_null_order') as nulls",
            )
          ).rows;
          return JSON.stringify([evidence, figure, rest], (_key, value: unknown) =>
            typeof value === "bigint" ? String(value) : value,
          );
        };
        const before = await state();
        const outcomes: { attempt: string; said: string; same: boolean }[] = [];
        for (const attempt of attempts) {
          const said = await database.query(attempt).then(
            () => "answered",
            (error: Error) => `${error.name}: ${error.message}`,
          );
          outcomes.push({ attempt, said, same: (await state()) === before });
        }
        return { tables: tables.length, before, outcomes };
      },
      { attempts, sql },
    );
    expect(seen.tables).toBeGreaterThan(20);
    expect(JSON.parse(seen.before)).toMatchObject([
      {},
      {},
      [{ sum: 6, schema: "main", databases: expect.any(Number) as number }],
    ]);
    for (const { attempt, said, same } of seen.outcomes) {
      expect(same, attempt).toBe(true);
      expect(said, attempt).toMatch(/^QueryError: /);
    }
  });

  test("is asked one statement at a time, and of several none runs", async () => {
    const module = await importModule<OpenModule>(page, "database/open");
    const said = await module.evaluate(async ({ openDatabase }) => {
      const database = await openDatabase();
      return database.query("select 41 a; select 43 c").catch((error: Error) => error.message);
    });
    expect(said).toMatch(/^Run one statement at a time/);
  });

  test("functions of time zones and JSON say what is lacking, and the same database goes on", async () => {
    const module = await importModule<OpenModule>(page, "database/open");
    const before = page.workers().length;
    const said = await module.evaluate(async ({ openDatabase }) => {
      const database = await openDatabase();
      const said: string[] = [];
      for (const sql of ["select year(now())", "select now() at time zone 'Asia/Tokyo'", "select to_json(1)"])
        said.push(
          await database.query(sql).then(
            () => "answered",
            (error: Error) => error.message,
          ),
        );
      said.push(JSON.stringify((await database.query("select 1 as n")).rows));
      return said;
    });
    expect(said).toEqual([
      expect.stringMatching(/lacks time zones.*\n.*now\(\)::timestamp/),
      expect.stringMatching(/lacks time zones/),
      expect.stringMatching(/^to_json cannot be used here.*lacks JSON.*\nUse lists/),
      '[{"n":1}]',
    ]);
    expect(page.workers().length).toBe(before);
    expect(watched.foreign).toEqual([]);
  });

  test("wide numbers, endless dates and spans come through the worker as they are", async () => {
    const module = await importModule<OpenModule>(page, "database/open");
    const { rows } = await module.evaluate(async ({ openDatabase }) =>
      (await openDatabase()).query(
        "select 9007199254740993 as wide, 170141183460469231731687303715884105727::hugeint as widest, 1.5::decimal(10, 2) as d, 0.1 + 0.2 as e, interval '1 month 2 days' as span, date 'infinity' as ever, '-infinity'::double as least, 'nan'::double as no, '101'::bit as bits, true as yes, false as no_, ['x'::enum('x', 'y')] as words",
      ),
    );
    expect(rows).toEqual([
      {
        wide: 9007199254740993n,
        widest: 2n ** 127n - 1n,
        d: 1.5,
        e: 0.3,
        span: "1 month 2 days",
        ever: "infinity",
        least: -Infinity,
        no: NaN,
        bits: "101",
        yes: true,
        no_: false,
        words: '["x"]',
      },
    ]);
  });

  test("twenty thousand columns and a value of 100 MB are shown in part", async () => {
    type RunnerModule = typeof import("../../src/database/query-runner.js");
    const module = await importModule<RunnerModule>(page, "database/query-runner");
    const run = async (sql: string) => {
      await module.evaluate(({ queryRunner }, sql) => {
        document.body.replaceChildren(queryRunner(document, sql));
      }, sql);
      await page.getByRole("button", { name: "Run here" }).click();
      await page.getByRole("region", { name: "Result" }).waitFor({ timeout: 60_000 });
    };
    const wide = Array.from({ length: 20_000 }, (_, i) => `${i} as c${i}`).join(", ");
    await run(`select ${wide}`);
    expect(await page.locator("thead th").count()).toBe(100);
    expect(await page.getByRole("status").innerText()).toMatch(
      /^1 row, the first 100 of 20,000 columns \(5,000 of them in the saved file\), in [\d,]+ ms\.$/,
    );
    await run("select repeat('x', 100000000) as long");
    expect((await page.locator("tbody th").innerText()).slice(998)).toBe(
      "xx … (the saved file has more of it)",
    );
    await run("select 9007199254740993 as id, 'a,b' as name");
    expect(await page.locator("tbody tr").innerText()).toBe("9,007,199,254,740,993\ta,b");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save these rows" }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('\uFEFFid,name\n9007199254740993,"a,b"\n');
  });
});
