import type { Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEvidence } from "../../loaders/evidence.js";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { suitePages, siteUrl, type WatchedPage } from "../support/browser/site-server.js";

const register = readEvidence().get("practices")!.rows;

describe.skipIf(!siteUrl)("the practice finder", () => {
  const open = suitePages();

  async function visit(query = "", width = 1280): Promise<WatchedPage> {
    const watched = await open(`practices${query}`, {
      viewport: { width, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
      acceptDownloads: true,
    });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-practices][data-live]").waitFor();
    return watched;
  }

  const search = (page: Page) => page.getByRole("searchbox", { name: "Search practices" });
  const cards = (page: Page) => page.locator(".results > .cards > li");
  const count = async (page: Page) => Number(/\d+/.exec(await page.locator(".count").innerText())![0]);
  const names = (page: Page) => cards(page).locator("h3").allTextContents();

  test("reads without scripts: every practice is there, with its source, and nothing that needs a script", async () => {
    const { page } = await open("practices", { javaScriptEnabled: false });
    expect(await cards(page).count()).toBe(register.length);
    expect(await page.locator(".cards dl a[href*='sources#']").count()).toBe(register.length);
    expect(await page.locator("#search-practices").isVisible()).toBe(false);
    expect(await page.locator(".notice").innerText()).toContain("need scripts");
  });

  test("a search with a typo and without accents finds, marks and counts; Escape clears; what to loosen is said", async () => {
    const { page, errors, foreign } = await visit();
    await search(page).pressSequentially("sao paolo");
    // A card that was put back has no inner text before its next frame, for cards out of view are not laid out.
    expect(await cards(page).first().locator(".meta").textContent()).toContain("São Paulo");
    expect(await cards(page).first().locator(".place mark").allTextContents()).toEqual(["São", "Paulo"]);
    const found = await count(page);
    expect(found).toBe(await cards(page).count());
    expect(await page.locator("[role=status].count").innerText()).toBe(
      `${found} practices of ${register.length}`,
    );
    await search(page).press("Escape");
    expect(await search(page).inputValue()).toBe("");
    expect(await cards(page).count()).toBe(register.length);
    await expect.poll(() => page.locator(".cards mark").count(), { timeout: 30_000 }).toBe(0);
    await search(page).fill("zebra");
    await page.getByRole("button", { name: `Without the search “zebra”: ${register.length} found` }).click();
    expect(await cards(page).count()).toBe(register.length);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test("a filter shows as many as its count promised, becomes a chip, and goes with it; back and forward work", async () => {
    const { page } = await visit();
    const legal = page.getByRole("checkbox", { name: /^legal/ });
    const promised = Number(/\d+/.exec(await page.locator("label", { has: legal }).innerText())![0]);
    await legal.check();
    expect(await count(page)).toBe(promised);
    expect(page.url()).toContain("dimension=legal");
    await page.locator("summary", { hasText: /^Kind$/ }).click();
    const good = page.getByRole("checkbox", { name: /^good practice/ });
    const both = Number(/\d+$/.exec((await page.locator("label", { has: good }).innerText()).trim())![0]);
    await good.check();
    expect(await count(page)).toBe(both);
    await page.goBack();
    expect(await count(page)).toBe(promised);
    await page.goForward();
    expect(await count(page)).toBe(both);
    await page.getByRole("button", { name: "Remove Dimension: legal" }).click();
    expect(await legal.isChecked()).toBe(false);
    await page.getByRole("button", { name: "Clear all" }).click();
    expect(await count(page)).toBe(register.length);
    expect(page.url()).toBe(`${siteUrl}practices`);
  });

  test("the address reproduces the view; what it cannot ask for is said and ignored", async () => {
    const query = "?q=language&lead=public&sort=name";
    const { page } = await visit(query);
    const first = await names(page);
    expect(first.length).toBeGreaterThan(1);
    await page.locator(".result-bar").getByRole("button", { name: "Copy link" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const again = await visit(copied.slice(`${siteUrl}practices`.length));
    expect(await names(again.page)).toEqual(first);
    const bad = await visit(`${query}&region=atlantis&city=gotham`);
    expect(await names(bad.page)).toEqual(first);
    const notice = await bad.page.locator(".notice").innerText();
    expect(notice).toContain("atlantis");
    expect(notice).toContain("gotham");
  });

  test("for Auckland political practices come first, with a true reason; its own stand apart", async () => {
    const { page, errors } = await visit("?city=auckland");
    expect(await page.getByRole("combobox", { name: "For my city" }).inputValue()).toBe("auckland");
    const first = cards(page).first();
    expect(await first.locator(".meta b").allTextContents()).toEqual(["political"]);
    await expect
      .poll(() => first.locator(".why li").first().innerText())
      .toBe("political: Auckland has none; Chicago has 6 (median of the mapped cities: 1)");
    expect(await page.locator(".city-story").innerText()).toContain("political (none, median 1)");
    const own = register.filter((row) => row.city_id === "auckland").length;
    await page.getByText(`Already in Auckland: ${own} practices`).click();
    expect(await page.locator(".own .cards > li").count()).toBe(own);
    const id = (await first.getAttribute("id"))!;
    expect(await first.getByRole("link", { name: /^Adopt in a scenario/ }).getAttribute("href")).toBe(
      `${siteUrl}scenarios?adopt=${id}&city=auckland`,
    );
    await page.getByRole("combobox", { name: "For my city" }).selectOption("toronto");
    expect(await page.locator(".city-story").innerText()).toContain("its gaps are not known");
    expect(await page.getByRole("link", { name: /^Adopt in a scenario/ }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test("a practice's own address brings it into view, among a city's own too", async () => {
    const id = String(register.find((row) => row.city_id === "auckland")!.practice_id);
    const { page } = await visit(`?city=auckland#${id}`);
    await expect.poll(() => page.locator(`#${id}`).isVisible()).toBe(true);
    await page.evaluate(() => (location.hash = ""));
    const other = await visit(`?q=zebra#${id}`);
    expect(await other.page.locator(".notice").innerText()).toContain(
      "left out by the search or the filters",
    );
  });

  test("the shortlist keeps its order over a reload and in other tabs, and can be taken away", async () => {
    const { page } = await visit("?city=auckland");
    const [one, two] = [cards(page).nth(0), cards(page).nth(1)];
    const ids = [await one.getAttribute("id"), await two.getAttribute("id")];
    const add = one.getByRole("button", { name: /^Add to shortlist: / });
    await add.focus();
    await page.keyboard.press("Enter");
    expect(
      await one.getByRole("button", { name: /^Remove from shortlist: / }).getAttribute("aria-pressed"),
    ).toBe("true");
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await tab.locator("[data-practices][data-live]").waitFor();
    await two.getByRole("button", { name: /^Add to shortlist: / }).click();
    await expect.poll(() => tab.locator(".shortlist > summary").innerText()).toBe("Shortlist: 2 practices");
    await page.locator(".shortlist > summary").click();
    await page
      .locator(".shortlist li")
      .nth(1)
      .getByRole("button", { name: /^Move .* up$/ })
      .click();
    await page.reload();
    await page.locator("[data-practices][data-live]").waitFor();
    await page.locator(".shortlist > summary").click();
    const kept = () =>
      page
        .locator(".shortlist li")
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.id));
    expect(await kept()).toEqual(ids.toReversed());
    expect(await page.locator(".shortlist .adopt a").getAttribute("href")).toBe(
      `${siteUrl}scenarios?adopt=${ids.toReversed().join(",")}&city=auckland`,
    );
    const file = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name }).click(),
      ]);
      return readFileSync(await download.path(), "utf8");
    };
    const csv = await file("Export as CSV");
    expect(
      csv
        .split("\n")
        .slice(1, 3)
        .map((line) => line.split(",")[0]),
    ).toEqual(ids.toReversed());
    expect(csv).toContain("Auckland has none");
    expect(await file("Export as Markdown")).toMatch(
      /^# Shortlist of practices for Auckland\n[\s\S]*## Sources\n/,
    );
  });

  test.each([1280, 360])(
    "no barrier and nothing beside the page with everything open, at %i px",
    async (width) => {
      const { page, errors } = await visit("?city=auckland&q=city", width);
      await cards(page).first().getByRole("button", { name: /^Add/ }).click();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll(".finder details"))
          (details as HTMLDetailsElement).open = true;
      });
      expect.soft(await barriers(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await barriers(page, colourRules), "dark").toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
    },
  );
});
