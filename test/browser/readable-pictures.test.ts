import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { drawnParts, unreadable } from "../support/browser/overlaps.js";
import { suitePages } from "../support/browser/site-server.js";

const wordsIn = async (figure: Locator) =>
  (await figure.locator(".picture svg text").allTextContents()).join(" ");

describe.each([1280, 360])("pictures read well, %i pixels wide", (width) => {
  const open = suitePages();
  const viewport = { width, height: 900 };

  /** Moves levers of all cities, whose sliders stand in the page from the first. */
  async function move(page: Page, levers: Record<string, number>): Promise<void> {
    for (const [name, value] of Object.entries(levers)) {
      const slider = page.getByLabel(name, { exact: true }).and(page.locator("input[type=range]"));
      await slider.evaluate((element, to) => {
        const input = element as HTMLInputElement;
        input.value = String(to);
        for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
      }, value);
    }
    await page.locator('.result[aria-busy="false"]').waitFor();
  }

  test("the change by lever: names whole, no words on the line of no change, a sentence where nothing moved", async () => {
    const { page, errors } = await open("scenarios", { viewport });
    await page.locator("[data-workbench][data-live]").waitFor();
    const figure = page.locator("#waterfall");
    await figure.scrollIntoViewIfNeeded();
    const shown = async () => {
      await page.locator("#waterfall[data-live]").waitFor();
      expect(await unreadable(figure)).toEqual([]);
      return drawnParts(figure);
    };
    const sentence = await shown();
    expect(sentence.lines).toBe(0);
    expect(await figure.locator(".picture svg rect").count()).toBe(0);
    expect(await wordsIn(figure)).toMatch(/^Move a lever/);
    await move(page, { "Third–public turned public–private, all cities": 3 });
    expect((await shown()).lines).toBe(0);
    expect(await wordsIn(figure)).toMatch(/does not change coverage\.$/);
    await move(page, {
      "Public funding, Rotterdam": -100,
      "New political initiatives, all cities": 2,
      "Public funding, all cities": 10,
      "New third–private partnerships, all cities": 3,
    });
    // A line for each of five levers, and one for all of them.
    expect((await shown()).lines).toBe(6);
    for (const city of ["Rotterdam", "Chicago"]) {
      await page.getByRole("combobox", { name: "City", exact: true }).selectOption({ label: city });
      await page.locator('.result[aria-busy="false"]').waitFor();
      const drawn = await shown();
      expect(drawn.lines).toBe(6);
      expect(drawn.words).toBeGreaterThan(12);
    }
    expect(errors).toEqual([]);
  });

  const ownCity = {
    version: 1,
    chosen: null,
    own: {
      name: "Newcastle upon Tyne",
      country: "United Kingdom",
      initiatives: { social: 40, cultural: null, legal: 0, political: null, economic: 2 },
      partnerships: { "public-private": null, "third-private": 3, "third-public": 1, other: 0 },
    },
  };

  test.each([
    ["compare", null],
    ["compare?cities=lisbon,nairobi&focus=lisbon", null],
    ["compare?cities=auckland,kuala-lumpur,sao-paulo,own-city", ownCity],
    ["initiatives", null],
  ])("the comparison by dimension, %s: no number on a name or on a line", async (path, kept) => {
    const { page, errors } = await open(path, { viewport }, (page) =>
      page.addInitScript(
        (kept) => {
          if (kept) localStorage.setItem("arrivals-my-city", kept);
        },
        kept && JSON.stringify(kept),
      ),
    );
    const figure = page.locator("#compare-dimensions");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("#compare-dimensions[data-live]").waitFor();
    const drawn = await drawnParts(figure);
    expect(drawn.lines).toBeGreaterThan(12);
    expect(drawn.words).toBeGreaterThan(15);
    expect(await unreadable(figure)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each(["chicago", "athens", "lisbon", "paris", "auckland", "elsewhere-in-northern-america"])(
    "leads and partners, %s: names whole, none on another; the address holds the choice",
    async (place) => {
      const { page, errors } = await open(`partnerships?place=${place}`, { viewport });
      const figure = page.locator("#lead-partners");
      await figure.scrollIntoViewIfNeeded();
      await page.locator("#lead-partners[data-live]").waitFor();
      expect(await figure.getByRole("combobox", { name: "City" }).inputValue()).toBe(place);
      expect((await drawnParts(figure)).words).toBeGreaterThan(3);
      expect(await unreadable(figure)).toEqual([]);
      await figure.getByRole("combobox", { name: "City" }).selectOption("nairobi");
      expect(new URL(page.url()).searchParams.get("place")).toBe("nairobi");
      await page.locator("#lead-partners h2", { hasText: "Nairobi" }).waitFor();
      expect(errors).toEqual([]);
    },
  );

  test.each(["partnerships", "partnerships?region=europe", "partnerships?region=oceania"])(
    "the whole network, %s: no name on another",
    async (path) => {
      const { page } = await open(path, { viewport });
      const figure = page.locator("#actor-network");
      await figure.scrollIntoViewIfNeeded();
      await page.locator("#actor-network[data-live]").waitFor();
      expect((await drawnParts(figure)).words).toBeGreaterThan(4);
      expect(await unreadable(figure)).toEqual([]);
    },
  );
});
