import type { Page, Route } from "playwright-core";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEvidence } from "../../loaders/evidence.js";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { suitePages, siteUrl, type WatchedPage } from "../support/browser/site-server.js";

const register = readEvidence().get("practices")!.rows;

describe("the practice finder", () => {
  const open = suitePages();

  async function visit(query = "", width = 1280): Promise<WatchedPage> {
    const watched = await open(`practices${query}`, {
      viewport: { width, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
      acceptDownloads: true,
    });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-practices][data-live]").waitFor();
    await searched(watched.page);
    return watched;
  }

  /** Waits until the list is what the search found: the first has to wait for the summaries. */
  const searched = (page: Page) =>
    page.locator(".results > .cards:not([aria-busy])").waitFor({ state: "attached" });

  const search = (page: Page) => page.getByRole("searchbox", { name: "Search practices" });
  const cards = (page: Page) => page.locator(".results > .cards > li");
  const count = async (page: Page) => Number(/\d+/.exec(await page.locator(".count").innerText())![0]);
  const names = (page: Page) => cards(page).locator("h3").allTextContents();

  test("reads without scripts: every practice is there, with its source, and nothing that needs a script", async () => {
    const { page } = await open("practices", { javaScriptEnabled: false });
    expect(await cards(page).count()).toBe(register.length);
    expect(await page.locator(".cards dl a[href*='sources#']").count()).toBe(register.length);
    expect(await page.locator("#search-practices").isVisible()).toBe(false);
    expect(await page.locator(".notice").innerText()).toContain("need JavaScript");
  });

  test("a search with a typo and without accents finds, marks and counts; Escape clears; what to loosen is said", async () => {
    const { page, errors, foreign } = await visit();
    await search(page).pressSequentially("sao paolo");
    await searched(page);
    // A card that was put back has no inner text before its next frame, for cards out of view are not laid out.
    expect(await cards(page).first().locator(".meta").textContent()).toContain("São Paulo");
    expect(await cards(page).first().locator(".place mark").allTextContents()).toEqual(["São", "Paulo"]);
    const found = await count(page);
    expect(found).toBe(await cards(page).count());
    expect(await page.locator("[role=status].count").innerText()).toBe(
      `${found} practices of ${register.length}. Nothing has “paolo”: “paulo” is looked for`,
    );
    await search(page).press("Escape");
    expect(await search(page).inputValue()).toBe("");
    expect(await cards(page).count()).toBe(register.length);
    await expect.poll(() => page.locator(".cards mark").count()).toBe(0);
    await search(page).fill("zebra");
    await page.getByRole("button", { name: `Without the search “zebra”: ${register.length} found` }).click();
    expect(await cards(page).count()).toBe(register.length);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test("a search that no practice's words answer is answered by its topic, and the page says so", async () => {
    const { page, errors } = await visit("?q=participatory budgeting");
    await expect
      .poll(() => page.locator("[role=status].count").innerText())
      .toMatch(/\. No practice says “participatory budgeting”: found by topic \(Voting and participation\)$/);
    expect(await cards(page).first().getAttribute("id")).toBe("breda-neighbourhood-contest");
    expect(errors).toEqual([]);
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
    expect(await page.getByRole("combobox", { name: "Rank for" }).inputValue()).toBe("auckland");
    const first = cards(page).first();
    expect(await first.locator(".meta b").allTextContents()).toEqual(["political"]);
    await expect
      .poll(() => first.locator(".why li").first().innerText())
      .toBe("political: Auckland has none; the median of the mapped cities is 1");
    expect(await first.locator(".why li").nth(1).innerText()).toBe("about voting and participation");
    expect(await page.locator("#chicago-icirr .why li").first().innerText()).toBe(
      "political: Auckland has none; Chicago has 6 (median of the mapped cities: 1)",
    );
    expect(await page.locator(".city-story").innerText()).toMatch(
      /the register has \d+ practices for it: \d+ are about voting and participation, and come first/,
    );
    expect(await page.locator(".city-story").innerText()).toContain("political (none, median 1)");
    const own = register.filter((row) => row.city_id === "auckland").length;
    await page.getByText(`Already in Auckland: ${own} practices`).click();
    expect(await page.locator(".own .cards > li").count()).toBe(own);
    const id = (await first.getAttribute("id"))!;
    expect(await first.getByRole("link", { name: /^Adopt in a scenario/ }).getAttribute("href")).toBe(
      `${siteUrl}scenarios?adopt=${id}&city=auckland`,
    );
    await page.getByRole("combobox", { name: "Rank for" }).selectOption("toronto");
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

  test("the list begins with fifty; the rest comes when asked for, and all of it is printed", async () => {
    const { page } = await open("practices");
    await page.locator("[data-practices][data-live]").waitFor();
    const seen = () => page.locator(".results > .cards > li:visible").count();
    expect(await seen()).toBe(50);
    const rest = page.getByRole("button", { name: `Show all ${register.length} practices` });
    await page.emulateMedia({ media: "print" });
    expect(await seen()).toBe(register.length);
    await page.emulateMedia({ media: "screen" });
    await rest.click();
    expect(await seen()).toBe(register.length);
    expect(await rest.count()).toBe(0);
    const fiftyFirst = await cards(page).nth(50).getAttribute("id");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(fiftyFirst);
    await page.getByRole("checkbox", { name: /^economic/ }).check();
    expect(await seen()).toBe(Math.min(50, await cards(page).count()));
    const last = String(register.at(-1)!.practice_id);
    await page.goto(`${siteUrl}practices#${last}`);
    await page.locator("[data-practices][data-live]").waitFor();
    await expect.poll(() => page.locator(`[id="${last}"]`).isVisible()).toBe(true);
  });

  test("words that cards show are found, best match first, for a city too", async () => {
    const { page } = await visit("?city=auckland&q=budget");
    expect(await count(page)).toBeGreaterThan(0);
    expect(await page.getByRole("combobox", { name: "Sort by" }).inputValue()).toBe("relevance");
    expect(await cards(page).first().locator("mark").first().textContent()).toMatch(/^budget/i);
    await page.locator("summary", { hasText: /^Its document states$/ }).click();
    await page.getByRole("checkbox", { name: /^what it costs/ }).check();
    expect(new URL(page.url()).search).toContain("stated=cost");
  });

  const summaries = "**/data/practice-texts.json";

  /** Opens the page with its summaries held back until the answer is given. */
  async function held(query = "") {
    const asked: Route[] = [];
    const watched = await open(`practices${query}`, { acceptDownloads: true }, (page) =>
      page.route(summaries, (route) => void asked.push(route)),
    );
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-practices][data-live]").waitFor();
    return { ...watched, asked };
  }
  /** The question of that number, once the page has asked it. */
  async function asking(asked: readonly Route[], index: number): Promise<Route> {
    await expect.poll(() => asked.length).toBeGreaterThan(index);
    return asked[index]!;
  }
  const gone = { status: 404, contentType: "text/plain", body: "no such file" };
  const alert = (page: Page) => page.locator(".finder").getByRole("alert");
  const status = (page: Page) => page.locator(".count").innerText();
  const tryAgain = (page: Page) => page.getByRole("button", { name: "Try again" });

  test("the summaries are fetched with the first search, once; nothing else asks for them", async () => {
    const { page, asked } = await held("?city=auckland");
    await page.getByRole("checkbox", { name: /^legal/ }).check();
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("name");
    await page.locator("summary", { hasText: /^How / }).click();
    await cards(page).first().getByRole("button", { name: /^Add/ }).click();
    await page.waitForLoadState("networkidle");
    expect(asked).toHaveLength(0);
    await search(page).focus();
    await expect.poll(() => asked.length).toBe(1);
    await search(page).fill("city");
    expect(asked).toHaveLength(1);
    await (await asking(asked, 0)).continue();
    await searched(page);
    expect(await page.locator(".cards mark").count()).toBeGreaterThan(0);
    await search(page).fill("women");
    await page.waitForLoadState("networkidle");
    expect(asked).toHaveLength(1);
  });

  test("a search of the address asks for them at once; until they are here the list does not pass for searched", async () => {
    const { page, asked, errors } = await held("?q=language");
    await expect.poll(() => asked.length).toBe(1);
    expect(await status(page)).toBe(`All ${register.length} practices; the search is still loading`);
    const legal = page.getByRole("checkbox", { name: /^legal/ });
    await legal.check();
    const filtered = await cards(page).count();
    expect(filtered).toBeLessThan(register.length);
    expect(await status(page)).toBe(
      `${filtered} practices of ${register.length}; the search is still loading`,
    );
    await legal.uncheck();
    await (await asking(asked, 0)).continue();
    await searched(page);
    expect(await count(page)).toBe(await cards(page).count());
    expect(await count(page)).toBeLessThan(register.length);
    expect(errors).toEqual([]);
  });

  test("the list is what the last search found, whatever was typed while the summaries came", async () => {
    const { page, asked } = await held();
    await search(page).fill("language");
    await search(page).fill("zebra");
    await (await asking(asked, 0)).continue();
    await page.getByRole("button", { name: /^Without the search “zebra”/ }).waitFor();
    const emptied = await held("?q=language");
    await search(emptied.page).press("Escape");
    expect(await status(emptied.page)).toBe(`All ${register.length} practices`);
    const arrived = emptied.page.waitForResponse(summaries);
    await (await asking(emptied.asked, 0)).continue();
    await (await arrived).finished();
    await search(emptied.page).press("Tab");
    expect(await status(emptied.page)).toBe(`All ${register.length} practices`);
    expect(await cards(emptied.page).count()).toBe(register.length);
  });

  test("where they do not come the search says so, filters go on, and “Try again” brings the search", async () => {
    const { page, asked } = await held();
    await search(page).fill("lang");
    await (await asking(asked, 0)).fulfill(gone);
    await alert(page)
      .getByText(/The search does not work: the summaries of practices could not be fetched \(status 404\)\./)
      .waitFor();
    expect(await status(page)).toBe(`All ${register.length} practices, not searched`);
    expect.soft(await barriers(page)).toEqual([]);
    await search(page).pressSequentially("uage");
    const legal = page.getByRole("checkbox", { name: /^legal/ });
    const promised = Number(/\d+/.exec(await page.locator("label", { has: legal }).innerText())![0]);
    await legal.check();
    expect(await cards(page).count()).toBe(promised);
    expect(await status(page)).toBe(`${promised} practices of ${register.length}, not searched`);
    expect(asked).toHaveLength(1);
    await legal.uncheck();
    await tryAgain(page).click();
    expect(await alert(page).count()).toBe(0);
    expect(await search(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await expect.poll(() => asked.length).toBe(2);
    await (await asking(asked, 1)).continue();
    await searched(page);
    expect(await count(page)).toBe(await cards(page).count());
    expect(await count(page)).toBeLessThan(register.length);
    expect(await cards(page).first().locator("mark").first().textContent()).toMatch(/^language/i);
  });

  test("a file of the shortlist waits for them, says why there is none, and is made after all", async () => {
    const { page, asked } = await held();
    await cards(page).first().getByRole("button", { name: /^Add/ }).click();
    const summary = await cards(page).first().locator(".summary").innerText();
    await page.locator(".shortlist > summary").click();
    await page.getByRole("button", { name: "Export as Markdown" }).click();
    await page.getByText("The file waits for the summaries of practices…").waitFor();
    await (await asking(asked, 0)).fulfill(gone);
    await alert(page)
      .getByText(/The file was not made: the summaries of practices could not be fetched \(status 404\)\./)
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      (async () => {
        await tryAgain(page).click();
        await expect.poll(() => asked.length).toBe(2);
        await (await asking(asked, 1)).continue();
      })(),
    ]);
    const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ");
    expect(plain(readFileSync(await download.path(), "utf8"))).toContain(plain(summary).trim());
    expect(await alert(page).count()).toBe(0);
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
