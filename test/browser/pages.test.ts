import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { isLikeOthers, pagesOf } from "../support/site/pages-of-site.js";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { launchChromium } from "../../loaders/chromium.js";
import { openPage, siteUrl } from "../support/browser/site-server.js";
import { brokenWords, overflow, placesTooNarrow } from "../support/browser/width.js";

/**
 * Every page, at both widths and in both schemes: nothing goes wrong, nobody else is asked, everybody can read it. City
 * briefs are made of one template: three that differ most stand for all in this, the rest is passed through below.
 */
const all = pagesOf(inject("siteFolder")).map(({ path }) => path);
const paths = all.filter((path) => !isLikeOthers(path));
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

describe("every page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  describe.each(sizes)("at $width px", (viewport) => {
    test.each(paths.map((path) => [`/${path}`, path]))(
      "%s: no error, no other host, no barrier in light and dark",
      async (_address, path) => {
        const troubles: string[] = [];
        const { page, errors, foreign, close } = await openPage(browser, path, { viewport }, (page) => {
          page.on("console", (message) => {
            if (message.type() === "warning") troubles.push(`warning: ${message.text()}`);
          });
          page.on("requestfailed", (request) =>
            troubles.push(`${request.url()}: ${request.failure()?.errorText}`),
          );
          page.on("response", (response) => {
            if (response.status() >= 400) troubles.push(`${response.url()}: ${response.status()}`);
          });
          return Promise.resolve();
        });
        try {
          await readThrough(page);
          await page.evaluate(() => {
            for (const details of document.querySelectorAll("details")) details.open = true;
          });
          await page.waitForLoadState("networkidle");
          await page.emulateMedia({ colorScheme: "light" });
          expect.soft(await barriers(page), "light").toEqual([]);
          await page.emulateMedia({ colorScheme: "dark" });
          expect.soft(await barriers(page, colourRules), "dark").toEqual([]);
          expect.soft(await overflow(page)).toEqual([]);
          if (viewport.width === 390) {
            for (const width of [360, 320]) {
              await page.setViewportSize({ ...viewport, width });
              expect.soft(await overflow(page), `${width} px`).toEqual([]);
            }
            expect.soft(await brokenWords(page), "words on two lines").toEqual([]);
            expect.soft(await placesTooNarrow(page), "words of 200 letters").toEqual([]);
          }
          expect({ errors, foreign, troubles }).toEqual({ errors: [], foreign: [], troubles: [] });
        } finally {
          await close();
        }
      },
      90_000,
    );
  });

  test("every other city brief: no error, no other host, and nothing too wide at 320 px", async () => {
    const { page, errors, foreign, close } = await openPage(browser, "cities/", {
      viewport: { width: 320, height: 800 },
    });
    for (const path of all.filter(isLikeOthers)) {
      await page.goto(siteUrl + path, { waitUntil: "load" });
      await page.getByRole("button", { name: "Cite" }).last().waitFor();
      expect.soft(await overflow(page), path).toEqual([]);
      expect.soft({ errors, foreign }, path).toEqual({ errors: [], foreign: [] });
    }
    await close();
  }, 180_000);

  test("an address that leads nowhere, however deep: a page of ours with status 404", async () => {
    const { page, errors, foreign, close } = await openPage(browser, "guide/no/such/page");
    expect(await page.locator("h1").innerText()).toBe("No such page");
    expect(errors.join()).toMatch(/^[^,]*status of 404[^,]*$/); // The browser's own word on the page itself.
    expect(foreign).toEqual([]);
    await page.getByRole("main").getByRole("link", { name: "Compare", exact: true }).click();
    await page.waitForURL(`${siteUrl}compare`);
    await close();
  });

  test("the check for barriers finds one that is there", async () => {
    const { page, close } = await openPage(browser, "guide/");
    await page.evaluate(() => {
      document
        .querySelector("main")!
        .insertAdjacentHTML("beforeend", '<img src="x.png"><p style="color:#ddd">pale</p>');
    });
    const found = await barriers(page);
    expect(found.join("\n")).toMatch(/image-alt[^]*color-contrast|color-contrast[^]*image-alt/);
    await close();
  });

  test("the check for width finds what is too wide", async () => {
    const { page, close } = await openPage(browser, "guide/", { viewport: { width: 360, height: 640 } });
    await page.evaluate(() => {
      document
        .querySelector("main")!
        .insertAdjacentHTML("beforeend", '<div id="wide" style="width:500px">wide</div>');
    });
    expect((await overflow(page)).join()).toContain("wide");
    await close();
  });
});

/** Brings every figure into view and waits until it is live, then goes back to the top. */
async function readThrough(page: Page): Promise<void> {
  const figures = page.locator("figure[data-figure]");
  const count = await figures.count();
  if (count) await page.getByRole("button", { name: "Cite" }).last().waitFor();
  for (let i = 0; i < count; i++) {
    await figures.nth(i).scrollIntoViewIfNeeded();
    await figures.nth(i).locator("xpath=self::*[@data-live]").waitFor();
  }
  await page.waitForFunction(() => !document.querySelector("[role=progressbar], observablehq-loading"));
  await page.evaluate(() => scrollTo(0, 0));
}
