import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { suitePages, siteUrl, type WatchedPage } from "../support/browser/site-server.js";

describe("the workbench", () => {
  const open = suitePages();

  async function visit(path = "scenarios", width = 1280): Promise<WatchedPage> {
    const watched = await open(path, {
      viewport: { width, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-workbench][data-live]").waitFor();
    return watched;
  }

  const lever = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  /** The words of the region once the ranges have come. */
  async function result(page: Page): Promise<string> {
    const region = page.getByRole("status", { name: "Result" });
    await page.locator('.result[aria-busy="false"]').waitFor();
    return (await region.innerText()).replace(/\s+/g, " ");
  }

  test("reads without scripts: the baseline, its pictures and their sources", async () => {
    const { page } = await open("scenarios", { javaScriptEnabled: false });
    expect(await page.getByRole("status", { name: "Result" }).innerText()).toContain("No changes yet");
    expect(await page.locator("figure .picture svg").count()).toBeGreaterThan(5);
    expect(await page.locator("figcaption a[href*='sources#thp-2014']").count()).toBeGreaterThan(3);
    // Nothing that can be pressed does nothing.
    for (const button of await page.locator("main").getByRole("button").all())
      expect(await button.isEnabled(), await button.innerText()).toBe(false);
  });

  test("fetches no database and asks nobody else", async () => {
    const fetched: string[] = [];
    const watched = await open("scenarios", {}, (page) => {
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      return Promise.resolve();
    });
    await watched.page.locator("[data-workbench][data-live]").waitFor();
    await result(watched.page);
    expect(fetched.filter((path) => /duckdb|highs|\.wasm/.test(path))).toEqual([]);
    expect(watched.foreign).toEqual([]);
    expect(watched.errors).toEqual([]);
  });

  test("a lever by keyboard: arrows, page down, home and end; the result says what it does and how sure", async () => {
    const { page, errors } = await visit();
    const slider = lever(page, "Public funding, Rotterdam");
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await slider.getAttribute("aria-valuetext")).toBe("−1 %");
    await page.keyboard.press("PageDown");
    expect(Number(await slider.inputValue())).toBeLessThan(-5);
    await page.keyboard.press("End");
    expect(await slider.inputValue()).toBe("100");
    await page.keyboard.press("Home");
    expect(await slider.inputValue()).toBe("-100");
    const words = await result(page);
    expect(words).toMatch(/Only Rotterdam changes: it goes from 69 % to 38 % \(range \d+ % to \d+ %\)/);
    expect(words).toContain("8 in 10 of 1,000 simulations");
    expect(await page.locator("#waterfall svg").getAttribute("aria-label")).toContain("Rotterdam");
    expect(errors).toEqual([]);
  });

  test("undo and redo every change, with buttons and keys; a drawn slider is one step; replay ends where it was", async () => {
    const { page } = await visit();
    const slider = lever(page, "Public funding, all cities");
    const untouched = await result(page);
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    for (let i = 1; i <= 10; i++)
      await page.mouse.move(box.x + box.width / 2 + i * 5, box.y + box.height / 2);
    await page.mouse.up();
    const moved = await slider.inputValue();
    expect(Number(moved)).toBeGreaterThan(10);
    await lever(page, "New political initiatives, all cities").press("ArrowRight");
    const both = await result(page);
    await button(page, "Undo").click();
    expect(await lever(page, "New political initiatives, all cities").inputValue()).toBe("0");
    expect(await slider.inputValue()).toBe(moved);
    await slider.press("Control+z");
    expect(await result(page)).toBe(untouched);
    await button(page, "Redo").click();
    await slider.press("Control+Shift+z");
    expect(await result(page)).toBe(both);
    await button(page, "Replay").click();
    await expect.poll(() => lever(page, "New political initiatives, all cities").inputValue()).toBe("0");
    await expect.poll(() => lever(page, "New political initiatives, all cities").inputValue()).toBe("1");
    expect(await result(page)).toBe(both);
  });

  test("levers and assumptions are reset apart; what is changed is marked", async () => {
    const { page } = await visit();
    await lever(page, "Public funding, Rotterdam").press("Home");
    await page.locator("#assumptions > summary").click();
    await page.getByRole("spinbutton", { name: /^Part of a public cut that is lost, central/ }).fill("0,6");
    await page.keyboard.press("Enter");
    expect(await page.locator("#assumptions > summary").innerText()).toContain("1 changed");
    expect(await result(page)).toContain("This is with one changed assumption.");
    await button(page, "Reset levers").click();
    expect(await lever(page, "Public funding, Rotterdam").inputValue()).toBe("0");
    expect(await page.locator("#assumptions > summary").innerText()).toContain("1 changed");
    await lever(page, "Public funding, Rotterdam").press("Home");
    await button(page, "Reset assumptions").click();
    expect(await lever(page, "Public funding, Rotterdam").inputValue()).toBe("-100");
    expect(await result(page)).not.toContain("changed assumption");
  });

  test("a number that cannot be is refused beside its field, and the last good state stays", async () => {
    const { page } = await visit();
    const field = page.getByRole("spinbutton", { name: "Public funding, Rotterdam, %" });
    await field.fill("-40");
    await field.press("Enter");
    const good = await result(page);
    await field.fill("150");
    await field.blur();
    const why = page
      .getByRole("alert")
      .filter({ hasText: "Give −100 to 100 %. The results still use −40 %." });
    expect(await why.count()).toBe(1);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.inputValue()).toBe("150");
    expect(await result(page)).toBe(good);
    await lever(page, "Public funding, Rotterdam").press("ArrowLeft");
    expect(await field.inputValue()).toBe("-41");
    expect(await field.getAttribute("aria-invalid")).toBeNull();
  });

  test.each([1280, 360])(
    "numbers of both notations are taken when they are done, at %i px",
    async (width) => {
      const { page, errors } = await visit("scenarios", width);
      const field = (name: string) => page.getByRole("spinbutton", { name, exact: true });
      const saidOf = async (name: string) =>
        (await field(name).locator("xpath=ancestor::*[contains(@class,'number-field')]").innerText()).replace(
          /\s+/g,
          " ",
        );
      await page.getByText(/^Method:/).click();
      await field("Draws").pressSequentially("x");
      for (const [name, text, taken] of [
        ["Draws", "50.000", "1,000 draws"],
        ["Years ahead", "30", "5 years"],
      ] as const) {
        await field(name).fill(text);
        await page.keyboard.press("Tab");
        expect(await field(name).inputValue()).toBe(text);
        expect(await saidOf(name)).toContain(`The results still use ${taken}.`);
      }
      await page.evaluate(() => window.scrollTo(0, 0));
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await field("Draws").fill("1.500");
      expect(await saidOf("Draws")).toContain("= 1,500 draws");
      await page.keyboard.press("Tab");
      await field("Years ahead").fill("3 years");
      await page.keyboard.press("Enter");
      expect(await result(page)).not.toContain("Not applied");
      await lever(page, "Public funding, Rotterdam").press("Home");
      expect(await result(page)).toContain("of 1,500 simulations");
      expect(await field("Draws").inputValue()).toBe("1.500");
      expect(errors).toEqual([]);
    },
  );

  test("one city in view: its levers alone, its sentence, and back", async () => {
    const { page } = await visit();
    await page.getByRole("combobox", { name: "City", exact: true }).selectOption("lisbon");
    expect(await page.getByRole("slider").count()).toBe(6);
    await page.getByText("More levers: partnerships").click();
    expect(await page.getByRole("slider").count()).toBe(11);
    expect(await result(page)).toContain("Lisbon has 100 % of what the median city has");
    await lever(page, "Third–public turned public–private, Lisbon").press("End");
    expect(await result(page)).toMatch(
      /In five years Lisbon stays at 100 % of what the median city has.*public money pays/,
    );
    await page.getByRole("combobox", { name: "City", exact: true }).selectOption("all");
    expect(await page.getByRole("slider", { name: "Public funding, Nairobi" }).count()).toBe(1);
  });

  test("start, ramp, spending, target, years, seed and draws change the scenario", async () => {
    const { page } = await visit();
    const slider = lever(page, "Public funding, Auckland");
    await slider.press("End");
    const all = page.locator('[data-lever="funding/auckland"]');
    await all.getByText("Timing and spending", { exact: true }).click();
    await all.getByRole("spinbutton", { name: /^Starts/ }).fill("3");
    await page.keyboard.press("Tab");
    await all.getByRole("spinbutton", { name: /^Years until it takes full effect/ }).fill("4");
    await page.keyboard.press("Tab");
    expect(await result(page)).toMatch(/Only Auckland changes/);
    const before = await result(page);
    await all.getByRole("combobox", { name: "A rise is spent" }).selectOption("gap-first");
    expect(await result(page)).not.toBe(before);
    await page.getByRole("spinbutton", { name: "Years ahead" }).fill("10");
    await page.keyboard.press("Tab");
    expect(await result(page)).toContain("In ten years");
    // The page's clock says which year the scenario begins with.
    const thisYear = new Date().getFullYear();
    expect(await page.locator("#cost-by-year h2").innerText()).toContain(`By ${thisYear + 10}`);
    await page.getByText(/^Method:/).click();
    await page.getByRole("spinbutton", { name: "Start year" }).fill("2030");
    await page.keyboard.press("Tab");
    await page.locator("#cost-by-year h2").getByText("By 2040").waitFor();
    expect(await page.locator("#waterfall svg").getAttribute("aria-label")).toContain("2040");
    await page.getByRole("combobox", { name: "Target" }).selectOption("best");
    expect(await result(page)).toContain("of what the best of the mapped cities has");
    await page.getByRole("combobox", { name: "Target" }).selectOption("own");
    await page.getByRole("spinbutton", { name: "political", exact: true }).first().fill("0");
    await page.keyboard.press("Tab");
    expect(await result(page)).toContain("of your own target");
    await page.getByRole("spinbutton", { name: "Draws" }).fill("200");
    await page.keyboard.press("Tab");
    await page.getByRole("spinbutton", { name: "Seed" }).fill("7");
    await page.keyboard.press("Tab");
    expect(await result(page)).toContain("200 simulations (seed 7)");
  });

  test.each([1280, 360])(
    "a late lever says so; what is moved and undo stay in view while the levers are scrolled, at %i px",
    async (width) => {
      const { page, errors } = await visit("scenarios", width);
      const slider = lever(page, "Public funding, Auckland");
      await slider.press("End");
      const auckland = page.locator('[data-lever="funding/auckland"]');
      expect(await auckland.innerText()).toContain("Starts in year 1, in full at once, spent in proportion.");
      await auckland.getByText("Timing and spending", { exact: true }).click();
      await auckland.getByRole("spinbutton", { name: /^Starts/ }).fill("8");
      await page.keyboard.press("Enter");
      expect(await auckland.innerText()).toContain("It does nothing: it starts after the last year");
      await page.evaluate(() => window.scrollTo(0, 0));
      expect(await barriers(page)).toEqual([]);
      await page.getByText("More levers: partnerships").click();
      await lever(page, "Third–public turned public–private, all cities").scrollIntoViewIfNeeded();
      await expect(button(page, "Undo").isVisible()).resolves.toBe(true);
      const inView = (selector: string) =>
        page.locator(selector).evaluate((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return bottom > 0 && top < window.innerHeight;
        });
      expect(await inView(".toolbar-first")).toBe(true);
      if (width >= 1000) expect(await inView(".moved-levers")).toBe(true);
      expect(await page.locator(".levers-side").evaluate((d) => getComputedStyle(d).overflowY)).toBe(
        "visible",
      );
      await auckland.getByRole("button", { name: /^Look 8 years ahead/ }).click();
      expect(await page.getByRole("spinbutton", { name: "Years ahead" }).inputValue()).toBe("8");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(errors).toEqual([]);
    },
  );

  test("a documented case with its story; the same answer again gives the same address", async () => {
    const { page } = await visit();
    await page.getByText("Start from a documented case").click();
    await button(page, "Rotterdam loses the national integration money").click();
    const words = await result(page);
    expect(words).toMatch(/Rotterdam goes from 69 % to 54 % of what the median city has/);
    await page.waitForURL(/#s=/);
    const again = await visit(page.url().slice(siteUrl.length));
    expect(await result(again.page)).toBe(words);
  });

  test.each([1280, 390])(
    "no barrier and nothing beside the page with levers moved, at %i px",
    async (width) => {
      const { page, errors } = await visit("scenarios", width);
      await lever(page, "Public funding, Rotterdam").press("Home");
      await lever(page, "New political initiatives, all cities").press("ArrowRight");
      await result(page);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        // What stays in view would stand over a part of what is behind it.
        window.scrollTo(0, 0);
      });
      expect.soft(await barriers(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await barriers(page, colourRules), "dark").toEqual([]);
      const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beside).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
    },
  );
});
