import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { csvParseRows } from "d3-dsv";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleWorker } from "../../../loaders/bundle-worker.js";
import { projectFolder } from "../../../loaders/site/paths.js";
import { simulate } from "../../../src/model/simulate.js";
import { scenarioOf, type ScenarioDocument } from "../../../src/scenario/document.js";
import { pageData } from "../../../src/workbench/page-data.js";
import type { Workbench } from "../../../src/workbench/store.js";
import { barriers } from "../../support/browser/barriers.js";
import { unreadable } from "../../support/browser/overlaps.js";
import { launchChromium } from "../../../loaders/chromium.js";
import { model, rowsOf, valueOf } from "../../support/model/real-model.js";

let server: Server;
let browser: Browser;
/** Addresses that answer with a fault for now. */
const broken = new Set<string>();

beforeAll(async () => {
  const files = await siteFiles();
  server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0]!;
    const file = broken.has(path) ? undefined : files[path];
    response.writeHead(file ? 200 : 404, { "content-type": file?.[0] ?? "text/plain" });
    response.end(file?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function siteFiles(): Promise<Record<string, [type: string, content: string | Uint8Array]>> {
  const { outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: ["test/support/browser/find-page.ts"],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  const styles = await build({
    stdin: {
      contents: [
        "style",
        ...["workbench", "result", "levers/levers", "sections", "layout"].map((name) => `workbench/${name}`),
        "scenario-charts/scenario-charts",
        "workbench/find/find",
        "workbench/find/robust",
      ]
        .map((name) => `@import "./src/${name}.css";`)
        .join("\n"),
      loader: "css",
      resolveDir: projectFolder,
    },
    bundle: true,
    write: false,
    logLevel: "silent",
  });
  const data = JSON.stringify(pageData(rowsOf, "0123abcd", {})).replaceAll("<", "\\u003c");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Find</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/page.css"></head><body><main class="workbench"><h1>Find</h1></main>
    <script type="application/json" id="data">${data}</script><script type="module" src="/_import/workbench/page.js"></script></body></html>`;
  const script = async (name: "model" | "search"): Promise<[string, string]> => [
    "text/javascript",
    await bundleWorker(`src/workers/${name}-answers.ts`),
  ];
  return {
    "/": ["text/html", html],
    "/page.css": ["text/css", styles.outputFiles[0]!.text],
    "/_import/workbench/page.js": ["text/javascript", outputFiles[0]!.text],
    "/workers/model.worker.js": await script("model"),
    "/workers/search.worker.js": await script("search"),
    "/solver/highs.wasm.gz": [
      "application/gzip",
      gzipSync(readFileSync(fileURLToPath(import.meta.resolve("highs/runtime"))), { level: 1 }),
    ],
  };
}

type Bench = Window & { workbench: Workbench };
const scenarioIn = (page: Page): Promise<ScenarioDocument> =>
  page.evaluate(() => (window as unknown as Bench).workbench.document);

async function open(options: Parameters<Browser["newContext"]>[0] = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.getByRole("heading", { name: "How big a change would it take?" }).waitFor();
  const best = page.getByRole("form", { name: "Where does the money do most?" });
  const part = (name: string) => page.locator(".find-one", { has: page.getByRole("heading", { name }) });
  return { page, errors, best, part, close: () => context.close() };
}

describe("the panels for finding, in Chromium with the real workers", () => {
  it("finds the best use of €2 million, takes it over, and the scenario gives what was promised", async () => {
    const { page, errors, best, part, close } = await open();
    await best.getByRole("textbox", { name: "Best use of € a year" }).fill("2 million");
    await best.getByRole("button", { name: "Find best use" }).click();
    const area = part("Where does the money do most?");
    await area.getByRole("button", { name: /^Apply/ }).waitFor();
    const sentence = (await area.locator(".answer .sentence").textContent())!;
    expect(sentence).toMatch(/^With €(2|1\.\d) million of public money a year for \d+ new initiatives/);
    await area.locator(".plan-range", { hasText: "In 8 of 10" }).waitFor();
    await area.getByRole("button", { name: /^Apply/ }).click();
    const document = await scenarioIn(page);
    const [, promised] = / to (\d\d %) of what the median city has/.exec(sentence)!;
    const result = valueOf(simulate(model, scenarioOf(document)));
    const before = valueOf(simulate(model, scenarioOf({ ...document, levers: [] })));
    const [now, then] = [result.years.at(-1)!, before.years.at(-1)!];
    expect(`${(now.coverage * 100).toFixed(0)} %`).toBe(promised);
    expect(now.cost.public - then.cost.public).toBeLessThanOrEqual(2e6 + 1);
    await area.getByText("Applied to the scenario").waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    expect((await scenarioIn(page)).levers).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it("is asked and answered by keyboard alone, and says how far a lever may go", async () => {
    const { page, part, close } = await open();
    const area = part("How big a change would it take?");
    await area.getByRole("combobox", { name: "What" }).focus();
    await page.keyboard.type("Public funding, Rot");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Rott");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("0.6");
    await page.keyboard.press("Enter");
    await area.locator(".answer .sentence").waitFor();
    expect(await area.locator(".answer .sentence").textContent()).toMatch(
      /^Rotterdam can lose up to \d+ % of its public funding if coverage of Rotterdam is to be at least 60 % in five years/,
    );
    await area.getByRole("button", { name: /^Apply/ }).press("Enter");
    expect((await scenarioIn(page)).levers).toMatchObject([{ kind: "funding", city: "rotterdam" }]);
    await close();
  });

  it("keeps a wrong number where it is, says what is right, and brings the focus to it", async () => {
    const { page, best, close } = await open();
    const field = best.getByRole("textbox", { name: "Best use of € a year" });
    await field.fill("two");
    await field.press("Enter");
    await best.getByRole("alert").filter({ hasText: "An amount of euros is written as 2,000,000" }).waitFor();
    expect(await field.inputValue()).toBe("two");
    expect(await field.evaluate((d) => d === document.activeElement)).toBe(true);
    expect(await page.locator(".answer").first().textContent()).toBe("");
    await close();
  });

  it.each([1280, 360])(
    "stands back at the first key, and finds again for what stands there then, at %i px",
    async (width) => {
      const { page, errors, best, part, close } = await open({ viewport: { width, height: 800 } });
      const area = part("Where does the money do most?");
      const field = best.getByRole("textbox", { name: "Best use of € a year" });
      await best.getByRole("button", { name: "Find best use" }).click();
      await area.getByRole("button", { name: /^Apply/ }).waitFor();
      await field.focus();
      await page.keyboard.press("End");
      await page.keyboard.press("Backspace");
      expect(await area.locator(".search-area.stale").count()).toBe(1);
      expect(await area.getByRole("status").innerText()).toContain("for what stood in the fields before");
      expect(await area.getByRole("button", { name: /^Apply/ }).getAttribute("aria-disabled")).toBe("true");
      await field.fill("1,5 Mio €");
      await best.getByText("= €1.5 million").waitFor();
      expect(await barriers(page)).toEqual([]);
      await area.getByRole("button", { name: "Find again" }).click();
      await area.locator(".answer .sentence").waitFor();
      expect(await area.locator(".answer .sentence").innerText()).toMatch(/^With €1\.[345]/);
      expect(await area.locator(".search-area.stale").count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.each([
    ["light, 1280 px", { viewport: { width: 1280, height: 900 } }],
    ["dark, 360 px", { colorScheme: "dark", viewport: { width: 360, height: 780 } }],
  ] as const)(
    "tests a plan by keyboard alone, tells how far it is, and has no barrier: %s",
    async (_, options) => {
      const { page, errors, best, part, close } = await open(options);
      const area = part("Where does the money do most?");
      await best.getByRole("button", { name: "Find best use" }).press("Enter");
      await area.getByText("How sure is this plan?").press("Enter");
      const panel = area.locator("details.robust");
      await panel.getByRole("button", { name: "Test the plan" }).press("Enter");
      await panel.getByRole("progressbar", { name: /^Testing the best use/ }).waitFor();
      await panel.getByText(/^\d+ of 300 draws$/).waitFor();
      await panel.getByRole("button", { name: "Stop" }).press("Enter");
      await panel.getByText("Stopped.").waitFor();
      await panel.getByRole("button", { name: "Test again" }).press("Enter");
      await panel.getByText("Tested.").waitFor({ timeout: 60_000 });
      expect(await panel.locator(".sentence").innerText()).toMatch(
        /^This plan is best in \d+ of 300 draws, and within one point of the best in \d+\. It keeps to €2 million in \d+ of 100\./,
      );
      expect(await panel.getByRole("table").count()).toBe(4);
      for (const id of ["best-use-regret", "best-use-overturning", "best-use-worth"]) {
        const figure = page.locator(`#${id}`);
        await figure.locator("svg").waitFor();
        expect(await unreadable(figure)).toEqual([]);
      }
      for (const summary of await panel.locator("details > summary").all()) await summary.press("Enter");
      expect(await barriers(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const cost = panel.getByRole("button", { name: "Cost of an initiative" }).first();
      await cost.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.closest("tr")?.dataset.assumption)).toBe(
        "cost-initiative",
      );
      expect(errors).toEqual([]);
      await close();
    },
  );

  it("tests the plan of a point of the frontier with its budget; another point begins anew", async () => {
    const { page, best, part, errors, close } = await open();
    // The pictures of two tested plans stand side by side.
    await best.getByRole("button", { name: "Find best use" }).click();
    const first = part("Where does the money do most?");
    await first.getByText("How sure is this plan?").click();
    await first.getByRole("button", { name: "Test the plan" }).click();
    await page.locator("#best-use-regret svg").waitFor({ timeout: 60_000 });

    await page.getByRole("button", { name: "Draw the frontier" }).click();
    const area = part("What does each budget achieve?");
    await area.getByText(/^Table of \d+ plans$/).click();
    const points = area.getByRole("button", { name: /^Show plan for/ });
    await points.nth(3).click();
    const budget = await area.locator(".chosen-point h4").innerText();
    const sum = /€\S+( million)?/.exec(budget)![0];
    await area.getByText("How sure is this plan?").click();
    await area.getByRole("button", { name: "Test the plan" }).click();
    await area.getByText(`Testing the best use of ${sum} a year`, { exact: false }).waitFor();
    await page.locator("#point-of-the-frontier-regret svg").waitFor({ timeout: 60_000 });
    expect(await area.locator(".robust .sentence").innerText()).toContain(`It keeps to ${sum} in `);
    expect(await page.locator("#best-use-regret svg").count()).toBe(1);
    expect(await barriers(page)).toEqual([]);

    await points.nth(5).click();
    expect(await area.locator(".robust-answer").count()).toBe(0);
    await area.getByRole("button", { name: "Test the plan" }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it("saves a table of a tested plan, each row with budget, draws, seed and a link that opens the scenario", async () => {
    const { page, best, part, close } = await open();
    await best.getByRole("button", { name: "Find best use" }).click();
    const area = part("Where does the money do most?");
    await area.getByText("How sure is this plan?").click();
    await area.getByRole("button", { name: "Test the plan" }).click();
    await page.locator("#best-use-regret svg").waitFor({ timeout: 60_000 });
    const names = ["plans compared", "recurring parts", "what decides"];
    for (const name of names) {
      const coming = page.waitForEvent("download");
      await area.getByRole("button", { name: `CSV: ${name}` }).click();
      const text = readFileSync(await (await coming).path(), "utf8");
      const [heads, ...rows] = csvParseRows(text.replace("\uFEFF", ""));
      const column = (head: string) => rows.map((row) => row[heads!.indexOf(head)]);
      expect(rows.length).toBeGreaterThan(1);
      expect(new Set(column("Budget a year, EUR"))).toEqual(new Set(["2000000"]));
      expect(new Set(column("Number of draws"))).toEqual(new Set(["300"]));
      expect(new Set(column("Seed"))).toEqual(new Set(["1"]));
      expect(column("Scenario")[0]).toMatch(/^http:.+#s=/);
    }
    await close();
  });

  it("ends a test of a plan as soon as the scenario is changed", async () => {
    const { page, best, part, close } = await open();
    const area = part("Where does the money do most?");
    await best.getByRole("button", { name: "Find best use" }).click();
    await area.getByText("How sure is this plan?").click();
    await area.getByRole("button", { name: "Test the plan" }).click();
    await area.getByText(/^\d+ of 300 draws$/).waitFor();
    await page.evaluate(() => {
      const { workbench } = window as unknown as Bench;
      const cut = { kind: "funding", city: "rotterdam", change: -1 } as const;
      workbench.change({ ...workbench.document, levers: [cut] }, "Cut");
    });
    await area.getByText("Stopped, because the scenario was changed.").waitFor();
    expect(await area.locator(".robust-answer").count()).toBe(0);
    await close();
  });

  it("says that the search cannot start, and tries again", async () => {
    const { best, part, close } = await open();
    broken.add("/solver/highs.wasm.gz");
    await best.getByRole("button", { name: "Find best use" }).click();
    const area = part("Where does the money do most?");
    await area.getByRole("alert").filter({ hasText: "highs.wasm.gz: 404" }).waitFor();
    broken.clear();
    await area.getByRole("button", { name: "Try again" }).click();
    await area.getByRole("button", { name: /^Apply/ }).waitFor();
    await close();
  });

  it("draws the frontier; a point shows its plan and can be applied", async () => {
    const { page, part, close } = await open();
    await page.getByRole("button", { name: "Draw the frontier" }).click();
    const area = part("What does each budget achieve?");
    await area.getByText(/as high as new initiatives can/).waitFor();
    await area.getByText(/^Table of \d+ plans$/).click();
    await area
      .getByRole("button", { name: /^Show plan for/ })
      .nth(5)
      .click();
    const first = await area.locator(".chosen-point .sentence").textContent();
    // The points of the picture are one stop of the Tab key; arrows go along them.
    await area.locator("svg [role=button]").first().focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const last = await area.locator(".chosen-point .sentence").textContent();
    expect(last).toMatch(/go from 83 % to 100 %/);
    expect(last).not.toBe(first);
    await area
      .locator(".chosen-point")
      .getByRole("button", { name: /^Apply/ })
      .click();
    const { coverage } = valueOf(simulate(model, scenarioOf(await scenarioIn(page)))).years.at(-1)!;
    expect(coverage).toBeCloseTo(1, 9);
    await close();
  });

  it("names what drives the result, follows the scenario, and leads to the assumption", async () => {
    const { page, close } = await open();
    await page.getByText("What drives the result?").click();
    const panel = page.locator(".tornado-panel");
    await panel
      .locator(".sentence")
      .getByText(/whatever the assumptions|Most of it depends on/)
      .waitFor();
    await page.evaluate(() => {
      const { workbench } = window as unknown as Bench;
      const cut = { kind: "funding", city: "rotterdam", change: -1 } as const;
      workbench.change({ ...workbench.document, levers: [cut] }, "Cut");
    });
    await panel.getByText(/Most of it depends on “Part of a public cut that is lost”/).waitFor();
    await panel.getByRole("combobox", { name: "Measure" }).selectOption({ label: "public cost a year" });
    await panel.getByText(/^Public cost a year of all cities together/).waitFor();
    const name = await panel.locator("[data-driver]").first().getAttribute("data-driver");
    await panel.locator("[data-driver]").first().click();
    const focused = await page.evaluate(() => document.activeElement?.closest("tr")?.dataset.assumption);
    expect(focused).toBe(name);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/central/);
    await close();
  });

  for (const [name, options] of [
    ["light", {}],
    ["dark, 360 px", { colorScheme: "dark", viewport: { width: 360, height: 780 } }],
  ] as const)
    it(`has no barrier with every answer open: ${name}`, async () => {
      const { page, best, part, close } = await open(options);
      await best.getByRole("combobox", { name: "in", exact: true }).selectOption("chosen");
      await best.getByRole("button", { name: "Find best use" }).click();
      await page.getByRole("button", { name: "Find least money" }).click();
      await page.getByRole("button", { name: "Find the lever" }).click();
      await page.getByRole("button", { name: "Draw the frontier" }).click();
      await page.getByText("What drives the result?").click();
      const frontier = part("What does each budget achieve?");
      await frontier.getByText(/^Table of \d+ plans$/).click();
      await frontier
        .getByRole("button", { name: /^Show plan for/ })
        .nth(3)
        .click();
      for (const summary of await page.getByText("How this was found").all()) await summary.click();
      await page.locator(".tornado-panel .sentence").filter({ hasText: "." }).waitFor();
      await page.locator(".result[aria-busy=false]").waitFor();
      expect(await barriers(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await close();
    });
});
