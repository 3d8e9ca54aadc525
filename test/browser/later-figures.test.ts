import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../loaders/chromium.js";
import { openPage } from "../support/browser/site-server.js";

const view = { viewport: { width: 390, height: 800 } };

describe("figures below the first view", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** How each figure of the page stands: in `content-visibility`, one word a figure. */
  const standing = `[...document.querySelectorAll("figure.figure")].map((figure) => getComputedStyle(figure).contentVisibility)`;

  test("wait until the page has been shown, and no longer", async () => {
    const { page, close } = await openPage(browser, "", view, (page) =>
      page.route("**/start-start-*.js", (route) =>
        // It has come, and has not shown the page yet: of one that does not come, the page goes on without.
        route.fulfill({
          contentType: "text/javascript",
          body: `document.documentElement.dataset.started = "true"`,
        }),
      ),
    );
    const waiting = await page.evaluate<string[]>(standing);
    expect(waiting.length).toBeGreaterThan(3);
    expect(new Set(waiting.slice(1))).toEqual(new Set(["auto"]));
    expect(waiting[0]).toBe("visible");
    await page.emulateMedia({ media: "print" });
    expect(new Set(await page.evaluate<string[]>(standing))).toEqual(new Set(["visible"]));
    await close();

    const shown = await openPage(browser, "", view);
    await shown.page.waitForSelector("html[data-shown]");
    expect(new Set(await shown.page.evaluate<string[]>(standing))).toEqual(new Set(["visible"]));
    await shown.close();
  });

  test.each([true, false])("are where an address says, with scripts: %s", async (javaScriptEnabled) => {
    const { page, close } = await openPage(browser, "#displacement", { ...view, javaScriptEnabled });
    await page.waitForTimeout(1000);
    const { y } = (await page.locator("#displacement").boundingBox())!;
    expect(Math.abs(y)).toBeLessThan(60);
    await close();
  });

  test("do not wait without scripts", async () => {
    const { page, close } = await openPage(browser, "", { ...view, javaScriptEnabled: false });
    expect(new Set(await page.evaluate<string[]>(standing))).toEqual(new Set(["visible"]));
    await close();
  });
});
