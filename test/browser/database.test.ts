import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { openTables, type Database } from "../../loaders/database.js";
import { readEvidence } from "../../loaders/evidence.js";
import type { QueryResult } from "../../src/database/open.js";
import { launchChromium } from "../../loaders/chromium.js";
import { fault } from "../support/browser/fault.js";
import { importModule, openPage, siteUrl, type WatchedPage } from "../support/browser/site-server.js";

const folder = inject("siteFolder");
const wasmAddress = "**/duckdb-eh.wasm.gz";

describe("the database in the browser", () => {
  let browser: Browser;
  let node: Database;
  let opened: WatchedPage[] = [];

  beforeAll(async () => {
    [browser, node] = await Promise.all([launchChromium(), openTables()]);
  });
  afterAll(async () => {
    await browser.close();
    await node.close();
  });
  afterEach(async () => {
    for (const { close } of opened) await close();
    opened = [];
  });

  async function visit(
    prepare?: (page: Page) => Promise<unknown>,
    options?: BrowserContextOptions,
    path = "",
  ): Promise<WatchedPage> {
    const watched = await openPage(browser, path, options, prepare);
    opened.push(watched);
    return watched;
  }

  test("opens with progress in bytes, in the order download, start, tables", async () => {
    const { page, errors, foreign } = await visit();
    const seen = await (
      await importModule<OpenModule>(page, "database/open")
    ).evaluate(async ({ openDatabase }) => {
      const seen: { stage: string; loaded: number; total: number | null }[] = [];
      await openDatabase({ onProgress: (progress) => seen.push(progress) });
      return seen;
    });
    expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(["download", "start", "tables"]);
    const downloads = seen.filter(({ stage }) => stage === "download");
    const size = readFileSync(join(folder, "database/duckdb-eh.wasm.gz")).length;
    expect(size).toBeLessThan(8e6);
    expect(downloads.at(-1)).toEqual({ stage: "download", loaded: size, total: size });
    expect(seen.at(-1)!.loaded).toBe(seen.at(-1)!.total);
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
  });

  test("two who ask at once share one download", async () => {
    const { page } = await visit();
    let downloads = 0;
    page.on("request", (request) => (downloads += Number(request.url().endsWith(".wasm.gz"))));
    await (
      await importModule<OpenModule>(page, "database/open")
    ).evaluate(async ({ openDatabase }) => {
      const [a, b] = await Promise.all([openDatabase(), openDatabase()]);
      await Promise.all([a.query("select 1"), b.query("select 2")]);
    });
    expect(downloads).toBe(1);
  });

  test("holds every table, with the rows and types of the Node side", async () => {
    const { page } = await visit();
    const types = `select table_name, column_name, data_type from information_schema.columns order by all`;
    expect((await query(page, types)).rows).toEqual(await node.query(types));
    for (const [name, { rows }] of readEvidence()) {
      const inBrowser = await query(page, `from ${name}`);
      expect(inBrowser.rows, name).toHaveLength(rows.length);
      expect(inBrowser.rows, name).toEqual(await node.query(`from ${name}`));
    }
  });

  test.each([
    "select name, mapped, foreign_born_pct, note from cities order by city_id",
    "select c.name from cities c where name = 'São Paulo' union all select 'ночь 移民 🌍'",
    "select dimension || ' in ' || city_id as text from initiatives where dimension = 'legal' order by 1",
    "select sum(initiatives) as total, avg(initiatives) as mean, count(*) as n, min(city_id) as least from initiatives",
    "select null as a, true as b, false as c, '' as d, 1.50 as e, -0.1::decimal(3, 1) as f",
    "select 9007199254740991::bigint as a, 2::utinyint as b, -5::hugeint as c",
    "select 0.1 + 0.2 c, 1e300 d, 2.5::float e",
    "select date '2013-06-01' d, date '0099-02-01' early, time '12:30:00.5' t, timestamp '1913-06-01 12:00:00.000001' s",
    "select [1, null] a, ['é'] b, [1::bigint] c, [1.50] d, {'x': 1, 'y': [true]} e, map {'k': date '2013-06-01'} f",
    "select uuid '00000000-0000-0000-0000-000000000001' u, 'a\\x00b'::blob b, 'x'::enum('x', 'y') e",
    "select 1 as a, 2 as a",
    "select city_id from cities where false",
    "pivot initiatives on dimension using sum(initiatives) group by city_id order by city_id",
  ])("gives what the Node side gives: %s", async (sql) => {
    const page = (await shared()).page;
    const { columns, rows, truncated } = await query(page, sql);
    const expected = await node.result(sql);
    expect({ columns, rows }).toEqual({ columns: expected.columns, rows: expected.rows });
    expect(truncated).toBe(false);
  });

  test("reads no more rows than the limit, and says that there are more", async () => {
    const { page } = await shared();
    const cut = await query(page, "select range as n from range(100000) order by n", { limit: 3 });
    expect(cut).toMatchObject({ rows: [{ n: 0 }, { n: 1 }, { n: 2 }], truncated: true });
    expect(await query(page, "select 1 as n", { limit: 1 })).toMatchObject({
      rows: [{ n: 1 }],
      truncated: false,
    });
  });

  test("binds values: text that looks like SQL stays text", async () => {
    const { page } = await shared();
    const hostile = "'; drop table cities; --";
    const result = await query(page, "select ? as text, ? is null as missing, ? as yes, ? + 0.5 as n", {
      parameters: [hostile, null, true, 2],
    });
    expect(result.rows).toEqual([{ text: hostile, missing: true, yes: true, n: 2.5 }]);
    expect((await query(page, "select count(*) > 0 as there from cities")).rows).toEqual([{ there: true }]);
  });

  test.each([
    ["selec 1", 'Parser Error: syntax error at or near "selec" (line 1, character 1)'],
    ["select 'é',\n  1 from", /^Parser Error: syntax error at end of input \(line 2/],
    [
      "select nothing from cities",
      'Binder Error: Referenced column "nothing" not found in FROM clause! (line 1, character 8)',
    ],
    ["select error('é is wrong')", "Invalid Input Error: é is wrong"],
  ])("passes on DuckDB's message and place: %s", async (sql, message) => {
    const { page } = await shared();
    const error = await failure(page, sql);
    expect(error.name).toBe("QueryError");
    expect(error.message).toMatch(message);
    expect((await query(page, "select 1 as n")).rows).toEqual([{ n: 1 }]);
  });

  test.each([
    "select count(*) n from range(100000000000)",
    "select sum(a.range * b.range) n from range(1000000) a, range(1000000) b",
  ])("stops a long query when asked to, and goes on: %s", async (sql) => {
    const { page } = await visit();
    const stopped = await (
      await importModule<OpenModule>(page, "database/open")
    ).evaluate(async ({ openDatabase }, sql) => {
      const database = await openDatabase();
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 300);
      const error = await database
        .query(sql, { signal: controller.signal })
        .catch((error: Error) => error.name);
      return {
        error,
        next: (await database.query("select 1 as n")).rows,
      };
    }, sql);
    expect(stopped).toMatchObject({ error: "AbortError", next: [{ n: 1 }] });
  });

  test("stopped while it loads, it loads again for the next who asks", async () => {
    const { page } = await visit();
    const result = await (
      await importModule<OpenModule>(page, "database/open")
    ).evaluate(async ({ openDatabase }) => {
      const controller = new AbortController();
      const onProgress = () => controller.abort();
      const first = await openDatabase({ onProgress, signal: controller.signal }).catch(
        (error: Error) => error.name,
      );
      return [first, (await (await openDatabase()).query("select 1 as n")).rows];
    });
    expect(result).toEqual(["AbortError", [{ n: 1 }]]);
  });

  describe("other hosts", () => {
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "*");
      response.end("a,b\n1,2\n");
    });
    let host = "";
    beforeAll(async () => {
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      host = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    });
    afterAll(() => other.close());

    test("are never asked, whatever the SQL", async () => {
      const { page } = await visit();
      for (const sql of [
        `select * from read_csv('${host}/read.csv')`,
        `select * from '${host}/from.csv'`,
        `copy cities to '${host}/copy.csv'`,
        `attach '${host}/attach.db'`,
        `set custom_extension_repository = '${host}'; install json; load json`,
        `load '${host}/load.duckdb_extension.wasm'`,
        `set autoinstall_known_extensions = true; set autoload_known_extensions = true; set autoinstall_extension_repository = '${host}'; select to_json(1)`,
        "select year(now())",
        "select to_json(1)",
      ]) {
        const { name, message } = await failure(page, sql);
        expect(name, sql).toBe("QueryError");
        if (/^select \* from/.test(sql)) expect(message, sql).toMatch(/^This site asks no other host:/);
        expect(asked, sql).toEqual([]);
      }
    });

    test("would be asked but for the page's policy, so that the test above can fail", async () => {
      const { page } = await visit(undefined, { bypassCSP: true });
      const { rows } = await query(page, `select * from read_csv('${host}/control.csv')`);
      expect(rows).toEqual([{ a: 1, b: 2 }]);
      expect(asked.join()).toContain("/control.csv");
    });
  });

  describe("when it cannot start", () => {
    test("a missing file is named with its status, the page stays, and a second try works", async () => {
      const { page } = await visit();
      const mend = await fault(page, wasmAddress, (route) => route.fulfill({ status: 404 }));
      const error = await failure(page, "select 1");
      expect(error).toMatchObject({ name: "DatabaseUnavailable", reason: "file" });
      expect(error.message).toMatch(/did not arrive.*duckdb-eh\.wasm\.gz: 404.*work without it/);
      expect(await page.locator("h1").isVisible()).toBe(true);
      mend();
      expect((await query(page, "select 1 as n")).rows).toEqual([{ n: 1 }]);
    });

    test("a missing file is named, and a lost connection told from a wrong answer", async () => {
      const { page } = await visit();
      for (const name of ["duckdb-browser-eh.worker.js", "cities.arrow", "datapackage.json"]) {
        const mend = await fault(page, `**/${name}`, (route) => route.fulfill({ status: 503 }));
        expect((await failure(page, "select 1")).message).toContain(`${name}: 503`);
        mend();
      }
      await page.route(wasmAddress, (route) => route.abort("connectionfailed"));
      expect((await failure(page, "select 1")).message).toContain(
        "duckdb-eh.wasm.gz: the connection was lost or refused",
      );
    });

    test("a host that has the browser unpack the file is understood", async () => {
      const body = gunzipSync(readFileSync(join(folder, "database/duckdb-eh.wasm.gz")));
      const { page } = await visit((page) =>
        page.route(wasmAddress, (route) => route.fulfill({ body, contentType: "application/wasm" })),
      );
      expect((await query(page, "select 1 as n")).rows).toEqual([{ n: 1 }]);
    });

    test("WebAssembly switched off is said", async () => {
      const { page } = await visit((page) => page.addInitScript("delete globalThis.WebAssembly"));
      const error = await failure(page, "select 1");
      expect(error.reason).toBe("no-webassembly");
      expect(error.message).toContain("WebAssembly is switched off or missing");
    });

    test.each([
      ["worker-src 'none'; script-src 'self' 'wasm-unsafe-eval'", "worker"],
      ["worker-src blob:; script-src 'self'", "no-webassembly"],
    ])("a policy that forbids it is told: %s", async (policy, reason) => {
      const body = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><h1>Strict</h1>`;
      const { page } = await visit((page) =>
        page.route(siteUrl, (route) => route.fulfill({ contentType: "text/html", body })),
      );
      expect((await failure(page, "select 1")).reason).toBe(reason);
    });

    test("a worker that crashes is told, and the next query opens the database again", async () => {
      const { page } = await visit();
      await query(page, "select 1 as n");
      const waiting = failure(page, "select count(*) n from range(100000000000)");
      await page.waitForTimeout(200);
      const [worker] = page.workers();
      await worker!.evaluate("setTimeout(() => { throw new Error('boom'); })");
      expect(await waiting).toMatchObject({ name: "DatabaseUnavailable", reason: "crashed" });
      expect((await query(page, "select count(*) > 0 as there from cities")).rows).toEqual([{ there: true }]);
    });
  });

  test("SQL cells of a page show their rows, and nobody else is asked", async () => {
    const { page, errors, foreign } = await visit(undefined, undefined, "guide/sql");
    const result = page.getByRole("region", { name: "Result" });
    await result.waitFor();
    expect(await result.locator("tbody tr").count()).toBe(8);
    expect(await page.getByRole("progressbar").count()).toBe(0);
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
  });

  test("interpolated values of an SQL cell are bound; a list is refused in words", async () => {
    const { page } = await shared();
    const module = await importModule<SqlModule>(page, "database/sql");
    const answer = await module.evaluate(async ({ sql }) => {
      const name = "São Paulo' or true --";
      const [row] = await sql`select count(*) as n, ${name} as asked from cities where name = ${name}`;
      const refused = await sql`select ${["a", "b"] as never}`.catch((error: Error) => error.message);
      return { row, refused };
    });
    expect(answer.row).toEqual({ n: 0, asked: "São Paulo' or true --" });
    expect(answer.refused).toMatch(/^value 1 of the query is a list/);
  });

  describe("the button that runs a query", () => {
    async function runner(sql: string, expectRows: number, prepare?: (page: Page) => Promise<unknown>) {
      const watched = await visit(prepare);
      const module = await importModule<RunnerModule>(watched.page, "database/query-runner");
      await module.evaluate(
        ({ queryRunner }, { sql, expectRows }) => {
          document.body.replaceChildren(queryRunner(document, sql, { expectRows }));
        },
        { sql, expectRows },
      );
      return watched;
    }

    test("shows the rows in a table named Result, names as text, and whether they are as many as drawn", async () => {
      const { page, errors } = await runner(
        "select '<img src=x onerror=alert(1)>' as name, 1234.5 as n, null as m",
        1,
      );
      await page.getByRole("button", { name: "Run here" }).click();
      const result = page.getByRole("region", { name: "Result" });
      await result.waitFor();
      expect(await result.locator("tbody tr").innerText()).toBe(
        "<img src=x onerror=alert(1)>\t1,234.5\tnull",
      );
      expect(await result.locator("caption").innerText()).toMatch(/^1 row in \d+ ms$/);
      expect(await page.getByRole("status").innerText()).toMatch(
        /^1 row in \d+ ms, as many as the figure draws\.$/,
      );
      expect(errors).toEqual([]);
    });

    test("shows a bar while the database comes, and Stop ends the wait", async () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      const { page } = await runner("select 1", 1, (page) =>
        page.route(wasmAddress, async (route) => {
          await held;
          await route.continue().catch(() => {});
        }),
      );
      await page.getByRole("button", { name: "Run here" }).click();
      await page.getByRole("progressbar", { name: "Loading the database" }).waitFor();
      await page.getByRole("button", { name: "Stop" }).click();
      await page.getByText("Stopped.").waitFor();
      expect(await page.getByRole("button", { name: "Run here" }).isVisible()).toBe(true);
      expect(await page.getByRole("progressbar").count()).toBe(0);
      release();
    });

    test("says in an alert what went wrong, and can be tried again", async () => {
      let mend = () => {};
      const { page } = await runner("select 1 as n", 40, async (page) => {
        mend = await fault(page, wasmAddress, (route) => route.fulfill({ status: 404 }));
      });
      const run = page.getByRole("button", { name: "Run here" });
      await run.click();
      expect(await page.getByRole("alert").innerText()).toContain("404");
      mend();
      await run.click();
      await page.getByRole("region", { name: "Result" }).waitFor();
      expect(await page.getByRole("alert").count()).toBe(0);
      expect(await page.getByRole("status").innerText()).toContain("the figure draws 40");
    });
  });

  /** One page for the tests that leave it as it was. */
  let kept: WatchedPage | undefined;
  async function shared(): Promise<WatchedPage> {
    return (kept ??= await openPage(browser));
  }
  afterAll(async () => kept?.close());
});

type OpenModule = typeof import("../../src/database/open.js");
type SqlModule = typeof import("../../src/database/sql.js");
type RunnerModule = typeof import("../../src/database/query-runner.js");

interface Options {
  limit?: number;
  parameters?: (string | number | boolean | null)[];
}

async function query(page: Page, sql: string, options: Options = {}): Promise<QueryResult> {
  const open = await importModule<OpenModule>(page, "database/open");
  return open.evaluate(
    async ({ openDatabase }, { sql, options }) => (await openDatabase()).query(sql, options),
    {
      sql,
      options,
    },
  );
}

interface Failure {
  name: string;
  message: string;
  reason?: string;
}

async function failure(page: Page, sql: string): Promise<Failure> {
  const open = await importModule<OpenModule>(page, "database/open");
  return open.evaluate(async ({ openDatabase }, sql) => {
    try {
      await (await openDatabase()).query(sql);
    } catch (error) {
      const { name, message, reason } = error as Failure;
      return { name, message, reason };
    }
    throw new Error(`did not fail: ${sql}`);
  }, sql);
}
