import type { Page, Route } from "playwright-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { fault } from "../support/browser/fault.js";
import { importModule, suitePages } from "../support/browser/site-server.js";

type OpenModule = typeof import("../../src/database/open.js");
type RunnerModule = typeof import("../../src/database/query-runner.js");

const folder = inject("siteFolder");
const html = "<!doctype html><title>Arrivals</title><h1>Page not found</h1>";

/** Words of programs, which are none for readers. */
const notForReaders =
  /undefined|destructure|metadata bytes|Unexpected|token|JSON\.|is not a|null \(|at position|0x/;

describe("when the database cannot start", () => {
  const open = suitePages();
  async function visit(path = "", prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    return (await open(path, {}, prepare)).page;
  }

  test("the message names the file and says what is wrong with it; a later try works, with one worker", async () => {
    const file = (name: string) => readFileSync(join(folder, name));
    const pkg = file("data/datapackage.json").toString();
    const version = (JSON.parse(pkg) as { dataVersion: string }).dataVersion;
    const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
    const faults: [file: string, body: Buffer | string, reason: string, words: string][] = [
      ["duckdb-eh.wasm.gz", "", "damaged", "duckdb-eh.wasm.gz is empty"],
      ["duckdb-eh.wasm.gz", html, "damaged", "duckdb-eh.wasm.gz is a web page"],
      [
        "duckdb-eh.wasm.gz",
        half(file("database/duckdb-eh.wasm.gz")),
        "damaged",
        "duckdb-eh.wasm.gz is cut short or damaged",
      ],
      [
        "duckdb-eh.wasm.gz",
        Buffer.from("1f8b080000000000000303000000000000000000", "hex"),
        "damaged",
        "duckdb-eh.wasm.gz holds something else",
      ],
      ["duckdb-browser-eh.worker.js", "", "damaged", "duckdb-browser-eh.worker.js is empty"],
      ["duckdb-browser-eh.worker.js", html, "damaged", "duckdb-browser-eh.worker.js is a web page"],
      [
        "duckdb-browser-eh.worker.js",
        half(file("database/duckdb-browser-eh.worker.js")),
        "damaged",
        "duckdb-browser-eh.worker.js does not run",
      ],
      ["datapackage.json", "", "damaged", "datapackage.json is empty"],
      ["datapackage.json", html, "damaged", "datapackage.json is a web page"],
      ["datapackage.json", pkg.slice(0, 5000), "damaged", "datapackage.json is cut short or damaged"],
      ["datapackage.json", "{}", "damaged", "datapackage.json does not describe the tables"],
      ["datapackage.json", "null", "damaged", "datapackage.json does not describe the tables"],
      ["datapackage.json", pkg.replaceAll(version, "0badc0de"), "newer", "0badc0de"],
      ["cities.arrow", "", "damaged", "cities.arrow is empty"],
      ["cities.arrow", html, "damaged", "cities.arrow is a web page"],
      ["cities.arrow", half(file("data/cities.arrow")), "damaged", "cities.arrow is cut short"],
      ["cities.arrow", Buffer.alloc(4000, 7), "damaged", "cities.arrow is no Arrow file"],
      ["cities.arrow", file("data/funding.arrow"), "damaged", "cities.arrow holds another table: funding"],
      [
        "cities.arrow",
        Buffer.from(file("data/cities.arrow").toString("latin1").replaceAll(version, "0badc0de"), "latin1"),
        "newer",
        "cities.arrow has version 0badc0de",
      ],
    ];
    const page = await visit();
    for (const [name, body, reason, words] of faults) {
      const address = `**/${name}`;
      const mend = await fault(page, address, (route) =>
        route.fulfill({ body, contentType: "application/octet-stream" }),
      );
      const said = await failure(page);
      expect(said, `${name}: ${words}`).toMatchObject({ name: "DatabaseUnavailable", reason });
      expect(said.message).toContain(words);
      expect(said.message).not.toMatch(notForReaders);
      mend();
    }
    expect(await answer(page)).toEqual([{ n: 1 }]);
    await expect.poll(() => page.workers()).toHaveLength(1);
  });

  test.each([
    ["DecompressionStream", /lacks DecompressionStream.*Chrome and Edge.*80.*Firefox.*113.*Safari.*16\.4/],
    ["Worker", /lacks Worker.*settings/],
  ])("a browser without %s is told so, and which have it", async (feature, words) => {
    const page = await visit("", (page) => page.addInitScript(`delete globalThis.${feature}`));
    expect(await failure(page)).toMatchObject({
      reason: "old-browser",
      message: expect.stringMatching(words) as string,
    });
  });

  describe("a wait ends when nothing comes any more", () => {
    /** Lets time pass until the opening has ended; what moves meanwhile moves as it would. */
    async function passTime(page: Page, done: () => Promise<boolean>): Promise<void> {
      while (!(await done())) {
        await page.clock.fastForward(31_000);
        await page.waitForTimeout(100);
      }
    }

    test.each<[string, string, (route: Route) => Promise<void> | void]>([
      ["a table that never comes", "cities.arrow", () => {}],
      ["a script that never comes", "duckdb-browser-eh.worker.js", () => {}],
      [
        "a worker that never answers",
        "duckdb-browser-eh.worker.js",
        (route) => route.fulfill({ body: "// nothing" }),
      ],
    ])("%s", async (what, file, stall) => {
      const coming = new Set<string>();
      let mend = () => {};
      const page = await visit("", async (page) => {
        await page.clock.install();
        mend = await fault(page, `**/${file}`, stall);
        page.on("request", (request) => coming.add(request.url()));
        for (const end of ["requestfinished", "requestfailed"] as const)
          page.on(end as "requestfinished", (request) => coming.delete(request.url()));
      });
      await showRunner(page, "select 1 as n");
      const worker = what.startsWith("a script") ? null : page.waitForEvent("worker");
      await page.getByRole("button", { name: "Run here" }).click();
      await Promise.all([page.getByText("Starting the database").waitFor(), worker]);
      // Else time would pass while another file is still on its way.
      await expect.poll(() => [...coming].filter((url) => !url.endsWith(file))).toEqual([]);
      const alert = page.getByRole("alert");
      await passTime(page, async () => (await alert.count()) > 0);
      expect(await alert.innerText()).toMatch(/the wait was too long/);
      expect(await alert.innerText()).toContain(
        what.startsWith("a worker")
          ? "the database's worker: nothing came for 30 seconds"
          : `${file}: nothing came for 20 seconds`,
      );
      await expect.poll(() => page.workers()).toHaveLength(0);
      mend();
      await page.clock.resume();
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("region", { name: "Result" }).waitFor();
      expect(await alert.count()).toBe(0);
    });
  });

  test("after a new version was put up, SQL on an open page offers to reload, and the choice stays", async () => {
    const page = await visit("compare?cities=lisbon,nairobi");
    const figure = page.locator("figure[data-live]").first();
    await figure.waitFor();
    await page.route("**/_import/**", (route) => route.fulfill({ status: 404 }));
    await figure.getByText("SQL", { exact: true }).click();
    const reload = figure.getByRole("button", { name: "Reload the page" });
    await reload.waitFor();
    expect(await figure.getByRole("alert").innerText()).toMatch(/did not arrive.*may have changed/);
    await page.unroute("**/_import/**");
    await Promise.all([page.waitForEvent("load"), reload.click()]);
    expect(page.url()).toContain("cities=lisbon");
  });

  test("newer data than the page's offer to reload as well", async () => {
    const page = await visit("", (page) =>
      page.route("**/datapackage.json", async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: (await response.text()).replace(/"dataVersion": *"\w+"/, '"dataVersion": "0badc0de"'),
        });
      }),
    );
    await showRunner(page, "select 1", true);
    await page.getByRole("button", { name: "Run here" }).click();
    await page.getByRole("button", { name: "Reload the page" }).waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(/^The site has newer data than this page/);
  });

  test("after a stubborn Stop the next query waits for the new worker and succeeds", async () => {
    const page = await visit();
    const module = await importModule<OpenModule>(page, "database/open");
    const seen = await module.evaluate(async ({ openDatabase }) => {
      const database = await openDatabase();
      const controller = new AbortController();
      // A bound query is run in one go: its worker hears no Stop.
      const stubborn = database
        .query("select count(*) as n from range(100000000000) where range <> ?", {
          parameters: [1],
          signal: controller.signal,
        })
        .catch((error: Error) => error.name);
      setTimeout(() => controller.abort(), 300);
      const stopped = await stubborn;
      const next = await Promise.all([
        database.query("select 1 as n"),
        database.query("select count(*) > 0 as there from cities"),
      ]);
      return { stopped, next: next.map(({ rows }) => rows) };
    });
    expect(seen).toEqual({ stopped: "AbortError", next: [[{ n: 1 }], [{ there: true }]] });
    await expect.poll(() => page.workers()).toHaveLength(1);
  });

  test("Stop ends a query that fills the memory, and the next one answers", async () => {
    const page = await visit();
    await showRunner(page, "select * from range(1000000000) a, range(1000000000) b limit 1");
    await page.getByRole("button", { name: "Run here" }).click();
    await page.getByText("Running the query").waitFor();
    await page.waitForTimeout(300);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped.").waitFor();
    expect(await answer(page)).toEqual([{ n: 1 }]);
  });

  test("SQL cells of a page wait for a second try", async () => {
    let mend = () => {};
    const page = await visit("guide/sql", async (page) => {
      mend = await fault(page, "**/duckdb-eh.wasm.gz", (route) => route.fulfill({ status: 503 }));
    });
    const again = page.getByRole("button", { name: "Try again" });
    await again.waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("duckdb-eh.wasm.gz: 503");
    mend();
    await again.click();
    await page.getByRole("region", { name: "Result" }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

/** A runner in the page; `beside` leaves what the page has, such as the version of its data. */
async function showRunner(page: Page, sql: string, beside = false): Promise<void> {
  const module = await importModule<RunnerModule>(page, "database/query-runner");
  await module.evaluate(
    ({ queryRunner }, { sql, beside }) => {
      const runner = queryRunner(document, sql);
      if (beside) document.body.prepend(runner);
      else document.body.replaceChildren(runner);
    },
    { sql, beside },
  );
}

async function answer(page: Page): Promise<unknown> {
  const module = await importModule<OpenModule>(page, "database/open");
  return module.evaluate(
    async ({ openDatabase }) => (await (await openDatabase()).query("select 1 as n")).rows,
  );
}

interface Failure {
  name: string;
  message: string;
  reason?: string;
}

async function failure(page: Page): Promise<Failure> {
  const module = await importModule<OpenModule>(page, "database/open");
  return module.evaluate(async ({ openDatabase }) => {
    try {
      await openDatabase();
    } catch (error) {
      const { name, message, reason } = error as Failure;
      return { name, message, reason };
    }
    return { name: "opened", message: "" };
  });
}
