import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { navigation } from "../../loaders/site/navigation.js";
import type { SearchFile } from "../../src/site-search/entry.js";
import { barriers } from "../support/browser/barriers.js";
import { launchChromium } from "../../loaders/chromium.js";
import { openPage, siteUrl, type WatchedPage } from "../support/browser/site-server.js";
import { overflow } from "../support/browser/width.js";
import { pagesOf } from "../support/site/pages-of-site.js";

const wide = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

describe("ways around", () => {
  let browser: Browser;
  let watched: WatchedPage | undefined;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(watched!.errors).toEqual([]);
    expect(watched!.foreign).toEqual([]);
    await watched!.close();
  });

  async function visit(path: string, viewport = wide) {
    watched = await openPage(browser, path, { viewport });
    ({ page } = watched);
    page.setDefaultTimeout(10_000);
    await page.locator("html[data-shown]").waitFor();
  }
  const searchbox = () => page.getByRole("searchbox", { name: "Search", exact: true });
  const myCity = () => page.getByRole("combobox", { name: "My city" });
  const found = () => page.locator("[data-found]");

  describe("the search of the bar", () => {
    test("opens with /, finds through slips and accents, and leads there by keyboard", async () => {
      await visit("");
      await page.keyboard.press("/");
      await page.keyboard.type("sao paulp");
      await found().getByRole("link", { name: "São Paulo Brazil" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/cities/sao-paulo");
    });

    test("groups by kind and names pages, figures, practices, indicators and discrepancies", async () => {
      await visit("funding");
      await searchbox().fill("rotterdam");
      await found().getByRole("heading", { name: "Cities" }).waitFor();
      const kinds = await found().getByRole("heading").allTextContents();
      expect(kinds).toEqual(expect.arrayContaining(["Cities", "Figures", "Practices", "Discrepancies"]));
      expect(await barriers(page)).toEqual([]);
      await searchbox().fill("coverage");
      await found()
        .getByRole("link", { name: /^Coverage How a scenario/ })
        .waitFor();
      for (const [query, name] of [
        ["vote", /^Neighbourhood project contest Breda/],
        ["moradia", /^Housing quotas/],
        ["challenges nairobi", /^Nairobi: the study names .* Brief of Nairobi$/],
        ["barriers to partnership", /^What stands between cities and business/],
        ["kappa", /^Judgements made twice/],
      ] as const) {
        await searchbox().fill(query);
        await found().getByRole("link", { name }).first().waitFor();
      }
      await searchbox().fill("vote");
      expect(await found().getByText("Note mark").count()).toBe(0);
      await searchbox().fill("lisbom");
      expect(await found().getByRole("status").textContent()).toContain(
        "Nothing has “lisbom”: “lisbon” is looked for.",
      );
      await searchbox().fill("zzzzzz");
      expect(await found().getByRole("status").textContent()).toContain("Nothing matches “zzzzzz”");
    });

    test("closes with Escape and gives the box back; a / inside of a field is a letter", async () => {
      await visit("practices");
      await searchbox().fill("lisbon");
      await found().getByRole("link").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      expect(await found().isVisible()).toBe(false);
      expect(await searchbox().evaluate((box) => box === document.activeElement)).toBe(true);
      const finder = page.getByRole("searchbox", { name: "Search practices" });
      await finder.fill("");
      await finder.press("/");
      expect(await finder.inputValue()).toBe("/");
    });

    test("says when its list does not come, and tries again", async () => {
      await visit("compare");
      let fails = true;
      await page.route("**/data/site-search.json", (route) =>
        fails ? route.fulfill({ status: 404 }) : route.continue(),
      );
      await searchbox().fill("lisbon");
      await found().getByText("could not be fetched").waitFor();
      watched!.errors.length = 0;
      fails = false;
      await found().getByRole("button", { name: "Try again" }).click();
      await found()
        .getByRole("link", { name: /^Lisbon/ })
        .first()
        .waitFor();
    });

    test("every result leads to a place that is there", () => {
      const folder = inject("siteFolder");
      const { entries } = JSON.parse(
        readFileSync(join(folder, "data/site-search.json"), "utf8"),
      ) as SearchFile;
      const pages = new Map(pagesOf(folder).map((built) => [`/${built.path}`, built]));
      const lost = entries.filter(({ address }) => {
        const [path, id] = address.split("#");
        const { document } = pages.get(path!.replace(/\?.*/, "")) ?? {};
        return !document || (id !== undefined && !document.getElementById(id));
      });
      expect(lost).toEqual([]);
      expect(new Set(entries.map(({ kind }) => kind)).size).toBe(8);
      watched = { errors: [], foreign: [], close: () => Promise.resolve() } as unknown as WatchedPage;
    });
  });

  describe("the bar", () => {
    test("leads from each group to its pages, and shows where one is", async () => {
      await visit("partnerships");
      const bar = page.getByRole("navigation", { name: "Pages" });
      for (const { name } of navigation)
        expect(await bar.getByRole("link", { name, exact: true }).first().isVisible()).toBe(true);
      expect(await bar.locator("[aria-current=page]").textContent()).toBe("Partnerships");
      await bar.getByRole("link", { name: "Cities", exact: true }).click();
      await page.waitForURL("**/cities/");
      await bar.getByRole("link", { name: "Compare", exact: true }).click();
      await page.waitForURL("**/compare");
    });

    test("takes one line on a phone: name, my city, menu; the menu holds the rest", async () => {
      await visit("", phone);
      const heights = await page
        .locator("#observablehq-header")
        .evaluate((header) => header.getBoundingClientRect().height);
      expect(heights).toBeLessThan(64);
      expect(await searchbox().isVisible()).toBe(false);
      await page.getByRole("button", { name: "Menu" }).click();
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await searchbox().fill("auckland");
      await found()
        .getByRole("link", { name: /^Auckland/ })
        .first()
        .waitFor();
      expect(await overflow(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("navigation").getByRole("link", { name: "Practices", exact: true }).click();
      await page.waitForURL("**/practices");
    });
  });

  describe("my city", () => {
    test("is kept from page to page, and can be cleared", async () => {
      await visit("");
      await myCity().selectOption("Lisbon");
      await page.goto(`${siteUrl}funding`);
      await page.locator("#my-city:enabled").waitFor();
      expect(await myCity().inputValue()).toBe("lisbon");
      await myCity().selectOption("");
      await page.reload();
      await page.locator("#my-city:enabled").waitFor();
      expect(await myCity().inputValue()).toBe("");
    });

    test("another city is found by typing its line out, and none of it lands in the form", async () => {
      await visit("");
      await page.locator("#my-city:enabled").focus();
      await page.keyboard.type("Another", { delay: 60 });
      const form = page.getByRole("dialog", { name: "Your city" });
      await form.waitFor();
      expect(await form.getByRole("textbox", { name: "Name of the city" }).inputValue()).toBe("");
      await page.keyboard.press("Escape");
      await page.locator("#my-city").focus();
      await page.keyboard.type("Lis", { delay: 60 });
      expect(await myCity().inputValue()).toBe("lisbon");
    });

    test("may be one that the evidence does not hold, with counts of which any may be unknown", async () => {
      await visit("", phone);
      await myCity().selectOption("Another city…");
      const form = page.getByRole("dialog", { name: "Your city" });
      await form.getByRole("textbox", { name: "Social" }).fill("many");
      await form.getByRole("button", { name: "Save" }).click();
      expect(await form.getByRole("alert").allInnerTexts()).toEqual([
        expect.stringMatching(
          /Give the city a name.*\n*.*Social initiatives: “many” is no whole number from 0 to 999/s,
        ),
      ]);
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await form.getByRole("textbox", { name: "Name of the city" }).fill("Ghent");
      await form.getByRole("textbox", { name: "Country" }).fill("Belgium");
      await form.getByRole("textbox", { name: "Social" }).fill("7");
      await form.getByRole("button", { name: "Save" }).click();
      expect(await myCity().locator("option:checked").textContent()).toBe("Ghent (your numbers)");
      await page.goto(`${siteUrl}compare`);
      await page.locator("#my-city:enabled").waitFor();
      expect(await myCity().locator("option:checked").textContent()).toBe("Ghent (your numbers)");
      await myCity().selectOption("Change Ghent…");
      expect(await form.getByRole("textbox", { name: "Social" }).inputValue()).toBe("7");
      expect(await form.getByRole("textbox", { name: "Legal" }).inputValue()).toBe("");
      await form.getByRole("button", { name: "Remove this city" }).click();
      expect(await myCity().inputValue()).toBe("");
    });
  });
});
