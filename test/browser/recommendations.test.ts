import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { launchChromium } from "../../loaders/chromium.js";
import { siteUrl } from "../support/browser/site-server.js";

describe("the checklist of recommendations", () => {
  let browser: Browser;
  let context: BrowserContext;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await context.close();
    expect(errors.splice(0)).toEqual([]);
  });

  async function visit(query = "", width = 1280): Promise<Page> {
    context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
    return tab(query);
  }

  async function tab(query = ""): Promise<Page> {
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    page.setDefaultTimeout(30_000);
    await page.goto(`${siteUrl}recommendations${query}`);
    await page.locator("[data-checklist][data-live]").waitFor();
    return page;
  }

  const state = (page: Page, id: string, name: string) =>
    page.locator(`[id="${id}"]`).getByRole("radio", { name, exact: true });

  test("a hash that is no text leaves the page as it is", async () => {
    const page = await visit("?city=lisbon#%E0%A4%A");
    expect(await page.locator(".summary-place h2").innerText()).toMatch(/^Lisbon/);
  });

  test("marks by keyboard survive a reload, and a second tab stays in step both ways", async () => {
    const page = await visit();
    await page.getByRole("combobox", { name: "City", exact: true }).selectOption("lisbon");
    expect(new URL(page.url()).search).toBe("?city=lisbon");
    await state(page, "com-local-01", "not marked").focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowDown");
    expect(await state(page, "com-local-01", "started").isChecked()).toBe(true);
    await page.getByRole("textbox", { name: "Note on 1", exact: true }).first().fill("since spring");
    await page.reload();
    await page.locator("[data-checklist][data-live]").waitFor();
    expect(await state(page, "com-local-01", "started").isChecked()).toBe(true);
    expect(await page.locator("#com-local-01 .note input").inputValue()).toBe("since spring");
    const second = await tab("?city=lisbon");
    expect(await state(second, "com-local-01", "started").isChecked()).toBe(true);
    await state(second, "seidle-01", "in place").check();
    await page.locator('#seidle-01[data-state="in-place"]').waitFor();
    await state(page, "seidle-01", "not yet").check();
    await second.locator('#seidle-01[data-state="not-yet"]').waitFor();
    expect(await second.locator(".summary-place h2").innerText()).toMatch(
      /1.started, 1.not.yet, 48.not.marked/,
    );
  });

  test("exported marks come back after clearing; a broken file changes nothing and says why", async () => {
    const page = await visit("?city=nairobi");
    await state(page, "com-local-02", "in place").check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "JSON", exact: true }).click(),
    ]);
    const file = { name: download.suggestedFilename(), mimeType: "application/json" };
    const buffer = readFileSync(await download.path());
    await page.getByRole("button", { name: "Clear marks" }).click();
    expect(await state(page, "com-local-02", "not marked").isChecked()).toBe(true);
    await page.getByRole("combobox", { name: "City", exact: true }).selectOption("lisbon");
    await page.getByLabel("Import marks").setInputFiles({ ...file, buffer });
    await page.getByText("1 mark of Nairobi imported").waitFor();
    expect(new URL(page.url()).search).toBe("?city=nairobi");
    expect(await state(page, "com-local-02", "in place").isChecked()).toBe(true);
    const broken = Buffer.from(buffer.toString("utf8").replace("in-place", "done"));
    await page.getByLabel("Import marks").setInputFiles({ ...file, buffer: broken });
    const refused = /no mark was changed[^]*marks\.0\.state: “done”/;
    await page.getByRole("alert").filter({ hasText: refused }).waitFor();
    expect(await state(page, "com-local-02", "in place").isChecked()).toBe(true);
  });

  test("a “not yet” brings practices of other places with their reasons; nobody fetched them before", async () => {
    const page = await visit("?city=auckland", 360);
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await state(page, "com-local-04", "started").check();
    expect(fetched).toEqual([]);
    await state(page, "com-local-05", "not yet").check();
    const ideas = page.locator("#com-local-05 .ideas");
    await ideas.getByRole("link", { name: "more practices" }).waitFor();
    expect(fetched.filter((path) => /practice-texts\.json$/.test(path))).toHaveLength(1);
    for (const idea of await ideas.getByRole("listitem").all())
      expect(await idea.innerText()).toMatch(/Why: .*political: Auckland has none/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await barriers(page), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page, colourRules), "dark").toEqual([]);
  });

  test("where the browser keeps nothing, marks last for the visit and the page says so", async () => {
    context = await browser.newContext();
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
    const page = await tab("?city=lisbon");
    await state(page, "com-local-01", "started").check();
    await page.getByText("marks last for this visit only").waitFor();
    expect(await page.locator(".summary-place h2").innerText()).toMatch(/1.started/);
  });

  test("prints as a checklist on A4: boxes for every one, crossed where marked, and nothing to press", async () => {
    const page = await visit("?city=lisbon");
    await state(page, "com-local-01", "in place").check();
    await page.emulateMedia({ media: "print" });
    const boxes = page.locator(".groups .boxes .box");
    expect(await boxes.count()).toBe(150);
    expect(await boxes.filter({ visible: true }).count()).toBe(150);
    expect(await page.locator("#com-local-01 .box").allInnerTexts()).toEqual(["", "", "×"]);
    for (const hidden of [".tools", ".states", ".more-advice", ".place-choice"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  });
});
