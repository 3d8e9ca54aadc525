import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { launchChromium } from "../../loaders/chromium.js";
import { siteUrl } from "../support/browser/site-server.js";

describe("checking a pasted text", () => {
  let browser: Browser;
  let context: BrowserContext;
  const errors: string[] = [];
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await context.close();
    expect(errors.splice(0)).toEqual([]);
  });

  async function visit(width = 1280): Promise<Page> {
    context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    asked.length = 0;
    page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${siteUrl}reports/check`);
    await page.locator("[data-paste-check][data-live]").waitFor();
    return page;
  }

  const box = (page: Page) => page.getByRole("textbox", { name: "Text to check" });

  test("by keyboard alone a text is marked, and its table leads to the evidence; nothing is sent", async () => {
    const page = await visit();
    await box(page).focus();
    await page.keyboard.type("Lisbon has 36 initiatives. Overall, 13 political initiatives were counted.");
    const before = asked.length;
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("2 statements checked: 1 agrees and 1 differs.").waitFor();
    expect(await page.locator("mark.agrees").innerText()).toContain("36");
    expect(await page.locator("mark.differs").innerText()).toContain("13");
    const row = page.locator("#statement-2");
    expect(await row.innerText()).toMatch(/differs from the table used, but agrees with another reading/);
    expect(
      await row
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
    ).toContain(`${siteUrl}sources#thp-political-initiatives`);
    expect(asked.slice(before)).toEqual([]);
    expect(asked.every((request) => request.startsWith(`GET ${siteUrl}`))).toBe(true);
  });

  test("a hostile text is text", async () => {
    const page = await visit();
    const text = `<img src=x onerror="document.title='run'"><script>document.title='run'</script> Lisbon has 36 <b>initiatives</b>.`;
    await box(page).fill(text);
    await page.keyboard.press("Control+Enter");
    await page.locator("mark").waitFor();
    expect(await page.locator(".check-results :is(img, script)").count()).toBe(0);
    expect(await page.locator(".checked-text").innerText()).toContain("<img src=x");
    expect(await page.title()).not.toBe("run");
  });

  test("an empty text and one that is too long are told, and nothing is checked", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "There is no text yet" }).waitFor();
    await box(page).fill("a ".repeat(100_001));
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "200,002 characters" }).waitFor();
    expect(await page.locator("mark").count()).toBe(0);
  });

  test("the example is read and drawn at once, and fits a phone, the dark and paper", async () => {
    const page = await visit(360);
    const milliseconds = await page.getByRole("button", { name: "Try an example" }).evaluate((button) => {
      const began = performance.now();
      (button as HTMLButtonElement).click();
      return performance.now() - began;
    });
    // Some 15 ms on a quiet machine.
    expect(milliseconds).toBeLessThan(250);
    await page.locator("mark").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await barriers(page), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page, colourRules), "dark").toEqual([]);
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    expect(await box(page).isVisible()).toBe(false);
    expect(await page.locator(".findings table").isVisible()).toBe(true);
  });

  test("the findings are copied as text", async () => {
    const page = await visit();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Try an example" }).click();
    await page.getByRole("button", { name: "Copy as text" }).click();
    await page.getByText("Copied.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/statements checked/);
    expect(copied).toContain(`${siteUrl}sources#thp-political-initiatives`);
  });

  test("without scripts the page says that it needs them, and what it reads", async () => {
    context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${siteUrl}reports/check`);
    // A browser whose scripts are off for a test alone does not lay out what stands for none.
    expect(await page.locator("noscript").allTextContents()).toContainEqual(
      expect.stringContaining("Checking a text needs JavaScript"),
    );
    await page.getByRole("heading", { name: "What it cannot judge" }).waitFor();
  });
});
