import { describe, expect, test } from "vitest";
import { pack } from "../../src/scenario/pack.js";
import { recordOf } from "../../src/scenario/record.js";
import { barriers } from "../support/browser/barriers.js";
import { suitePages, type WatchedPage } from "../support/browser/site-server.js";
import { cut, today } from "../support/model/any-document.js";

/** A link whose record had something done to it. */
function changed(change: (record: ReturnType<typeof JSON.parse>) => void): string {
  const record = JSON.parse(JSON.stringify(recordOf(cut, today)));
  change(record);
  return pack(JSON.stringify(record));
}

const refused: Record<string, string> = {
  "of 100,000 letters, dots but for the last": `1${".".repeat(99_998)}a`,
  "with two hundred levers at fault": changed((d) => {
    const lever = { kind: "funding", city: "x".repeat(90), change: 9 };
    d.document.levers = Array.from({ length: 200 }, () => lever);
  }),
  "with a coverage that no scenario has": changed((d) => (d.coverage = 1e300)),
};

describe("a page that is opened with a refused link", () => {
  const open = suitePages();

  async function visit(link: string, width = 1280): Promise<WatchedPage> {
    const watched = await open(`scenarios#s=${link}`, { viewport: { width, height: 900 } });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-workbench][data-live]").waitFor();
    return watched;
  }

  test.each(Object.entries(refused))("%s, tells so in few words and stays usable", async (_, link) => {
    const { page, errors } = await visit(link, 390);
    const alert = page.getByRole("alert").filter({ hasText: "This link could not be opened" });
    await alert.waitFor();
    const words = await alert.innerText();
    expect(words).toMatch(/The baseline is shown instead\.$/);
    expect(words.length).toBeLessThan(1000);
    // Nothing took the focus: a keyboard starts at the top of the page.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await barriers(page)).toEqual([]);
    const slider = page.getByRole("slider", { name: "Public funding, all cities", exact: true });
    await slider.focus();
    await page.keyboard.press("Home");
    expect(await slider.getAttribute("aria-valuetext")).toBe("−100 %");
    await page.waitForURL((address) => address.hash.startsWith("#s=2") && address.hash.length < 400);
    expect(await alert.count()).toBe(0);
    expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(errors).toEqual([]);
  });

  test("gives the focus its place back when the alert is dismissed", async () => {
    const { page } = await visit("1broken");
    await page.getByRole("button", { name: "Dismiss", exact: true }).click();
    expect(await page.getByRole("alert").filter({ hasText: "could not be opened" }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });
});
