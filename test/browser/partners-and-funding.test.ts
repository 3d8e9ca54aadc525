import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../loaders/chromium.js";
import { openPage } from "../support/browser/site-server.js";

describe("pages of partnerships and funding", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test("the network is stepped through by keyboard: the neighbours are named, the picture follows", async () => {
    const { page, close } = await openPage(browser, "partnerships?region=northern-america");
    const figure = page.locator("#actor-network");
    await figure.scrollIntoViewIfNeeded();
    await page.waitForSelector("#actor-network[data-live]");
    expect(await page.getByRole("combobox", { name: "Region" }).inputValue()).toBe("northern-america");
    const list = page.getByRole("combobox", { name: "Actor" });
    await list.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const told = await figure.locator(".steps [role=status]").textContent();
    expect(told).toMatch(/practices?, \d+ led\. Works with .+\.$/);
    expect(await figure.locator(".chosen").count()).toBe(1);
    expect(await figure.locator(".near").count()).toBeGreaterThan(1);
    await close();
  });

  test("the list of actors that comes after the picture is drawn knows them", async () => {
    let send = () => {};
    const held = new Promise<void>((resolve) => (send = resolve));
    const { page, close } = await openPage(browser, "partnerships?region=northern-america", {}, (page) =>
      page.route("**/_import/app/stepper.*", async (route) => {
        await held;
        await route.continue();
      }),
    );
    await page.locator("#actor-network").scrollIntoViewIfNeeded();
    await page.waitForSelector("#actor-network[data-live]");
    send();
    const list = page.getByRole("combobox", { name: "Actor" });
    await list.waitFor();
    expect(await list.locator("option").count()).toBeGreaterThan(10);
    await close();
  });

  test("the currency stands in the address, and the amount as printed beside the converted one", async () => {
    const { page, close } = await openPage(browser, "funding");
    await page.waitForSelector("#documented-amounts[data-live]");
    await page.getByRole("combobox", { name: "Currency" }).selectOption("NZD");
    expect(new URL(page.url()).searchParams.get("currency")).toBe("NZD");
    const picture = page.locator("#documented-amounts .picture");
    await page.waitForFunction(() =>
      document.querySelector("#documented-amounts")?.textContent.includes("NZ$319"),
    );
    expect(await picture.textContent()).toContain("€197 million");
    await close();
  });

  test("a story's link opens its documented case in the workbench", async () => {
    const { page, close } = await openPage(browser, "funding");
    await page.getByRole("link", { name: /Rotterdam loses/ }).click();
    await page.waitForSelector("[data-workbench][data-live]");
    await page.waitForURL(/#s=/);
    expect(new URL(page.url()).search).toBe("");
    expect(await page.getByRole("slider", { name: "Public funding, Rotterdam" }).inputValue()).toBe("-50");
    await close();
  });
});
